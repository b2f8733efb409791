//! `kuzzle_failure` and `kuzzle_failures`: the failed items of a batch.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::{Failure, failures};

use crate::fault::{attempt, kuzzle_fault};
use crate::text::{self, Text, Texts};

/// One failed item of a batch: a document that was not written, a user that was not deleted. What the server did not
/// tell is NULL. Texts that hold a NUL end there; `raw` has all of them escaped.
///
/// Newer versions of the library may add members at the end: never copy it.
#[repr(C)]
pub struct kuzzle_failure {
    /// The id of the item.
    pub id: *const c_char,
    /// Why it failed.
    pub reason: *const c_char,
    /// The bulk action: `index`, `create`, `update` or `delete`.
    pub action: *const c_char,
    /// The item as the JSON that came; never NULL.
    pub raw: *const c_char,
    /// The length of `raw` in bytes.
    pub raw_length: usize,
    /// The HTTP status of the item; 0 where the server did not tell.
    pub status: u16,
}

/// A list of failures.
#[derive(Default)]
pub struct kuzzle_failures {
    failures: Vec<kuzzle_failure>,
    raw: Vec<Text>,
    texts: Texts,
}

// SAFETY: the pointers lead to the texts beside them, and nothing is written to once the list is made.
unsafe impl Send for kuzzle_failures {}

// SAFETY: as above.
unsafe impl Sync for kuzzle_failures {}

impl kuzzle_failures {
    /// Lays out failures as C reads them.
    pub(crate) fn new(failures: &[Failure<'_>]) -> Self {
        let mut list = Self::default();
        for failure in failures {
            let row = list.row(failure);
            list.failures.push(row);
        }
        list
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.failures.len()
    }

    /// The one with this index; null beyond the last.
    pub(crate) fn at(&self, index: usize) -> *const kuzzle_failure {
        self.failures.get(index).map_or(ptr::null(), ptr::from_ref)
    }

    fn row(&mut self, failure: &Failure<'_>) -> kuzzle_failure {
        let raw = Text::from(&*failure.raw);
        let row = kuzzle_failure {
            id: self.texts.keep_or_null(failure.id.as_deref()),
            reason: self.texts.keep_or_null(failure.reason.as_deref()),
            action: self.texts.keep_or_null(failure.action.as_deref()),
            raw: raw.as_ptr(),
            raw_length: raw.length(),
            status: failure.status.unwrap_or_default(),
        };
        self.raw.push(raw);
        row
    }
}

/// Lists the failed items in the answer of a Kuzzle server, which may be an error (206, 400) or none (a 200 with
/// `result.errors`): `length` bytes that need not end with NUL.
///
/// NULL if it failed: `KUZZLE_FAULT_JSON`. A list without failures is not NULL. Free it with `kuzzle_failures_free`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_failures_read(
    response: *const c_char,
    length: usize,
    fault: *mut kuzzle_fault,
) -> *mut kuzzle_failures {
    // SAFETY: the caller gives that many bytes, or null, and room for a fault, or null.
    let list = unsafe {
        let response = text::bytes(response, length);
        attempt(fault, || Ok(kuzzle_failures::new(&failures(response)?)))
    };
    list.map_or(ptr::null_mut(), |list| Box::into_raw(Box::new(list)))
}

/// How many failures there are; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_failures_count(failures: *const kuzzle_failures) -> usize {
    // SAFETY: the caller gives a list of this library, or null.
    unsafe { failures.as_ref() }.map_or(0, kuzzle_failures::count)
}

/// The failure with this index, from 0; NULL beyond the last, and for NULL. It lives as long as the list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_failures_at(failures: *const kuzzle_failures, index: usize) -> *const kuzzle_failure {
    // SAFETY: the caller gives a list of this library, or null.
    unsafe { failures.as_ref() }.map_or(ptr::null(), |list| list.at(index))
}

/// Frees a list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_failures_free(failures: *mut kuzzle_failures) {
    if !failures.is_null() {
        // SAFETY: the caller gives back a list of this library, once.
        drop(unsafe { Box::from_raw(failures) });
    }
}
