//! The lines that complaints are about.

use std::collections::HashMap;
use std::fs;
use std::ops::Range;

use kuzzle_errors::Complaint;

/// Longer lines, as those of files without line breaks, are not shown.
const LONGEST_LINE: usize = 16 << 10;

/// The files that were checked, read again where a line of them is shown.
#[derive(Default)]
pub(super) struct Sources {
    files: HashMap<String, Option<String>>,
}

/// A line of a file, and which bytes of it are meant.
pub(super) struct Line<'s> {
    pub(super) text: &'s str,
    pub(super) meant: Range<usize>,
}

impl Sources {
    /// The line that a complaint is about; `None` where it has no place, or the line can't be shown.
    pub(super) fn line(&mut self, complaint: &Complaint) -> Option<Line<'_>> {
        let (file, line, column) = (complaint.file()?, complaint.line()?, complaint.column()?);
        let text = self.files.entry(file.to_owned()).or_insert_with(|| fs::read_to_string(file).ok());
        // A byte order mark has no column.
        let text = text.as_deref()?.trim_start_matches('\u{feff}').lines().nth(line - 1)?;
        if text.len() > LONGEST_LINE {
            return None;
        }
        let start = text.char_indices().nth(column - 1).map_or(text.len(), |(start, _)| start);
        let end = start + length(&text[start..], complaint.value());
        Some(Line { text, meant: start..end })
    }
}

/// How many bytes a value takes at the beginning of a text, as far as its line goes; of an object that lacks something
/// only the brace is meant.
fn length(text: &str, value: Option<&str>) -> usize {
    let value = value.and_then(|value| value.lines().next()).filter(|value| text.starts_with(value));
    value.map_or_else(|| text.chars().next().map_or(0, char::len_utf8), str::len)
}
