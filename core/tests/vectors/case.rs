//! Reads the files of `vectors/`; their README describes the format.

use std::fmt::Write;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use kuzzle_errors::{Code, Registry};
use serde_json::Value;

/// One case of a file.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) input: Value,
    pub(crate) output: Value,
}

/// The folder of the vectors: `vectors/`, or another that `VECTORS` names.
pub(crate) fn folder() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors");
    std::env::var_os("VECTORS").map_or_else(own, PathBuf::from)
}

/// The cases of a file in `vectors/`, in order.
pub(crate) fn cases(file: &str) -> Vec<Case> {
    let path = folder().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut vectors: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let Value::Array(cases) = vectors["cases"].take() else { panic!("{file}: no cases") };
    cases
        .into_iter()
        .map(|mut case| {
            let name = case["name"].as_str().expect("a case has a name").to_owned();
            Case { name, input: case["in"].take(), output: case["out"].take() }
        })
        .collect()
}

/// Adds a line to the file that `CONFORMANCE_REPORT` names, where it does: so many cases were asked, so many answered
/// wrongly. `cargo xtask conformance` reads it.
pub(crate) fn report(file: &str, cases: usize, wrong: usize) {
    let Some(report) = std::env::var_os("CONFORMANCE_REPORT") else { return };
    let mut report = OpenOptions::new().append(true).create(true).open(report).expect("a file for the report");
    let line = format!("{}\t{cases}\t{wrong}\n", file.trim_end_matches(".json"));
    report.write_all(line.as_bytes()).expect("a line is written");
}

/// Answers every case of a file; all cases whose answer is another than expected are told at once.
pub(crate) fn check(file: &str, answer: impl Fn(&Value) -> Value) {
    let cases = cases(file);
    let (mut wrong, mut count) = (String::new(), 0);
    for case in &cases {
        let answered = answer(&case.input);
        if answered != case.output {
            let _ = writeln!(wrong, "{}\n  expected {}\n  answered {answered}", case.name, case.output);
            count += 1;
        }
    }
    report(file, cases.len(), count);
    assert!(wrong.is_empty(), "{file}:\n{wrong}");
}

/// An input that is a text, written plainly or as `{"text"}` or `{"repeat": ["x", 200000]}`; `None` for others.
pub(crate) fn text(input: &Value) -> Option<String> {
    let (piece, count) = match &input["repeat"] {
        Value::Array(form) => (&form[0], form[1].as_u64()?),
        _ => (input.get("text").unwrap_or(input), 1),
    };
    Some(piece.as_str()?.repeat(usize::try_from(count).ok()?))
}

/// An input that is a code, unsigned or as an int32; `None` for others.
pub(crate) fn code(input: &Value) -> Option<Code> {
    Code::try_from(input.as_i64()?).ok()
}

/// The built-in registry, narrowed to the `release` of an input where it has one.
pub(crate) fn registry(input: &Value) -> Registry {
    match input["release"].as_str() {
        Some(release) => Registry::kuzzle().at(release).expect("the vector names a release"),
        None => Registry::kuzzle().clone(),
    }
}
