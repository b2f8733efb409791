use kuzzle_errors::{LoadOptions, Registry};
use kuzzle_errors_vectors::Json;
use serde_json::json;

use crate::case::check;

#[test]
fn what_differs_between_two_registries() {
    check("compare.json", |input| {
        let (from, to) = ["from", "to"].map(|name| side(&input.member(name).expect("a registry"))).into();
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
fn side(input: &Json) -> Registry {
    match (input.text("release"), input.text("file")) {
        (Some(release), None) => Registry::kuzzle().at(&release).expect("the vector names a release"),
        (None, Some(file)) => {
            LoadOptions::new().file_name(&file).load_str(&input.text("text").expect("a text")).expect("a registry")
        }
        _ => panic!("neither a release nor a file: {}", input.source()),
    }
}
