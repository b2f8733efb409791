//! What was measured: the same work done by several libraries, in one run.

use std::fmt;

use anyhow::{Context as _, bail};

use super::{BASELINE, OURS};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Of one operation; less is better.
    Nanoseconds,
    /// Of memory or of a file; less is better.
    Bytes,
    /// Of one operation; less is better.
    Allocations,
    /// Of input; more is better.
    MegabytesPerSecond,
}

impl Unit {
    const ALL: [Self; 4] = [Self::Nanoseconds, Self::Bytes, Self::Allocations, Self::MegabytesPerSecond];

    /// How the unit is written behind a figure.
    pub(super) fn symbol(self) -> &'static str {
        match self {
            Self::Nanoseconds => "ns",
            Self::Bytes => "bytes",
            Self::Allocations => "allocations",
            Self::MegabytesPerSecond => "MB/s",
        }
    }

    fn of(symbol: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.symbol() == symbol)
    }

    pub(super) fn more_is_better(self) -> bool {
        self == Self::MegabytesPerSecond
    }
}

/// How ratios are to be read, for every unit.
pub(crate) fn reading_of_ratios() -> String {
    let symbols = |more_is_better| {
        let units = Unit::ALL.into_iter().filter(|unit| unit.more_is_better() == more_is_better);
        units.map(Unit::symbol).collect::<Vec<_>>().join(", ")
    };
    format!("`ours / theirs` is better below 1 for {}, and above 1 for {}.", symbols(false), symbols(true))
}

/// One library's figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) figure: f64,
}

impl Row {
    /// Whether the figure is this project's: its name, or its name with more said (`kuzzle-errors, by name`).
    pub(super) fn is_ours(&self) -> bool {
        self.name.starts_with(OURS)
    }
}

/// One group of benchmarks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) unit: Unit,
    rows: Vec<Row>,
}

impl Group {
    /// The row of this project is named [`OURS`]; a row [`BASELINE`] says what measuring itself costs.
    pub(super) fn new(name: &str, unit: Unit, rows: impl IntoIterator<Item = (String, f64)>) -> Self {
        let rows = rows.into_iter().map(|(name, figure)| Row { name, figure }).collect();
        Self { name: name.to_owned(), unit, rows }
    }

    /// Reads what a program measured: a line for each figure, with group, name, figure and unit (`ns` where there is
    /// none) between tabs. Empty lines are skipped; the lines of a group stand together.
    pub(super) fn read(text: &str) -> anyhow::Result<Vec<Self>> {
        let mut groups: Vec<Self> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (group, unit, row) = read_line(line).with_context(|| format!("the benchmark says {line:?}"))?;
            match groups.last_mut().filter(|last| last.name == group) {
                Some(last) if last.unit == unit => last.rows.push(row),
                Some(_) => bail!("the group {group:?} has two units"),
                None => groups.push(Self { name: group.to_owned(), unit, rows: vec![row] }),
            }
        }
        Ok(groups)
    }

    /// The rows without the baseline, best first.
    pub(super) fn rows(&self) -> Vec<&Row> {
        let mut rows: Vec<_> = self.rows.iter().filter(|row| row.name != BASELINE).collect();
        rows.sort_by(|one, other| one.figure.total_cmp(&other.figure));
        if self.unit.more_is_better() {
            rows.reverse();
        }
        rows
    }

    pub(super) fn baseline(&self) -> Option<f64> {
        self.figure_of(BASELINE)
    }

    /// This project's figure; where it has several, the one without an addition to its name.
    pub(super) fn ours(&self) -> Option<f64> {
        self.figure_of(OURS)
    }

    /// This project's figure over the one of a peer, and of its own row 1; `None` for its other rows, and where there is
    /// no peer.
    pub(super) fn ratio(&self, row: &Row) -> Option<f64> {
        let has_peer = self.rows().into_iter().any(|row| !row.is_ours());
        let is_compared = has_peer && row.figure > 0.0 && (row.name == OURS || !row.is_ours());
        self.ours().filter(|_| is_compared).map(|ours| ours / row.figure)
    }

    fn figure_of(&self, name: &str) -> Option<f64> {
        self.rows.iter().find(|row| row.name == name).map(|row| row.figure)
    }
}

fn read_line(line: &str) -> Option<(&str, Unit, Row)> {
    let mut columns = line.split('\t');
    let (group, name, figure) = (columns.next()?, columns.next()?, columns.next()?.parse().ok()?);
    let unit = columns.next().map_or(Some(Unit::Nanoseconds), Unit::of)?;
    Some((group, unit, Row { name: name.to_owned(), figure }))
}

/// A figure as tables and plots write it: three digits, or all of a whole number.
pub(super) struct Figure(pub(super) f64);

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = if self.0 >= 100.0 || self.0.fract() == 0.0 {
            0
        } else if self.0 >= 10.0 {
            1
        } else {
            2
        };
        let digits = format!("{:.decimals$}", self.0);
        let whole = digits.split('.').next().unwrap_or_default().len();
        for (position, digit) in digits.char_indices() {
            if position > 0 && position < whole && (whole - position).is_multiple_of(3) {
                formatter.write_str("\u{202f}")?;
            }
            write!(formatter, "{digit}")?;
        }
        Ok(())
    }
}

/// For the terminal: the ratios first, then the figures.
impl fmt::Display for Group {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.unit.symbol();
        write!(formatter, "\n{}", self.name)?;
        if let Some(baseline) = self.baseline() {
            write!(formatter, " (the loop itself, in each figure, is {} {unit})", Figure(baseline))?;
        }
        writeln!(formatter, "\n{:>13}  {unit:>12}", "ours / theirs")?;
        for row in self.rows() {
            let ratio = self.ratio(row).map(|ratio| format!("{ratio:.2}x")).unwrap_or_default();
            writeln!(formatter, "{ratio:>13}  {:>12}  {}", Figure(row.figure).to_string(), row.name)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_groups_with_ratios() {
        let groups = Group::read("look-up\tkuzzle-errors\t2\nlook-up\tother\t8\tns\n\nread\tkuzzle-errors\t50\tMB/s\n");
        let groups = groups.unwrap();
        assert_eq!(groups.len(), 2);
        let ratios: Vec<_> = groups[0].rows().into_iter().map(|row| groups[0].ratio(row)).collect();
        assert_eq!(ratios, [Some(1.0), Some(0.25)]);
        assert_eq!(groups[1].unit, Unit::MegabytesPerSecond);
        assert_eq!(groups[1].ratio(groups[1].rows()[0]), None);
    }

    #[test]
    fn only_peers_are_compared() {
        let ratios = |text: &str| {
            let group = Group::read(text).unwrap().remove(0);
            group.rows().into_iter().map(|row| group.ratio(row)).collect::<Vec<_>>()
        };
        let own = "start\tkuzzle-errors\t4\nstart\tkuzzle-errors, the quickest\t2\nstart\tloop alone\t1\n";
        assert_eq!(ratios(own), [None, None]);
        assert_eq!(ratios(&format!("{own}start\tother\t8\n")), [None, Some(1.0), Some(0.5)]);
    }

    #[test]
    fn every_unit_has_its_side_of_one() {
        let expected = "`ours / theirs` is better below 1 for ns, bytes, allocations, and above 1 for MB/s.";
        assert_eq!(reading_of_ratios(), expected);
    }

    #[test]
    fn what_is_no_figure_is_an_error() {
        for line in ["look-up", "look-up\tother\tfast", "look-up\tother\t1\tweeks", "a\tb\t1\tns\na\tc\t1\tbytes"] {
            assert!(Group::read(line).is_err(), "{line}");
        }
    }

    #[test]
    fn figures_have_three_digits() {
        let written = [0.5, 9.876, 98.76, 987.6, 3.0, 1_234_567.8].map(|figure| Figure(figure).to_string());
        assert_eq!(written, ["0.50", "9.88", "98.8", "988", "3", "1\u{202f}234\u{202f}568"]);
    }
}
