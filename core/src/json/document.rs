//! A whole JSON text.

use super::position::PositionIndex;
use super::{Malformed, Value, without_mark};

/// A whole JSON text, known to be valid.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    text: &'a str,
    root: Value<'a>,
}

impl<'a> Document<'a> {
    /// Checks a text; a byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where the text is not one JSON value with nothing but blanks around it.
    pub(crate) fn read(text: &'a str) -> Result<Self, Malformed> {
        Ok(Self { text: without_mark(text), root: Value::read(text)? })
    }

    /// The one value that the text is.
    pub(crate) const fn root(&self) -> Value<'a> {
        self.root
    }

    /// The byte offset of a value (or of any other piece) of this document; `None` for foreign text.
    pub(crate) fn offset_of(&self, piece: &str) -> Option<usize> {
        let offset = piece.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        (offset.checked_add(piece.len())? <= self.text.len()).then_some(offset)
    }

    /// An index that finds lines and columns in any order.
    pub(crate) fn position_index(&self) -> PositionIndex<'a> {
        PositionIndex::new(self.text)
    }
}
