use kuzzle_errors::{Code, Conflict, Definition, ResolvedBy};
use serde_json::{Value, json};

use crate::case::{check, code, registry, text};

#[test]
fn which_error_it_is() {
    check("resolve.json", |input| {
        let registry = registry(input);
        let status = input["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let resolution = registry.resolve(text(&input["id"]).as_deref(), code(&input["code"]), status);
        json!({
            "definition": resolution.definition.map(Definition::id),
            "by": resolution.by.map(ResolvedBy::name),
            "conflict": resolution.conflict.map(columns),
        })
    });
}

#[cfg(feature = "json")]
#[test]
fn a_resolution_is_written_as_the_vectors_have_it() {
    check("resolve.json", |input| {
        let registry = registry(input);
        let status = input["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let resolution = registry.resolve(text(&input["id"]).as_deref(), code(&input["code"]), status);
        let mut written = serde_json::to_value(resolution).unwrap();
        // The vectors have the id of the definition in its place.
        written["definition"] = written["definition"]["id"].take();
        written
    });
}

fn columns(conflict: Conflict<'_>) -> Value {
    json!({
        "code": conflict.code.map(|code| json!({
            "received": code.received.get(),
            "expected": code.expected.map(Code::get),
            "belongs_to": code.belongs_to.map(Definition::id),
        })),
        "status": conflict.status.map(|status| json!({"received": status.received, "expected": status.expected})),
    })
}
