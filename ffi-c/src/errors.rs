//! `kuzzle_errors_…`: the look-ups in the built-in registry.

use core::ffi::{CStr, c_char};

use crate::definition::kuzzle_definition;

/// The definition with this code; NULL where no error has it. Where two errors had one code, the newer.
#[unsafe(no_mangle)]
pub extern "C" fn kuzzle_errors_by_code(code: u32) -> *const kuzzle_definition {
    kuzzle_definition::pointer_to(kuzzle_errors::by_code(code))
}

/// The definition with this id, compared byte by byte; NULL where no error has it. `id` ends with NUL, or is NULL,
/// which no error has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_errors_by_id(id: *const c_char) -> *const kuzzle_definition {
    let definition = if id.is_null() {
        None
    } else {
        // SAFETY: the caller gives a text that ends with NUL.
        let id = unsafe { CStr::from_ptr(id) };
        id.to_str().ok().and_then(kuzzle_errors::by_id)
    };
    kuzzle_definition::pointer_to(definition)
}
