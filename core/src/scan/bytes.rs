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

/// The first position from `start` of one of some bytes; the end of the text where there is none.
///
/// Eight bytes at once: of two or three bytes that are never far away this finds the next sooner than SIMD, which has
/// to be set up each time.
#[inline]
pub(super) fn skip_until_any<const N: usize>(text: &[u8], start: usize, wanted: [u8; N]) -> usize {
    let mut position = start;
    while let Some(eight) = text.get(position..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = u64::from_le_bytes(*eight);
        let found = wanted.iter().fold(0, |found, &byte| found | zero_bytes(word ^ (ONES * u64::from(byte))));
        if found != 0 {
            return position + found.trailing_zeros() as usize / 8;
        }
        position += 8;
    }
    skip_until(text, position, |byte| wanted.contains(&byte))
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);

/// The highest bit of each byte that is zero; of those above the lowest one others may be set, too.
const fn zero_bytes(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & (ONES << 7)
}
