//! Texts that come from C.

use core::ffi::{CStr, c_char};

/// A text that ends with NUL; `None` for null and for what is not UTF-8.
///
/// # Safety
///
/// `text` ends with NUL and stays as it is for `'t`, or is null.
pub(crate) unsafe fn utf8<'t>(text: *const c_char) -> Option<&'t str> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not null, so it ends with NUL.
    unsafe { CStr::from_ptr(text) }.to_str().ok()
}
