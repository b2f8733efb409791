//! Answers as JSON.

use std::io::{self, Write};

use serde::Serialize;

/// One array, indented for people.
pub(crate) fn write_array<T: Serialize>(elements: &[T], output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *output, elements)?;
    writeln!(output)
}

/// One object on each line.
pub(crate) fn write_lines<T: Serialize>(elements: &[T], output: &mut impl Write) -> io::Result<()> {
    for element in elements {
        serde_json::to_writer(&mut *output, element)?;
        writeln!(output)?;
    }
    Ok(())
}
