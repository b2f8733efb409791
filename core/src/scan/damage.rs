//! What of a text is broken.

use core::str;

use super::bytes;
use super::quote::{level_at, skip_blanks};
use super::record::{MAX_RECORD, last_start, record_end};
use super::walk::Walk;
use crate::Registry;

/// What of a text is broken. It has been read all the same, as far as it goes.
///
/// ```
/// use kuzzle_errors::scan::{Damage, Defect};
///
/// let damage = Damage::of(b"{\"a\":1}\n{\"a\":{\"b\"\nlatin \xe9\n");
/// assert_eq!(damage.broken_off, Defect { count: 1, bytes: 10 });
/// assert_eq!(damage.not_utf_8, Defect { count: 1, bytes: 8 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    /// Lines, or lines that belong together, that begin with an object and end within one.
    pub broken_off: Defect,
    /// Lines that are not UTF-8.
    pub not_utf_8: Defect,
}

/// How often something is broken, and how many bytes that are, line ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Defect {
    /// How often.
    pub count: u64,
    /// How many bytes.
    pub bytes: u64,
}

impl Damage {
    /// The damage in a text that is whole, or was cut where [`whole_records`](super::whole_records) says.
    #[must_use]
    pub fn of(text: &[u8]) -> Self {
        Self { broken_off: broken_off(text), not_utf_8: not_utf_8(text) }
    }

    /// Takes in the damage of another text.
    pub const fn add(&mut self, other: &Self) {
        self.broken_off.add(other.broken_off.count, other.broken_off.bytes);
        self.not_utf_8.add(other.not_utf_8.count, other.not_utf_8.bytes);
    }
}

impl Defect {
    /// Takes in some more.
    pub const fn add(&mut self, count: u64, bytes: u64) {
        self.count += count;
        self.bytes += bytes;
    }
}

fn broken_off(text: &[u8]) -> Defect {
    let mut defect = Defect::default();
    let mut start = 0;
    while start < text.len() {
        start = skip_whole_objects(text, start);
        let end = record_end(text, start);
        let record = &text[start..end];
        if is_suspicious(record) && Walk::new(Registry::kuzzle(), record).breaks_off() {
            defect.add(1, record.len() as u64);
        }
        start = end;
    }
    defect
}

/// The beginning of a record before which all records from `start` on, where one begins, end like objects.
fn skip_whole_objects(text: &[u8], start: usize) -> usize {
    if text[start] != b'{' {
        return start;
    }
    let limit = text.len().min(start + MAX_RECORD);
    let doubtful = bytes::first_not_behind(b'}', b'\n', &text[start..limit]);
    last_start(&text[..doubtful.map_or(limit, |at| start + at)], start)
}

/// Whether a record begins like an object and does not end like one.
fn is_suspicious(record: &[u8]) -> bool {
    let is_object = record.first() == Some(&b'{') && level_at(record, skip_blanks(record, 1)).is_some();
    is_object && record.trim_ascii_end().last() != Some(&b'}')
}

fn not_utf_8(text: &[u8]) -> Defect {
    let mut defect = Defect::default();
    let mut rest = text;
    while let Err(error) = str::from_utf8(rest) {
        let (before, behind) = rest.split_at(error.valid_up_to());
        let start = bytes::last(b'\n', before).map_or(0, |line_end| line_end + 1);
        let end = bytes::first(b'\n', behind).map_or(rest.len(), |line_end| before.len() + line_end + 1);
        defect.add(1, (end - start) as u64);
        rest = &rest[end..];
    }
    defect
}
