//! `kuzzle_error_…`: what an error says.

use core::ffi::c_char;
use core::ptr;
use std::sync::OnceLock;

use kuzzle_errors::{Definition, KuzzleError};

use crate::advice::kuzzle_retry;
use crate::class::{self, kuzzle_class};
use crate::conflict::kuzzle_conflict;
use crate::definition::kuzzle_definition;
use crate::error::{Conflict, Read, kuzzle_error};
use crate::failures::{kuzzle_failure, kuzzle_failures};
use crate::fault::guard;
use crate::prop::{Props, kuzzle_prop};
use crate::text::{self, Text};

/// The definition; NULL where the registry has none for it, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_definition(error: *const kuzzle_error) -> *const kuzzle_definition {
    // SAFETY: the caller gives an error of this library, or null.
    let error = unsafe { error.as_ref() };
    guard(ptr::null(), || {
        error.and_then(|error| Some(error.pointer_to(error.get().definition()?))).unwrap_or(ptr::null())
    })
}

/// The id: of the definition, or what came where no definition has it; NULL where neither is known. `length` may be
/// NULL; it receives the length in bytes, as for all texts of an error: these may hold NUL before the one they end with.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_id(error: *const kuzzle_error, length: *mut usize) -> *const c_char {
    // SAFETY: the caller gives an error of this library and room for a number, each of them or null.
    unsafe { text_of(error, length, |read| &read.id, |error| error.get().id().map(Text::from)) }
}

/// The code: of a built error its definition's, of a received one what came. False, and `code` as it was, where none
/// came, or none of 32 bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_code(error: *const kuzzle_error, code: *mut u32) -> bool {
    // SAFETY: the caller gives an error of this library, or null.
    let Some(found) = unsafe { error.as_ref() }.and_then(|error| error.get().code()) else {
        return false;
    };
    // SAFETY: the caller gives room for a number, or null.
    if let Some(code) = unsafe { code.as_mut() } {
        *code = found.get();
    }
    true
}

/// The error type: the definition's, or what the status tells; `KUZZLE_CLASS_UNKNOWN` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_class(error: *const kuzzle_error) -> kuzzle_class {
    // SAFETY: the caller gives an error of this library, or null.
    let error = unsafe { error.as_ref() };
    error.map_or(kuzzle_class::KUZZLE_CLASS_UNKNOWN, |error| kuzzle_class::new(error.get().class()))
}

/// The name of the error type, such as `NotFoundError`; static. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_class_name(error: *const kuzzle_error) -> *const c_char {
    // SAFETY: the caller gives an error of this library, or null.
    let error = unsafe { error.as_ref() };
    error.map_or(ptr::null(), |error| class::name(error.get().class()))
}

/// The HTTP status: what came in the error, around it or with HTTP, in this order; otherwise the one of the class. 0 for
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_status(error: *const kuzzle_error) -> u16 {
    // SAFETY: the caller gives an error of this library, or null.
    unsafe { error.as_ref() }.map_or(0, |error| error.get().status())
}

/// The message; empty where none came, NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_message(error: *const kuzzle_error, length: *mut usize) -> *const c_char {
    // SAFETY: the caller gives an error of this library and room for a number, each of them or null.
    unsafe { text_of(error, length, |read| &read.message, |error| Some(error.get().message().into())) }
}

/// The number of `kuzzle_error_prop`s; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_prop_count(error: *const kuzzle_error) -> usize {
    // SAFETY: the caller gives an error of this library, or null.
    unsafe { error.as_ref() }.map_or(0, |error| guard(0, || props(error).count()))
}

/// The value of a param, with its index from 0; NULL beyond the last, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_prop(error: *const kuzzle_error, index: usize) -> *const kuzzle_prop {
    // SAFETY: the caller gives an error of this library, or null.
    let error = unsafe { error.as_ref() };
    error.map_or(ptr::null(), |error| guard(ptr::null(), || props(error).at(index)))
}

/// The stack that the server sent, which it does in development only; NULL where none came, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_stack(error: *const kuzzle_error, length: *mut usize) -> *const c_char {
    // SAFETY: the caller gives an error of this library and room for a number, each of them or null.
    unsafe { text_of(error, length, |read| &read.stack, |error| error.get().stack().as_ref().map(Text::from)) }
}

/// The error as a text of several lines for people: id, code, class and status, the message, and, where they are known,
/// the cause and what to do about it. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_report(error: *const kuzzle_error, length: *mut usize) -> *const c_char {
    // SAFETY: the caller gives an error of this library and room for a number, each of them or null.
    unsafe { text_of(error, length, |read| &read.report, |error| Some((&error.get().report().to_string()).into())) }
}

/// What came with the error and tells of its request, as a JSON object: the members that came of `status`, `requestId`,
/// `controller`, `action`, `index`, `collection`, `_id`, `volatile`, `node`, `room`, `headers`, `deprecations` and
/// `result`. NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_context(error: *const kuzzle_error, length: *mut usize) -> *const c_char {
    // SAFETY: the caller gives an error of this library and room for a number, each of them or null.
    unsafe { text_of(error, length, |read| &read.context, |error| Some((&error.get().context().to_json()).into())) }
}

/// A member of the context that is a text, such as `requestId`; NULL where it did not come or is no text, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_context_text(
    error: *const kuzzle_error,
    name: *const c_char,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller gives an error of this library and a text that ends with NUL, each of them or null.
    let (error, name) = unsafe { (error.as_ref(), text::utf8(name)) };
    let text = guard(None, || {
        let (error, name) = error.zip(name)?;
        let texts = error.read.context_texts.get_or_init(|| context_texts(error.get()));
        texts.iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    });
    // SAFETY: the caller gives room for a number, or null.
    unsafe { answer(text, length) }
}

/// The number of `kuzzle_error_failure`s; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_failure_count(error: *const kuzzle_error) -> usize {
    // SAFETY: the caller gives an error of this library, or null.
    unsafe { error.as_ref() }.map_or(0, |error| guard(0, || failures(error).count()))
}

/// A failed item of the batch that the error reports, with its index from 0; NULL beyond the last, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_failure(error: *const kuzzle_error, index: usize) -> *const kuzzle_failure {
    // SAFETY: the caller gives an error of this library, or null.
    let error = unsafe { error.as_ref() };
    error.map_or(ptr::null(), |error| guard(ptr::null(), || failures(error).at(index)))
}

/// Where the id, the code and the status that came contradict each other; NULL where they don't, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_conflict(error: *const kuzzle_error) -> *const kuzzle_conflict {
    // SAFETY: the caller gives an error of this library, or null.
    let Some(error) = (unsafe { error.as_ref() }) else { return ptr::null() };
    guard(ptr::null(), || {
        let conflict = error.read.conflict.get_or_init(|| {
            let conflict = error.get().conflict()?;
            Some(Conflict(kuzzle_conflict::new(conflict, |definition| error.pointer_to(definition))))
        });
        conflict.as_ref().map_or(ptr::null(), |conflict| &raw const conflict.0)
    })
}

/// Every byte that the server sent, untouched, and not ended by NUL; NULL for an error that was built here, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_received(error: *const kuzzle_error, length: *mut usize) -> *const c_char {
    // SAFETY: the caller gives an error of this library, or null.
    let bytes = unsafe { error.as_ref() }.and_then(|error| error.get().received());
    // SAFETY: the caller gives room for a number, or null.
    if let Some(length) = unsafe { length.as_mut() } {
        *length = bytes.map_or(0, <[u8]>::len);
    }
    bytes.map_or(ptr::null(), |bytes| bytes.as_ptr().cast())
}

/// Whether it is the error with this id, case included; false where either is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_is(error: *const kuzzle_error, id: *const c_char) -> bool {
    // SAFETY: the caller gives an error of this library and a text that ends with NUL, each of them or null.
    let (error, id) = unsafe { (error.as_ref(), text::utf8(id)) };
    error.zip(id).is_some_and(|(error, id)| error.get().is(id))
}

/// Whether the same request may be sent again; `KUZZLE_RETRY_UNKNOWN` where no definition says so, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_retry(error: *const kuzzle_error) -> kuzzle_retry {
    // SAFETY: the caller gives an error of this library, or null.
    let definition = unsafe { error.as_ref() }.and_then(|error| error.get().definition());
    kuzzle_retry::new(definition.and_then(Definition::retry))
}

/// Whether the cause is temporary, so that the same request may work later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_is_retryable(error: *const kuzzle_error) -> bool {
    // SAFETY: the caller gives an error of this library, or null.
    unsafe { error.as_ref() }.is_some_and(|error| error.get().is_retryable())
}

/// Whether a new login is needed before the request can work again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_error_needs_login(error: *const kuzzle_error) -> bool {
    // SAFETY: the caller gives an error of this library, or null.
    unsafe { error.as_ref() }.is_some_and(|error| error.get().needs_login())
}

fn props(error: &kuzzle_error) -> &Props {
    error.read.props.get_or_init(|| Props::new(&error.get().props()))
}

fn failures(error: &kuzzle_error) -> &kuzzle_failures {
    error.read.failures.get_or_init(|| kuzzle_failures::new(&error.get().failures()))
}

/// Answers a text of an error, which is made the first time it is asked for.
///
/// # Safety
///
/// `error` is of this library or null, `length` leads to room for a number or is null.
unsafe fn text_of(
    error: *const kuzzle_error,
    length: *mut usize,
    place: impl FnOnce(&Read) -> &OnceLock<Option<Text>>,
    make: impl FnOnce(&kuzzle_error) -> Option<Text>,
) -> *const c_char {
    // SAFETY: as above.
    let error = unsafe { error.as_ref() };
    let text = guard(None, || error.and_then(|error| place(&error.read).get_or_init(|| make(error)).as_ref()));
    // SAFETY: as above.
    unsafe { answer(text, length) }
}

/// Answers a text and its length.
///
/// # Safety
///
/// `length` leads to room for a number or is null.
unsafe fn answer(text: Option<&Text>, length: *mut usize) -> *const c_char {
    // SAFETY: as above.
    if let Some(length) = unsafe { length.as_mut() } {
        *length = text.map_or(0, Text::length);
    }
    text.map_or(ptr::null(), Text::as_ptr)
}

fn context_texts(error: &KuzzleError) -> Vec<(&'static str, Text)> {
    let context = error.context();
    context.iter().filter_map(|(name, _)| Some((name, Text::from(&*context.text(name)?)))).collect()
}
