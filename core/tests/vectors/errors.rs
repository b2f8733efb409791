//! Errors built and read, and what is written of them.

use kuzzle_errors::{KuzzleError, Prop, Registry, failures, parse, render};
use kuzzle_errors_vectors::Json;
use serde_json::{Value, json};

use crate::case::{cases, check, check_text};

#[test]
fn messages() {
    check_text("render.json", |input| render(&input.text("template").unwrap(), props(&input.member("props").unwrap())));
}

#[test]
fn built_errors() {
    check_text("build.json", |input| error(input).to_json());
}

#[test]
fn problems() {
    check_text("problem.json", |input| error(input).to_problem_json());
}

#[test]
fn attributes() {
    check_text("opentelemetry.json", |input| error(input).to_attributes_json());
}

#[test]
fn failed_items() {
    check("failures.json", |input| match failures(&input.member("body").unwrap().bytes()) {
        Ok(failures) => serde_json::to_value(failures).unwrap(),
        Err(malformed) => json!({"malformed": {"line": malformed.line(), "column": malformed.column()}}),
    });
}

#[test]
fn an_answer_that_is_an_error_lists_the_same_failed_items() {
    for case in cases("failures.json") {
        if let Ok(Some(error)) = parse(case.input.member("body").unwrap().bytes(), None) {
            assert_eq!(serde_json::to_value(error.failures()).unwrap(), case.output.value(), "{}", case.name);
        }
    }
}

/// The error that is built or read.
fn error(input: &Json) -> KuzzleError {
    if let Some(body) = input.member("body") {
        let http_status = input.integer("http_status").map(|status| status.try_into().unwrap());
        return parse(body.bytes(), http_status).unwrap().expect("an error");
    }
    let id = input.text("id").unwrap();
    let error = if let Some(args) = input.member("args") {
        Registry::kuzzle().error(&id, props(&args))
    } else {
        let params = input.member("params").expect("args or params").members();
        Registry::kuzzle().error_named(&id, params.iter().map(|(name, value)| (&**name, prop(value))))
    };
    let error = match input.text("message") {
        Some(message) => error.with_message(message),
        None => error,
    };
    match input.member("errors") {
        Some(errors) => error.with_errors(props(&errors)),
        None => error,
    }
}

fn props(list: &Json) -> Vec<Prop<'static>> {
    list.elements().iter().map(prop).collect()
}

fn prop(json: &Json) -> Prop<'static> {
    match json.value() {
        Value::Null => Prop::Null,
        Value::Bool(value) => value.into(),
        Value::String(text) => text.into(),
        Value::Number(number) => number.as_i64().map_or_else(|| Prop::Number(number.to_string().into()), Prop::from),
        Value::Object(_) => wrapped(json),
        Value::Array(_) => panic!("an array stands in {{\"json\"}}"),
    }
}

/// A prop in one of the forms for what JSON has no notation for.
fn wrapped(json: &Json) -> Prop<'static> {
    let (form, content) = json.members().pop_first().unwrap();
    match form.as_str() {
        "undefined" => Prop::Undefined,
        "number" => Prop::Number(content.to_text().into()),
        "big_integer" => Prop::BigInteger(content.to_text().into()),
        "json" => Prop::Json(content.compact().into()),
        other => panic!("{other} is no form of a prop"),
    }
}
