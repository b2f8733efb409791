//! Texts that come from C, and texts that go there.

use core::ffi::{CStr, c_char};
use core::slice;
use std::borrow::Cow;

/// Bytes that come with their length; none for null.
///
/// # Safety
///
/// `start` leads to `length` bytes that stay as they are for `'b`, or is null.
pub(crate) unsafe fn bytes<'b>(start: *const c_char, length: usize) -> &'b [u8] {
    if start.is_null() {
        return &[];
    }
    // SAFETY: not null, so it leads to that many bytes.
    unsafe { slice::from_raw_parts(start.cast(), length) }
}

/// The bytes of a text that ends with NUL; `None` for null.
///
/// # Safety
///
/// `text` ends with NUL and stays as it is for `'t`, or is null.
pub(crate) unsafe fn terminated<'t>(text: *const c_char) -> Option<&'t [u8]> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not null, so it ends with NUL.
    Some(unsafe { CStr::from_ptr(text) }.to_bytes())
}

/// A text that ends with NUL; `None` for null and for what is not UTF-8.
///
/// # Safety
///
/// As [`terminated`].
pub(crate) unsafe fn utf8<'t>(text: *const c_char) -> Option<&'t str> {
    // SAFETY: the caller keeps to it.
    let bytes = unsafe { terminated(text) }?;
    core::str::from_utf8(bytes).ok()
}

/// A text that ends with NUL, with U+FFFD in place of what is not UTF-8; empty for null.
///
/// # Safety
///
/// As [`terminated`].
pub(crate) unsafe fn lossy<'t>(text: *const c_char) -> Cow<'t, str> {
    // SAFETY: the caller keeps to it.
    String::from_utf8_lossy(unsafe { terminated(text) }.unwrap_or_default())
}

/// Texts that end with NUL, each empty where it is null or not UTF-8; none for null.
///
/// # Safety
///
/// `texts` leads to `count` texts as [`terminated`] wants them, or is null.
pub(crate) unsafe fn list<'t>(texts: *const *const c_char, count: usize) -> Vec<&'t str> {
    if texts.is_null() {
        return Vec::new();
    }
    // SAFETY: not null, so it leads to that many texts.
    let texts = unsafe { slice::from_raw_parts(texts, count) };
    // SAFETY: the caller gives texts that end with NUL, or null.
    texts.iter().map(|text| unsafe { utf8(*text) }.unwrap_or_default()).collect()
}

/// Copies what fits of a text into a buffer, ends it with NUL, and answers the length of the whole text, as `snprintf`.
///
/// # Safety
///
/// `buffer` leads to room for `size` bytes, or is null, which is room for none.
pub(crate) unsafe fn copy(text: &str, buffer: *mut c_char, size: usize) -> usize {
    if !buffer.is_null() && size > 0 {
        let length = text.len().min(size - 1);
        // SAFETY: not null, and `length` and a NUL are at most `size`.
        unsafe {
            buffer.copy_from_nonoverlapping(text.as_ptr().cast(), length);
            buffer.add(length).write(0);
        }
    }
    text.len()
}

/// A text that C reads: it ends with NUL, and may hold others before.
#[derive(Debug)]
pub(crate) struct Text {
    bytes: Box<[u8]>,
}

impl Text {
    /// Where the text begins.
    pub(crate) const fn as_ptr(&self) -> *const c_char {
        self.bytes.as_ptr().cast()
    }

    /// How long it is, without its NUL.
    pub(crate) const fn length(&self) -> usize {
        self.bytes.len().saturating_sub(1)
    }
}

impl<B: AsRef<[u8]> + ?Sized> From<&B> for Text {
    fn from(text: &B) -> Self {
        let text = text.as_ref();
        let mut bytes = Vec::with_capacity(text.len() + 1);
        bytes.extend_from_slice(text);
        bytes.push(0);
        Self { bytes: bytes.into() }
    }
}

/// Owns the texts that the rows of a list lead to.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    texts: Vec<Text>,
}

impl Texts {
    /// Keeps a text and answers where it begins, which is there as long as this is.
    pub(crate) fn keep(&mut self, text: &str) -> *const c_char {
        let text = Text::from(text);
        let start = text.as_ptr();
        self.texts.push(text);
        start
    }

    /// As [`keep`](Self::keep); null for no text.
    pub(crate) fn keep_or_null(&mut self, text: Option<&str>) -> *const c_char {
        text.map_or(core::ptr::null(), |text| self.keep(text))
    }
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::*;

    #[test]
    fn null_is_no_text() {
        // SAFETY: null is allowed.
        unsafe {
            assert_eq!(bytes(ptr::null(), 5), b"");
            assert_eq!(terminated(ptr::null()), None);
            assert_eq!(utf8(ptr::null()), None);
            assert_eq!(lossy(ptr::null()), "");
        }
    }

    #[test]
    fn what_is_not_utf8_is_no_id() {
        let overlong = c"a\xc0\x80";
        // SAFETY: the text is a constant that ends with NUL.
        unsafe {
            assert_eq!(utf8(overlong.as_ptr()), None);
            assert_eq!(lossy(overlong.as_ptr()), "a\u{fffd}\u{fffd}");
        }
    }

    #[test]
    fn a_text_may_hold_nul() {
        let text = Text::from("a\0b");
        assert_eq!((text.length(), &*text.bytes), (3, &b"a\0b\0"[..]));
        assert_eq!(Text::from("").length(), 0);
    }
}
