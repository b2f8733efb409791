//! A table for people.

use std::io;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use kuzzle_errors::Definition;

use crate::compact;
use crate::streams::Output;
use crate::table::{GAP, write_lines};
use crate::text::printable;

const HEADER: [&str; 5] = ["CODE", "STATUS", "ID", "CLASS", "DESCRIPTION"];
const ID: usize = 2;
const CLASS: usize = 3;
const DESCRIPTION: usize = 4;

/// Only a few ids are longer; on a terminal those take two lines.
const WIDEST_ID: u16 = 48;
/// A description in fewer columns is no pleasure to read.
const NARROWEST_DESCRIPTION: u16 = 30;

/// One line per definition, fitted to a terminal; where that is too narrow, a few lines per definition.
pub(super) fn write(rows: &[Definition<'_>], output: &mut Output<'_>) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(HEADER).add_rows(rows.iter().map(|row| cells(*row)));
    for column in table.column_iter_mut() {
        column.set_padding((0, GAP));
    }
    let fits = output.terminal_width().is_none_or(|width| fit(&mut table, u16::try_from(width).unwrap_or(u16::MAX)));
    if fits { write_lines(&table, output) } else { compact::write(rows, output) }
}

fn cells(row: Definition<'_>) -> [String; HEADER.len()] {
    [
        row.code().to_string(),
        row.status().to_string(),
        printable(row.id()).into_owned(),
        row.class().to_string(),
        printable(row.description()).replace('\n', " "),
    ]
}

/// Bounds the columns so that a row takes no more than the width, if that can be.
fn fit(table: &mut Table, width: u16) -> bool {
    let widths = table.column_max_content_widths();
    let id = widths[ID].min(WIDEST_ID);
    let wanted = widths[DESCRIPTION].min(NARROWEST_DESCRIPTION);
    let before_class = widths[..ID].iter().sum::<u16>() + id + 3 * GAP;
    let before_description = before_class + widths[CLASS] + GAP;
    constrain(table, ID, ColumnConstraint::UpperBoundary(Width::Fixed(id + GAP)));
    let mut room = width.saturating_sub(before_description);
    if room < wanted {
        constrain(table, CLASS, ColumnConstraint::Hidden);
        room = width.saturating_sub(before_class);
    }
    // The last column ends with the line: its gap may lie beyond it.
    constrain(table, DESCRIPTION, ColumnConstraint::UpperBoundary(Width::Fixed(room + GAP)));
    room >= wanted
}

fn constrain(table: &mut Table, column: usize, constraint: ColumnConstraint) {
    if let Some(column) = table.column_mut(column) {
        column.set_constraint(constraint);
    }
}
