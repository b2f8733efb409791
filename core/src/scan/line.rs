//! What one line says: each error once.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;

use super::bytes;
use super::mention::Mention;
use super::object::Decision;
use super::{Hit, Subject, Timestamp};
use crate::{Definition, ResolvedBy};

/// What has been found on the line that is being read.
#[derive(Default)]
pub(super) struct Line<'r, 't> {
    objects: Vec<Found<'r, 't>>,
    mentions: Vec<Found<'r, 't>>,
    epoch: Option<Timestamp>,
}

struct Found<'r, 't> {
    decision: Decision<'r, 't>,
    in_documents: bool,
}

impl<'r, 't> Line<'r, 't> {
    /// How many mentions stand on the line so far, those in known errors aside.
    pub(super) fn mentions(&self) -> usize {
        self.mentions.len()
    }

    /// The error whose id the last mention is, if that stands at this place.
    pub(super) fn mentioned_at(&self, place: &Range<usize>) -> Option<Definition<'r>> {
        let Decision { subject, by, place: last, .. } = &self.mentions.last()?.decision;
        subject.definition().filter(|_| *by == ResolvedBy::Id && last == place)
    }

    pub(super) fn mention(&mut self, mention: Mention<'r>, in_documents: bool) {
        let decision = Decision {
            subject: Subject::Definition(mention.definition),
            by: if mention.is_id { ResolvedBy::Id } else { ResolvedBy::Code },
            conflict: None,
            place: mention.start..mention.end,
        };
        self.mentions.push(Found { decision, in_documents });
    }

    /// Adds an object that is an error. What a known one mentions it says itself.
    pub(super) fn object(&mut self, decision: Decision<'r, 't>, in_documents: bool, mentions_before: usize) {
        if decision.subject.definition().is_some() {
            self.mentions.truncate(mentions_before);
        }
        self.objects.push(Found { decision, in_documents });
    }

    /// Takes the number of a time stamp, if it is the first.
    pub(super) fn epoch(&mut self, read: impl FnOnce() -> Option<Timestamp>) {
        if self.epoch.is_none() {
            self.epoch = read();
        }
    }

    /// Whether nothing has been found.
    pub(super) fn is_empty(&self) -> bool {
        self.objects.is_empty() && self.mentions.is_empty()
    }

    /// How many objects are errors so far.
    pub(super) fn objects(&self) -> usize {
        self.objects.len()
    }

    /// Whether one more object is an error than before, and a known one.
    pub(super) fn has_known_error_since(&self, errors: usize) -> bool {
        let last = self.objects.last().filter(|_| self.objects.len() > errors);
        last.is_some_and(|found| found.decision.subject.definition().is_some())
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.objects.clear();
        self.mentions.clear();
        self.epoch = None;
    }

    /// Hands over the hits in the order of the text, and is ready for the next line.
    ///
    /// `stamp` is the first time stamp of RFC 3339.
    pub(super) fn finish(
        &mut self,
        text: &'t [u8],
        lines: Range<usize>,
        stamp: Option<Timestamp>,
        numbers: &mut LineNumbers,
        on_hit: &mut impl FnMut(Hit<'r, 't>),
    ) {
        let epoch = self.epoch.take();
        self.drop_repetitions();
        let time = stamp.or(epoch).or_else(|| Timestamp::find_common_log(&text[lines.clone()]));
        for Found { decision, in_documents } in self.objects.drain(..) {
            let Decision { subject, by, conflict, place } = decision;
            let line = numbers.number_of(text, place.start);
            on_hit(Hit { subject, by, conflict, in_documents, time, place, line, lines: lines.clone() });
        }
    }

    /// Leaves among the objects, in the order of the text, what counts.
    ///
    /// An error of which several things on a line speak is the same error. The objects with an id go first, each of
    /// which is an error of its own, then the ids in the text, the objects without an id, the codes in the text. The
    /// last don't count beside an id.
    fn drop_repetitions(&mut self) {
        if self.mentions.is_empty() && self.objects.len() == 1 {
            return;
        }
        let by_id = |found: &Found<'_, '_>| found.decision.by == ResolvedBy::Id;
        let (ids, codes): (Vec<_>, Vec<_>) = self.mentions.drain(..).partition(by_id);
        let mut told = Told::default();
        for object in self.objects.iter().filter(|object| by_id(object)) {
            told.add(object);
        }
        self.objects.extend(ids.into_iter().filter(|mention| told.add(mention)));
        self.objects.retain(|object| by_id(object) || !told.has(object));
        if !self.objects.iter().any(by_id) {
            for object in &self.objects {
                told.add(object);
            }
            self.objects.extend(codes.into_iter().filter(|mention| told.add(mention)));
        }
        self.objects.sort_by_key(|found| found.decision.place.start);
    }
}

/// How many errors are looked through one after the other.
const FEW: usize = 16;

/// The errors that a line has told of.
#[derive(Default)]
struct Told<'r> {
    /// The first of them. Hardly any line tells of more.
    few: Vec<(Definition<'r>, bool)>,
    /// The others, by their ids.
    others: BTreeSet<(&'r str, bool)>,
}

impl<'r> Told<'r> {
    fn has(&self, found: &Found<'r, '_>) -> bool {
        let Some(definition) = found.decision.subject.definition() else { return false };
        let is_first = self.few.contains(&(definition, found.in_documents));
        is_first || self.others.contains(&(definition.id(), found.in_documents))
    }

    /// Adds a known error, and tells whether it is new.
    fn add(&mut self, found: &Found<'r, '_>) -> bool {
        let is_new = !self.has(found);
        if let Some(definition) = found.decision.subject.definition().filter(|_| is_new) {
            if self.few.len() < FEW {
                self.few.push((definition, found.in_documents));
            } else {
                self.others.insert((definition.id(), found.in_documents));
            }
        }
        is_new
    }
}

/// Counts the lines of a text up to rising positions.
#[derive(Default)]
pub(super) struct LineNumbers {
    position: usize,
    line_ends: usize,
}

impl LineNumbers {
    /// The number, from 1, of the line that a position is in.
    pub(super) fn number_of(&mut self, text: &[u8], position: usize) -> usize {
        self.line_ends += bytes::count(b'\n', &text[self.position..position]);
        self.position = position;
        self.line_ends + 1
    }

    /// How many lines end in the whole text.
    pub(super) fn total(mut self, text: &[u8]) -> usize {
        self.number_of(text, text.len()) - 1
    }
}
