//! `cargo xtask conformance`: the vectors, asked in every language, as one table; and ten thousand generated errors,
//! whose JSON must be the same in every language, byte for byte.
//!
//! The languages answer with the same programs as in `cargo xtask test`. Each says in a report how many cases of which
//! file it was asked, and how many it answered otherwise than expected. What it doesn't say counts as wrong.

mod expectation;
mod generated;
mod languages;
mod table;

use std::fs;

use anyhow::bail;

use self::expectation::Expectation;
use self::languages::{Cases, LANGUAGES};
use self::table::Table;
use crate::workspace;

/// What is asked of one file in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Answers {
    asked: usize,
    wrong: usize,
}

/// A line of a report. A file that is asked in several ways has several lines.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    file: String,
    answers: Answers,
}

/// Asks everything, prints the tables, and fails where a language answers otherwise than expected, or not everything.
pub(crate) fn run() -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let folder = workspace::target().join("conformance");
    workspace::empty(&folder)?;
    let generated = folder.join("generated");
    generated::write(&generated)?;
    let vectors = Cases { folder: workspace::root().join("vectors"), are_generated: false };
    let generated = Cases { folder: generated, are_generated: true };
    let mut tables = [
        (Table::new("vectors"), Expectation::of(&vectors)?, vectors),
        (Table::new("generated errors"), Expectation::of(&generated)?, generated),
    ];
    let mut complaints = Vec::new();
    for language in &LANGUAGES {
        let ask = (language.prepare)(&shell)?;
        for (table, expectation, cases) in &mut tables {
            let report = folder.join("report.tsv");
            workspace::write(&report, "")?;
            let outcome = ask(&shell, cases, &report).map_err(|error| format!("{error:#}"));
            let (rows, unreadable) = read(&fs::read_to_string(&report)?);
            let wrong = expectation.complaints(language.name, &rows);
            let wrong = outcome.err().into_iter().chain(unreadable).chain(wrong);
            complaints.extend(wrong.map(|complaint| format!("{}, {}: {complaint}", language.name, table.title)));
            table.add(language.name, rows);
        }
    }
    for (table, ..) in &tables {
        print!("\n{table}");
    }
    for complaint in &complaints {
        println!("{complaint}");
    }
    if complaints.is_empty() { Ok(()) } else { bail!("not every language answers everything as expected") }
}

/// The lines of a report, and complaints about those that can't be read.
fn read(report: &str) -> (Vec<Row>, Vec<String>) {
    let (mut rows, mut complaints) = (Vec::new(), Vec::new());
    for line in report.lines() {
        match read_line(line) {
            Some(row) => rows.push(row),
            None => complaints.push(format!("reports what can't be read: {line:?}")),
        }
    }
    (rows, complaints)
}

/// File, cases and wrong answers between tabs. The names of C have no hyphens.
fn read_line(line: &str) -> Option<Row> {
    let [file, asked, wrong] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
    let answers = Answers { asked: asked.parse().ok()?, wrong: wrong.parse().ok()? };
    Some(Row { file: file.replace('_', "-"), answers })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_cannot_be_read_are_told() {
        let (rows, complaints) = read("parse_hostile\t70\t1\nbuild\t26\nbuild\tmany\t0\n");
        let answers = Answers { asked: 70, wrong: 1 };
        assert_eq!(rows, [Row { file: "parse-hostile".to_owned(), answers }]);
        let expected =
            [r#"reports what can't be read: "build\t26""#, r#"reports what can't be read: "build\tmany\t0""#];
        assert_eq!(complaints, expected);
    }
}
