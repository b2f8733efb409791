//! `kuzzle_definition`: one row of a registry.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::for_c;

use crate::advice::{kuzzle_audience, kuzzle_retry};
use crate::class::kuzzle_class;
use crate::loaded::Row;
use crate::release::kuzzle_release_range;
use crate::table;

/// One error that Kuzzle, a plugin or an application knows.
///
/// Definitions of the built-in registry are static. Those of a loaded registry live as long as a registry or an error
/// that answers them. Newer versions of the library may add members at the end, so use definitions where they are:
/// never copy one, and never put them into an array of your own.
///
/// No text is NULL where not said so. All are UTF-8 and end with NUL; the texts of a file that hold a NUL themselves
/// end there.
#[repr(C)]
pub struct kuzzle_definition {
    /// `domain.subdomain.name`: decides which error it is.
    pub id: *const c_char,
    /// The first part of the id.
    pub domain: *const c_char,
    /// The second part of the id.
    pub subdomain: *const c_char,
    /// The third part of the id.
    pub name: *const c_char,
    /// The name of the class, such as `NotFoundError`.
    pub class_name: *const c_char,
    /// The template of the message, with one `%s` for each param.
    pub message: *const c_char,
    /// The documented sentence; the message where there is none.
    pub description: *const c_char,
    /// The release of Kuzzle that deprecated it (in files: what they say); NULL where none did.
    pub deprecated: *const c_char,
    /// Kuzzle's page about the errors of the domain; NULL for errors of plugins and applications.
    pub url: *const c_char,
    /// The names of the placeholders of the message, in order: `param_count` of them, then NULL.
    pub params: *const *const c_char,
    /// The number of `params`.
    pub param_count: usize,
    /// The 32-bit number: a byte of the domain, a byte of the subdomain, 16 bits of the error.
    pub code: u32,
    /// The error type.
    pub error_class: kuzzle_class,
    /// Whether the same request may be sent again.
    pub retry: kuzzle_retry,
    /// Who can mend the cause.
    pub audience: kuzzle_audience,
    /// The HTTP status.
    pub status: u16,
}

// SAFETY: a definition is never written to, and neither is what its pointers lead to.
unsafe impl Sync for kuzzle_definition {}

// SAFETY: nothing in it belongs to a thread.
unsafe impl Send for kuzzle_definition {}

/// Why the error happens, in a sentence or two; NULL where the definition doesn't say, and for NULL. It lives as long
/// as the definition.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_definition_cause(definition: *const kuzzle_definition) -> *const c_char {
    match table::position(definition) {
        Some(position) => for_c::cause(position).as_ptr(),
        // SAFETY: not of the built-in table, so null or of another registry of this library.
        None => unsafe { Row::of(definition) }.map_or(ptr::null(), |row| row.cause),
    }
}

/// What to do about the error; NULL where the definition doesn't say, and for NULL. It lives as long as the
/// definition.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_definition_fix(definition: *const kuzzle_definition) -> *const c_char {
    match table::position(definition) {
        Some(position) => for_c::fix(position).as_ptr(),
        // SAFETY: not of the built-in table, so null or of another registry of this library.
        None => unsafe { Row::of(definition) }.map_or(ptr::null(), |row| row.fix),
    }
}

/// The releases of the line `major` (1 or 2) that have the definition; NULL where none has, where the definition names
/// no release, as those of plugins and applications, and for NULL. It lives as long as the definition.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_definition_releases(
    definition: *const kuzzle_definition,
    major: u16,
) -> *const kuzzle_release_range {
    let is_asked_for = |range: &&kuzzle_release_range| range.first.major == major;
    let range = match table::position(definition) {
        Some(position) => table::releases(position).find(is_asked_for),
        // SAFETY: not of the built-in table, so null or of another registry of this library.
        None => unsafe { Row::of(definition) }.and_then(|row| row.releases.iter().find(is_asked_for)),
    };
    range.map_or(ptr::null(), ptr::from_ref)
}
