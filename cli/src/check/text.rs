//! Complaints for people: the line of the file, what is meant in it, and a hint.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use kuzzle_errors::{Complaint, Severity};

use super::Checked;
use super::hint::hint;
use super::source::{Line, Sources};
use crate::streams::Output;
use crate::text::{counted, printable};

/// The path of a complaint about a file as a whole.
const WHOLE_FILE: &str = "$";

/// The columns before and behind a hint.
const AROUND_HINT: usize = 16;

/// A paragraph for each complaint, and a line that counts them.
pub(super) fn write(checked: &Checked, output: &mut Output<'_>) -> io::Result<()> {
    let mut sources = Sources::default();
    let renderer = if output.styles().are_colored() { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(output.text_width());
    for complaint in &checked.complaints {
        let paragraph = paragraph(complaint, checked.fails(complaint), sources.line(complaint));
        let hint = textwrap::fill(&hint(complaint), output.text_width().saturating_sub(AROUND_HINT));
        let paragraph = renderer.render(&[paragraph.element(Level::HELP.with_name("hint").message(hint))]);
        writeln!(output, "{paragraph}\n")?;
    }
    writeln!(output, "{}", summary(checked))
}

fn paragraph<'c>(complaint: &'c Complaint, fails: bool, line: Option<Line<'c>>) -> Group<'c> {
    let level = if fails { Level::ERROR } else { Level::WARNING };
    let title = level.primary_title(one_line(complaint.message())).id(complaint.rule().name());
    let file = complaint.file().map(one_line);
    let path = one_line(complaint.path());
    match (line, file) {
        (Some(Line { text, meant }), file) => {
            let snippet = Snippet::source(text).line_start(complaint.line().unwrap_or(1)).path(file);
            title.element(snippet.annotation(AnnotationKind::Primary.span(meant).label(path)))
        }
        (None, Some(file)) => {
            let mut origin = Origin::path(file);
            if let (Some(line), Some(column)) = (complaint.line(), complaint.column()) {
                origin = origin.line(line).char_column(column);
            }
            let group = title.element(origin);
            if path == WHOLE_FILE { group } else { group.element(Level::NOTE.message(format!("at {path}"))) }
        }
        (None, None) => Group::with_title(title),
    }
}

fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

/// `2 errors and 1 warning`; `5 definitions: no complaint`.
fn summary(checked: &Checked) -> String {
    let is_error = |complaint: &&Complaint| complaint.severity() == Severity::Error;
    let errors = checked.complaints.iter().filter(is_error).count();
    let warnings = checked.complaints.len() - errors;
    let counts = [(errors, "error"), (warnings, "warning")];
    let found: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(*count, noun)).collect();
    let found = if found.is_empty() { "no complaint".to_owned() } else { found.join(" and ") };
    match checked.definitions {
        Some(definitions) => format!("{}: {found}", counted(definitions, "definition")),
        None => found,
    }
}
