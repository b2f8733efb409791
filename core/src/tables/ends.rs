//! Where the texts of a column end.

use super::COUNT;

/// The position of the NUL behind each text.
#[cfg(not(target_family = "wasm"))]
pub(crate) struct Ends([u32; COUNT]);

#[cfg(not(target_family = "wasm"))]
impl Ends {
    pub(super) const fn new(ends: &[u32; COUNT]) -> Self {
        Self(*ends)
    }

    /// From where to where the text of a definition reaches.
    #[inline]
    pub(super) const fn range(&self, index: usize) -> (usize, usize) {
        let start = if index == 0 { 0 } else { self.0[index - 1] as usize + 1 };
        (start, self.0[index] as usize)
    }
}

/// The length of each text: what is downloaded must be small when it is compressed, which positions are not.
#[cfg(target_family = "wasm")]
pub(crate) struct Ends([u16; COUNT]);

#[cfg(target_family = "wasm")]
impl Ends {
    pub(super) const fn new(ends: &[u32; COUNT]) -> Self {
        let mut lengths = [0; COUNT];
        let mut index = 0;
        while index < COUNT {
            let start = if index == 0 { 0 } else { ends[index - 1] + 1 };
            assert!(ends[index] - start <= u16::MAX as u32, "a text is too long");
            lengths[index] = (ends[index] - start) as u16;
            index += 1;
        }
        Self(lengths)
    }

    /// From where to where the text of a definition reaches.
    pub(super) const fn range(&self, index: usize) -> (usize, usize) {
        let mut start = 0;
        let mut before = 0;
        while before < index {
            start += self.0[before] as usize + 1;
            before += 1;
        }
        (start, start + self.0[index] as usize)
    }
}
