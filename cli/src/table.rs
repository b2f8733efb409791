//! What the tables for people have in common.

use std::io::{self, Write};

use comfy_table::Table;

use crate::streams::Output;

/// The blanks behind each column.
pub(crate) const GAP: u16 = 2;

/// Writes a table line by line, its header in the style of titles, without the blanks behind the last column.
pub(crate) fn write_lines(table: &Table, output: &mut Output<'_>) -> io::Result<()> {
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
