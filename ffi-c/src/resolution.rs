//! `kuzzle_registry_resolve`: which error a server sent.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::{Code, Definition, Resolution, ResolvedBy};

use crate::conflict::kuzzle_conflict;
use crate::definition::kuzzle_definition;
use crate::fault::guard;
use crate::registry::{View, kuzzle_registry};
use crate::text;

/// What decided which error it is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_resolved_by {
    /// Nothing: there is no definition.
    KUZZLE_RESOLVED_BY_NOTHING = 0,
    /// The id.
    KUZZLE_RESOLVED_BY_ID = 1,
    /// The code, for want of an id.
    KUZZLE_RESOLVED_BY_CODE = 2,
}

/// The answer to "which error is this?". Its layout stays until the major version of the library rises.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct kuzzle_resolution {
    /// The definition; NULL where the registry has none for it.
    pub definition: *const kuzzle_definition,
    /// What decided.
    pub by: kuzzle_resolved_by,
    /// Whether id, code and status contradict each other, as `conflict` says.
    pub has_conflict: bool,
    /// The contradiction, if there is one.
    pub conflict: kuzzle_conflict,
}

/// Which error is it, given what a server sent of its id, code and status? Fills `resolution`.
///
/// A non-empty id without blanks decides alone. The code decides only where the id is NULL, empty or prose, and only
/// if the status, where there is one, is the definition's. `code` and `status` are NULL where none came.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_registry_resolve(
    registry: *const kuzzle_registry,
    id: *const c_char,
    code: *const u32,
    status: *const u16,
    resolution: *mut kuzzle_resolution,
) {
    // SAFETY: the caller gives a registry of this library, a text that ends with NUL and numbers, each of them or null.
    let (view, id, code, status) =
        unsafe { (View::of(registry), text::terminated(id), code.as_ref().copied(), status.as_ref().copied()) };
    let found = guard(kuzzle_resolution::NOTHING, || {
        let id = id.map(String::from_utf8_lossy);
        let found = view.registry.resolve(id.as_deref(), code.map(Code::from), status);
        kuzzle_resolution::new(found, |definition| view.pointer_to(Some(definition)))
    });
    if !resolution.is_null() {
        // SAFETY: the caller gives room for a resolution.
        unsafe { resolution.write(found) };
    }
}

impl kuzzle_resolution {
    /// No definition and no conflict.
    const NOTHING: Self = Self {
        definition: ptr::null(),
        by: kuzzle_resolved_by::KUZZLE_RESOLVED_BY_NOTHING,
        has_conflict: false,
        conflict: kuzzle_conflict::NONE,
    };

    /// A resolution as C knows it.
    fn new(resolution: Resolution<'_>, pointer: impl Fn(Definition<'_>) -> *const kuzzle_definition) -> Self {
        Self {
            definition: resolution.definition.map_or(ptr::null(), &pointer),
            by: match resolution.by {
                None => kuzzle_resolved_by::KUZZLE_RESOLVED_BY_NOTHING,
                Some(ResolvedBy::Id) => kuzzle_resolved_by::KUZZLE_RESOLVED_BY_ID,
                Some(ResolvedBy::Code) => kuzzle_resolved_by::KUZZLE_RESOLVED_BY_CODE,
            },
            has_conflict: resolution.conflict.is_some(),
            conflict: resolution
                .conflict
                .map_or(kuzzle_conflict::NONE, |conflict| kuzzle_conflict::new(conflict, &pointer)),
        }
    }
}
