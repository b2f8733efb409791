use kuzzle_errors::scan::{Hit, Scanner, Subject};
use kuzzle_errors::{Code, Conflict, Definition};
use serde_json::{Map, Value, json};

use crate::case::{check, registry};

#[test]
fn which_errors_a_text_speaks_of() {
    check("scan.json", |input| {
        let (registry, text) = (registry(input), input.text("text").expect("a text"));
        let mut hits = Vec::new();
        Scanner::new(&registry).scan(text.as_bytes(), |hit| hits.push(columns(&hit)));
        hits.into()
    });
}

/// A hit as the vectors have it: what is usual is left out.
fn columns(hit: &Hit<'_, '_>) -> Value {
    let mut row = Map::new();
    let (id, code) = match hit.subject {
        Subject::Definition(definition) => (Some(definition.id()), None),
        Subject::UnknownId(id) => (Some(id), None),
        Subject::UnknownCode(code) | Subject::Contradiction(code) => (None, Some(code.get())),
    };
    let time = hit.time.map(|time| time.to_string());
    row.insert("id".to_owned(), json!(id));
    let others = [
        ("by", json!(hit.by.name()), json!("id")),
        ("line", json!(hit.line), json!(1)),
        ("in_documents", json!(hit.in_documents), json!(false)),
        ("time", json!(time), Value::Null),
        ("code", json!(code), Value::Null),
        ("conflict", json!(hit.conflict.map(conflict)), Value::Null),
    ];
    row.extend(
        others.into_iter().filter(|(_, value, usual)| value != usual).map(|(name, value, _)| (name.into(), value)),
    );
    row.into()
}

fn conflict(conflict: Conflict<'_>) -> Value {
    json!({
        "code": conflict.code.map(|code| json!({
            "received": code.received.get(),
            "expected": code.expected.map(Code::get),
            "belongs_to": code.belongs_to.map(Definition::id),
        })),
        "status": conflict.status.map(|status| json!({"received": status.received, "expected": status.expected})),
    })
}
