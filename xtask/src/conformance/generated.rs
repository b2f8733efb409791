//! Ten thousand errors that look random and are the same in every run, in the form of the vectors: what is expected is
//! what the core answers, so that every other language is compared with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use kuzzle_errors::{Code, Definition, KuzzleError, Prop, Registry, parse};
use kuzzle_errors_vectors::Json;
use serde_json::{Value, json};

use self::random::Random;
use crate::workspace;

mod random;

const SEED: u64 = 0x006b_757a_7a6c_6500;

/// How many errors are generated for each file.
const COUNTS: [(&str, usize, Generate); 4] = [
    ("build", 4_000, |random| written(random, KuzzleError::to_json)),
    ("parse", 4_000, received),
    ("problem", 1_000, |random| written(random, KuzzleError::to_problem_json)),
    ("opentelemetry", 1_000, |random| written(random, KuzzleError::to_attributes_json)),
];

/// Makes the input and the output of a case; the output as text, in which every number stays as it is written.
type Generate = fn(&mut Random) -> (Value, String);

/// Names of members of an error, known and unknown.
const NAMES: [&str; 12] =
    ["message", "status", "id", "code", "props", "stack", "errors", "count", "x", "é", "\\u0078", "a b"];

/// Values as a body may have them.
const SCALARS: [&str; 17] = [
    "7",
    "1.50",
    "404",
    "412",
    "16842753",
    "-939458555",
    "true",
    "false",
    "null",
    "\"\"",
    "\"services.storage.unknown_index\"",
    "\"app.orders.too_late\"",
    "\"a\\u0041\\n\\\"\\\\\"",
    "\"\\u2028\\u00e9\"",
    "\"é😀\"",
    "\"\\ud83d\\ude00\"",
    "\"%s and %d\"",
];

/// Texts as an application may have them.
const TEXTS: [&str; 12] = [
    "nyc",
    "",
    "yellow taxi",
    "é",
    "😀",
    "\"quoted\"",
    "back\\slash",
    "line\nbreak\u{2028}",
    "100 %",
    "%s",
    "\u{7f}\u{1b}",
    "</script>",
];

const NUMBERS: [f64; 10] = [0.1, -1.5, 1e21, 1e-7, 123_456_789.125, 5e-324, f64::MAX, 0.3, 1e20, 4_294_967_296.5];

/// Writes a folder of vectors; of the files that are not generated there is one without cases.
pub(super) fn write(folder: &Path) -> anyhow::Result<()> {
    workspace::empty(folder)?;
    for entry in fs::read_dir(workspace::root().join("vectors"))? {
        let name = entry?.file_name();
        if Path::new(&name).extension().is_some_and(|extension| extension == "json") {
            workspace::write(&folder.join(name), r#"{"about": "nothing", "cases": []}"#)?;
        }
    }
    let mut random = Random::new(SEED);
    for (file, count, generate) in COUNTS {
        let cases = (0..count).map(|number| {
            let (input, output) = generate(&mut random);
            format!(r#"{{"name": "{file} {number}", "in": {input}, "out": {output}}}"#)
        });
        let cases: Vec<String> = cases.collect();
        let vectors = format!(r#"{{"about": "generated", "cases": [{}]}}"#, cases.join(",\n"));
        workspace::write(&folder.join(file).with_extension("json"), vectors)?;
    }
    Ok(())
}

/// An error built here, and one of the ways to write it: as a text, of which every byte counts.
fn written(random: &mut Random, write: fn(&KuzzleError) -> String) -> (Value, String) {
    let (input, error) = build(random);
    (input, quoted(&write(&error)))
}

fn build(random: &mut Random) -> (Value, KuzzleError) {
    let ids: Vec<&str> = kuzzle_errors::iter().map(Definition::id).collect();
    let id = if random.chance(95) { random.pick(&ids) } else { "app.orders.too_late" };
    let (args, props) = list(random);
    let mut error = Registry::kuzzle().error(id, props);
    let mut input = json!({"id": id, "args": args});
    if random.chance(10) {
        let message = random.pick(&TEXTS);
        error = error.with_message(message);
        input["message"] = message.into();
    }
    if random.chance(10) {
        let (items, errors) = list(random);
        error = error.with_errors(errors);
        input["errors"] = items;
    }
    (input, error)
}

/// Values as the vectors write them, and as they are given.
fn list(random: &mut Random) -> (Value, Vec<Prop<'static>>) {
    let length = random.below(5);
    let (values, props): (Vec<Value>, Vec<_>) = (0..length).map(|_| prop(random)).unzip();
    (values.into(), props)
}

fn prop(random: &mut Random) -> (Value, Prop<'static>) {
    match random.below(8) {
        0 => (Value::Null, Prop::Null),
        1 => (true.into(), true.into()),
        2 => {
            let number = random.integer();
            (number.into(), number.into())
        }
        3 => {
            let number = random.pick(&NUMBERS);
            (number.into(), Prop::Number(json!(number).to_string().into()))
        }
        4 => {
            let value = json!({"a": [random.pick(&TEXTS), random.integer()], "b": random.chance(50)});
            (json!({"json": value}), Prop::Json(value.to_string().into()))
        }
        _ => {
            let text = random.pick(&TEXTS);
            (text.into(), text.into())
        }
    }
}

/// An error read from an answer.
fn received(random: &mut Random) -> (Value, String) {
    let body = body(random);
    let status = random.pick(&[None, Some(200), Some(404), Some(500)]);
    let mut input = json!({"body": form(&body)});
    if let Some(status) = status {
        input["http_status"] = status.into();
    }
    let answer = match parse(&body, status) {
        Ok(None) => "null".to_owned(),
        Ok(Some(error)) => columns(&error),
        Err(malformed) => json!({"malformed": {"line": malformed.line(), "column": malformed.column()}}).to_string(),
    };
    (input, answer)
}

/// What `vectors/parse.json` says of an error.
fn columns(error: &KuzzleError) -> String {
    let explanation = error.explanation().to_json();
    let explained: BTreeMap<String, Json> = serde_json::from_str(&explanation).unwrap_or_default();
    let own = json!({
        "id": error.id(),
        "class": error.class().name(),
        "code": error.code().map(Code::get),
        "status": error.status(),
        "message": error.message(),
        "error": error.to_json(),
        "definition": error.definition().map(Definition::id),
    });
    let mut columns: Vec<String> =
        own.as_object().into_iter().flatten().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    for name in ["context", "conflict", "failures"] {
        columns.push(format!("\"{name}\": {}", explained.get(name).map_or("null", Json::source)));
    }
    format!("{{{}}}", columns.join(", "))
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A body as a vector writes it, so that not a byte of it changes.
fn form(body: &str) -> Value {
    json!({"base64": BASE64_STANDARD.encode(body)})
}

fn body(random: &mut Random) -> String {
    let error = object(random, 3);
    match random.below(10) {
        0 => error,
        1 => format!("{{\"status\":206,\"result\":{{\"errors\":[{error},\"doc-1\"]}},\"error\":{error}}}"),
        2 => format!("{{\"error\":{error}"),
        _ => format!("{{\"requestId\":\"r\",\"status\":{},\"error\":{error}}}", random.pick(&[200, 404, 412])),
    }
}

fn object(random: &mut Random, depth: usize) -> String {
    let length = random.below(7);
    let members: Vec<String> =
        (0..length).map(|_| format!("\"{}\":{}", random.pick(&NAMES), value(random, depth))).collect();
    format!("{{{}}}", members.join(","))
}

fn value(random: &mut Random, depth: usize) -> String {
    match random.below(if depth == 0 { 3 } else { 5 }) {
        3 => {
            let length = random.below(4);
            let elements: Vec<String> = (0..length).map(|_| value(random, depth - 1)).collect();
            format!("[{}]", elements.join(", "))
        }
        4 => object(random, depth - 1),
        _ => random.pick(&SCALARS).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::*;

    #[test]
    fn every_run_generates_the_same() {
        let generate = || {
            let mut random = Random::new(SEED);
            COUNTS.map(|(_, _, generate)| generate(&mut random))
        };
        assert_eq!(generate(), generate());
        assert_eq!(COUNTS.iter().map(|(_, count, _)| count).sum::<usize>(), 10_000);
    }

    #[test]
    fn bodies_are_errors_most_of_the_time() {
        let mut random = Random::new(SEED);
        let answers = (0..200).map(|_| received(&mut random).1);
        assert!(answers.filter(|answer| answer.contains("\"class\"")).count() > 120);
        let raw: Result<Box<RawValue>, _> = serde_json::from_str(&object(&mut random, 3));
        assert!(raw.is_ok());
    }
}
