//! The definitions of a registry.

#[cfg(feature = "complete")]
use kuzzle_errors::Release;
use kuzzle_errors::{Definition, ReleaseRange};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

use crate::registries::find;
use crate::text::{array, invalid, json, object};

/// The definitions of a registry in code order, the newest holder of a code first: as rows, or only their ids; or
/// their causes and fixes. Or all `releases` of Kuzzle, oldest first, with their days.
#[must_use]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn table(what: &str, registry: &str) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let rows = match what {
        "rows" => array(registry.iter().map(row)),
        "ids" => array(registry.iter().map(|definition| json(definition.id()))),
        #[cfg(feature = "complete")]
        "advice" => array(registry.iter().map(|definition| json(&(definition.cause(), definition.fix())))),
        #[cfg(feature = "complete")]
        "releases" => array(kuzzle_errors::releases().map(release)),
        _ => return invalid("no such table"),
    };
    let release = registry.release().map(|release| release.to_string());
    object(&[("rows", &rows), ("release", &json(&release))])
}

#[cfg(feature = "complete")]
fn release(release: Release) -> String {
    json(&(release.to_string(), release.date()))
}

/// Everything but cause and fix, which a program that never asks for them doesn't link.
fn row(definition: Definition<'_>) -> String {
    let params: Vec<&str> = definition.params().iter().collect();
    let releases: Vec<(u16, ReleaseRange)> = definition.releases().map(|line| (line.major(), line)).collect();
    json(&(
        definition.id(),
        definition.code(),
        definition.class(),
        definition.status(),
        definition.description(),
        definition.message(),
        params,
        releases,
        definition.deprecated(),
        definition.retry(),
        definition.audience(),
        definition.url(),
    ))
}
