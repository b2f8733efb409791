//! Why a text is no JSON.

use alloc::boxed::Box;
use core::fmt;

use super::position::{Cursor, Position};

/// The text is not valid JSON: what is wrong, and where reading stopped, which is the offending character except in
/// strings: there it is the character before a control character, and the last of a bad escape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    message: Box<str>,
    position: Position,
}

impl Malformed {
    /// Says what is wrong at a byte offset.
    pub(crate) fn at(text: &str, offset: usize, message: impl Into<Box<str>>) -> Self {
        Self { message: message.into(), position: Cursor::new(text).advance_to(offset) }
    }

    /// What is wrong, in English, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    #[cfg(feature = "json")]
    pub(crate) const fn position(&self) -> Position {
        self.position
    }

    /// The line, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.position.line
    }

    /// The column in characters (Unicode scalar values), from 1; a byte order mark doesn't count.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.position.column
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "invalid JSON at line {}, column {}: {}", self.line(), self.column(), self.message)
    }
}

impl core::error::Error for Malformed {}
