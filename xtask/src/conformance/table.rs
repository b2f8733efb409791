//! Files down, languages across.

use std::collections::BTreeMap;
use std::fmt;

use super::{Answers, Row};

/// How many cases each language was asked, and how many it answered wrongly.
pub(super) struct Table {
    pub(super) title: &'static str,
    languages: Vec<&'static str>,
    /// The answers of each language, by file.
    files: BTreeMap<String, BTreeMap<&'static str, Answers>>,
}

impl Table {
    pub(super) fn new(title: &'static str) -> Self {
        Self { title, languages: Vec::new(), files: BTreeMap::new() }
    }

    /// Adds a column: of a file that was asked several times the worst; files of which no case is there count as not
    /// asked.
    pub(super) fn add(&mut self, language: &'static str, rows: Vec<Row>) {
        self.languages.push(language);
        for Row { file, answers } in rows.into_iter().filter(|row| row.answers.asked > 0) {
            let worst = self.files.entry(file).or_default().entry(language).or_default();
            *worst = Answers { asked: worst.asked.max(answers.asked), wrong: worst.wrong.max(answers.wrong) };
        }
    }

    fn total(&self, language: &str) -> Answers {
        let of_language = self.files.values().filter_map(|languages| languages.get(language));
        of_language.fold(Answers::default(), |sum, answers| Answers {
            asked: sum.asked + answers.asked,
            wrong: sum.wrong + answers.wrong,
        })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:<17}", self.title)?;
        for language in &self.languages {
            write!(formatter, "{language:>width$}", width = width(language))?;
        }
        for (file, answers) in &self.files {
            write!(formatter, "\n{file:<17}")?;
            for language in &self.languages {
                let cell = answers.get(language).map_or("–".to_owned(), ToString::to_string);
                write!(formatter, "{cell:>width$}", width = width(language))?;
            }
        }
        write!(formatter, "\n{:<17}", "all")?;
        for language in &self.languages {
            write!(formatter, "{:>width$}", self.total(language).to_string(), width = width(language))?;
        }
        writeln!(formatter)
    }
}

fn width(language: &str) -> usize {
    language.len().max(16) + 2
}

impl fmt::Display for Answers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.asked)?;
        if self.wrong > 0 { write!(formatter, ", {} wrong", self.wrong) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_stand_side_by_side() {
        let mut table = Table::new("vectors");
        let row = |file: &str, asked, wrong| Row { file: file.to_owned(), answers: Answers { asked, wrong } };
        table.add("Rust", vec![row("build", 4, 0), row("codes", 2, 0), row("empty", 0, 0)]);
        table.add("C", vec![row("build", 3, 1), row("build", 3, 0)]);
        let expected = "vectors                        Rust                 C\n\
                        build                             4        3, 1 wrong\n\
                        codes                             2                 –\n\
                        all                               6        3, 1 wrong\n";
        assert_eq!(table.to_string(), expected);
    }
}
