//! The log again, with an explanation below each error.

use std::io::{self, Write};
use std::ops::Range;

use kuzzle_errors::scan::{Hit, Scanner, Subject};
use kuzzle_errors::{Audience, Definition, Retry};

use super::words;
use crate::streams::Output;
use crate::text::printable;

/// Writes a part of a log as it is, and below each line with errors what they are.
pub(super) fn write(scanner: &Scanner<'_>, text: &[u8], output: &mut Output<'_>) -> io::Result<()> {
    let mut notes: Vec<(Range<usize>, String)> = Vec::new();
    scanner.scan(text, |hit| notes.push((hit.lines.clone(), note(&hit))));
    let mut written = 0;
    for (lines, note) in notes {
        let before = &text[written.min(lines.end)..lines.end];
        output.write_all(before)?;
        if before.last().is_some_and(|&last| last != b'\n') {
            writeln!(output)?;
        }
        written = lines.end;
        let style = output.styles().label;
        for line in note.lines() {
            writeln!(output, "{style}{line}{style:#}")?;
        }
    }
    output.write_all(&text[written..])
}

fn note(hit: &Hit<'_, '_>) -> String {
    let mut note = match hit.subject {
        Subject::Definition(definition) => explanation(definition),
        Subject::UnknownId(id) => format!("  ^ unknown id {id}"),
        Subject::UnknownCode(code) => format!("  ^ unknown code {code}"),
        Subject::Contradiction(code) => format!("  ^ code {code} with the status of another error"),
    };
    if let Some(conflict) = hit.conflict {
        note.push_str("\n    conflict: ");
        note.push_str(&words::conflict(&conflict));
    }
    if hit.in_documents {
        note.push_str("\n    in documents: in the data of somebody");
    }
    note
}

/// Two lines: what the error is, and what to do about it.
fn explanation(definition: Definition<'_>) -> String {
    let one_line = |text: &str| printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (id, class) = (one_line(definition.id()), words::class(definition));
    let mut text = format!("  ^ {id}, {class}: {}", one_line(definition.description()));
    let retry = definition.retry().map(Retry::name).map(|name| format!("retry: {name}"));
    let audience = definition.audience().map(Audience::name).map(|name| format!("fixed by: {name}"));
    let advice = [retry, audience, definition.fix().map(one_line)];
    let advice: Vec<String> = advice.into_iter().flatten().collect();
    if !advice.is_empty() {
        text.push_str("\n    ");
        text.push_str(&advice.join("; "));
    }
    text
}
