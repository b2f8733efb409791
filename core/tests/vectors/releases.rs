use kuzzle_errors::{Registry, Release};
use serde_json::json;

use crate::case::check;

#[test]
fn text_forms_of_releases() {
    check("releases.json", |input| {
        json!(Release::parse(&input.as_text().unwrap()).ok().map(|release| release.to_string()))
    });
}

#[test]
fn a_registry_is_narrowed_by_the_same_texts() {
    check("releases.json", |input| {
        let narrowed = Registry::kuzzle().at(&input.as_text().unwrap());
        json!(narrowed.ok().and_then(|registry| registry.release()).map(|release| release.to_string()))
    });
}
