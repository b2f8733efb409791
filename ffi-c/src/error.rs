//! `kuzzle_error`: made, changed, freed.

use core::ffi::c_char;
use core::ptr;
use std::sync::{Arc, OnceLock};

use kuzzle_errors::{Definition, KuzzleError, NO_PROPS, ParseOptions, Prop};

use crate::conflict::kuzzle_conflict;
use crate::definition::kuzzle_definition;
use crate::failures::kuzzle_failures;
use crate::fault::{Fault, attempt, guard, kuzzle_fault};
use crate::loaded::{self, LoadedTable};
use crate::prop::{Props, kuzzle_prop};
use crate::registry::{View, kuzzle_registry};
use crate::text::{self, Text};

/// An error: built here, or read from what a server sent. It outlives the registry it came from.
pub struct kuzzle_error {
    error: KuzzleError,
    /// The registry's definitions, none of the built-in one; the error's may be among them.
    loaded: Option<Arc<LoadedTable>>,
    pub(crate) read: Read,
}

/// What C has asked of an error so far, as it reads it.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) id: OnceLock<Option<Text>>,
    pub(crate) message: OnceLock<Option<Text>>,
    pub(crate) stack: OnceLock<Option<Text>>,
    pub(crate) report: OnceLock<Option<Text>>,
    pub(crate) context: OnceLock<Option<Text>>,
    pub(crate) context_texts: OnceLock<Vec<(&'static str, Text)>>,
    pub(crate) props: OnceLock<Props>,
    pub(crate) failures: OnceLock<kuzzle_failures>,
    pub(crate) conflict: OnceLock<Option<Conflict>>,
}

/// A conflict whose definition the error keeps.
pub(crate) struct Conflict(pub(crate) kuzzle_conflict);

// SAFETY: the pointer leads into the static table or into the error's own.
unsafe impl Send for Conflict {}

// SAFETY: as above.
unsafe impl Sync for Conflict {}

impl kuzzle_error {
    /// The core's error.
    pub(crate) const fn get(&self) -> &KuzzleError {
        &self.error
    }

    /// What C gets for a definition of the error.
    pub(crate) fn pointer_to(&self, definition: Definition<'_>) -> *const kuzzle_definition {
        loaded::pointer_to(self.loaded.as_ref(), definition)
    }

    fn new(error: KuzzleError, view: View<'_>) -> Self {
        Self { error, loaded: view.loaded.cloned(), read: Read::default() }
    }

    fn change(&mut self, change: impl FnOnce(KuzzleError) -> KuzzleError) {
        guard((), || {
            self.error = change(self.error.clone());
            self.read = Read::default();
        });
    }
}

/// Builds the error with this id. `args` are `arg_count` values for the params of its message, in order; NULL is none.
///
/// Missing args leave their placeholder, extra ones follow the message. An id that the registry doesn't have, NULL
/// too, gives `core.fatal.unexpected_error`, with the id as its prop. Free the error with `kuzzle_error_free`. Never
/// NULL, unless the library is at fault.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_new(
    registry: *const kuzzle_registry,
    id: *const c_char,
    args: *const kuzzle_prop,
    arg_count: usize,
) -> *mut kuzzle_error {
    // SAFETY: the caller gives a registry of this library, a text that ends with NUL, and so many props, each of them
    // or null.
    let (view, id) = unsafe { (View::of(registry), text::lossy(id)) };
    build(view, || {
        // SAFETY: as above.
        let args = unsafe { kuzzle_prop::values(args, arg_count) };
        view.registry.error(&id, args)
    })
}

/// Builds the error with this code: `kuzzle_error_new` with the id that has it. A code that nobody has gives
/// `core.fatal.unexpected_error`, with the code in hexadecimal as its prop.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_new_by_code(
    registry: *const kuzzle_registry,
    code: u32,
    args: *const kuzzle_prop,
    arg_count: usize,
) -> *mut kuzzle_error {
    // SAFETY: the caller gives a registry of this library, or null.
    let view = unsafe { View::of(registry) };
    build(view, || match view.registry.by_code(code) {
        // SAFETY: the caller gives so many props, or null.
        Some(definition) => definition.error(unsafe { kuzzle_prop::values(args, arg_count) }),
        None => view.registry.error(&format!("{code:#010x}"), NO_PROPS),
    })
}

/// Builds the error with this id and values given by the names of its params: `names` and `values` are `count` of each.
///
/// A param that is not given leaves its placeholder and a null prop; a name that is no param is ignored, as is a NULL
/// one. Otherwise as `kuzzle_error_new`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_new_named(
    registry: *const kuzzle_registry,
    id: *const c_char,
    names: *const *const c_char,
    values: *const kuzzle_prop,
    count: usize,
) -> *mut kuzzle_error {
    // SAFETY: the caller gives a registry of this library and a text that ends with NUL, each of them or null.
    let (view, id) = unsafe { (View::of(registry), text::lossy(id)) };
    build(view, || {
        // SAFETY: the caller gives so many texts that end with NUL, and so many props, or null.
        let (names, values) = unsafe { (text::list(names, count), kuzzle_prop::values(values, count)) };
        view.registry.error_named(&id, names.into_iter().zip(values))
    })
}

/// Reads the answer of a Kuzzle server: `length` bytes that need not end with NUL. `http_status` is 0 where it did not
/// come over HTTP.
///
/// NULL where it is no error, and if it failed: `KUZZLE_FAULT_JSON` says that the body is no JSON and where, and no HTTP
/// status of 400 or more says that it is an error; `KUZZLE_FAULT_NONE` that it is no error. What is not UTF-8 is read as
/// U+FFFD. Bodies of more than 64 MiB are refused. Free the error with `kuzzle_error_free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_parse(
    registry: *const kuzzle_registry,
    body: *const c_char,
    length: usize,
    http_status: u16,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_error {
    // SAFETY: the caller gives what `parse` wants.
    unsafe { parse(registry, body, length, http_status, ParseOptions::new(), fault) }
}

/// As `kuzzle_error_parse` within other bounds: bodies that are longer than `max_bytes`, or have more than `max_depth`
/// objects and arrays in one another, are refused (`KUZZLE_FAULT_JSON`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_parse_within(
    registry: *const kuzzle_registry,
    body: *const c_char,
    length: usize,
    http_status: u16,
    max_bytes: usize,
    max_depth: usize,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_error {
    let options = ParseOptions::new().max_bytes(max_bytes).max_depth(max_depth);
    // SAFETY: the caller gives what `parse` wants.
    unsafe { parse(registry, body, length, http_status, options, fault) }
}

/// Replaces the message; NULL is an empty one. Texts and lists that the error answered before are gone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_set_message(error: *mut kuzzle_error, message: *const c_char) {
    // SAFETY: the caller gives an error of this library that nobody else uses, and a text that ends with NUL, or null.
    if let Some(error) = unsafe { error.as_mut() } {
        // SAFETY: as above.
        error.change(|error| error.with_message(unsafe { text::lossy(message) }));
    }
}

/// Replaces the list of the errors in this one, as PartialError and MultipleErrorsError have it: `count` items, which
/// are errors (`kuzzle_prop_error`), ids of documents as strings, or objects as JSON. Texts and lists that the error
/// answered before are gone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_set_errors(error: *mut kuzzle_error, items: *const kuzzle_prop, count: usize) {
    // SAFETY: the caller gives so many props, or null. They are read before the error, which may be one of them, is
    // borrowed to be changed.
    let items: Vec<Prop<'_>> = guard(Vec::new(), || unsafe { kuzzle_prop::values(items, count) });
    // SAFETY: the caller gives an error of this library that nobody else uses, or null.
    if let Some(error) = unsafe { error.as_mut() } {
        error.change(|error| error.with_errors(items));
    }
}

/// Frees an error, and what it answered, except definitions of the built-in registry and of registries that are still
/// there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_free(error: *mut kuzzle_error) {
    if !error.is_null() {
        // SAFETY: the caller gives back an error of this library, once.
        drop(unsafe { Box::from_raw(error) });
    }
}

/// # Safety
///
/// `registry` is of this library or null, `body` leads to `length` bytes or is null, `fault` leads to room for a fault
/// or is null.
unsafe fn parse(
    registry: *const kuzzle_registry,
    body: *const c_char,
    length: usize,
    http_status: u16,
    options: ParseOptions,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_error {
    // SAFETY: as above.
    let (view, bytes) = unsafe { (View::of(registry), text::bytes(body, length)) };
    let work = || {
        if body.is_null() && length > 0 {
            return Err(Fault::Argument("the body is NULL"));
        }
        let status = Some(http_status).filter(|status| *status != 0);
        let error = view.registry.parse_with(options, bytes, status)?;
        Ok(error.map(|error| kuzzle_error::new(error, view)))
    };
    // SAFETY: as above.
    let error = unsafe { attempt(fault, work) };
    error.flatten().map_or(ptr::null_mut(), |error| Box::into_raw(Box::new(error)))
}

fn build(view: View<'_>, build: impl FnOnce() -> KuzzleError) -> *mut kuzzle_error {
    let error = guard(None, || Some(kuzzle_error::new(build(), view)));
    error.map_or(ptr::null_mut(), |error| Box::into_raw(Box::new(error)))
}
