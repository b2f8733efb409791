//! A table for people.

use std::io::{self, Write};

use comfy_table::{ColumnConstraint, ContentArrangement, Row, Table, Width, presets};
use kuzzle_errors::Definition;

use crate::streams::Output;
use crate::text::printable;

const HEADER: [&str; 5] = ["CODE", "STATUS", "ID", "CLASS", "DESCRIPTION"];
const CLASS: usize = 3;
const DESCRIPTION: usize = 4;

/// The blanks behind each column.
const GAP: u16 = 2;
/// A description in fewer columns than this says little: the class gives way to it.
const USEFUL_DESCRIPTION: u16 = 30;
/// A description in fewer columns than this says nothing.
const SHORTEST_DESCRIPTION: u16 = 12;

/// On a terminal each row takes one line, and what does not fit is cut off or left out; elsewhere rows are whole.
pub(super) fn write(rows: &[Definition<'_>], output: &mut Output<'_>) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_truncation_indicator("…").set_header(HEADER).add_rows(rows.iter().map(|row| cells(*row)));
    for column in table.column_iter_mut() {
        column.set_padding((0, GAP));
    }
    if let Some(width) = output.terminal_width() {
        fit(&mut table, u16::try_from(width).unwrap_or(u16::MAX));
    }
    let title = output.styles().title;
    for (position, line) in table.lines().enumerate() {
        let line = line.trim_end();
        match position {
            0 => writeln!(output, "{title}{line}{title:#}")?,
            _ => writeln!(output, "{line}")?,
        }
    }
    Ok(())
}

fn cells(row: Definition<'_>) -> Row {
    let cells = [
        row.code().to_string(),
        row.status().to_string(),
        printable(row.id()).into_owned(),
        row.class().to_string(),
        printable(row.description()).replace('\n', " "),
    ];
    let mut row = Row::from(cells);
    row.max_height(1);
    row
}

/// Hides columns, and cuts the descriptions, until a row takes no more than the width.
fn fit(table: &mut Table, width: u16) {
    let widths = table.column_max_content_widths();
    let before_class: u16 = widths[..CLASS].iter().map(|content| content + GAP).sum();
    let mut room = width.saturating_sub(before_class + widths[CLASS] + GAP);
    if room < widths[DESCRIPTION].min(USEFUL_DESCRIPTION) {
        constrain(table, CLASS, ColumnConstraint::Hidden);
        room = width.saturating_sub(before_class);
    }
    if room < SHORTEST_DESCRIPTION {
        constrain(table, DESCRIPTION, ColumnConstraint::Hidden);
    } else {
        constrain(table, DESCRIPTION, ColumnConstraint::UpperBoundary(Width::Fixed(room + GAP)));
    }
}

fn constrain(table: &mut Table, column: usize, constraint: ColumnConstraint) {
    if let Some(column) = table.column_mut(column) {
        column.set_constraint(constraint);
    }
}
