use kuzzle_errors::{Code, Conflict, Definition, Registry, Resolution, ResolvedBy};
use kuzzle_errors_vectors::Json;
use serde_json::{Value, json};

use crate::case::{check, code, registry};

#[test]
fn which_error_it_is() {
    check("resolve.json", |input| {
        let registry = registry(input);
        let resolution = resolution(&registry, input);
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
        let mut written = serde_json::to_value(resolution(&registry, input)).unwrap();
        // The vectors have the id of the definition in its place.
        written["definition"] = written["definition"]["id"].take();
        written
    });
}

/// What of another type than it should have comes is as good as not there.
fn resolution<'r>(registry: &'r Registry, input: &Json) -> Resolution<'r> {
    let status = input.integer("status").and_then(|status| u16::try_from(status).ok());
    registry.resolve(input.text("id").as_deref(), code(input), status)
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
