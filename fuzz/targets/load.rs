//! Registry files.

#![no_main]

use kuzzle_errors::{Definition, LoadOptions, Registry, RegistryKind, Severity};
use libfuzzer_sys::fuzz_target;

const KINDS: [Option<RegistryKind>; 4] =
    [None, Some(RegistryKind::Kuzzle), Some(RegistryKind::Plugin), Some(RegistryKind::App)];

const NAMES: [Option<&str>; 3] = [None, Some("manifest.json"), Some("12-next.json")];

fuzz_target!(|text: &str| {
    let mut options = LoadOptions::new();
    if let Some(kind) = KINDS[text.len() % KINDS.len()] {
        options = options.kind(kind);
    }
    if let Some(name) = NAMES[text.len() / KINDS.len() % NAMES.len()] {
        options = options.file_name(name);
    }
    match options.load_str(text) {
        Ok(registry) => {
            assert!(registry.warnings().iter().all(|complaint| complaint.severity() == Severity::Warning));
            use_registry(&registry);
        }
        Err(invalid) => {
            assert!(invalid.complaints().iter().any(|complaint| complaint.severity() == Severity::Error));
            for complaint in invalid.complaints() {
                let _ = complaint.to_string();
                assert!(complaint.line().is_none_or(|line| line <= text.lines().count().max(1) + 1), "{complaint}");
            }
        }
    }
});

/// What is loaded is found, and builds what is read back.
fn use_registry(registry: &Registry) {
    for definition in registry.iter().take(50) {
        assert_eq!(registry.by_id(definition.id()), Some(definition));
        let holder = registry.by_code(definition.code()).expect("somebody holds the code");
        assert_eq!(holder.code(), definition.code());
        let error = definition.error(["one", "two"]);
        let body = format!("{{\"error\":{}}}", error.to_json());
        let read = registry.parse(body, None).expect("it is JSON").expect("it is an error");
        assert!(read.is(definition.id()), "{definition:?}");
        assert_eq!(read.to_json(), error.to_json());
    }
    if let Ok(both) = Registry::kuzzle().with(registry) {
        for definition in registry.iter().take(50) {
            assert_eq!(both.by_id(definition.id()).map(Definition::code), Some(definition.code()));
        }
        assert!(both.iter().count() >= Registry::kuzzle().iter().count());
    }
}
