//! Errors in texts.

use std::ops::Range;

use kuzzle_errors::scan::{Hit, Scanner, Subject};
use kuzzle_errors::{Code, Registry};

use crate::error::{ConflictRow, conflict_row};

/// `id`, `code`, whether the definition of the id is known, `by`, `conflict`, `in_documents`, `time`, `line`, `start`
/// and `end`.
pub(crate) type HitRow =
    (Option<String>, Option<u32>, bool, &'static str, Option<ConflictRow>, bool, Option<String>, usize, usize, usize);

/// Every hit in a text, in order; its place is counted in bytes or, where the text was a `str`, in characters.
pub(crate) fn rows(registry: &Registry, text: &[u8], in_characters: bool) -> Vec<HitRow> {
    let mut rows = Vec::new();
    let mut characters = Characters { text, byte: 0, before: 0 };
    Scanner::new(registry).scan(text, |hit| {
        let Range { start, end } = hit.place;
        let place = if in_characters { characters.before(start)..characters.before(end) } else { start..end };
        rows.push(row(&hit, place));
    });
    rows
}

fn row(hit: &Hit<'_, '_>, place: Range<usize>) -> HitRow {
    let (id, code) = match hit.subject {
        Subject::Definition(definition) => (Some(definition.id()), Some(definition.code())),
        Subject::UnknownId(id) => (Some(id), None),
        Subject::UnknownCode(code) | Subject::Contradiction(code) => (None, Some(code)),
    };
    (
        id.map(str::to_owned),
        code.map(Code::get),
        hit.subject.definition().is_some(),
        hit.by.name(),
        hit.conflict.map(conflict_row),
        hit.in_documents,
        hit.time.map(|time| time.to_string()),
        hit.line,
        place.start,
        place.end,
    )
}

/// Counts the characters of a text in UTF-8, on from the place that was asked about last.
struct Characters<'t> {
    text: &'t [u8],
    byte: usize,
    /// How many stand before that byte.
    before: usize,
}

impl Characters<'_> {
    /// How many characters stand before a byte.
    fn before(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.before) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        // Each begins with a byte that continues none. Lone surrogates, which Python has, are written in the same way.
        self.before += between.iter().filter(|byte| *byte & 0xC0 != 0x80).count();
        self.byte = byte;
        self.before
    }
}
