//! Finding definitions, and what numbers meant long ago.

use alloc::string::{String, ToString as _};

use kuzzle_errors::for_javascript::{push_array, push_string};
use kuzzle_errors::{Code, legacy};

use crate::registries::find;
use crate::text::{invalid, json};

/// The ids of the definitions that match some `words` or that a misspelt id may mean (`suggest`), best first; or what
/// a code meant before Kuzzle 1.10.5 (`legacy`), in the release that the registry is narrowed to or in all.
#[must_use]
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
    let mut ids = String::new();
    push_array(&mut ids, found, |ids, definition| push_string(ids, definition.id()));
    ids
}

fn meanings(registry: &str, text: &str) -> String {
    let release = registry.split_once('@').map(|(_, release)| release);
    match Code::parse(text).map(|code| legacy(code, release)) {
        Ok(Ok(meanings)) => {
            let mut answer = String::new();
            push_array(&mut answer, meanings, |answer, meaning| answer.push_str(&json(&meaning)));
            answer
        }
        Ok(Err(release)) => invalid(&release.to_string()),
        Err(code) => invalid(&code.to_string()),
    }
}
