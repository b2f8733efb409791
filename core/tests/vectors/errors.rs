//! Errors built and read, and what is written of them.

use std::fmt::Write;

use kuzzle_errors::{KuzzleError, Prop, Registry, failures, parse, render};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::case::report;
use crate::raw::{self, Case};

#[test]
fn messages() {
    check("render.json", |case| {
        let template = raw::text(case.input("template").unwrap());
        render(&template, props(case.input("props").unwrap()))
    });
}

#[test]
fn built_errors() {
    check("build.json", |case| error(case).to_json());
}

#[test]
fn problems() {
    check("problem.json", |case| error(case).to_problem_json());
}

#[test]
fn attributes() {
    check("opentelemetry.json", |case| error(case).to_attributes_json());
}

#[test]
fn failed_items() {
    let cases = raw::cases("failures.json");
    for case in &cases {
        let body = raw::bytes(case.input("body").unwrap());
        let answered = match failures(&body) {
            Ok(failures) => serde_json::to_value(failures).unwrap(),
            Err(malformed) => json!({"malformed": {"line": malformed.line(), "column": malformed.column()}}),
        };
        let expected: Value = serde_json::from_str(case.output.get()).unwrap();
        assert_eq!(answered, expected, "{}", case.name);
        // An answer that is an error lists the same.
        if let Ok(Some(error)) = parse(&body, None) {
            assert_eq!(serde_json::to_value(error.failures()).unwrap(), expected, "{}", case.name);
        }
    }
    report("failures.json", cases.len(), 0);
}

/// Answers every case of a file with a text; all wrong answers are told at once.
fn check(file: &str, answer: impl Fn(&Case) -> String) {
    let cases = raw::cases(file);
    let (mut wrong, mut count) = (String::new(), 0);
    for case in &cases {
        let (answered, expected) = (answer(case), raw::text(&case.output));
        if answered != expected {
            _ = writeln!(wrong, "{}\n  expected {expected}\n  answered {answered}", case.name);
            count += 1;
        }
    }
    report(file, cases.len(), count);
    assert!(wrong.is_empty(), "{file}:\n{wrong}");
}

/// The error that a case builds or reads.
fn error(case: &Case) -> KuzzleError {
    if let Some(body) = case.input("body") {
        let http_status = case.input("http_status").map(|status| status.get().parse().unwrap());
        return parse(raw::bytes(body), http_status).unwrap().expect("an error");
    }
    let id = raw::text(case.input("id").unwrap());
    let error = match (case.input("args"), case.input("params")) {
        (Some(args), _) => Registry::kuzzle().error(&id, props(args)),
        (None, params) => {
            let params = raw::members(params.unwrap().get());
            Registry::kuzzle().error_named(&id, params.iter().map(|(name, value)| (&**name, prop(value))))
        }
    };
    let error = match case.input("message") {
        Some(message) => error.with_message(raw::text(message)),
        None => error,
    };
    match case.input("errors") {
        Some(errors) => error.with_errors(props(errors)),
        None => error,
    }
}

fn props(list: &RawValue) -> Vec<Prop<'static>> {
    let list: Vec<&RawValue> = serde_json::from_str(list.get()).unwrap();
    list.into_iter().map(prop).collect()
}

fn prop(value: &RawValue) -> Prop<'static> {
    let parsed: Value = serde_json::from_str(value.get()).unwrap();
    match parsed {
        Value::Null => Prop::Null,
        Value::Bool(value) => value.into(),
        Value::String(text) => text.into(),
        Value::Number(number) => number.as_i64().map_or_else(|| Prop::Number(number.to_string().into()), Prop::from),
        Value::Object(_) => wrapped(value),
        Value::Array(_) => panic!("an array stands in {{\"json\"}}"),
    }
}

/// A prop in one of the forms for what JSON has no notation for.
fn wrapped(value: &RawValue) -> Prop<'static> {
    let members = raw::members(value.get());
    let (form, content) = members.first_key_value().unwrap();
    match form.as_str() {
        "undefined" => Prop::Undefined,
        "number" => Prop::Number(raw::text(content).into()),
        "big_integer" => Prop::BigInteger(raw::text(content).into()),
        "json" => Prop::Json(raw::compact(content.get()).into()),
        other => panic!("{other} is no form of a prop"),
    }
}
