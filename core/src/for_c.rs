//! The built-in tables as the C library lays them out at compile time: the same bytes, each text with its NUL.
//!
//! Not for others: [`Definition`](crate::Definition) says the same things safely typed.
//! Positions are those of [`iter`](crate::iter); a position beyond the last does not compile in a constant.

use core::ffi::CStr;

use crate::tables;
use crate::{Audience, Class, Retry};

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
