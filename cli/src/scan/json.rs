//! The answer as JSON: one object, or one object on each line.

use std::io::{self, Write};

use serde::Serialize;

use super::report::Report;

/// One object, whose lists have each element on a line of its own.
pub(super) fn write<'a>(report: &Report<'a, 'a>, output: &mut impl Write) -> io::Result<()> {
    write_list("{", "errors", &report.error_rows(), output)?;
    write!(output, ",\n\"in_documents\":{}", report.in_documents)?;
    write_list(",\n", "conflicts", &report.conflict_rows(), output)?;
    write_list(",\n", "unknown_ids", &report.unknown_id_rows(), output)?;
    write_list(",\n", "unknown_codes", &report.unknown_code_rows(), output)?;
    if report.untold > 0 {
        write!(output, ",\n\"untold\":{}", report.untold)?;
    }
    write_list(",\n", "skipped", &report.skipped_rows(), output)?;
    writeln!(output, "}}")
}

/// One object on each line, which says in `kind` what it is.
pub(super) fn write_lines<'a>(report: &Report<'a, 'a>, output: &mut impl Write) -> io::Result<()> {
    write_kind("error", &report.error_rows(), output)?;
    write_kind("in_documents", Count::list(report.in_documents).as_slice(), output)?;
    write_kind("conflict", &report.conflict_rows(), output)?;
    write_kind("unknown_id", &report.unknown_id_rows(), output)?;
    write_kind("unknown_code", &report.unknown_code_rows(), output)?;
    write_kind("untold", Count::list(report.untold).as_slice(), output)?;
    write_kind("skipped", &report.skipped_rows(), output)
}

/// A number of things that are not told apart.
#[derive(Serialize)]
struct Count {
    count: u64,
}

impl Count {
    /// None where there are none.
    fn list(count: u64) -> Vec<Self> {
        if count > 0 { vec![Self { count }] } else { Vec::new() }
    }
}

/// A row with its kind before it.
#[derive(Serialize)]
struct OfKind<'a, T> {
    kind: &'static str,
    #[serde(flatten)]
    row: &'a T,
}

fn write_kind<T: Serialize>(kind: &'static str, rows: &[T], output: &mut impl Write) -> io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *output, &OfKind { kind, row })?;
        writeln!(output)?;
    }
    Ok(())
}

fn write_list<T: Serialize>(before: &str, name: &str, rows: &[T], output: &mut impl Write) -> io::Result<()> {
    write!(output, "{before}\"{name}\":[")?;
    for (position, row) in rows.iter().enumerate() {
        writeln!(output, "{}", if position > 0 { "," } else { "" })?;
        serde_json::to_writer(&mut *output, row)?;
    }
    write!(output, "{}]", if rows.is_empty() { "" } else { "\n" })
}
