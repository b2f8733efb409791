use kuzzle_errors::{Audience, Class, Code, Registry, RegistryKind, Retry};

use crate::fixture;

#[test]
fn every_member_of_our_format_comes_back() {
    let registry = Registry::load(fixture("our-format.json")).unwrap();
    let definition = registry.by_id("shop.orders.too_late").unwrap();
    assert_eq!(definition.code(), Code::from(0xc801_0001_u32));
    assert_eq!((definition.class(), definition.status()), (Class::Precondition, 412));
    assert_eq!(definition.description(), "The order came too late");
    assert_eq!(definition.message(), "Order \"%s\" came %d minutes too late");
    assert_eq!(definition.params().iter().collect::<Vec<_>>(), ["order", "minutes"]);
    assert_eq!(definition.params_1x().unwrap().iter().collect::<Vec<_>>(), ["order"]);
    assert_eq!((definition.domain(), definition.subdomain(), definition.name()), ("shop", "orders", "too_late"));
    let releases: Vec<_> = definition.releases().collect();
    assert_eq!(releases.len(), 2);
    assert_eq!(
        (releases[0].first().to_string(), releases[0].last().unwrap().to_string()),
        ("1.12.0".into(), "1.12.0".into())
    );
    // Releases that were never published are kept as they are written.
    assert_eq!(
        (releases[1].first().to_string(), releases[1].last().unwrap().to_string()),
        ("2.0.0".into(), "2.999.1".into())
    );
    assert_eq!(definition.deprecated(), Some("2.4.0"));
    assert_eq!(definition.cause(), Some("The shop was closed."));
    assert_eq!(definition.fix(), Some("Order earlier."));
    assert_eq!(definition.retry(), Some(Retry::Later));
    assert_eq!(definition.audience(), Some(Audience::Client));
    assert_eq!((definition.url(), definition.built_in()), (None, None));
}

#[test]
fn what_a_file_leaves_out_is_absent() {
    let registry = Registry::load(fixture("our-format.json")).unwrap();
    let definition = registry.by_code(0xc801_ffff_u32).unwrap();
    assert_eq!((definition.id(), definition.class(), definition.status()), ("shop.orders.teapot", Class::Kuzzle, 418));
    assert_eq!(definition.description(), "I am a teapot");
    assert!(definition.params().is_empty() && definition.params_1x().is_none());
    assert!(definition.releases().next().is_none() && definition.deprecated().is_none());
    assert_eq!(
        (definition.cause(), definition.fix(), definition.retry(), definition.audience()),
        (None, None, None, None)
    );
}

#[test]
fn a_loaded_registry_has_its_own_definitions_only() {
    let registry = Registry::load(fixture("our-format.json")).unwrap();
    assert_eq!(registry.by_id("core.fatal.unexpected_error"), None);
    assert_eq!(registry.by_id("shop.orders.too_lat"), None);
    assert_eq!(registry.by_id(""), None);
    assert_eq!(registry.by_code(1), None);
    assert_eq!(registry.by_code(0xc801_0002_u32), None);
    assert_eq!(registry.by_code(-939_458_559).unwrap().id(), "shop.orders.too_late");
}

#[test]
fn a_release_narrows_loaded_definitions_that_name_theirs() {
    let registry = Registry::load(fixture("our-format.json")).unwrap();
    let before = registry.at("1.11.0").unwrap();
    assert_eq!(before.by_id("shop.orders.too_late"), None);
    assert_eq!(before.by_code(0xc801_0001_u32), None);
    assert_eq!(crate::ids(&before), ["shop.orders.teapot"]);
    let then = registry.at("1.12.0").unwrap();
    assert_eq!(then.by_id("shop.orders.too_late").unwrap().status(), 412);
}

#[test]
fn kinds_have_names() {
    let names: Vec<_> = RegistryKind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(names, ["kuzzle", "plugin", "app"]);
    assert_eq!(RegistryKind::from_name("app"), Some(RegistryKind::App));
    let complaint = "\"junk\" is no kind of registry: expected one of kuzzle, plugin, app";
    assert_eq!(RegistryKind::unknown("junk"), complaint);
    assert_eq!(RegistryKind::from_name("App"), None);
}
