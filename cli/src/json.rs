//! Answers as JSON.

use std::io::{self, Write};

use serde::Serialize;

/// One array, each element on a line of its own.
pub(crate) fn write_array<T: Serialize>(elements: &[T], output: &mut impl Write) -> io::Result<()> {
    write!(output, "[")?;
    for (position, element) in elements.iter().enumerate() {
        writeln!(output, "{}", if position > 0 { "," } else { "" })?;
        serde_json::to_writer(&mut *output, element)?;
    }
    writeln!(output, "{}]", if elements.is_empty() { "" } else { "\n" })
}

/// One object on each line.
pub(crate) fn write_lines<T: Serialize>(elements: &[T], output: &mut impl Write) -> io::Result<()> {
    for element in elements {
        serde_json::to_writer(&mut *output, element)?;
        writeln!(output)?;
    }
    Ok(())
}
