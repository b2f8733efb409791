//! Looking for bytes: with SIMD where the feature `scan-fast` brings it.

#[cfg(feature = "scan-fast")]
pub(super) use memchr::{memchr as first, memrchr as last};

/// Where a byte stands first.
#[cfg(not(feature = "scan-fast"))]
pub(super) fn first(wanted: u8, text: &[u8]) -> Option<usize> {
    text.iter().position(|&byte| byte == wanted)
}

/// Where a byte stands last.
#[cfg(not(feature = "scan-fast"))]
pub(super) fn last(wanted: u8, text: &[u8]) -> Option<usize> {
    text.iter().rposition(|&byte| byte == wanted)
}

/// How many lines end in a text.
pub(super) fn count_line_ends(text: &[u8]) -> usize {
    #[cfg(feature = "scan-fast")]
    return memchr::memchr_iter(b'\n', text).count();
    #[cfg(not(feature = "scan-fast"))]
    text.split(|&byte| byte == b'\n').count().saturating_sub(1)
}

/// The first position from `start` whose byte is of some kind; the end of the text where there is none.
pub(super) fn skip_until(text: &[u8], start: usize, is_wanted: impl Fn(u8) -> bool) -> usize {
    text.get(start..).and_then(|rest| rest.iter().position(|&byte| is_wanted(byte))).map_or(text.len(), |at| start + at)
}
