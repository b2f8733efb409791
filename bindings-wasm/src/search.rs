//! Finding definitions, and what numbers meant long ago.

use kuzzle_errors::{Code, legacy};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

use crate::registries::find;
use crate::text::{array, invalid, json};

/// The ids of the definitions that match some `words` or that a misspelt id may mean (`suggest`), best first; or what
/// a code meant before Kuzzle 1.10.5 (`legacy`), in the release that the registry is narrowed to or in all.
#[must_use]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn search(what: &str, registry: &str, text: &str) -> String {
    if what == "legacy" {
        return meanings(registry, text);
    }
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let found = match what {
        "words" => registry.search(text),
        "suggest" => registry.suggest(text),
        _ => return invalid("nothing of this name can be searched for"),
    };
    array(found.into_iter().map(|definition| json(definition.id())))
}

fn meanings(registry: &str, text: &str) -> String {
    let release = registry.split_once('@').map(|(_, release)| release);
    match Code::parse(text).map(|code| legacy(code, release)) {
        Ok(Ok(meanings)) => array(meanings.map(|meaning| json(&meaning))),
        Ok(Err(release)) => invalid(&release.to_string()),
        Err(code) => invalid(&code.to_string()),
    }
}
