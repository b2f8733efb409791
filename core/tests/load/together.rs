use kuzzle_errors::{Registry, Retry};

use crate::{fixture, ids, manifest, rules};

fn load(plugin: &str, errors: &[&str]) -> Registry {
    Registry::load_str(&manifest(plugin, errors)).unwrap()
}

#[test]
fn kuzzle_with_a_plugin_has_both() {
    let plugin = load("shop", &["too_late 1 BadRequestError"]);
    let both = Registry::kuzzle().with(&plugin).unwrap();
    assert_eq!(both.iter().count(), 278);
    assert_eq!(both.by_id("plugin.shop.too_late"), both.by_code(0x0400_0001));
    assert_eq!(both.by_code(0x0101_0001).unwrap().id(), "services.storage.unknown_index");
    assert_eq!(both.by_id("plugin.shop.too_lat"), None);
    assert!(both.warnings().is_empty());
    // In code order: behind the last of `network`, before the first of `plugin`.
    let position = ids(&both).iter().position(|id| *id == "plugin.shop.too_late").unwrap();
    assert_eq!(ids(&both)[position + 1], "plugin.assert.invalid_plugins_dir");
}

#[test]
fn the_order_of_the_two_decides_nothing_else_than_who_lies_over_whom() {
    let plugin = load("shop", &["too_late 1 BadRequestError"]);
    let one = Registry::kuzzle().with(&plugin).unwrap();
    let other = plugin.with(Registry::kuzzle()).unwrap();
    assert_eq!(ids(&one), ids(&other));
    assert_eq!(plugin.with(&plugin).unwrap().iter().count(), 1);
    assert_eq!(Registry::kuzzle().with(Registry::kuzzle()).unwrap().iter().count(), 277);
}

#[test]
fn files_of_kuzzle_lie_over_the_built_in_definitions() {
    let kuzzle = Registry::load(fixture("kuzzle-1")).unwrap();
    let both = Registry::kuzzle().with(&kuzzle).unwrap();
    assert_eq!(both.iter().count(), 277);
    let overlay = both.by_id("services.storage.index_reserved").unwrap();
    let built_in = kuzzle_errors::by_id("services.storage.index_reserved").unwrap();
    assert_eq!((overlay.message(), overlay.description()), ("Reserved: %s", "The name is reserved"));
    assert_eq!(overlay.params().iter().collect::<Vec<_>>(), ["index"]);
    assert_eq!(overlay.retry(), Some(Retry::Never));
    assert_eq!((overlay.cause(), overlay.fix()), (built_in.cause(), built_in.fix()));
    assert_eq!((overlay.audience(), overlay.url()), (built_in.audience(), built_in.url()));
    assert_eq!(overlay.built_in(), built_in.built_in());
    // The releases are the built-in ones: narrowed, the overlay is there when they say so.
    assert_eq!(both.at("1.12.0").unwrap().by_code(0x0101_0016).unwrap().message(), "Reserved: %s");
    assert_eq!(both.at("2.0.0").unwrap().by_id("services.storage.index_reserved"), None);
    assert_eq!(both.by_code(0x0101_0016).unwrap().name(), "collection_reserved");
}

#[test]
fn names_of_params_stay_where_their_number_fits() {
    // Two placeholders, the built-in messages of today and of 1.x have one.
    let kuzzle = Registry::load(fixture("kuzzle-2")).unwrap();
    let both = Registry::kuzzle().with(&kuzzle).unwrap();
    let overlay = both.by_id("core.fatal.unexpected_error").unwrap();
    assert_eq!(overlay.message(), "It went wrong: %s (%s)");
    assert!(overlay.params().is_empty());
    assert_eq!(overlay.params_1x(), None);
}

#[test]
fn names_of_1x_params_serve_messages_of_1x() {
    // Today's message names two params here, the one of 1.x named one.
    let definition = kuzzle_errors::iter()
        .find(|definition| {
            definition.params().len() == 2 && definition.params_1x().is_some_and(|names| names.len() == 1)
        })
        .unwrap();
    let text = format!(
        r#"{{"{}": {{"code": {}, "subDomains": {{"{}": {{"code": {}, "errors": {{"{}": {{"code": {}, "class": "{}", "message": "%s!"}}}}}}}}}}}}"#,
        definition.domain(),
        definition.code().domain(),
        definition.subdomain(),
        definition.code().subdomain(),
        definition.name(),
        definition.code().number(),
        definition.class()
    );
    let both = Registry::kuzzle().with(&Registry::load_str(&text).unwrap()).unwrap();
    assert_eq!(Some(both.by_id(definition.id()).unwrap().params()), definition.params_1x());
}

#[test]
fn an_id_keeps_its_code() {
    let text = r#"{"code": 0, "subDomains": {"fatal": {"code": 0, "errors": {
        "unexpected_error": {"code": 9, "class": "InternalError", "message": "m", "description": "d"}}}}}"#;
    let other = kuzzle_errors::LoadOptions::new().file_name("core.json").load_str(text).unwrap();
    let invalid = Registry::kuzzle().with(&other).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["id-conflict"]);
    let complaint = &invalid.complaints()[0];
    assert_eq!(complaint.path(), "$.subDomains.fatal.errors.unexpected_error.code");
    assert_eq!((complaint.file(), complaint.value()), (Some("core.json"), Some("9")));
    assert_eq!((complaint.line(), complaint.column()), (Some(2), Some(38)));
    let message = "`core.fatal.unexpected_error` is InternalError with the code 0x00000001 already, \
                   here it is InternalError with 0x00000009";
    assert_eq!(complaint.message(), message);
}

#[test]
fn an_id_keeps_its_class() {
    let one = load("shop", &["a 1 NotFoundError"]);
    let other = load("shop", &["a 1 ForbiddenError"]);
    let invalid = one.with(&other).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["id-conflict"]);
    let complaint = &invalid.complaints()[0];
    assert_eq!((complaint.path(), complaint.value()), ("$.errors.a.class", Some("\"ForbiddenError\"")));
    assert_eq!((complaint.line(), complaint.column()), (Some(1), Some(55)));
}

#[test]
fn every_conflict_is_told_at_once() {
    let one = load("shop", &["a 1 NotFoundError", "b 2 NotFoundError"]);
    let other = load("shop", &["a 3 NotFoundError", "b 4 NotFoundError"]);
    assert_eq!(rules(one.with(&other).unwrap_err().complaints()), ["id-conflict", "id-conflict"]);
}

#[test]
fn the_first_registry_answers_for_a_shared_code() {
    let one = load("shop", &["a 1 NotFoundError"]);
    let other = load("bank", &["b 1 NotFoundError"]);
    let both = one.with(&other).unwrap();
    assert_eq!(both.by_code(0x0400_0001).unwrap().id(), "plugin.shop.a");
    assert_eq!(both.by_id("plugin.bank.b").unwrap().name(), "b");
    assert_eq!(rules(both.warnings()), ["code-shared"]);
    let warning = &both.warnings()[0];
    assert_eq!((warning.path(), warning.value()), ("$.errors.b.code", Some("1")));
    assert_eq!(warning.message(), "`plugin.shop.a` has the code 0x04000001 too, and answers for it");
    // Warnings stay when more is added.
    assert_eq!(both.with(Registry::kuzzle()).unwrap().warnings().len(), 1);
}

#[test]
fn the_built_in_definition_answers_for_a_shared_code() {
    let app = r#"{"app": {"code": 0, "subDomains": {"orders": {"code": 0, "errors": {
        "late": {"code": 1, "class": "BadRequestError", "message": "m"}}}}}}"#;
    let app = Registry::load_str(app).unwrap();
    for both in [Registry::kuzzle().with(&app).unwrap(), app.with(Registry::kuzzle()).unwrap()] {
        assert_eq!(both.by_code(1).unwrap().id(), "core.fatal.unexpected_error");
        assert_eq!(both.by_id("app.orders.late").unwrap().code(), 1.into());
        assert_eq!(rules(both.warnings()), ["code-shared"]);
        assert_eq!(
            both.warnings()[0].message(),
            "`core.fatal.unexpected_error` has the code 0x00000001 too, and answers for it"
        );
    }
}

#[test]
fn a_later_registry_replaces_definitions_of_an_earlier_one() {
    let early = load("shop", &["a 1 NotFoundError", "b 2 NotFoundError"]);
    let late = manifest("shop", &["a 1 NotFoundError"]).replace(r#""m""#, r#""later""#);
    let both = early.with(&Registry::load_str(&late).unwrap()).unwrap();
    assert_eq!(both.by_id("plugin.shop.a").unwrap().message(), "later");
    assert_eq!(both.by_code(0x0400_0001).unwrap().message(), "later");
    assert_eq!(both.by_id("plugin.shop.b").unwrap().message(), "m");
    assert_eq!(both.iter().count(), 2);
    assert!(both.warnings().is_empty());
}

#[test]
fn the_release_of_the_first_registry_stays() {
    let plugin = load("shop", &["a 1 NotFoundError"]);
    let both = Registry::kuzzle().at("1.12.0").unwrap().with(&plugin).unwrap();
    assert_eq!(both.release().unwrap().to_string(), "1.12.0");
    assert_eq!(both.iter().count(), 210);
    assert_eq!(both.by_code(0x0101_0016).unwrap().name(), "index_reserved");
    let both = plugin.at("1.12.0").unwrap().with(Registry::kuzzle()).unwrap();
    assert_eq!(both.iter().count(), 210);
}

#[test]
fn an_id_keeps_its_code_whatever_release_is_looked_at() {
    // In 1.12.0 there is no such id yet.
    let text = r#"{"code": 1, "subDomains": {"storage": {"code": 1, "errors": {
        "collection_reserved": {"code": 9999, "class": "BadRequestError", "message": "m", "description": "d"}}}}}"#;
    let other = kuzzle_errors::LoadOptions::new().file_name("services.json").load_str(text).unwrap();
    let invalid = Registry::kuzzle().at("1.12.0").unwrap().with(&other).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["id-conflict"]);
}

#[test]
fn of_one_code_the_built_in_definition_comes_first() {
    let app = r#"{"app": {"code": 0, "subDomains": {"orders": {"code": 0, "errors": {
        "too_late": {"code": 1, "class": "BadRequestError", "message": "Too late"}
    }}}}}"#;
    let both = Registry::kuzzle().with(&Registry::load_str(app).unwrap()).unwrap();
    assert_eq!(both.by_code(0x0000_0001).unwrap().id(), "core.fatal.unexpected_error");
    assert_eq!(ids(&both)[..2], ["core.fatal.unexpected_error", "app.orders.too_late"]);
}

#[test]
fn an_error_of_the_base_class_may_come_with_any_status() {
    let app = r#"{"app": {"code": 200, "subDomains": {"tea": {"code": 1, "errors": {
        "teapot": {"code": 1, "class": "KuzzleError", "message": "Short and stout"},
        "cold": {"code": 2, "class": "BadRequestError", "message": "Cold"}
    }}}}}"#;
    let registry = Registry::load_str(app).unwrap();
    let teapot = registry.resolve(Some("app.tea.teapot"), None, Some(418));
    assert_eq!((teapot.definition.unwrap().status(), teapot.conflict), (500, None));
    let by_code = registry.resolve(None, Some(0xc801_0001_u32.into()), Some(418));
    assert_eq!(by_code.definition.unwrap().id(), "app.tea.teapot");
    assert!(registry.resolve(Some("app.tea.cold"), None, Some(418)).conflict.is_some());
}
