//! The rows of the answer as programs read them.

use kuzzle_errors::scan::{Place, Tally, Timestamp};
use kuzzle_errors::{Code, Conflict};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::report::{Group, Key, Report};
use super::skipped::{Extent, Reason};
use crate::arguments::GroupBy;

/// A group of known errors: named by what they are grouped by, and for ids with what the definition says.
pub(super) struct ErrorRow<'a> {
    by: GroupBy,
    group: Group<'a>,
    count: u64,
    share: f64,
    seen: Seen<'a>,
}

/// The first and the last time and place.
#[derive(serde::Serialize)]
struct Seen<'a> {
    first: Sight<'a>,
    last: Sight<'a>,
}

/// A time and a place.
#[derive(serde::Serialize)]
struct Sight<'a> {
    time: Option<Timestamp>,
    file: &'a str,
    line: u64,
}

#[derive(serde::Serialize)]
pub(super) struct ConflictRow<'a> {
    id: Option<&'a str>,
    conflict: Conflict<'a>,
    count: u64,
    #[serde(flatten)]
    seen: Seen<'a>,
}

#[derive(serde::Serialize)]
pub(super) struct UnknownIdRow<'a> {
    id: &'a str,
    count: u64,
    #[serde(flatten)]
    seen: Seen<'a>,
}

#[derive(serde::Serialize)]
pub(super) struct UnknownCodeRow<'a> {
    code: Code,
    hex: String,
    count: u64,
    #[serde(flatten)]
    seen: Seen<'a>,
}

#[derive(serde::Serialize)]
pub(super) struct SkippedRow<'a> {
    file: &'a str,
    reason: &'a str,
    count: u64,
    bytes: u64,
}

impl<'a> Report<'a, 'a> {
    pub(super) fn error_rows(&self) -> Vec<ErrorRow<'a>> {
        let row = |(group, tally): &(Group<'a>, Tally)| ErrorRow {
            by: self.by,
            group: *group,
            count: tally.count,
            share: self.share(tally.count),
            seen: self.seen(tally),
        };
        self.errors.iter().map(row).collect()
    }

    pub(super) fn conflict_rows(&self) -> Vec<ConflictRow<'a>> {
        let row = |(id, conflict, tally): &(Option<&'a str>, Conflict<'a>, Tally)| ConflictRow {
            id: *id,
            conflict: *conflict,
            count: tally.count,
            seen: self.seen(tally),
        };
        self.conflicts.iter().map(row).collect()
    }

    pub(super) fn unknown_id_rows(&self) -> Vec<UnknownIdRow<'a>> {
        let row = |(id, tally): &(&'a str, Tally)| UnknownIdRow { id, count: tally.count, seen: self.seen(tally) };
        self.unknown_ids.iter().map(row).collect()
    }

    pub(super) fn unknown_code_rows(&self) -> Vec<UnknownCodeRow<'a>> {
        let row = |(code, tally): &(Code, Tally)| UnknownCodeRow {
            code: *code,
            hex: code.to_string(),
            count: tally.count,
            seen: self.seen(tally),
        };
        self.unknown_codes.iter().map(row).collect()
    }

    pub(super) fn skipped_rows(&self) -> Vec<SkippedRow<'a>> {
        let row = |&(file, reason, Extent { count, bytes }): &(u32, &'a Reason, Extent)| SkippedRow {
            file: self.file(file),
            reason: reason.text(),
            count,
            bytes,
        };
        self.skipped.iter().map(row).collect()
    }

    fn seen(&self, tally: &Tally) -> Seen<'a> {
        let sight = |place: Place| Sight { time: place.time, file: self.file(place.file), line: place.line };
        Seen { first: sight(tally.first), last: sight(tally.last) }
    }
}

/// `{"id","count","share","class","status","retry","audience","first","last"}`, or with another name for the key and
/// without what only a definition has.
impl Serialize for ErrorRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry(self.by.name(), &self.group.key)?;
        object.serialize_entry("count", &self.count)?;
        object.serialize_entry("share", &self.share)?;
        if let Some(definition) = self.group.definition {
            object.serialize_entry("class", &definition.class())?;
            object.serialize_entry("status", &definition.status())?;
            object.serialize_entry("retry", &definition.retry())?;
            object.serialize_entry("audience", &definition.audience())?;
        }
        object.serialize_entry("first", &self.seen.first)?;
        object.serialize_entry("last", &self.seen.last)?;
        object.end()
    }
}

/// The text, the number or the time; `null` where it is not known.
impl Serialize for Key<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Number(number) => number.serialize(serializer),
            Self::Hour(hour) => hour.serialize(serializer),
            Self::Unknown => serializer.serialize_none(),
        }
    }
}
