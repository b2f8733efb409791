//! What a server sent.

use kuzzle_errors::{
    Code, Definition, Failure, KuzzleError, Malformed, ParseOptions, Registry, Resolution, ResolvedBy, failures,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

use crate::registries::find;
use crate::text::{array, invalid, json, object};

/// Which error it is, from what a server sent of its id (empty where none came), code and status.
#[must_use]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn resolve(registry: &str, id: &str, code: Option<u32>, status: Option<u16>) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let Resolution { definition, by, conflict } = registry.resolve(Some(id), code.map(Code::from), status);
    object(&[
        ("definition", &json(&definition.map(Definition::id))),
        ("by", &json(&by.map(ResolvedBy::name))),
        ("conflict", &json(&conflict)),
    ])
}

/// The `error` in the body of an answer, `null` where it is none; the failed `items` that this error reports; or the
/// `failures` in any answer.
#[must_use]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn read(what: &str, registry: &str, body: &str, status: Option<u16>, max_depth: u32) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let answer = match what {
        "error" => error(&registry, body, status, max_depth),
        "items" => items(&registry, body, status),
        "failures" => failures(body).map(|failures| array(failures.iter().map(Failure::to_json))),
        _ => return invalid("nothing of this name can be read"),
    };
    answer.unwrap_or_else(|malformed| object(&[("malformed", &complaint(&malformed))]))
}

fn error(registry: &Registry, body: &str, status: Option<u16>, max_depth: u32) -> Result<String, Malformed> {
    let options = ParseOptions::new().max_depth(usize::try_from(max_depth).unwrap_or(usize::MAX));
    let error = registry.parse_with(options, body, status)?;
    Ok(error.map_or_else(|| "null".to_owned(), |error| facts(&error)))
}

fn items(registry: &Registry, body: &str, status: Option<u16>) -> Result<String, Malformed> {
    let error = registry.parse(body, status)?;
    Ok(array(error.iter().flat_map(KuzzleError::failures).map(|failure| failure.to_json())))
}

/// All that JavaScript can't see in the error as it is written.
fn facts(error: &KuzzleError) -> String {
    object(&[
        ("id", &json(&error.id())),
        ("code", &json(&error.code())),
        ("class", &json(&error.class())),
        ("status", &json(&error.status())),
        ("message", &json(error.message())),
        ("definition", &json(&error.definition().map(Definition::id))),
        ("error", &error.to_json()),
        ("context", &error.context().to_json()),
        ("conflict", &json(&error.conflict())),
    ])
}

fn complaint(malformed: &Malformed) -> String {
    object(&[
        ("message", &json(malformed.message())),
        ("line", &json(&malformed.line())),
        ("column", &json(&malformed.column())),
    ])
}
