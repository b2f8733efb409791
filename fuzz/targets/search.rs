//! Words to search for, and misspelt ids.

#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use kuzzle_errors::{LoadOptions, Registry};
use libfuzzer_sys::fuzz_target;

/// A single domain: a search compares every word of every text, which takes its time under a sanitizer.
static SMALL: LazyLock<Registry> = LazyLock::new(|| {
    let domain = include_str!("../../core/registry/3-network.json");
    LoadOptions::new().file_name("3-network.json").load_str(domain).expect("the domain is valid")
});

fuzz_target!(|text: &str| {
    look_for(text, &SMALL);
    if text.len() % 16 == 0 {
        look_for(text, Registry::kuzzle());
    }
});

fn look_for(text: &str, registry: &Registry) {
    let suggested = registry.suggest(text);
    assert!(suggested.len() <= 3);
    // Nothing is closer to an id than itself.
    assert!(registry.by_id(text).is_none_or(|definition| suggested[0] == definition), "{text:?}");
    let found = registry.search(text);
    assert!(found.iter().all(|definition| registry.by_id(definition.id()) == Some(*definition)));
    let ids: BTreeSet<_> = found.iter().map(|definition| definition.id()).collect();
    assert_eq!(ids.len(), found.len(), "one is found twice");
}
