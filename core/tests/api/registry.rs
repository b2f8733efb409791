use kuzzle_errors::{Code, Definition, InvalidRelease, Registry, Release, by_code, by_id, iter};

#[test]
fn free_functions_ask_the_built_in_registry() {
    let registry = Registry::kuzzle();
    assert!(iter().eq(registry.iter()));
    for definition in iter() {
        assert_eq!(by_id(definition.id()), registry.by_id(definition.id()));
        assert_eq!(by_code(definition.code()), registry.by_code(definition.code()));
    }
    assert_eq!(by_id("services.storage.unknown"), None);
    assert_eq!(registry.by_id("services.storage.unknown"), None);
    assert_eq!(by_code(0x0101_0024), None);
    assert_eq!(registry.by_code(0x0101_0024), None);
}

#[test]
fn a_code_is_taken_as_any_integer_of_32_bits() {
    let id = |definition: Option<Definition<'static>>| definition.unwrap().id();
    assert_eq!(id(by_code(Code::new(8, 0, 1))), "cluster.fatal.desync");
    assert_eq!(id(by_code(0x0800_0001_u32)), "cluster.fatal.desync");
    assert_eq!(id(by_code(0x0800_0001_i32)), "cluster.fatal.desync");
}

#[test]
fn definitions_are_listed_in_code_order_from_both_ends() {
    let codes: Vec<u32> = iter().map(|definition| definition.code().get()).collect();
    assert!(codes.is_sorted());
    assert_eq!(iter().next().unwrap().id(), "core.fatal.unexpected_error");
    assert_eq!(iter().next_back().unwrap().id(), "cluster.fatal.desync");
    let reused = iter().filter(|definition| definition.code() == Code::from(0x0101_0016));
    let reused: Vec<_> = reused.map(Definition::name).collect();
    assert_eq!(reused, ["collection_reserved", "index_reserved"]);
}

#[test]
fn a_narrowed_registry_has_what_its_release_has() {
    let registry = Registry::kuzzle().at("v1.12").unwrap();
    assert_eq!(registry.release().unwrap().to_string(), "1.12.0");
    assert_eq!(registry.by_code(0x0101_0016).unwrap().name(), "index_reserved");
    assert!(registry.by_id("services.storage.collection_reserved").is_none());
    assert!(registry.by_code(0x0800_0001).is_none());
    assert_eq!(registry.iter().count(), 209);
}

#[test]
fn narrowing_again_forgets_the_release_before() {
    let registry = Registry::kuzzle().at("1.12.0").unwrap().at("2.0.0").unwrap();
    assert_eq!(registry.release(), Release::parse("2.0.0").ok());
    assert_eq!(registry.by_code(0x0101_0016).unwrap().name(), "collection_reserved");
}

#[test]
fn narrowing_leaves_the_registry_as_it_was() {
    let registry = Registry::kuzzle().clone();
    let _narrowed = registry.at("1.9.0").unwrap();
    assert_eq!(registry.release(), None);
    assert_eq!(registry.iter().count(), 277);
}

#[test]
fn before_1_10_5_nothing_is_known() {
    for release in ["0.1", "1.8.2", "1.9.0", "1.10.4"] {
        let registry = Registry::kuzzle().at(release).unwrap();
        assert_eq!(registry.iter().count(), 0, "{release}");
        assert_eq!(registry.by_code(0x0101_0001), None);
        assert_eq!(registry.by_id("services.storage.unknown_index"), None);
    }
}

#[test]
fn a_text_that_is_no_release_is_an_error() {
    assert_eq!(Registry::kuzzle().at("latest").err(), Some(InvalidRelease));
}

#[test]
fn a_registry_crosses_threads() {
    fn crosses<T: Send + Sync + 'static>(_: &T) {}
    crosses(Registry::kuzzle());
}
