//! Asks the cases of a file, and tells of all that are answered wrongly.

use std::fmt::{Display, Write};
use std::fs::OpenOptions;
use std::io::Write as _;

use kuzzle_errors::{Code, Registry};
use kuzzle_errors_vectors::{Case, Json};
use serde_json::Value;

/// The cases of a file in `vectors/`, in order.
pub(crate) fn cases(file: &str) -> Vec<Case> {
    kuzzle_errors_vectors::cases(file).unwrap_or_else(|error| panic!("{error}"))
}

/// Answers every case of a file; all cases whose answer is another than expected are told at once.
pub(crate) fn check(file: &str, answer: impl Fn(&Json) -> Value) {
    check_as(file, Json::value, answer);
}

/// The same for answers that are texts, which must be exactly those expected.
#[cfg(feature = "json")]
pub(crate) fn check_text(file: &str, answer: impl Fn(&Json) -> String) {
    check_as(file, Json::to_text, answer);
}

fn check_as<T: PartialEq + Display>(file: &str, expected: impl Fn(&Json) -> T, answer: impl Fn(&Json) -> T) {
    check_cases(file, |case| {
        let (answered, expected) = (answer(&case.input), expected(&case.output));
        (answered != expected).then(|| format!("expected {expected}\n  answered {answered}"))
    });
}

/// Has every case of a file looked at; all complaints are told at once.
pub(crate) fn check_cases(file: &str, complaint: impl Fn(&Case) -> Option<String>) {
    let cases = cases(file);
    let (mut wrong, mut count) = (String::new(), 0);
    for case in &cases {
        if let Some(complaint) = complaint(case) {
            _ = writeln!(wrong, "{}\n  {complaint}", case.name);
            count += 1;
        }
    }
    report(file, cases.len(), count);
    assert!(wrong.is_empty(), "{file}:\n{wrong}");
}

/// The code in a member, unsigned or as an int32.
pub(crate) fn code(input: &Json) -> Option<Code> {
    Code::try_from(input.integer("code")?).ok()
}

/// The built-in registry, narrowed to the `release` of an input where it has one.
pub(crate) fn registry(input: &Json) -> Registry {
    match input.text("release") {
        Some(release) => Registry::kuzzle().at(&release).expect("the vector names a release"),
        None => Registry::kuzzle().clone(),
    }
}

/// Adds a line to the file that `CONFORMANCE_REPORT` names, where it does: so many cases were asked, so many answered
/// wrongly. `cargo xtask conformance` reads it.
fn report(file: &str, cases: usize, wrong: usize) {
    let Some(report) = std::env::var_os("CONFORMANCE_REPORT") else { return };
    let mut report = OpenOptions::new().append(true).create(true).open(report).expect("a file for the report");
    let line = format!("{}\t{cases}\t{wrong}\n", file.trim_end_matches(".json"));
    report.write_all(line.as_bytes()).expect("a line is written");
}
