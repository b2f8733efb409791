use kuzzle_errors::{Code, Definition, KuzzleError, Malformed, parse};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::case::report;
use crate::raw::{self, Case};

#[test]
fn what_servers_send() {
    check("parse.json");
}

#[test]
fn what_no_server_should_send() {
    check("parse-hostile.json");
}

fn check(file: &str) {
    let cases = raw::cases(file);
    let wrong: Vec<String> = cases.iter().filter_map(complaint).collect();
    report(file, cases.len(), wrong.len());
    assert!(wrong.is_empty(), "{file}:\n{}", wrong.join("\n"));
}

/// What is wrong with the answer to a case.
fn complaint(case: &Case) -> Option<String> {
    let body = raw::bytes(case.input("body")?);
    let http_status = case.input("http_status").map(|status| status.get().parse().unwrap());
    let answer = parse(&body, http_status);
    if let Ok(Some(error)) = &answer {
        assert_eq!(error.received(), Some(&*body), "{}", case.name);
    }
    let (answered, expected) = (columns(answer), expected(case));
    (answered != expected).then(|| format!("{}\n  expected {expected}\n  answered {answered}", case.name))
}

/// What a case expects, with what it leaves out.
fn expected(case: &Case) -> Value {
    let mut expected: Value = serde_json::from_str(case.output.get()).unwrap();
    let Some(members) = expected.as_object_mut().filter(|members| members.contains_key("error")) else {
        return expected;
    };
    let id = members["id"].clone();
    let wire = raw::members(case.output.get())["error"];
    members.insert("error".into(), raw::text(wire).into());
    for (name, value) in
        [("definition", id), ("context", json!({})), ("conflict", json!(null)), ("failures", json!([]))]
    {
        members.entry(name).or_insert(value);
    }
    expected
}

fn columns(answer: Result<Option<KuzzleError>, Malformed>) -> Value {
    let error = match answer {
        Ok(Some(error)) => error,
        Ok(None) => return Value::Null,
        Err(malformed) => return json!({"malformed": {"line": malformed.line(), "column": malformed.column()}}),
    };
    let explanation = error.explanation().to_json();
    let mut columns: Map<String, Value> = raw::members(&explanation)
        .into_iter()
        .filter(|(name, _)| name != "error")
        .map(|(name, value)| (name, serde_json::from_str(value.get()).unwrap()))
        .collect();
    assert_eq!(columns["definition"], serde_json::to_value(error.definition()).unwrap());
    columns.insert("definition".into(), error.definition().map(Definition::id).into());
    columns.insert("code".into(), error.code().map(Code::get).into());
    columns.insert("status".into(), error.status().into());
    columns.insert("message".into(), error.message().into());
    columns.insert("error".into(), error.to_json().into());
    assert_eq!(wire(&explanation).get(), error.to_json());
    Value::Object(columns)
}

fn wire(explanation: &str) -> &RawValue {
    raw::members(explanation)["error"]
}
