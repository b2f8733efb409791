use kuzzle_errors::{LoadOptions, Registry, RegistryKind};

use crate::{fixture, ids, rules};

#[test]
fn a_package_of_kuzzle_2_is_found_in_its_build() {
    let registry = Registry::load(fixture("kuzzle-2")).unwrap();
    assert_eq!(ids(&registry), ["core.fatal.unexpected_error", "next.a.b"]);
    assert_eq!(registry.by_code(0x0c01_0002).unwrap().id(), "next.a.b");
}

#[test]
fn the_sources_of_kuzzle_2_are_found() {
    assert_eq!(ids(&Registry::load(fixture("sources")).unwrap()), ["core.fatal.unexpected_error"]);
}

#[test]
fn a_package_of_kuzzle_1_is_found() {
    let registry = Registry::load(fixture("kuzzle-1")).unwrap();
    assert_eq!(ids(&registry), ["core.fatal.unexpected_error", "services.storage.index_reserved"]);
}

#[test]
fn a_plugin_is_found_by_its_manifest() {
    let expected = ["plugin.shop.too_late", "plugin.shop.sold_out"];
    assert_eq!(ids(&Registry::load(fixture("plugin")).unwrap()), expected);
    assert_eq!(ids(&Registry::load(fixture("plugin/manifest.json")).unwrap()), expected);
}

#[test]
fn a_folder_of_numbered_domain_files_may_hold_others() {
    assert_eq!(ids(&Registry::load(fixture("mixed")).unwrap()), ["core.fatal.unexpected_error"]);
}

#[test]
fn a_folder_of_domain_files_without_numbers_is_taken_whole() {
    let registry = Registry::load(fixture("kuzzle-1/lib/config/error-codes")).unwrap();
    assert_eq!(ids(&registry), ["core.fatal.unexpected_error", "services.storage.index_reserved"]);
}

#[test]
fn files_are_chosen_by_their_names() {
    let chosen = |names: &[&str]| Registry::choose_files(names).join(" ");
    assert_eq!(chosen(&["core.json", "1.x-only.json", ".json", "0-.json", "api.json.md", "api.js"]), "core.json");
    assert_eq!(chosen(&["my-shop.json", "-core.json", "core.json"]), "-core.json core.json my-shop.json");
    assert_eq!(chosen(&["my-shop.json", "-core.json", "10-core.json", "9-api.json"]), "10-core.json 9-api.json");
    assert_eq!(chosen(&["manifest.json", "0-core.json"]), "manifest.json");
    let code_files = "lib/kerror/codes";
    let in_both = ["0-core.json", "lib/kerror/codes/0-core.json", "lib/kerror/codes/manifest.json", "lib/1-api.json"];
    assert_eq!(chosen(&in_both), format!("{code_files}/0-core.json"));
    assert_eq!(chosen(&["package.md"]), "");
}

#[test]
fn the_files_of_the_built_in_registry_give_its_definitions() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");
    let options = LoadOptions::new().kind(RegistryKind::Kuzzle);
    let today = options.load(folder).unwrap();
    let only_1x = options.load(format!("{folder}/1.x-only.json")).unwrap();
    assert_eq!((today.iter().count(), only_1x.iter().count()), (274, 3));
    assert!(today.warnings().is_empty() && only_1x.warnings().is_empty());
    for loaded in today.iter().chain(only_1x.iter()) {
        let built_in = kuzzle_errors::by_id(loaded.id()).unwrap();
        let mut written = serde_json::to_value(loaded).unwrap();
        // Custom definitions have no page.
        assert!(written["url"].is_null());
        written["url"] = built_in.url().into();
        assert_eq!(written, serde_json::to_value(built_in).unwrap());
        assert_eq!(loaded.params_1x(), built_in.params_1x());
    }
}

#[test]
fn what_cannot_be_read_is_a_complaint_with_its_path() {
    let nowhere = fixture("nowhere");
    let system_says = std::fs::metadata(&nowhere).unwrap_err().to_string();
    let empty = fixture("empty-folder");
    let nothing_there = "no file of a registry in this folder: expected `0-core.json` or the like, or a manifest";
    for (path, message) in [(nowhere, &*system_says), (empty, nothing_there)] {
        let invalid = Registry::load(&path).unwrap_err();
        assert_eq!(rules(invalid.complaints()), ["file"]);
        let complaint = &invalid.complaints()[0];
        assert_eq!((complaint.file(), complaint.message()), (path.to_str(), message));
        assert_eq!((complaint.path(), complaint.line()), ("$", None));
    }
}

#[test]
fn a_folder_that_is_named_as_a_file_is_a_complaint() {
    let folder = fixture("folder-named-as-file");
    let invalid = Registry::load(&folder).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["file"]);
    assert_eq!(invalid.complaints()[0].file(), folder.join("0-core.json").to_str());
}

#[test]
fn a_file_that_is_not_utf_8_is_told_with_the_place() {
    let invalid = Registry::load(fixture("latin-1.json")).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["utf-8"]);
    let complaint = &invalid.complaints()[0];
    assert_eq!((complaint.line(), complaint.column()), (Some(2), Some(17)));
}

#[test]
fn the_largest_file_is_an_option() {
    let path = fixture("plugin/manifest.json");
    let size = usize::try_from(std::fs::metadata(&path).unwrap().len()).unwrap();
    assert!(LoadOptions::default().load(&path).is_ok());
    assert!(LoadOptions::new().largest_file(size).load(&path).is_ok());
    let invalid = LoadOptions::new().largest_file(size - 1).load(&path).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["file-size"]);
    let text = std::fs::read_to_string(&path).unwrap();
    let invalid = LoadOptions::new().largest_file(size - 1).load_str(&text).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["file-size"]);
}
