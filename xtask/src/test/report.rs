//! The table that closes a run.

use std::fmt;
use std::time::Duration;

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    Failed(String),
    /// Not run, and what to install so that it does.
    Skipped(String),
}

/// The steps that have run.
pub(super) struct Report {
    /// Whether a skipped step counts as failed.
    strict: bool,
    rows: Vec<(&'static str, Outcome, Duration)>,
}

impl Report {
    pub(super) fn new(strict: bool) -> Self {
        Self { strict, rows: Vec::new() }
    }

    /// Adds a step and prints how it ended.
    pub(super) fn add(&mut self, step: &'static str, outcome: Outcome, time: Duration) {
        let outcome = match outcome {
            Outcome::Skipped(reason) if self.strict => Outcome::Failed(reason),
            outcome => outcome,
        };
        println!("--- {step}: {} after {:.1} s", Line(&outcome), time.as_secs_f64());
        self.rows.push((step, outcome, time));
    }

    /// Whether no step failed.
    pub(super) fn passed(&self) -> bool {
        !self.rows.iter().any(|(_, outcome, _)| matches!(outcome, Outcome::Failed(_)))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        for (step, outcome, time) in &self.rows {
            match outcome {
                Outcome::Passed => passed += 1,
                Outcome::Failed(_) => failed += 1,
                Outcome::Skipped(_) => skipped += 1,
            }
            writeln!(formatter, "{step:<13} {:>6.1} s  {}", time.as_secs_f64(), Line(outcome))?;
        }
        let total: Duration = self.rows.iter().map(|(_, _, time)| *time).sum();
        writeln!(formatter, "{:<13} {:>6.1} s\n", "all", total.as_secs_f64())?;
        write!(formatter, "{passed} passed, {failed} failed")?;
        if skipped > 0 {
            write!(formatter, ", {skipped} skipped")?;
        }
        writeln!(formatter)
    }
}

/// An outcome in one line.
struct Line<'o>(&'o Outcome);

impl fmt::Display for Line<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, reason) = match self.0 {
            Outcome::Passed => return formatter.write_str("ran"),
            Outcome::Failed(reason) => ("FAILED", reason),
            Outcome::Skipped(reason) => ("skipped", reason),
        };
        write!(formatter, "{word}: {}", reason.lines().next().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(strict: bool) -> Report {
        let mut report = Report::new(strict);
        report.add("format", Outcome::Passed, Duration::from_millis(1200));
        report.add("c", Outcome::Skipped("no valgrind: install valgrind".to_owned()), Duration::ZERO);
        report
    }

    #[test]
    fn a_skipped_step_says_what_to_install() {
        let report = report(false);
        assert!(report.passed());
        assert_eq!(
            report.to_string(),
            "format           1.2 s  ran\n\
             c                0.0 s  skipped: no valgrind: install valgrind\n\
             all              1.2 s\n\n\
             1 passed, 0 failed, 1 skipped\n"
        );
    }

    #[test]
    fn where_nothing_may_be_skipped_it_has_failed() {
        let report = report(true);
        assert!(!report.passed());
        assert!(report.to_string().ends_with("1 passed, 1 failed\n"));
    }
}
