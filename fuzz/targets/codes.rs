//! Everything that takes a short text: codes, ids, releases.

#![no_main]

use kuzzle_errors::{Code, Definition, Registry, Release, by_code, by_id, legacy, legacy_by_id};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    read_code(text);
    read_release(text);
    look_up(text);
});

fn read_code(text: &str) {
    let Ok(code) = Code::parse(text) else { return };
    // However it was written, a code means one number.
    for written in [code.to_string(), code.get().to_string(), code.to_i32().to_string()] {
        assert_eq!(Code::parse(&written), Ok(code), "{text:?}");
    }
    assert_eq!(Code::new(code.domain(), code.subdomain(), code.number()), code);
    if let Some(definition) = by_code(code) {
        assert_eq!(definition.code(), code);
    }
    for meaning in legacy(code, None).into_iter().flatten() {
        assert_eq!(meaning.code(), code);
    }
}

fn read_release(text: &str) {
    let Ok(release) = Release::parse(text) else {
        assert!(Registry::kuzzle().at(text).is_err(), "{text:?}");
        return;
    };
    assert_eq!(Release::parse(&release.to_string()), Ok(release), "{text:?}");
    let registry = Registry::kuzzle().at(text).expect("it is a release");
    for definition in registry.iter().step_by(16) {
        assert!(definition.releases().any(|range| range.contains(release)), "{definition:?} in {release}");
        assert_eq!(registry.by_code(definition.code()).map(Definition::id), Some(definition.id()));
    }
}

fn look_up(text: &str) {
    let found = by_id(text);
    // A plain search of the whole list finds the same.
    assert_eq!(found, kuzzle_errors::iter().find(|definition| definition.id() == text));
    let resolution = Registry::kuzzle().resolve(Some(text), Some(Code::new(1, 1, 1)), Some(412));
    if let Some(definition) = found {
        assert_eq!(resolution.definition, Some(definition));
    }
    for meaning in legacy_by_id(text, None).into_iter().flatten() {
        assert_eq!(meaning.id(), text);
    }
}
