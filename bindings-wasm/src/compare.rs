//! What differs between registries.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

use crate::registries::find;
use crate::text::{invalid, json};

/// What differs between two registries, `from` being the older one.
#[must_use]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen)]
pub fn compare(from: &str, to: &str) -> String {
    match (find(from), find(to)) {
        (Ok(from), Ok(to)) => json(&from.compare(&to)),
        (Err(reason), _) | (_, Err(reason)) => invalid(&reason),
    }
}
