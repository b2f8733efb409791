use kuzzle_errors::Legacy;
use kuzzle_errors_vectors::Json;
use serde_json::{Value, json};

use crate::case::{check, code};

#[test]
fn meanings_before_1_10_5() {
    check("legacy.json", |input| meanings(input).into_iter().map(columns).collect());
}

#[cfg(feature = "json")]
#[test]
fn a_meaning_is_written_as_the_vectors_have_it() {
    check("legacy.json", |input| json!(meanings(input)));
}

fn meanings(input: &Json) -> Vec<Legacy> {
    let code = code(input).unwrap();
    kuzzle_errors::legacy(code, input.text("release").as_deref()).unwrap().collect()
}

fn columns(legacy: Legacy) -> Value {
    json!({
        "id": legacy.id(),
        "code": legacy.code().get(),
        "hex": legacy.code().to_string(),
        "class": legacy.class().name(),
        "first": legacy.first().to_string(),
        "last": legacy.last().to_string(),
    })
}
