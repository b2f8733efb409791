//! What is found.

use core::ops::Range;

use super::Timestamp;
use crate::{Code, Conflict, Definition, ResolvedBy};

/// One error that a text speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'r, 't> {
    /// Which error it is.
    pub subject: Subject<'r, 't>,
    /// What says so.
    pub by: ResolvedBy,
    /// Where id, code and status contradict each other.
    pub conflict: Option<Conflict<'r>>,
    /// Whether it stands in the data of somebody, below `result`, `_source`, `body` or `documents`.
    pub in_documents: bool,
    /// When the line was written, if it says so.
    pub time: Option<Timestamp>,
    /// Where in the text the id or the code stands, in bytes.
    pub place: Range<usize>,
    /// The number of the line in which it stands, from 1.
    pub line: usize,
    /// The whole line or, where an object goes on over several, all of them, in bytes; the line end included.
    pub lines: Range<usize>,
}

/// The error of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'r, 't> {
    /// A known error.
    Definition(Definition<'r>),
    /// An id that the registry does not have.
    UnknownId(&'t str),
    /// A code that the registry does not have, without an id.
    UnknownCode(Code),
    /// A code without an id whose definition has another status than the one beside it: nobody can tell.
    Contradiction(Code),
}

impl<'r> Subject<'r, '_> {
    /// The definition, where there is one.
    #[must_use]
    pub const fn definition(self) -> Option<Definition<'r>> {
        match self {
            Self::Definition(definition) => Some(definition),
            _ => None,
        }
    }
}
