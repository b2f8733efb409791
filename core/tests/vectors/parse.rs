use std::collections::BTreeMap;

use kuzzle_errors::{Code, Definition, KuzzleError, Malformed, parse};
use kuzzle_errors_vectors::{Case, Json};
use serde_json::{Map, Value, json};

use crate::case::check_cases;

#[test]
fn what_servers_send() {
    check_cases("parse.json", complaint);
}

#[test]
fn what_no_server_should_send() {
    check_cases("parse-hostile.json", complaint);
}

/// What is wrong with the answer to a case.
fn complaint(case: &Case) -> Option<String> {
    let body = case.input.member("body").unwrap().bytes();
    let http_status = case.input.integer("http_status").map(|status| status.try_into().unwrap());
    let answer = parse(&body, http_status);
    if let Ok(Some(error)) = &answer {
        assert_eq!(error.received(), Some(&*body), "{}", case.name);
    }
    let (answered, expected) = (columns(answer), expected(&case.output));
    (answered != expected).then(|| format!("expected {expected}\n  answered {answered}"))
}

/// What is expected, with what the vectors leave out.
fn expected(output: &Json) -> Value {
    let mut expected = output.value();
    let Some((members, error)) = expected.as_object_mut().zip(output.member("error")) else { return expected };
    let id = members["id"].clone();
    members.insert("error".into(), error.to_text().into());
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
    let mut explained: BTreeMap<String, Json> = serde_json::from_str(&explanation).unwrap();
    assert_eq!(explained.remove("error").unwrap().source(), error.to_json());
    let mut columns: Map<String, Value> = explained.into_iter().map(|(name, json)| (name, json.value())).collect();
    assert_eq!(columns["definition"], serde_json::to_value(error.definition()).unwrap());
    columns.insert("definition".into(), error.definition().map(Definition::id).into());
    columns.insert("code".into(), error.code().map(Code::get).into());
    columns.insert("status".into(), error.status().into());
    columns.insert("message".into(), error.message().into());
    columns.insert("error".into(), error.to_json().into());
    Value::Object(columns)
}
