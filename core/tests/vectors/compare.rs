use kuzzle_errors::{LoadOptions, Registry};
use serde_json::{Value, json};

use crate::case::{check, text};

#[test]
fn what_differs_between_two_registries() {
    check("compare.json", |input| {
        let (from, to) = (side(&input["from"]), side(&input["to"]));
        let mut comparison = json!(from.compare(&to));
        for list in ["added", "removed"] {
            let ids = comparison[list].as_array().expect("a list").iter().map(|entry| entry["id"].clone());
            comparison[list] = ids.collect();
        }
        for difference in comparison["changed"].as_array_mut().expect("a list") {
            difference.as_object_mut().expect("an object").retain(|_, change| !change.is_null());
        }
        comparison
    });
}

/// The built-in registry narrowed to a release, or what a file holds.
fn side(input: &Value) -> Registry {
    match (input["release"].as_str(), input["file"].as_str()) {
        (Some(release), None) => Registry::kuzzle().at(release).expect("the vector names a release"),
        (None, Some(file)) => {
            LoadOptions::new().file_name(file).load_str(&text(&input["text"]).expect("a text")).expect("a registry")
        }
        _ => panic!("neither a release nor a file: {input}"),
    }
}
