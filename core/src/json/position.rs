//! Lines and columns.

#[cfg(feature = "json")]
use alloc::vec::Vec;

/// A place in a text: both numbers count from 1, the column in characters (Unicode scalar values), not in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Finds the positions of rising byte offsets in one pass over a text.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
    offset: usize,
    position: Position,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text, offset: 0, position: Position { line: 1, column: 1 } }
    }

    /// The position of a byte offset: within a character that character's, beyond the end the end's.
    ///
    /// An offset that the cursor has passed answers as the place where the cursor stands.
    pub(super) fn advance_to(&mut self, offset: usize) -> Position {
        let mut length = offset.saturating_sub(self.offset).min(self.rest.len());
        while !self.rest.is_char_boundary(length) {
            length -= 1;
        }
        let (passed, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.position.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        match passed.rsplit_once('\n') {
            Some((_, line)) => self.position.column = 1 + character_count(line),
            None => self.position.column += character_count(passed),
        }
        self.rest = rest;
        self.offset += length;
        self.position
    }
}

/// As `chars().count()`, which is quicker and larger.
fn character_count(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Finds the positions of byte offsets in any order, each in constant time.
#[cfg(feature = "json")]
#[derive(Clone, Debug)]
pub(crate) struct PositionIndex<'a> {
    /// A cursor at every multiple of the step.
    cursors: Vec<Cursor<'a>>,
}

#[cfg(feature = "json")]
impl<'a> PositionIndex<'a> {
    const STEP: usize = 128;

    pub(crate) fn new(text: &'a str) -> Self {
        let mut cursor = Cursor::new(text);
        let cursors = (0..=text.len()).step_by(Self::STEP).map(|offset| {
            cursor.advance_to(offset);
            cursor.clone()
        });
        Self { cursors: cursors.collect() }
    }

    /// The position of a byte offset; as [`Cursor::advance_to`].
    pub(crate) fn at(&self, offset: usize) -> Position {
        let last = self.cursors.len() - 1;
        self.cursors[last.min(offset / Self::STEP)].clone().advance_to(offset)
    }
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;

    #[test]
    fn an_index_finds_what_a_cursor_finds() {
        let text = "é€\nx\n".repeat(400) + "the last line";
        let index = PositionIndex::new(&text);
        assert_eq!(index.at(0), Position { line: 1, column: 1 });
        // Each round is 8 bytes, 2 lines: é€ on one, x on the other.
        for round in [0, 1, 63, 64, 65, 399] {
            assert_eq!(index.at(8 * round + 2), Position { line: 2 * round + 1, column: 2 });
            assert_eq!(index.at(8 * round + 6), Position { line: 2 * round + 2, column: 1 });
        }
        assert_eq!(index.at(3200 + 4), Position { line: 801, column: 5 });
        assert_eq!(index.at(usize::MAX), Position { line: 801, column: 14 });
        assert_eq!(PositionIndex::new("").at(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn a_cursor_counts_lines_and_characters() {
        let mut cursor = Cursor::new("aé\n€x\n\ny");
        let places = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 99].map(|offset| {
            let Position { line, column } = cursor.advance_to(offset);
            (line, column)
        });
        let expected = [(1, 1), (1, 2), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1), (4, 2), (4, 2)];
        assert_eq!(places, expected);
        assert_eq!(cursor.advance_to(0), Position { line: 4, column: 2 });
    }
}
