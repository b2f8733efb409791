//! Many short texts in one piece.

use core::ffi::CStr;

use super::ends::Ends;

/// One text per built-in definition. All of them stand in one string, each followed by a NUL, so that C reads the
/// same bytes as Rust.
pub(crate) struct TextColumn {
    pub(super) text: &'static str,
    pub(super) ends: &'static Ends,
}

impl TextColumn {
    /// The text of a definition; empty where it has none.
    #[inline]
    pub(crate) fn get(&self, index: usize) -> &'static str {
        let (start, end) = self.range(index);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The bytes of the text, without the checks that a `str` needs.
    #[inline]
    pub(crate) fn bytes(&self, index: usize) -> &'static [u8] {
        let (start, end) = self.range(index);
        self.text.as_bytes().get(start..end).unwrap_or_default()
    }

    /// The text as C reads it, up to its first NUL.
    pub(crate) const fn c_str(&self, index: usize) -> &'static CStr {
        self.c_str_after(index, 0)
    }

    /// Of several texts joined by NUL, the one behind the first `skipped`, as C reads it; empty beyond the last.
    pub(crate) const fn c_str_after(&self, index: usize, skipped: usize) -> &'static CStr {
        let (start, end) = self.range(index);
        let mut rest = self.text.as_bytes().split_at(end + 1).0.split_at(start).1;
        let mut to_skip = skipped;
        while let Ok(text) = CStr::from_bytes_until_nul(rest) {
            if to_skip == 0 {
                return text;
            }
            to_skip -= 1;
            rest = rest.split_at(text.count_bytes() + 1).1;
        }
        c""
    }

    #[inline]
    const fn range(&self, index: usize) -> (usize, usize) {
        self.ends.range(index)
    }
}

/// Makes a [`TextColumn`] at compile time from one field of constant rows.
macro_rules! text_column {
    ($rows:ident, $field:ident) => {{
        const LENGTH: usize = {
            let mut length = 0;
            let mut index = 0;
            while index < COUNT {
                length += $rows[index].$field.len() + 1;
                index += 1;
            }
            length
        };
        const PIECE: ([u8; LENGTH], [u32; COUNT]) = {
            let mut bytes = [0; LENGTH];
            let mut ends = [0; COUNT];
            let mut position = 0;
            let mut index = 0;
            while index < COUNT {
                let text = $rows[index].$field.as_bytes();
                let mut copied = 0;
                while copied < text.len() {
                    bytes[position] = text[copied];
                    position += 1;
                    copied += 1;
                }
                ends[index] = position as u32;
                position += 1;
                index += 1;
            }
            (bytes, ends)
        };
        // Statics, not constants: the C library points to these very bytes.
        static BYTES: [u8; LENGTH] = PIECE.0;
        static ENDS: Ends = Ends::new(&PIECE.1);
        TextColumn {
            text: match core::str::from_utf8(&BYTES) {
                Ok(text) => text,
                Err(_) => panic!("the rows are valid UTF-8"),
            },
            ends: &ENDS,
        }
    }};
}

pub(super) use text_column;
