//! The answer as tables for people.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use kuzzle_errors::scan::Tally;
use kuzzle_errors::{Audience, Retry};

use super::report::{Group, Report};
use super::words;
use crate::arguments::GroupBy;
use crate::streams::Output;
use crate::table::{GAP, write_lines};
use crate::text::printable;

/// A column: its title, its cells, and how soon a narrow terminal goes without it; 0 stays.
struct Column {
    title: &'static str,
    cells: Vec<String>,
    dispensable: u8,
    is_number: bool,
}

/// The known errors, then all that is counted apart.
pub(super) fn write(report: &Report<'_, '_>, output: &mut Output<'_>) -> io::Result<()> {
    write_errors(report, output)?;
    if report.in_documents > 0 {
        writeln!(
            output,
            "\n{} in documents: below result, _source, body or documents",
            words::count(report.in_documents)
        )?;
    }
    let unknown_ids = report.unknown_ids.iter().map(|(id, tally)| (printable(id).into_owned(), *tally)).collect();
    write_others("unknown ids", "ID", unknown_ids, report, output)?;
    let unknown_codes = report.unknown_codes.iter().map(|(code, tally)| (code.to_string(), *tally)).collect();
    write_others("unknown codes", "CODE", unknown_codes, report, output)?;
    let conflicts = report.conflicts.iter().map(|(id, conflict, tally)| {
        let about = id.map_or_else(|| "no id".into(), printable);
        (format!("{about}: {}", words::conflict(conflict)), *tally)
    });
    write_others("conflicts", "ERROR", conflicts.collect(), report, output)?;
    if report.untold > 0 {
        writeln!(output, "\n{} more of unknown ids, unknown codes and conflicts", words::count(report.untold))?;
    }
    write_skipped(report, output)
}

fn write_errors(report: &Report<'_, '_>, output: &mut Output<'_>) -> io::Result<()> {
    if report.errors.is_empty() {
        return writeln!(output, "no known errors");
    }
    let (groups, tallies): (Vec<Group<'_>>, Vec<Tally>) = report.errors.iter().copied().unzip();
    let definitions = || groups.iter().filter_map(|group| group.definition);
    let name = |name: Option<&'static str>| name.unwrap_or_default().to_owned();
    let mut columns = vec![
        number("COUNT", tallies.iter().map(|tally| words::count(tally.count)).collect()),
        number("SHARE", tallies.iter().map(|tally| format!("{:.1} %", report.share(tally.count) * 100.0)).collect()),
        text(title(report.by), 0, groups.iter().map(|group| words::key(group.key)).collect()),
    ];
    if report.by == GroupBy::Id {
        columns.extend([
            text("CLASS", 5, definitions().map(words::class).collect()),
            text("RETRY", 2, definitions().map(|definition| name(definition.retry().map(Retry::name))).collect()),
            text(
                "FIXED BY",
                1,
                definitions().map(|definition| name(definition.audience().map(Audience::name))).collect(),
            ),
        ]);
    }
    columns.extend(seen(report, &tallies));
    write_columns(columns, output)
}

/// A list of what is not known, with its title before it.
fn write_others(
    about: &str,
    title: &'static str,
    rows: Vec<(String, Tally)>,
    report: &Report<'_, '_>,
    output: &mut Output<'_>,
) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let (keys, tallies): (Vec<String>, Vec<Tally>) = rows.into_iter().unzip();
    let counts = tallies.iter().map(|tally| words::count(tally.count)).collect();
    let mut columns = vec![number("COUNT", counts), text(title, 0, keys)];
    columns.extend(seen(report, &tallies));
    writeln!(output, "\n{about}")?;
    write_columns(columns, output)
}

fn write_skipped(report: &Report<'_, '_>, output: &mut Output<'_>) -> io::Result<()> {
    if report.skipped.is_empty() {
        return Ok(());
    }
    let file = |file: u32| printable(report.file(file)).replace('\n', "\\n");
    let columns = vec![
        number("COUNT", report.skipped.iter().map(|(.., extent)| words::count(extent.count)).collect()),
        number("BYTES", report.skipped.iter().map(|(.., extent)| words::count(extent.bytes)).collect()),
        text("FILE", 0, report.skipped.iter().map(|(place, ..)| file(*place)).collect()),
        text("REASON", 0, report.skipped.iter().map(|(_, reason, _)| printable(reason.text()).into_owned()).collect()),
    ];
    writeln!(output, "\nnot read, or read with care")?;
    write_columns(columns, output)
}

/// When and where tallies were first and last; times only where there are any.
fn seen(report: &Report<'_, '_>, tallies: &[Tally]) -> Vec<Column> {
    let times = |title, dispensable, pick: fn(&Tally) -> _| {
        text(title, dispensable, tallies.iter().map(pick).map(words::time).collect())
    };
    let places = |title, dispensable, pick: fn(&Tally) -> _| {
        text(title, dispensable, tallies.iter().map(pick).map(|place| words::place(report, place)).collect())
    };
    let columns = [
        times("FIRST (UTC)", 4, |tally| tally.first.time),
        places("FIRST AT", 7, |tally| tally.first),
        times("LAST (UTC)", 3, |tally| tally.last.time),
        places("LAST AT", 6, |tally| tally.last),
    ];
    columns.into_iter().filter(|column| column.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// Writes columns beside each other; on a terminal that is too narrow the dispensable ones give way.
fn write_columns(mut columns: Vec<Column>, output: &mut Output<'_>) -> io::Result<()> {
    let width = |columns: &[Column]| columns.iter().map(Column::width).sum::<usize>() - usize::from(GAP);
    if let Some(available) = output.terminal_width() {
        while width(&columns) > available {
            let widest = columns.iter().map(|column| column.dispensable).max().unwrap_or_default();
            if widest == 0 {
                break;
            }
            columns.retain(|column| column.dispensable < widest);
        }
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(columns.iter().map(|column| column.title));
    let rows = columns.iter().map(|column| column.cells.len()).max().unwrap_or_default();
    for row in 0..rows {
        table.add_row(columns.iter().map(|column| column.cells[row].as_str()));
    }
    for (shown, column) in table.column_iter_mut().zip(&columns) {
        shown.set_padding((0, GAP));
        if column.is_number {
            shown.set_cell_alignment(CellAlignment::Right);
        }
    }
    write_lines(&table, output)
}

impl Column {
    fn width(&self) -> usize {
        let cells = self.cells.iter().map(|cell| textwrap::core::display_width(cell));
        cells.chain([self.title.len()]).max().unwrap_or_default() + usize::from(GAP)
    }
}

fn number(title: &'static str, cells: Vec<String>) -> Column {
    Column { title, cells, dispensable: 0, is_number: true }
}

fn text(title: &'static str, dispensable: u8, cells: Vec<String>) -> Column {
    Column { title, cells, dispensable, is_number: false }
}

const fn title(by: GroupBy) -> &'static str {
    match by {
        GroupBy::Id => "ID",
        GroupBy::Class => "CLASS",
        GroupBy::Domain => "DOMAIN",
        GroupBy::Status => "STATUS",
        GroupBy::Retry => "RETRY",
        GroupBy::Audience => "FIXED BY",
        GroupBy::Hour => "HOUR (UTC)",
    }
}
