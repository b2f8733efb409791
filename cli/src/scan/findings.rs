//! What has been found, in the order of the text, whichever thread came first.

use std::collections::BTreeMap;

use kuzzle_errors::scan::{Damage, Scanner, Summary};

use super::skipped::Skipped;
use super::source::Place;

/// What has been found so far.
#[derive(Default)]
pub(super) struct Findings<'r> {
    pub(super) summary: Summary<'r>,
    pub(super) skipped: Skipped,
    /// Parts whose predecessors are still being scanned.
    early: BTreeMap<u64, Found<'r>>,
    parts: u64,
    /// The lines that have ended in each file.
    lines: BTreeMap<u32, u64>,
}

/// What was found in a part.
pub(super) struct Found<'r> {
    file: u32,
    summary: Summary<'r>,
    damage: Damage,
    lines: u64,
}

impl<'r> Found<'r> {
    pub(super) fn of(scanner: &Scanner<'r>, file: u32, text: &[u8]) -> Self {
        let mut summary = Summary::new();
        let lines = scanner.scan(text, |hit| summary.add(&hit, file)) as u64;
        Self { file, summary, damage: Damage::of(text), lines }
    }
}

impl<'r> Findings<'r> {
    /// Takes what was found in a part; it counts as soon as all parts before it do.
    pub(super) fn add(&mut self, place: Place, found: Found<'r>) {
        self.early.insert(place.number, found);
        while let Some(found) = self.early.remove(&self.parts) {
            self.parts += 1;
            self.append(found);
        }
    }

    /// Takes what was found in the next part.
    pub(super) fn append(&mut self, found: Found<'r>) {
        let lines = self.lines.entry(found.file).or_default();
        self.skipped.add_damage(found.file, &found.damage);
        self.summary.append(found.summary, *lines);
        *lines += found.lines;
    }

    /// Counts the lines of a file from the beginning.
    pub(super) fn restart(&mut self, file: u32) {
        self.lines.remove(&file);
    }
}
