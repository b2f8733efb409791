//! Reads the files of `vectors/`; their README describes the format.

use std::fmt::Write;
use std::path::Path;

use kuzzle_errors::{Code, Registry};
use serde_json::Value;

/// One case of a file.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) input: Value,
    pub(crate) output: Value,
}

/// The cases of a file in `vectors/`, in order.
pub(crate) fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../vectors").join(file);
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

/// Answers every case of a file; all cases whose answer is another than expected are told at once.
pub(crate) fn check(file: &str, answer: impl Fn(&Value) -> Value) {
    let mut wrong = String::new();
    for case in cases(file) {
        let answered = answer(&case.input);
        if answered != case.output {
            let _ = writeln!(wrong, "{}\n  expected {}\n  answered {answered}", case.name, case.output);
        }
    }
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
