//! A whole JSON text.

use alloc::vec::Vec;

use super::position::PositionIndex;
use super::{Malformed, Member, Value, without_mark};

/// A whole JSON text, known to be valid.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    text: &'a str,
    root: Value<'a>,
    members: Vec<Member<'a>>,
}

impl<'a> Document<'a> {
    /// Checks a text and, where it is an object, splits it into its members; a byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where the text is not one JSON value with nothing but blanks around it.
    pub(crate) fn read(text: &'a str) -> Result<Self, Malformed> {
        let root = Value::read(text)?;
        Ok(Self { text: without_mark(text), root, members: root.members() })
    }

    /// The one value that the text is.
    pub(crate) const fn root(&self) -> Value<'a> {
        self.root
    }

    /// The members of the root in order, duplicate keys included; empty where it is no object.
    pub(crate) fn members(&self) -> &[Member<'a>] {
        &self.members
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
