use kuzzle_errors::{Registry, Release};
use serde_json::json;

use crate::case::{check, text};

#[test]
fn text_forms_of_releases() {
    check("releases.json", |input| {
        json!(Release::parse(&text(input).unwrap()).ok().map(|release| release.to_string()))
    });
}

#[test]
fn a_registry_is_narrowed_by_the_same_texts() {
    check("releases.json", |input| {
        let narrowed = Registry::kuzzle().at(&text(input).unwrap());
        json!(narrowed.ok().and_then(|registry| registry.release()).map(|release| release.to_string()))
    });
}
