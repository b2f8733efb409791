//! `kuzzle_registry_…`: registries from files, and registries narrowed to a release.

use core::ffi::c_char;
use core::ptr;
use std::path::Path;
use std::sync::Arc;

use kuzzle_errors::{Definition, InvalidRegistry, LoadOptions, Registry, RegistryKind};

use crate::complaints::kuzzle_complaints;
use crate::definition::kuzzle_definition;
use crate::errors::kuzzle_errors_all;
use crate::fault::{Fault, attempt, guard, kuzzle_fault};
use crate::loaded::{self, LoadedTable};
use crate::release::kuzzle_release;
use crate::text;

/// A set of definitions. It never changes. NULL stands for the built-in one wherever a registry is asked for.
pub struct kuzzle_registry {
    registry: Registry,
    loaded: Arc<LoadedTable>,
    /// Every definition, by code.
    all: Box<[*const kuzzle_definition]>,
}

// SAFETY: the pointers lead into the static table or into `loaded`, and nothing is written to.
unsafe impl Send for kuzzle_registry {}

// SAFETY: as above.
unsafe impl Sync for kuzzle_registry {}

/// What is loaded, which decides some rules.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_registry_kind {
    /// Seen from the shape of each file.
    KUZZLE_REGISTRY_KIND_ANY = 0,
    /// Kuzzle's own code files: every error has a description.
    KUZZLE_REGISTRY_KIND_KUZZLE = 1,
    /// A plugin: descriptions may be left out; the code of a subdomain too, it is 0 then, and several may share 0.
    KUZZLE_REGISTRY_KIND_PLUGIN = 2,
    /// An application: descriptions may be left out; numbers may be 0, and codes may be left out, with warnings.
    KUZZLE_REGISTRY_KIND_APP = 3,
}

/// Loads a registry from a path: a file, a folder of Kuzzle's code files, an installed `kuzzle` package or a plugin.
///
/// `kind` is a `kuzzle_registry_kind`. `complaints` receives what was found in the files, errors and warnings, or NULL
/// where there is nothing; free it with `kuzzle_complaints_free`. `complaints` and `fault` may be NULL. NULL if it
/// failed: `KUZZLE_FAULT_REGISTRY` says the first error, `KUZZLE_FAULT_ARGUMENT` that the path is NULL or the kind is
/// none. Free the registry with `kuzzle_registry_free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_load(
    path: *const c_char,
    kind: u32,
    complaints: *mut *mut kuzzle_complaints,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_registry {
    // SAFETY: the caller gives a text that ends with NUL, or null, and room for the complaints and the fault, or null.
    unsafe {
        make(complaints, fault, || {
            let path = text::terminated(path).map(path_of).ok_or(Fault::Argument("the path is NULL"))?;
            Ok(options(kind)?.load(path))
        })
    }
}

/// Loads a registry from the text of one file: `length` bytes that need not end with NUL.
///
/// `file_name` names the file in complaints, a domain file after its domain, and `manifest.json` is a plugin's; NULL
/// where it has no name. Otherwise as `kuzzle_registry_load`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_load_text(
    text: *const c_char,
    length: usize,
    file_name: *const c_char,
    kind: u32,
    complaints: *mut *mut kuzzle_complaints,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_registry {
    // SAFETY: the caller gives that many bytes, a text that ends with NUL, and room for the complaints and the fault,
    // each of them or null.
    unsafe {
        make(complaints, fault, || {
            let text = core::str::from_utf8(text::bytes(text, length));
            let text = text.map_err(|_| Fault::Argument("the text is not UTF-8"))?;
            let mut options = options(kind)?;
            if let Some(name) = text::terminated(file_name) {
                options = options.file_name(&String::from_utf8_lossy(name));
            }
            Ok(options.load_str(text))
        })
    }
}

/// Puts two registries together. Of an id that both have, `other` gives message, description, params and deprecation;
/// of a code that two ids have, the built-in one or the one of `registry` answers. The release that `registry` is
/// narrowed to stays. NULL if they give different codes or classes to one id.
///
/// `registry` and `other` stay valid and are still to be freed. Otherwise as `kuzzle_registry_load`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_with(
    registry: *const kuzzle_registry,
    other: *const kuzzle_registry,
    complaints: *mut *mut kuzzle_complaints,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_registry {
    // SAFETY: the caller gives registries of this library, and room for the complaints and the fault, or null.
    unsafe { make(complaints, fault, || Ok(View::of(registry).registry.with(View::of(other).registry))) }
}

/// Narrows a registry to one release of Kuzzle (`2`, `2.4`, `v2.4.1`): what it does not have is unknown, and a code
/// answers as it did then. Before 1.10.5 nothing is known; `kuzzle_errors_legacy_id` tells what a number meant.
///
/// NULL if it failed: `KUZZLE_FAULT_RELEASE` where the text is no release. `registry` stays valid and is still to be
/// freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_at(
    registry: *const kuzzle_registry,
    release: *const c_char,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_registry {
    // SAFETY: the caller gives a registry of this library, a text that ends with NUL, and room for a fault, or null.
    let made = unsafe {
        attempt(fault, || {
            let view = View::of(registry);
            // What is not UTF-8 is no release, as any other text that is none.
            let narrowed = view.registry.at(&text::lossy(release))?;
            Ok(kuzzle_registry::new(narrowed, view.loaded.cloned().unwrap_or_default()))
        })
    };
    given(made)
}

/// The release that a registry is narrowed to; 0.0.0 where it is not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_release(registry: *const kuzzle_registry) -> kuzzle_release {
    // SAFETY: the caller gives a registry of this library, or null.
    let release = unsafe { View::of(registry) }.registry.release();
    release.map_or(kuzzle_release::NONE, kuzzle_release::new)
}

/// The definition with this code; NULL where no error has it. Where two errors had one code, the newer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_by_code(
    registry: *const kuzzle_registry,
    code: u32,
) -> *const kuzzle_definition {
    // SAFETY: the caller gives a registry of this library, or null.
    let view = unsafe { View::of(registry) };
    guard(ptr::null(), || view.pointer_to(view.registry.by_code(code)))
}

/// The definition with this id, compared byte by byte; NULL where no error has it. `id` ends with NUL, or is NULL,
/// which no error has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_by_id(
    registry: *const kuzzle_registry,
    id: *const c_char,
) -> *const kuzzle_definition {
    // SAFETY: the caller gives a registry of this library and a text that ends with NUL, or null.
    let (view, id) = unsafe { (View::of(registry), text::utf8(id)) };
    guard(ptr::null(), || view.pointer_to(id.and_then(|id| view.registry.by_id(id))))
}

/// Every definition: an array of `*count` pointers, by code; of several holders of a code the newest comes first. It
/// lives as long as the registry. `count` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_all(
    registry: *const kuzzle_registry,
    count: *mut usize,
) -> *const *const kuzzle_definition {
    // SAFETY: the caller gives a registry of this library, or null.
    let Some(registry) = (unsafe { registry.as_ref() }) else {
        // SAFETY: the caller gives room for a number, or null.
        return unsafe { kuzzle_errors_all(count) };
    };
    // SAFETY: the caller gives room for a number, or null.
    if let Some(count) = unsafe { count.as_mut() } {
        *count = registry.all.len();
    }
    registry.all.as_ptr()
}

/// Frees a registry. Definitions that it answered are gone, except those of the built-in registry and those of errors
/// that are still there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_free(registry: *mut kuzzle_registry) {
    if !registry.is_null() {
        // SAFETY: the caller gives back a registry of this library, once.
        drop(unsafe { Box::from_raw(registry) });
    }
}

/// A registry as functions see it, the built-in one too.
#[derive(Clone, Copy)]
pub(crate) struct View<'r> {
    pub(crate) registry: &'r Registry,
    /// None of the built-in registry.
    pub(crate) loaded: Option<&'r Arc<LoadedTable>>,
}

impl View<'_> {
    /// The registry that the caller means: null is the built-in one.
    ///
    /// # Safety
    ///
    /// `registry` is null or comes from this library and is not freed for `'r`.
    pub(crate) unsafe fn of(registry: *const kuzzle_registry) -> Self {
        // SAFETY: the caller keeps to it.
        match unsafe { registry.as_ref() } {
            Some(registry) => Self { registry: &registry.registry, loaded: Some(&registry.loaded) },
            None => Self { registry: Registry::kuzzle(), loaded: None },
        }
    }

    /// What C gets for a definition of the registry, or for none.
    pub(crate) fn pointer_to(&self, definition: Option<Definition<'_>>) -> *const kuzzle_definition {
        definition.map_or(ptr::null(), |definition| loaded::pointer_to(self.loaded, definition))
    }
}

impl kuzzle_registry {
    fn new(registry: Registry, loaded: Arc<LoadedTable>) -> Self {
        let all = registry.iter().map(|definition| loaded::pointer_to(Some(&loaded), definition)).collect();
        Self { registry, loaded, all }
    }
}

/// Makes a registry and gives the caller the complaints.
///
/// # Safety
///
/// `complaints` and `fault` lead to room for them, or are null.
unsafe fn make(
    complaints: *mut *mut kuzzle_complaints,
    fault: *mut kuzzle_fault,
    load: impl FnOnce() -> Result<Result<Registry, InvalidRegistry>, Fault>,
) -> *mut kuzzle_registry {
    // SAFETY: the caller gives room for them, or null.
    let made = unsafe {
        kuzzle_complaints::give(complaints, &[]);
        attempt(fault, || {
            let loaded = load()?;
            kuzzle_complaints::give(
                complaints,
                loaded.as_ref().map_or_else(InvalidRegistry::complaints, Registry::warnings),
            );
            let registry = loaded?;
            let table = Arc::new(LoadedTable::new(&registry));
            Ok(kuzzle_registry::new(registry, table))
        })
    };
    given(made)
}

fn given(registry: Option<kuzzle_registry>) -> *mut kuzzle_registry {
    registry.map_or(ptr::null_mut(), |registry| Box::into_raw(Box::new(registry)))
}

fn options(kind: u32) -> Result<LoadOptions, Fault> {
    let options = LoadOptions::new();
    match kind {
        0 => Ok(options),
        1 => Ok(options.kind(RegistryKind::Kuzzle)),
        2 => Ok(options.kind(RegistryKind::Plugin)),
        3 => Ok(options.kind(RegistryKind::App)),
        _ => Err(Fault::Argument("not a kind of registry")),
    }
}

/// Paths are bytes where the system says so.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> &Path {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    Path::new(OsStr::from_bytes(bytes))
}

/// Paths are UTF-8 elsewhere; others lead nowhere.
#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> &Path {
    Path::new(core::str::from_utf8(bytes).unwrap_or_default())
}
