use kuzzle_errors::{Complaint, Definition, LoadOptions, RegistryKind};
use kuzzle_errors_vectors::Json;
use serde_json::{Value, json};

use crate::case::check;

#[test]
fn registry_files_and_what_is_wrong_with_them() {
    check("load.json", |input| {
        let text = input.text("text").unwrap();
        match options(input).load_str(&text) {
            Ok(registry) => answer(registry.iter(), registry.warnings()),
            Err(invalid) => answer([].into_iter(), invalid.complaints()),
        }
    });
}

fn options(input: &Json) -> LoadOptions {
    let mut options = LoadOptions::new();
    if let Some(kind) = input.text("kind") {
        options = options.kind(RegistryKind::from_name(&kind).expect("the vector names a kind"));
    }
    if let Some(file) = input.text("file") {
        options = options.file_name(&file);
    }
    options
}

fn answer<'r>(definitions: impl Iterator<Item = Definition<'r>>, complaints: &[Complaint]) -> Value {
    let row = |definition: Definition<'_>| json!({"id": definition.id(), "code": definition.code().get(), "class": definition.class().name()});
    json!({"definitions": definitions.map(row).collect::<Vec<_>>(), "complaints": complaints})
}
