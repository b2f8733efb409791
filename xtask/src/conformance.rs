//! `cargo xtask conformance`: the vectors, asked in every language, as one table; and ten thousand generated errors,
//! whose JSON must be the same in every language, byte for byte.
//!
//! The languages answer with the same programs as in `cargo xtask test`. Each says in a report how many cases of which
//! file it asked, and how many were answered otherwise than expected.

mod generated;
mod languages;
mod table;

use std::path::Path;

use anyhow::{Context as _, bail};

use self::languages::{Cases, LANGUAGES};
use self::table::Table;
use crate::workspace;

/// What is asked of one file in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Answers {
    asked: usize,
    wrong: usize,
}

/// Asks everything, prints the tables, and fails where a language answered otherwise than expected.
pub(crate) fn run() -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let folder = workspace::target().join("conformance");
    workspace::empty(&folder)?;
    let generated = folder.join("generated");
    generated::write(&generated)?;
    let mut tables = [
        (Table::new("vectors"), Cases { folder: workspace::root().join("vectors"), are_generated: false }),
        (Table::new("generated errors"), Cases { folder: generated, are_generated: true }),
    ];
    for language in &LANGUAGES {
        let ask = (language.prepare)(&shell)?;
        for (table, cases) in &mut tables {
            let report = folder.join("report.tsv");
            workspace::write(&report, "")?;
            let outcome = ask(&shell, cases, &report);
            let rows = read(&report)?;
            // What was answered wrongly is in the report; what else went wrong is not.
            if !rows.iter().any(|(_, answers)| answers.wrong > 0) {
                outcome.with_context(|| format!("the vectors in {}", language.name))?;
            }
            table.add(language.name, rows);
        }
    }
    for (table, _) in &tables {
        print!("\n{table}");
    }
    if tables.iter().any(|(table, _)| table.has_wrong()) {
        bail!("not every language answers as expected");
    }
    Ok(())
}

/// The lines of a report; of a file that was asked several times the worst.
fn read(report: &Path) -> anyhow::Result<Vec<(String, Answers)>> {
    let text = std::fs::read_to_string(report)?;
    let mut rows: Vec<(String, Answers)> = Vec::new();
    for line in text.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [file, asked, wrong] = columns[..] else { continue };
        let (Ok(asked), Ok(wrong)) = (asked.parse(), wrong.parse()) else { continue };
        let file = file.replace('_', "-");
        match rows.iter_mut().find(|(name, _)| *name == file) {
            Some((_, answers)) => {
                *answers = Answers { asked: answers.asked.max(asked), wrong: answers.wrong.max(wrong) };
            }
            None => rows.push((file, Answers { asked, wrong })),
        }
    }
    Ok(rows)
}
