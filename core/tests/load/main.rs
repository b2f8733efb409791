//! Registries loaded from files and put together.
#![cfg(all(feature = "std", feature = "json"))]

mod compatibility;
mod complaints;
mod definitions;
mod folders;
mod hostile;
mod rules;
mod together;

use std::path::{Path, PathBuf};

use kuzzle_errors::{Complaint, Definition, Registry};

/// A file or folder of `tests/fixtures/load`.
fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/load").join(name)
}

fn ids(registry: &Registry) -> Vec<&str> {
    registry.iter().map(Definition::id).collect()
}

fn rules(complaints: &[Complaint]) -> Vec<&'static str> {
    complaints.iter().map(|complaint| complaint.rule().name()).collect()
}

/// A plugin's manifest with these errors, each `name code class`, whose messages are `m`.
fn manifest(plugin: &str, errors: &[&str]) -> String {
    let errors = errors.iter().map(|error| {
        let [name, code, class] = error.split(' ').collect::<Vec<_>>().try_into().unwrap();
        format!(r#""{name}": {{"code": {code}, "class": "{class}", "message": "m"}}"#)
    });
    let errors: Vec<_> = errors.collect();
    format!(r#"{{"name": "{plugin}", "errors": {{{}}}}}"#, errors.join(", "))
}
