//! Bounds of what is read.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::Malformed;
use crate::json::without_mark;
use crate::render::decimal::decimal;

/// Bounds of what is read.
///
/// ```
/// use kuzzle_errors::{ParseOptions, Registry};
///
/// let options = ParseOptions::new().max_bytes(10);
/// let complaint = Registry::kuzzle().parse_with(options, r#"{"error":{"message":"…"}}"#, None).unwrap_err();
/// assert_eq!(complaint.message(), "longer than the limit of 10 bytes");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseOptions {
    max_bytes: usize,
    pub(super) max_depth: usize,
}

impl ParseOptions {
    /// 64 MiB, and any depth: reading nested values takes no stack.
    #[must_use]
    pub const fn new() -> Self {
        Self { max_bytes: 64 << 20, max_depth: usize::MAX }
    }

    /// Longer bodies are refused.
    #[must_use]
    pub const fn max_bytes(self, max_bytes: usize) -> Self {
        Self { max_bytes, ..self }
    }

    /// Bodies with more objects and arrays in one another are refused, for readers of the parts that can't take them.
    #[must_use]
    pub const fn max_depth(self, max_depth: usize) -> Self {
        Self { max_depth, ..self }
    }
}

impl Default for ParseOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// The text of a body that is not too long.
pub(super) fn text_within(options: ParseOptions, body: &[u8]) -> Result<Cow<'_, str>, Malformed> {
    match body.get(..options.max_bytes) {
        Some(start) if body.len() > options.max_bytes => {
            let message = ["longer than the limit of ", &decimal(options.max_bytes), " bytes"].concat();
            let start = whole_characters(start);
            let start = without_mark(&start);
            Err(Malformed::at(start, start.len(), message))
        }
        _ => Ok(lossy_text(body)),
    }
}

/// The text of bytes that may end within a character, up to that one.
fn whole_characters(bytes: &[u8]) -> Cow<'_, str> {
    let last = bytes.utf8_chunks().last().map_or(&b""[..], |chunk| chunk.invalid());
    let is_cut = core::str::from_utf8(last).is_err_and(|error| error.error_len().is_none());
    let cut = if is_cut { last } else { b"" };
    lossy_text(bytes.strip_suffix(cut).unwrap_or(bytes))
}

/// [`String::from_utf8_lossy`], quicker where all is well.
pub(super) fn lossy_text(bytes: &[u8]) -> Cow<'_, str> {
    core::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}
