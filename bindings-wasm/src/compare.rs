//! What differs between registries.

use alloc::string::String;

use crate::registries::find;
use crate::text::{invalid, json};

/// What differs between two registries, `from` being the older one.
#[must_use]
pub fn compare(from: &str, to: &str) -> String {
    match (find(from), find(to)) {
        (Ok(from), Ok(to)) => json(&from.compare(&to)),
        (Err(reason), _) | (_, Err(reason)) => invalid(&reason),
    }
}
