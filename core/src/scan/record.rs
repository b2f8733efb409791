//! Where one record ends and the next begins.

use core::ops::Range;

use super::bytes;

/// The bytes that a record may have. What is longer falls apart: into its lines, and a longer line into pieces.
pub(super) const MAX_RECORD: usize = 1 << 20;

/// How far before the end of a piece a good place for the cut is looked for.
const CUT_WINDOW: usize = 1 << 12;

/// The length of the part of `text` that is made of whole records, where more text may follow; 0 if there is none.
///
/// A text may be scanned in parts that are cut there, one after the other or side by side: the hits are those of the
/// whole text. A part of one mebibyte or more always holds a whole record.
///
/// ```
/// use kuzzle_errors::scan::whole_records;
///
/// let text = b"one\n{\n  \"two\": 2\n}\nthr";
/// assert_eq!(whole_records(text), text.len() - 3);
/// assert_eq!(whole_records(b"{\n  \"two\": 2\n"), 0);
/// ```
#[must_use]
pub fn whole_records(text: &[u8]) -> usize {
    let start = last_start(text, 0);
    if text.len() - start < MAX_RECORD { start } else { record_end(text, start) }
}

/// The record around a position, where all before `from` has been read.
pub(super) fn around(text: &[u8], from: usize, position: usize) -> Range<usize> {
    let mut start = last_start(&text[..=position], from);
    loop {
        let end = record_end(text, start);
        if position < end {
            return start..end;
        }
        start = end;
    }
}

/// The record around a position, where all before `from` has been read, if it is a single line.
pub(super) fn line_around(text: &[u8], from: usize, position: usize) -> Option<Range<usize>> {
    let start = bytes::last(b'\n', &text[from..position]).map_or(from, |at| from + at + 1);
    let limit = text.len().min(start + MAX_RECORD);
    let end = match bytes::first(b'\n', text.get(position..limit)?) {
        Some(at) => position + at + 1,
        None if limit == text.len() => limit,
        None => return None,
    };
    let goes_on_at = |place: usize| text.get(place).is_some_and(|&first| goes_on(first));
    let begins = start == from || !goes_on_at(start);
    (begins && !goes_on_at(end)).then_some(start..end)
}

/// The last place behind `from` where a record is known to begin, whatever stands before; `from` where there is none.
pub(super) fn last_start(text: &[u8], from: usize) -> usize {
    let mut end = text.len();
    while let Some(line_end) = bytes::last(b'\n', &text[from..end]).map(|at| from + at) {
        match text.get(line_end + 1) {
            Some(&next) if !goes_on(next) => return line_end + 1,
            _ => end = line_end,
        }
    }
    from
}

/// The end of the record that begins at `start`.
pub(super) fn record_end(text: &[u8], start: usize) -> usize {
    let limit = text.len().min(start + MAX_RECORD);
    let mut last_line = start;
    let mut position = start;
    while let Some(line_end) = bytes::first(b'\n', &text[position..limit]).map(|at| position + at + 1) {
        match text.get(line_end) {
            Some(&next) if goes_on(next) => (last_line, position) = (line_end, line_end),
            _ => return line_end,
        }
    }
    match limit {
        _ if limit == text.len() => limit,
        _ if last_line > start => last_line,
        _ => cut(text, start, limit),
    }
}

/// Whether a line that begins with this byte belongs to the record of the line before it.
const fn goes_on(first: u8) -> bool {
    matches!(first, b' ' | b'\t' | b'}' | b']')
}

/// Where a line that is too long is cut: behind a byte that neither an id, a code nor an escape has, if one is near.
fn cut(text: &[u8], start: usize, limit: usize) -> usize {
    let window = start.max(limit - CUT_WINDOW);
    let is_gap = |byte: &u8| matches!(byte, b' ' | b'\t' | b',' | b';');
    text[window..limit].iter().rposition(is_gap).map_or(limit, |at| window + at + 1)
}
