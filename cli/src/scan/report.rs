//! What the answer says, whatever its format.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use kuzzle_errors::scan::{Summary, Tally, Timestamp};
use kuzzle_errors::{Audience, Code, Conflict, Definition, Retry};

use super::skipped::{Extent, Reason, Skipped};
use crate::arguments::GroupBy;

/// What has been found, grouped and sorted.
pub(super) struct Report<'a, 'r> {
    pub(super) by: GroupBy,
    /// The known errors, the most frequent first; hours in their order.
    pub(super) errors: Vec<(Group<'r>, Tally)>,
    /// How many known errors there are, those that are not shown included.
    pub(super) total: u64,
    pub(super) in_documents: u64,
    pub(super) conflicts: Vec<(Option<&'a str>, Conflict<'r>, Tally)>,
    pub(super) unknown_ids: Vec<(&'a str, Tally)>,
    pub(super) unknown_codes: Vec<(Code, Tally)>,
    /// Conflicts, unknown ids and unknown codes that are not shown: beyond the `top`, or not told apart at all.
    pub(super) untold: u64,
    pub(super) skipped: Vec<(u32, &'a Reason, Extent)>,
    pub(super) files: &'a [String],
}

/// What errors are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key<'r> {
    Text(&'r str),
    Number(u16),
    Hour(Timestamp),
    /// A custom definition need not say it, a line need not have a time.
    Unknown,
}

/// A key, and the definition where the key is an id.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group<'r> {
    pub(super) key: Key<'r>,
    pub(super) definition: Option<Definition<'r>>,
}

impl<'a, 'r> Report<'a, 'r> {
    /// Of the errors, the conflicts, the unknown ids and the unknown codes the `top` most frequent.
    pub(super) fn new(
        summary: &'a Summary<'r>,
        skipped: &'a Skipped,
        files: &'a [String],
        by: GroupBy,
        top: Option<usize>,
    ) -> Self {
        let mut errors = grouped(summary, by);
        let mut conflicts: Vec<_> = summary.conflicts().collect();
        let mut unknown_ids: Vec<_> = summary.unknown_ids().collect();
        let mut unknown_codes: Vec<_> = summary.unknown_codes().collect();
        if by != GroupBy::Hour {
            errors.sort_by_key(|(_, tally)| Reverse(tally.count));
        }
        conflicts.sort_by_key(|(.., tally)| Reverse(tally.count));
        unknown_ids.sort_by_key(|(_, tally)| Reverse(tally.count));
        unknown_codes.sort_by_key(|(_, tally)| Reverse(tally.count));
        let mut untold = summary.untold();
        if let Some(top) = top {
            keep_top(&mut errors, top);
            untold += count_beyond(&mut conflicts, top, |(.., tally)| tally.count);
            untold += count_beyond(&mut unknown_ids, top, |(_, tally)| tally.count);
            untold += count_beyond(&mut unknown_codes, top, |(_, tally)| tally.count);
        }
        Self {
            by,
            errors,
            total: summary.errors().map(|(_, tally)| tally.count).sum(),
            in_documents: summary.in_documents(),
            conflicts,
            unknown_ids,
            unknown_codes,
            untold,
            skipped: skipped.rows().collect(),
            files,
        }
    }

    /// The part that a count is of all known errors.
    pub(super) fn share(&self, count: u64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "nobody counts to 2^53")]
        let share = count as f64 / self.total.max(1) as f64;
        share
    }

    /// The name of a file for people.
    pub(super) fn file(&self, file: u32) -> &'a str {
        usize::try_from(file).ok().and_then(|file| self.files.get(file)).map_or("", String::as_str)
    }
}

/// Drops the rows beyond the first `top`, and gives back what they count.
fn count_beyond<T>(rows: &mut Vec<T>, top: usize, count: impl Fn(&T) -> u64) -> u64 {
    rows.drain(top.min(rows.len())..).map(|row| count(&row)).sum()
}

/// Keeps the rows with the highest counts, in the order they have.
fn keep_top(rows: &mut Vec<(Group<'_>, Tally)>, top: usize) {
    let mut counts: Vec<(u64, Reverse<usize>)> =
        rows.iter().enumerate().map(|(row, (_, tally))| (tally.count, Reverse(row))).collect();
    counts.sort_unstable_by_key(|count| Reverse(*count));
    let least = counts.get(top).copied();
    let mut row = 0;
    rows.retain(|(_, tally)| {
        let is_kept = least.is_none_or(|least| (tally.count, Reverse(row)) > least);
        row += 1;
        is_kept
    });
}

/// The tallies by their keys, in the order of these.
fn grouped<'r>(summary: &Summary<'r>, by: GroupBy) -> Vec<(Group<'r>, Tally)> {
    let rows: Vec<(Group<'r>, Tally)> = match by {
        GroupBy::Hour => summary
            .hours()
            .map(|(hour, tally)| (Group { key: hour.map_or(Key::Unknown, Key::Hour), definition: None }, tally))
            .collect(),
        _ => summary.errors().map(|(definition, tally)| (group(definition, by), tally)).collect(),
    };
    let mut groups: BTreeMap<Key<'r>, (Group<'r>, Tally)> = BTreeMap::new();
    for (group, tally) in rows {
        groups.entry(group.key).and_modify(|(_, sum)| sum.add(&tally)).or_insert((group, tally));
    }
    groups.into_values().collect()
}

fn group(definition: Definition<'_>, by: GroupBy) -> Group<'_> {
    let name = |name: Option<&'static str>| name.map_or(Key::Unknown, Key::Text);
    let key = match by {
        GroupBy::Id | GroupBy::Hour => Key::Text(definition.id()),
        GroupBy::Class => Key::Text(definition.class().name()),
        GroupBy::Domain => Key::Text(definition.domain()),
        GroupBy::Status => Key::Number(definition.status()),
        GroupBy::Retry => name(definition.retry().map(Retry::name)),
        GroupBy::Audience => name(definition.audience().map(Audience::name)),
    };
    Group { key, definition: (by == GroupBy::Id).then_some(definition) }
}
