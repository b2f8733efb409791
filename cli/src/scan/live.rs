//! The answer on a terminal while it changes.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use super::report::Report;
use super::table;
use crate::streams::Output;

/// How often the terminal shows something new.
const EVERY: Duration = Duration::from_millis(250);

/// What the terminal shows now.
pub(super) struct Live {
    shown: String,
    since: Option<Instant>,
}

impl Live {
    pub(super) const fn new() -> Self {
        Self { shown: String::new(), since: None }
    }

    /// Whether it is time to show what is new.
    pub(super) fn is_due(&self) -> bool {
        self.since.is_none_or(|since| since.elapsed() >= EVERY)
    }

    /// Shows the beginning of the answer, as much of it as the terminal has lines, instead of what was shown before.
    pub(super) fn show(&mut self, report: &Report<'_, '_>, output: &mut Output<'_>) -> io::Result<()> {
        self.since = Some(Instant::now());
        let mut bytes = Vec::new();
        let height = output.live_height().unwrap_or_default().saturating_sub(1);
        table::write(report, &mut output.alike(&mut bytes))?;
        let text = String::from_utf8_lossy(&bytes);
        let lines: String = text.split_inclusive('\n').take(height).collect();
        if lines != self.shown {
            self.clear(output)?;
            output.write_all(lines.as_bytes())?;
            output.flush()?;
            self.shown = lines;
        }
        Ok(())
    }

    /// Takes away what is shown.
    pub(super) fn clear(&mut self, output: &mut Output<'_>) -> io::Result<()> {
        let lines = self.shown.lines().count();
        if lines > 0 {
            write!(output, "\u{1b}[{lines}A\u{1b}[J")?;
        }
        self.shown.clear();
        Ok(())
    }
}
