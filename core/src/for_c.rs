//! The built-in tables as the C library lays them out at compile time: the same bytes, each text with its NUL.
//!
//! Not for others: [`Definition`](crate::Definition) says the same things safely typed.
//! Positions are those of [`iter`](crate::iter); a position beyond the last does not compile in a constant.

use core::ffi::CStr;

use crate::definition::Source;
use crate::tables::{self, id_index};
use crate::{Audience, Class, Definition, Legacy, ReleaseRange, Retry};

/// The number of built-in definitions.
pub const COUNT: usize = tables::COUNT;

/// The code at a position.
#[must_use]
pub const fn code(position: usize) -> u32 {
    tables::CODES[position]
}

/// The class at a position.
#[must_use]
pub const fn class(position: usize) -> Class {
    tables::CLASSES[position]
}

/// The retry advice at a position.
#[must_use]
pub const fn retry(position: usize) -> Retry {
    tables::RETRIES[position]
}

/// The audience at a position.
#[must_use]
pub const fn audience(position: usize) -> Audience {
    tables::AUDIENCES[position]
}

/// The id at a position.
#[must_use]
pub const fn id(position: usize) -> &'static CStr {
    tables::IDS.c_str(position)
}

/// The message at a position.
#[must_use]
pub const fn message(position: usize) -> &'static CStr {
    tables::MESSAGES.c_str(position)
}

/// The description at a position, which is the message where there is none.
#[must_use]
pub const fn description(position: usize) -> &'static CStr {
    let description = tables::DESCRIPTIONS.c_str(position);
    if description.is_empty() { message(position) } else { description }
}

/// The number of params at a position.
#[must_use]
pub const fn param_count(position: usize) -> usize {
    let mut count = 0;
    while !param(position, count).is_empty() {
        count += 1;
    }
    count
}

/// The name of one param at a position; empty beyond the last.
#[must_use]
pub const fn param(position: usize, param: usize) -> &'static CStr {
    tables::PARAMS.c_str_after(position, param)
}

/// The release that deprecated the definition at a position, or an empty text.
#[must_use]
pub const fn deprecated(position: usize) -> &'static CStr {
    tables::DEPRECATED.c_str(position)
}

/// The 1.x and the 2.x line of releases at a position.
#[must_use]
pub const fn lines(position: usize) -> [Option<ReleaseRange>; 2] {
    tables::LINES[position]
}

/// Kuzzle's page about the definition at a position.
#[must_use]
pub const fn url(position: usize) -> &'static str {
    tables::url(position)
}

/// The cause at a position.
#[must_use]
pub const fn cause(position: usize) -> &'static CStr {
    tables::CAUSES.c_str(position)
}

/// The fix at a position.
#[must_use]
pub const fn fix(position: usize) -> &'static CStr {
    tables::FIXES.c_str(position)
}

/// The number of meanings that codes had before 1.10.5.
pub const LEGACY_COUNT: usize = tables::LEGACY.len();

/// One meaning that a code had before 1.10.5: by code, the newest first.
#[must_use]
pub const fn legacy(position: usize) -> Legacy {
    tables::LEGACY[position]
}

/// The code that had this meaning.
#[must_use]
pub const fn legacy_code(position: usize) -> u32 {
    tables::LEGACY[position].code
}

/// The position of the definition with this id, which need not be UTF-8.
#[must_use]
#[inline]
pub fn position_of_id(id: &[u8]) -> Option<usize> {
    id_index::position_of_bytes(id).map(usize::from)
}

/// The position of a built-in definition; `None` where it was loaded, and where a loaded one lies over it.
#[must_use]
pub fn position(definition: Definition<'_>) -> Option<usize> {
    match definition.source() {
        Source::BuiltIn(position, _) => Some(position.into()),
        #[cfg(feature = "json")]
        Source::Loaded(_) => None,
    }
}
