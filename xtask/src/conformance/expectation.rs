//! How many cases of each file a language is to be asked, and what of its report is otherwise.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Context as _;

use super::Row;
use super::languages::Cases;

/// The file that says where this project differs from Kuzzle: it has no cases, and the test step `kuzzle` reads it.
const NO_CASES: &str = "differences";

/// What languages leave out of a file.
struct LeftOut {
    languages: &'static [&'static str],
    file: &'static str,
    cases: Amount,
    why: &'static str,
}

/// How many cases are left out.
#[derive(Clone, Copy)]
enum Amount {
    All,
    Only(usize),
}

const C: &[&str] = &["C"];
const PYTHON: &[&str] = &["Python"];
const ALL_BUT_RUST: &[&str] = &["C", "Python", "Node, addon", "Node, WASM", "WASM in Node", "WASM in Chromium"];

/// The texts of C end at NUL.
const NUL: &str = "texts with NUL";

/// All else is asked in every language.
const LEFT_OUT: [LeftOut; 10] = [
    LeftOut { languages: ALL_BUT_RUST, file: "codes", cases: Amount::All, why: "text forms are the command's affair" },
    LeftOut { languages: C, file: "compare", cases: Amount::All, why: "C doesn't compare" },
    LeftOut { languages: C, file: "scan", cases: Amount::All, why: "C doesn't scan" },
    LeftOut { languages: C, file: "search", cases: Amount::All, why: "C doesn't search" },
    LeftOut { languages: C, file: "lookups", cases: Amount::Only(4), why: NUL },
    LeftOut { languages: C, file: "releases", cases: Amount::Only(1), why: NUL },
    LeftOut { languages: C, file: "resolve", cases: Amount::Only(1), why: NUL },
    LeftOut { languages: C, file: "render", cases: Amount::Only(2), why: "empty messages" },
    LeftOut { languages: PYTHON, file: "render", cases: Amount::Only(110), why: "JavaScript's values, empty messages" },
    LeftOut { languages: PYTHON, file: "build", cases: Amount::Only(2), why: "undefined, and no values by name" },
];

/// How many cases there are, and what is left out of them.
pub(super) struct Expectation {
    /// How many cases each file has.
    files: BTreeMap<String, usize>,
    left_out: &'static [LeftOut],
}

impl Expectation {
    /// Counts the cases in a folder. Generated ones are such as every language has.
    pub(super) fn of(cases: &Cases) -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(&cases.folder)? {
            let path = entry?.path();
            let name = path.file_stem().context("a file has a name")?.to_string_lossy();
            if path.extension().is_some_and(|extension| extension == "json") && name != NO_CASES {
                files.insert(name.into_owned(), kuzzle_errors_vectors::cases_of(&path)?.len());
            }
        }
        Ok(Self { files, left_out: if cases.are_generated { &[] } else { &LEFT_OUT } })
    }

    /// What is wrong with the report of a language.
    pub(super) fn complaints(&self, language: &str, rows: &[Row]) -> Vec<String> {
        if rows.is_empty() {
            return vec!["reports nothing".to_owned()];
        }
        let is_told = |file: &str| rows.iter().any(|row| row.file == file);
        let silent = self.files.keys().filter(|file| !is_told(file) && self.count(language, file) > 0);
        let silent = silent.map(|file| format!("reports nothing of {file}"));
        silent.chain(rows.iter().filter_map(|row| self.complaint(language, row))).collect()
    }

    fn complaint(&self, language: &str, row: &Row) -> Option<String> {
        let Row { file, answers } = row;
        let (expected, asked) = (self.count(language, file), answers.asked);
        if asked != expected {
            let why = self.left_out(language, file).map(|left_out| format!(" (left out: {})", left_out.why));
            return Some(format!("was asked {asked} cases of {file}, not {expected}{}", why.unwrap_or_default()));
        }
        (answers.wrong > 0).then(|| format!("answers {} cases of {file} otherwise than expected", answers.wrong))
    }

    /// How many cases of a file a language is to be asked.
    fn count(&self, language: &str, file: &str) -> usize {
        let all = self.files.get(file).copied().unwrap_or_default();
        match self.left_out(language, file).map(|left_out| left_out.cases) {
            None => all,
            Some(Amount::All) => 0,
            Some(Amount::Only(cases)) => all.saturating_sub(cases),
        }
    }

    fn left_out(&self, language: &str, file: &str) -> Option<&LeftOut> {
        self.left_out.iter().find(|left_out| left_out.file == file && left_out.languages.contains(&language))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Answers, LANGUAGES};
    use super::*;

    fn complaints(language: &str, rows: &[(&str, usize, usize)]) -> Vec<String> {
        let files = [("build", 26), ("codes", 79), ("empty", 0)].map(|(file, cases)| (file.to_owned(), cases));
        let expectation = Expectation { files: files.into(), left_out: &LEFT_OUT };
        let row = |&(file, asked, wrong): &(&str, _, _)| Row { file: file.into(), answers: Answers { asked, wrong } };
        expectation.complaints(language, &rows.iter().map(row).collect::<Vec<_>>())
    }

    #[test]
    fn a_report_of_every_case_is_good() {
        assert_eq!(complaints("Rust", &[("codes", 79, 0), ("build", 26, 0), ("build", 26, 0)]), [""; 0]);
        assert_eq!(complaints("Python", &[("build", 24, 0), ("empty", 0, 0)]), [""; 0]);
    }

    #[test]
    fn who_says_nothing_is_told() {
        assert_eq!(complaints("C", &[]), ["reports nothing"]);
        assert_eq!(complaints("Rust", &[("codes", 79, 0)]), ["reports nothing of build"]);
    }

    #[test]
    fn another_number_of_cases_is_told() {
        let rows = [("build", 26, 0), ("build", 25, 0), ("codes", 79, 0), ("unknown", 1, 0)];
        let expected = ["was asked 25 cases of build, not 26", "was asked 1 cases of unknown, not 0"];
        assert_eq!(complaints("Rust", &rows), expected);
        let expected = [
            "was asked 26 cases of build, not 24 (left out: undefined, and no values by name)",
            "was asked 79 cases of codes, not 0 (left out: text forms are the command's affair)",
        ];
        assert_eq!(complaints("Python", &[("build", 26, 0), ("codes", 79, 0)]), expected);
    }

    #[test]
    fn wrong_answers_are_told() {
        assert_eq!(complaints("C", &[("build", 26, 3)]), ["answers 3 cases of build otherwise than expected"]);
    }

    #[test]
    fn what_is_left_out_is_of_languages_and_files_that_are_there() {
        let folder = crate::workspace::root().join("vectors");
        let vectors = Expectation::of(&Cases { folder, are_generated: false }).unwrap();
        for LeftOut { languages, file, .. } in &LEFT_OUT {
            assert!(vectors.files.contains_key(*file), "{file}");
            for name in *languages {
                assert!(LANGUAGES.iter().any(|language| language.name == *name), "{name}");
            }
        }
    }
}
