//! The words of the answer for people.

use std::fmt::Write;

use kuzzle_errors::scan::{Place, Timestamp};
use kuzzle_errors::{Conflict, Definition};

use super::report::{Key, Report};
use crate::text::printable;

/// What errors are grouped by.
pub(super) fn key(key: Key<'_>) -> String {
    match key {
        Key::Text(text) => printable(text).into_owned(),
        Key::Number(number) => number.to_string(),
        Key::Hour(hour) => hour.to_string(),
        Key::Unknown => "unknown".to_owned(),
    }
}

/// `code 0x00000001 of core.fatal.unexpected_error instead of 0x01010001, status 400 instead of 412`.
pub(super) fn conflict(conflict: &Conflict<'_>) -> String {
    let mut text = String::new();
    if let Some(code) = conflict.code {
        let _ = write!(text, "code {}", code.received);
        if let Some(definition) = code.belongs_to {
            let _ = write!(text, " of {}", printable(definition.id()));
        }
        if let Some(expected) = code.expected {
            let _ = write!(text, " instead of {expected}");
        }
    }
    if let Some(status) = conflict.status {
        let separator = if text.is_empty() { "" } else { ", " };
        let _ = write!(text, "{separator}status {} instead of {}", status.received, status.expected);
    }
    text
}

/// `app.log:12`; only the number of the line where there is one file.
pub(super) fn place(report: &Report<'_, '_>, place: Place) -> String {
    match report.files {
        [_] => format!("line {}", place.line),
        _ => format!("{}:{}", printable(report.file(place.file)).replace('\n', "\\n"), place.line),
    }
}

/// `2026-11-27 15:19:23`, in UTC.
pub(super) fn time(time: Option<Timestamp>) -> String {
    time.map(|time| time.to_string()[..19].replace('T', " ")).unwrap_or_default()
}

/// `PreconditionError (412)`.
pub(super) fn class(definition: Definition<'_>) -> String {
    format!("{} ({})", definition.class(), definition.status())
}

/// A number with its thousands apart.
pub(super) fn count(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (position, digit) in digits.char_indices() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
