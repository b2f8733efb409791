//! Words to search for, and misspelt ids.

#![no_main]

use kuzzle_errors::{by_id, search, suggest};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let suggested = suggest(text);
    assert!(suggested.len() <= 3);
    // Nothing is closer to an id than itself.
    assert!(by_id(text).is_none_or(|definition| suggested[0] == definition), "{text:?}");
    let found = search(text);
    assert!(found.iter().all(|definition| by_id(definition.id()) == Some(*definition)));
    let mut ids: Vec<_> = found.iter().map(|definition| definition.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), found.len(), "one is found twice");
});
