//! `kuzzle_errors_…`: the built-in registry.

use core::ffi::{CStr, c_char};
use core::ptr;

use kuzzle_errors::for_c;

use crate::definition::kuzzle_definition;
use crate::table;
use crate::text;

/// The definition with this code; NULL where no error has it. Where two errors had one code, the newer.
///
/// The codes that JavaScript writes as negative numbers are understood once they are converted to `uint32_t`.
#[unsafe(no_mangle)]
pub extern "C" fn kuzzle_errors_by_code(code: u32) -> *const kuzzle_definition {
    kuzzle_errors::by_code(code).map_or(ptr::null(), table::pointer_to)
}

/// The definition with this id, compared byte by byte; NULL where no error has it. `id` ends with NUL, or is NULL,
/// which no error has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_errors_by_id(id: *const c_char) -> *const kuzzle_definition {
    // SAFETY: the caller gives a text that ends with NUL, or null.
    let id = unsafe { text::terminated(id) };
    id.and_then(for_c::position_of_id).map_or(ptr::null(), table::at)
}

/// Every definition: an array of `*count` pointers, by code; of several holders of a code the newest comes first.
/// `count` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_errors_all(count: *mut usize) -> *const *const kuzzle_definition {
    let pointers = table::pointers();
    // SAFETY: the caller gives room for a number, or null.
    if let Some(count) = unsafe { count.as_mut() } {
        *count = pointers.len();
    }
    pointers.as_ptr()
}

/// The version of the library that runs, as `KUZZLE_ERRORS_VERSION` is the version of the header.
#[unsafe(no_mangle)]
pub extern "C" fn kuzzle_errors_version() -> *const c_char {
    const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
        Ok(version) => version,
        Err(_) => panic!("a version holds no NUL"),
    };
    VERSION.as_ptr()
}
