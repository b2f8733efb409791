//! Constant texts as C reads them: one behind the other in one piece, each with its NUL.

use core::ffi::c_char;

/// Texts in one piece, made by [`packed!`]. A text that equals the one before it stands there once.
pub(crate) struct Packed<const COUNT: usize> {
    pub(crate) bytes: &'static [u8],
    pub(crate) starts: [usize; COUNT],
}

impl<const COUNT: usize> Packed<COUNT> {
    /// The text at a position.
    pub(crate) const fn at(&self, position: usize) -> *const c_char {
        self.bytes.split_at(self.starts[position]).1.as_ptr().cast()
    }
}

/// Makes a static [`Packed`] of so many texts, each given by its position.
macro_rules! packed {
    ($name:ident: [$count:expr] = $position:ident => $text:expr) => {
        static $name: $crate::packed::Packed<{ $count }> = {
            const TEXTS: [&str; $count] = {
                let mut texts = [""; $count];
                let mut $position = 0;
                while $position < texts.len() {
                    texts[$position] = $text;
                    $position += 1;
                }
                texts
            };
            const STARTS: [usize; $count + 1] = $crate::packed::starts(&TEXTS);
            static BYTES: [u8; STARTS[$count]] = $crate::packed::bytes(&TEXTS, &STARTS);
            $crate::packed::Packed { bytes: &BYTES, starts: *STARTS.first_chunk().unwrap() }
        };
    };
}

pub(crate) use packed;

/// Where each text starts, and where the last one with its NUL ends.
pub(crate) const fn starts<const COUNT: usize, const ENDS: usize>(texts: &[&str; COUNT]) -> [usize; ENDS] {
    let mut starts = [0; ENDS];
    let mut end = 0;
    let mut position = 0;
    while position < COUNT {
        if position > 0 && equal(texts[position].as_bytes(), texts[position - 1].as_bytes()) {
            starts[position] = starts[position - 1];
        } else {
            starts[position] = end;
            end += texts[position].len() + 1;
        }
        position += 1;
    }
    starts[COUNT] = end;
    starts
}

/// The texts where they start, everything else NUL.
pub(crate) const fn bytes<const LENGTH: usize>(texts: &[&str], starts: &[usize]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let mut position = 0;
    while position < texts.len() {
        let text = texts[position].as_bytes();
        let mut byte = 0;
        while byte < text.len() {
            bytes[starts[position] + byte] = text[byte];
            byte += 1;
        }
        position += 1;
    }
    bytes
}

const fn equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    #[test]
    fn each_text_ends_with_nul_and_a_repeated_one_stands_once() {
        const WORDS: [&str; 4] = ["one", "two", "two", ""];
        packed!(PACKED: [4] = position => WORDS[position]);
        assert_eq!(PACKED.bytes, b"one\0two\0\0");
        for (position, word) in WORDS.into_iter().enumerate() {
            // SAFETY: the piece has a NUL behind each text.
            let found = unsafe { CStr::from_ptr(PACKED.at(position)) };
            assert_eq!(found.to_str(), Ok(word));
        }
    }
}
