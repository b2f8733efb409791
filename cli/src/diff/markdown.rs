//! A comparison as a page of Markdown.

use std::io::{self, Write};

use kuzzle_errors::compare::Comparison;

use super::sections::{Row, Section, counts, sections};
use crate::markdown::cell;
use crate::streams::Output;

/// A heading and a table for each kind of difference.
pub(super) fn write(comparison: &Comparison<'_>, (from, to): (&str, &str), output: &mut Output<'_>) -> io::Result<()> {
    writeln!(output, "# From {} to {}\n\n{}.", cell(from), cell(to), counts(comparison))?;
    for Section { title, advice, column, rows, .. } in sections(comparison) {
        writeln!(output, "\n## {title} ({})\n\n{advice}\n\n| Code | Id | {column} |\n| --- | --- | --- |", rows.len())?;
        for Row { code, id, details } in rows {
            let details: Vec<String> = details.iter().map(|detail| cell(detail)).collect();
            writeln!(output, "| `{code}` | {} | {} |", cell(&id), details.join("<br>"))?;
        }
    }
    Ok(())
}
