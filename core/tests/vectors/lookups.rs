use kuzzle_errors::Definition;
use serde_json::{Value, json};

use crate::case::{check, code, registry};

#[test]
fn look_ups_by_code_and_by_id() {
    check("lookups.json", |input| {
        let registry = registry(input);
        let found = match code(input) {
            Some(code) => registry.by_code(code),
            None => registry.by_id(&input.text("id").expect("a code or an id")),
        };
        json!(found.map(Definition::id))
    });
}

/// JavaScript's integers, C's and Rust's are the same codes.
#[test]
fn a_code_is_looked_up_unsigned_and_signed_alike() {
    check("lookups.json", |input| {
        let registry = registry(input);
        let Some(code) = code(input) else {
            return json!(input.text("id").and_then(|id| registry.by_id(&id)).map(Definition::id));
        };
        let found = [registry.by_code(code.get()), registry.by_code(code.to_i32())];
        assert_eq!(found[0], found[1]);
        found[0].map_or(Value::Null, |definition| definition.id().into())
    });
}
