use kuzzle_errors::{Definition, Registry, search, suggest};

fn ids<'r>(definitions: &[Definition<'r>]) -> Vec<&'r str> {
    definitions.iter().map(|definition| definition.id()).collect()
}

#[test]
fn free_functions_ask_the_built_in_registry() {
    let registry = Registry::kuzzle();
    assert_eq!(search("unknown index"), registry.search("unknown index"));
    assert_eq!(suggest("services.storage.unkown_index"), registry.suggest("services.storage.unkown_index"));
}

#[test]
fn a_narrowed_registry_finds_what_its_release_has() {
    let of_1x = Registry::kuzzle().at("1.12.0").unwrap();
    assert_eq!(ids(&of_1x.search("index reserved"))[0], "services.storage.index_reserved");
    assert_eq!(ids(&of_1x.suggest("services.storage.index_reservd")), ["services.storage.index_reserved"]);
    let of_2x = Registry::kuzzle().at("2").unwrap();
    assert!(!ids(&of_2x.search("index reserved")).contains(&"services.storage.index_reserved"));
    assert!(!ids(&of_2x.suggest("services.storage.index_reservd")).contains(&"services.storage.index_reserved"));
    assert_eq!(ids(&of_2x.search("desync")), ["cluster.fatal.desync"]);
    assert_eq!(of_1x.search("desync"), []);
}

#[test]
fn nothing_is_found_twice() {
    for words in ["unknown", "index collection", "the plugin"] {
        let found = search(words);
        let mut ids = ids(&found);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), found.len(), "{words}");
    }
}

#[test]
fn suggestions_are_few() {
    for definition in kuzzle_errors::iter().step_by(7) {
        let misspelt = definition.id().replacen('e', "", 1);
        let suggested = suggest(&misspelt);
        assert!(suggested.len() <= 3, "{misspelt}");
        assert!(suggested.contains(&definition), "{misspelt}: {suggested:?}");
    }
}
