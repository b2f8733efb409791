//! How many of which errors, since when, and where.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Hit, Subject, Timestamp};
use crate::{Code, Conflict, Definition, tables};

/// How many hours, eleven years of them, a summary tells apart.
const MAX_HOURS: usize = 100_000;
/// How many unknown ids, unknown codes and conflicts: a log may be made by somebody who means ill.
const MAX_OTHERS: usize = 10_000;

/// What has been found in some texts.
///
/// Hits go in one by one; summaries of the parts of a text go together with [`append`](Self::append).
///
/// ```
/// use kuzzle_errors::Registry;
/// use kuzzle_errors::scan::{Scanner, Summary};
///
/// let mut summary = Summary::default();
/// let log = b"services.storage.unknown_index\nservices.storage.unknown_index\nsecurity.token.expired";
/// Scanner::new(Registry::kuzzle()).scan(log, |hit| summary.add(&hit, 0));
///
/// let counts: Vec<_> = summary.errors().map(|(error, tally)| (error.id(), tally.count, tally.last.line)).collect();
/// assert_eq!(counts, [("services.storage.unknown_index", 2, 2), ("security.token.expired", 1, 3)]);
/// ```
#[derive(Clone, Debug)]
pub struct Summary<'r> {
    /// The built-in definitions and what lies over them, by their position.
    built_in: Vec<Option<(Definition<'r>, Tally)>>,
    others: BTreeMap<&'r str, (Definition<'r>, Tally)>,
    hours: Groups<Option<Timestamp>, ()>,
    conflicts: Groups<ConflictKey, Conflict<'r>>,
    unknown_ids: Groups<Box<str>, ()>,
    unknown_codes: Groups<Code, ()>,
    in_documents: u64,
}

/// The error, if there is one, and the code and the status that came: what makes two conflicts the same.
type ConflictKey = (Option<Box<str>>, Option<Code>, Option<u16>);

/// How often, first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many hits.
    pub count: u64,
    /// The earliest hit; where no time is known, the first in the order of files and lines.
    pub first: Place,
    /// The latest hit; where no time is known, the last in the order of files and lines.
    pub last: Place,
}

/// When and where a hit was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// When the line was written, if it says so.
    pub time: Option<Timestamp>,
    /// Which file it was, from 0.
    pub file: u32,
    /// The number of the line, from 1.
    pub line: u64,
}

impl Tally {
    /// The tally of one hit.
    #[must_use]
    pub const fn of(place: Place) -> Self {
        Self { count: 1, first: place, last: place }
    }

    /// Takes in the hits of another tally.
    pub fn add(&mut self, other: &Self) {
        self.count += other.count;
        // A hit without a time says nothing about when it began.
        let since = |place: &Place| (place.time.is_none(), *place);
        if since(&other.first) < since(&self.first) {
            self.first = other.first;
        }
        self.last = self.last.max(other.last);
    }

    fn moved(mut self, lines: u64) -> Self {
        self.first.line += lines;
        self.last.line += lines;
        self
    }
}

impl<'r> Summary<'r> {
    /// A summary of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self {
            built_in: Vec::new(),
            others: BTreeMap::new(),
            hours: Groups::new(MAX_HOURS),
            conflicts: Groups::new(MAX_OTHERS),
            unknown_ids: Groups::new(MAX_OTHERS),
            unknown_codes: Groups::new(MAX_OTHERS),
            in_documents: 0,
        }
    }

    /// Counts a hit in a file.
    pub fn add(&mut self, hit: &Hit<'r, '_>, file: u32) {
        if hit.in_documents {
            self.in_documents += 1;
            return;
        }
        let tally = Tally::of(Place { time: hit.time, file, line: hit.line as u64 });
        if let Some(conflict) = hit.conflict {
            let id = match hit.subject {
                Subject::Definition(definition) => Some(definition.id()),
                Subject::UnknownId(id) => Some(id),
                Subject::UnknownCode(_) | Subject::Contradiction(_) => None,
            };
            let code = conflict.code.map(|code| code.received);
            let status = conflict.status.map(|status| status.received);
            self.conflicts.add((id.map(Into::into), code, status), conflict, tally);
        }
        match hit.subject {
            Subject::Definition(definition) => {
                self.add_error(definition, tally);
                self.hours.add(hit.time.map(Timestamp::hour), (), tally);
            }
            Subject::UnknownId(id) => self.unknown_ids.add(id.into(), (), tally),
            Subject::UnknownCode(code) => self.unknown_codes.add(code, (), tally),
            Subject::Contradiction(_) => {}
        }
    }

    /// Takes in the summary of a part that follows `lines` lines after the beginning of its file.
    pub fn append(&mut self, part: Self, lines: u64) {
        for (definition, tally) in part.built_in.into_iter().flatten().chain(part.others.into_values()) {
            self.add_error(definition, tally.moved(lines));
        }
        self.hours.append(part.hours, lines);
        self.conflicts.append(part.conflicts, lines);
        self.unknown_ids.append(part.unknown_ids, lines);
        self.unknown_codes.append(part.unknown_codes, lines);
        self.in_documents += part.in_documents;
    }

    /// The known errors that were hit, in code order, those of other registries behind the built-in ones.
    pub fn errors(&self) -> impl Iterator<Item = (Definition<'r>, Tally)> {
        self.built_in.iter().flatten().chain(self.others.values()).copied()
    }

    /// The hits of known errors by the hour in which their lines were written; `None` where no time is known.
    pub fn hours(&self) -> impl Iterator<Item = (Option<Timestamp>, Tally)> {
        self.hours.map.iter().map(|(hour, ((), tally))| (*hour, *tally))
    }

    /// The conflicts, with the known or unknown id that they are about; `None` where only a code was given.
    ///
    /// Those with an id are counted with their error or their unknown id as well.
    pub fn conflicts(&self) -> impl Iterator<Item = (Option<&str>, Conflict<'r>, Tally)> {
        self.conflicts.map.iter().map(|((id, ..), (conflict, tally))| (id.as_deref(), *conflict, *tally))
    }

    /// The ids that the registry does not have.
    pub fn unknown_ids(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.unknown_ids.map.iter().map(|(id, ((), tally))| (&**id, *tally))
    }

    /// The codes that the registry does not have.
    pub fn unknown_codes(&self) -> impl Iterator<Item = (Code, Tally)> {
        self.unknown_codes.map.iter().map(|(code, ((), tally))| (*code, *tally))
    }

    /// How many hits stand in the data of somebody.
    #[must_use]
    pub const fn in_documents(&self) -> u64 {
        self.in_documents
    }

    /// How many hits of unknown ids, unknown codes and conflicts are beyond the 10,000 of each that are told apart.
    #[must_use]
    pub const fn untold(&self) -> u64 {
        self.unknown_ids.untold + self.unknown_codes.untold + self.conflicts.untold
    }

    fn add_error(&mut self, definition: Definition<'r>, tally: Tally) {
        let place = match definition.built_in() {
            Some(position) => {
                if self.built_in.is_empty() {
                    self.built_in.resize(usize::from(tables::END), None);
                }
                match self.built_in.get_mut(position) {
                    Some(place) => place.get_or_insert((definition, Tally { count: 0, ..tally })),
                    None => return,
                }
            }
            None => self.others.entry(definition.id()).or_insert((definition, Tally { count: 0, ..tally })),
        };
        place.1.add(&tally);
    }
}

impl Default for Summary<'_> {
    fn default() -> Self {
        Self::new()
    }
}

/// Tallies by some key, of which only so many are told apart.
#[derive(Clone, Debug)]
struct Groups<K, V> {
    map: BTreeMap<K, (V, Tally)>,
    limit: usize,
    untold: u64,
}

impl<K: Ord, V> Groups<K, V> {
    const fn new(limit: usize) -> Self {
        Self { map: BTreeMap::new(), limit, untold: 0 }
    }

    fn add(&mut self, key: K, value: V, tally: Tally) {
        if let Some((_, present)) = self.map.get_mut(&key) {
            present.add(&tally);
        } else if self.map.len() < self.limit {
            self.map.insert(key, (value, tally));
        } else {
            self.untold += tally.count;
        }
    }

    fn append(&mut self, other: Self, lines: u64) {
        self.untold += other.untold;
        for (key, (value, tally)) in other.map {
            self.add(key, value, tally.moved(lines));
        }
    }
}
