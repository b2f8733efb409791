//! Looking for bytes: with SIMD where the feature `scan-fast` brings it.

use core::ops::Range;

#[cfg(feature = "scan-fast")]
pub(super) use memchr::{memchr as first, memchr2 as first_of_two, memrchr as last};

/// Where a byte stands first.
#[cfg(not(feature = "scan-fast"))]
pub(super) fn first(wanted: u8, text: &[u8]) -> Option<usize> {
    text.iter().position(|&byte| byte == wanted)
}

/// Where one of two bytes stands first.
#[cfg(not(feature = "scan-fast"))]
pub(super) fn first_of_two(one: u8, other: u8, text: &[u8]) -> Option<usize> {
    text.iter().position(|&byte| byte == one || byte == other)
}

/// Where a byte stands last.
#[cfg(not(feature = "scan-fast"))]
pub(super) fn last(wanted: u8, text: &[u8]) -> Option<usize> {
    text.iter().rposition(|&byte| byte == wanted)
}

/// How often a byte stands in a text.
#[inline(never)] // Where only the lowest bit of the number is asked for, compilers would go byte after byte.
pub(super) fn count(wanted: u8, text: &[u8]) -> usize {
    // Chunks in which one byte can hold the number: so many places are counted at once as a register has bytes.
    let count = |chunk: &[u8]| chunk.iter().fold(0, |count, &byte| count + u8::from(byte == wanted));
    text.chunks(CHUNK).map(|chunk| usize::from(count(chunk))).sum()
}

/// Where a byte first stands that is not right behind another one; not at the beginning.
pub(super) fn first_not_behind(before: u8, wanted: u8, text: &[u8]) -> Option<usize> {
    let is_found = |(one, two): (&u8, &u8)| u8::from(*one != before) & u8::from(*two == wanted);
    let behind = text.get(1..)?;
    // Compilers turn the look at a block into SIMD.
    let blocks = text.chunks_exact(BLOCK).zip(behind.chunks_exact(BLOCK));
    let has_none = |(one, two): &(&[u8], &[u8])| one.iter().zip(*two).map(is_found).fold(0, u8::max) == 0;
    let skipped = blocks.take_while(has_none).count() * BLOCK;
    let at = text[skipped..].iter().zip(&behind[skipped..]).position(|pair| is_found(pair) == 1)?;
    Some(skipped + at + 1)
}

/// Where one of two bytes stands, from left to right.
pub(super) fn positions_of_either(one: u8, other: u8, text: &[u8]) -> impl Iterator<Item = usize> {
    #[cfg(feature = "scan-fast")]
    return memchr::memchr2_iter(one, other, text);
    #[cfg(not(feature = "scan-fast"))]
    (0..text.len()).filter(move |&at| text[at] == one || text[at] == other)
}

/// The positions in a part of a text at which one of some bytes stands, in their order.
///
/// A block of 64 bytes at once: with one bit for each that is wanted, the next is a count of zeros away.
pub(super) struct Positions<'t, const N: usize> {
    text: &'t [u8],
    wanted: [u8; N],
    /// Where the block begins.
    block: usize,
    /// The wanted bytes of the block that are still to come.
    found: u64,
    end: usize,
}

const BLOCK: usize = 64;

/// The bytes that are counted at once.
const CHUNK: usize = 192;

impl<'t, const N: usize> Positions<'t, N> {
    /// The positions within a range of a text, which it does not go beyond.
    pub(super) fn new(text: &'t [u8], range: Range<usize>, wanted: [u8; N]) -> Self {
        let mut positions = Self { text, wanted, block: range.start, found: 0, end: range.end };
        positions.load();
        positions
    }

    fn load(&mut self) {
        let rest = self.text.get(self.block..).unwrap_or_default();
        let found = if let Some(block) = rest.first_chunk() {
            found_in(block, &self.wanted)
        } else {
            let mut block = [0; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            found_in(&block, &self.wanted)
        };
        let length = self.end - self.block;
        self.found = if length < BLOCK { found & ((1 << length) - 1) } else { found };
    }
}

impl<const N: usize> Iterator for Positions<'_, N> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if self.end - self.block <= BLOCK {
                return None;
            }
            self.block += BLOCK;
            self.load();
        }
        let position = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(position)
    }
}

/// A bit for each byte of a block, the lowest for the first, whether it is one of those wanted.
///
/// Compilers turn both loops into SIMD.
#[inline]
fn found_in<const N: usize>(block: &[u8; BLOCK], wanted: &[u8; N]) -> u64 {
    let flags = block.map(|byte| wanted.iter().fold(0, |found, &wanted| found | u8::from(byte == wanted)));
    (0..).zip(flags.chunks_exact(8)).fold(0, |found, (place, eight)| {
        // Brings the lowest bits of the eight bytes together in the highest one.
        let eight = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        let bits = eight.wrapping_mul(0x0102_0408_1020_4080) >> 56;
        found | bits << (8 * place)
    })
}
