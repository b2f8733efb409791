//! The built-in registry as columns, made at compile time from generated rows.
//!
//! Columns, because a program links only those it asks for: looking codes up takes 2 kB and the ids.

#![expect(
    clippy::cast_possible_truncation,
    reason = "positions fit 16 bits and lengths 32, constants prove it by indexing; a hash is truncated on purpose"
)]

mod advice_rows;
mod assertions;
#[cfg(any(not(target_family = "wasm"), test))]
mod code_index;
mod ends;
pub(crate) mod id_index;
mod legacy_rows;
mod release_rows;
mod row;
mod rows;
#[cfg(any(target_family = "wasm", test))]
mod search;
mod text_column;

pub(crate) use legacy_rows::LEGACY;
pub(crate) use release_rows::{RELEASE_DATES, RELEASES};
pub(crate) use rows::COUNT;
#[cfg(target_family = "wasm")]
pub(crate) use search::{position_of_code, position_of_id};
#[cfg(not(target_family = "wasm"))]
pub(crate) use {code_index::position as position_of_code, id_index::position as position_of_id};

use crate::release::ReleaseRange;
use crate::{Audience, Class, Retry};
use advice_rows::ADVICE_ROWS;
use ends::Ends;
use rows::{ROWS, URL_1X, URLS};
use text_column::{TextColumn, text_column};

pub(crate) static IDS: TextColumn = text_column!(ROWS, id);
pub(crate) static MESSAGES: TextColumn = text_column!(ROWS, message);
pub(crate) static DESCRIPTIONS: TextColumn = text_column!(ROWS, description);
pub(crate) static PARAMS: TextColumn = text_column!(ROWS, params);
pub(crate) static DEPRECATED: TextColumn = text_column!(ROWS, deprecated);
pub(crate) static CAUSES: TextColumn = text_column!(ADVICE_ROWS, cause);
pub(crate) static FIXES: TextColumn = text_column!(ADVICE_ROWS, fix);

/// Makes an array at compile time from one field of the rows.
macro_rules! column {
    ($row:ident => $value:expr) => {{
        let mut column = {
            let $row = &ROWS[0];
            [$value; COUNT]
        };
        let mut index = 1;
        while index < COUNT {
            let $row = &ROWS[index];
            column[index] = $value;
            index += 1;
        }
        column
    }};
}

pub(crate) static CODES: [u32; COUNT] = column!(row => row.code);
pub(crate) static CLASSES: [Class; COUNT] = column!(row => row.class);
pub(crate) static RETRIES: [Retry; COUNT] = column!(row => row.retry);
pub(crate) static AUDIENCES: [Audience; COUNT] = column!(row => row.audience);
pub(crate) static PARAMS_1X: [Option<&str>; COUNT] = column!(row => row.params_1x);
/// The 1.x and the 2.x line of each definition.
pub(crate) static LINES: [[Option<ReleaseRange>; 2]; COUNT] = column!(row => [row.line(0), row.line(1)]);

/// The position behind the last definition, as the index arrays count.
pub(crate) const END: u16 = COUNT as u16;

/// Kuzzle's page about the errors of the definition's domain, which is that of 1.x for what only 1.x has.
pub(crate) const fn url(index: usize) -> &'static str {
    let [_, line_2x] = LINES[index];
    match line_2x {
        Some(_) => URLS[(CODES[index] >> 24) as usize],
        None => URL_1X,
    }
}
