//! `kuzzle_error_to_…`: errors as JSON.

use core::ffi::c_char;
use core::ptr;
use std::ffi::CString;

use kuzzle_errors::KuzzleError;

use crate::error::kuzzle_error;
use crate::fault::guard;
use crate::text;

/// The error as the JSON object that Kuzzle writes, the same text in every language of this library.
///
/// As `snprintf`: writes at most `size` bytes with the NUL, and answers the length of the whole text without it; it was
/// cut if that is not less than `size`. `buffer` may be NULL if `size` is 0. 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_to_json(error: *const kuzzle_error, buffer: *mut c_char, size: usize) -> usize {
    // SAFETY: the caller gives what `write` wants.
    unsafe { write(error, buffer, size, KuzzleError::to_json) }
}

/// As `kuzzle_error_to_json`, into a new text; free it with `kuzzle_text_free`. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_to_json_text(error: *const kuzzle_error) -> *mut c_char {
    // SAFETY: the caller gives an error of this library, or null.
    let error = unsafe { error.as_ref() };
    // JSON has no NUL: it is escaped in strings and nowhere else.
    let text = guard(None, || CString::new(error?.get().to_json()).ok());
    text.map_or(ptr::null_mut(), CString::into_raw)
}

/// The error as an RFC 9457 problem (`application/problem+json`); otherwise as `kuzzle_error_to_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_to_problem_json(
    error: *const kuzzle_error,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    // SAFETY: the caller gives what `write` wants.
    unsafe { write(error, buffer, size, KuzzleError::to_problem_json) }
}

/// The error as OpenTelemetry attributes, a JSON object; otherwise as `kuzzle_error_to_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_to_attributes_json(
    error: *const kuzzle_error,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    // SAFETY: the caller gives what `write` wants.
    unsafe { write(error, buffer, size, KuzzleError::to_attributes_json) }
}

/// Everything about the error as a JSON object: `id`, `class`, `definition`, `error`, `context`, `conflict` and
/// `failures`; otherwise as `kuzzle_error_to_json`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_to_explanation_json(
    error: *const kuzzle_error,
    buffer: *mut c_char,
    size: usize,
) -> usize {
    // SAFETY: the caller gives what `write` wants.
    unsafe { write(error, buffer, size, |error| error.explanation().to_json()) }
}

/// Frees a text of `kuzzle_error_to_json_text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_text_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: the caller gives back a text of this library, once.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// # Safety
///
/// `error` is of this library or null, `buffer` leads to room for `size` bytes.
unsafe fn write(
    error: *const kuzzle_error,
    buffer: *mut c_char,
    size: usize,
    json: impl FnOnce(&KuzzleError) -> String,
) -> usize {
    // SAFETY: as above.
    let error = unsafe { error.as_ref() };
    let text = guard(String::new(), || error.map(|error| json(error.get())).unwrap_or_default());
    // SAFETY: as above.
    unsafe { text::copy(&text, buffer, size) }
}
