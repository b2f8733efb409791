use std::collections::HashSet;

use kuzzle_errors::{Class, Definition, Params, Registry, by_id, iter};

fn definition(id: &str) -> Definition<'static> {
    by_id(id).unwrap()
}

fn names(params: Params<'_>) -> Vec<&str> {
    params.iter().collect()
}

#[test]
fn the_columns_of_one_definition() {
    let definition = definition("services.storage.unknown_index");
    assert_eq!(definition.id(), "services.storage.unknown_index");
    assert_eq!(
        (definition.domain(), definition.subdomain(), definition.name()),
        ("services", "storage", "unknown_index")
    );
    assert_eq!(definition.code().get(), 16_842_753);
    assert_eq!(definition.class(), Class::Precondition);
    assert_eq!(definition.status(), 412);
    assert_eq!(definition.description(), "The provided data index does not exist");
    assert_eq!(definition.deprecated(), None);
    assert_eq!(definition.url(), Some("https://docs.kuzzle.io/core/2/api/errors/error-codes/services/"));
    assert_eq!(
        format!("{definition:?}"),
        "Definition(services.storage.unknown_index 0x01010001 PreconditionError 412)"
    );
}

#[test]
fn params_in_the_order_of_the_placeholders() {
    assert_eq!(names(definition("security.token.expired").params()), [""; 0]);
    assert_eq!(names(definition("services.storage.unknown_index").params()), ["index"]);
    let params = definition("security.rights.forbidden").params();
    assert_eq!(names(params), ["controller", "action", "user"]);
    assert_eq!(params.iter().rev().collect::<Vec<_>>(), ["user", "action", "controller"]);
    assert_eq!((params.len(), params.is_empty()), (3, false));
    assert_eq!(format!("{params:?}"), r#"["controller", "action", "user"]"#);
    let none = definition("security.token.expired").params();
    assert_eq!((none.len(), none.is_empty()), (0, true));
    assert_ne!(params, none);
    assert_eq!(params, definition("security.rights.forbidden").params());
}

#[test]
fn the_message_has_one_placeholder_for_each_param() {
    for definition in iter() {
        assert_eq!(definition.message().matches("%s").count(), definition.params().len(), "{}", definition.id());
    }
}

/// Kuzzle 1.x fills other placeholders in thirteen messages.
#[test]
fn params_of_1_x_where_they_differ() {
    let expected: [(&str, &[&str]); 13] = [
        ("core.fatal.unexpected_error", &["details"]),
        ("services.storage.unknown_collection", &["collection"]),
        ("services.storage.get_limit_exceeded", &["limit"]),
        ("services.storage.write_limit_exceeded", &["limit"]),
        ("services.storage.not_found", &["id"]),
        ("api.process.action_not_found", &["action"]),
        ("network.http.body_parse_failed", &["reason"]),
        ("plugin.assert.not_a_constructor", &["plugin"]),
        ("plugin.manifest.version_mismatch", &["plugin_path", "kuzzle_version", "required_range"]),
        ("plugin.manifest.invalid_name", &["manifest_path"]),
        ("plugin.manifest.invalid_privileged", &["manifest_path", "received_type"]),
        ("security.rights.unauthorized", &[]),
        ("security.rights.forbidden", &[]),
    ];
    let mut differing = iter().filter_map(|definition| Some((definition.id(), definition.params_1x()?)));
    for (id, params) in expected {
        let (found, params_1x) = differing.next().unwrap();
        assert_eq!((found, names(params_1x)), (id, params.to_vec()));
    }
    assert_eq!(differing.next(), None);
}

#[test]
fn releases_by_line() {
    let lines = |id| -> Vec<String> {
        let last = |range: kuzzle_errors::ReleaseRange| range.last().map_or("now".into(), |last| last.to_string());
        definition(id).releases().map(|range| format!("{} to {}", range.first(), last(range))).collect()
    };
    assert_eq!(lines("services.storage.unknown_index"), ["1.10.5 to 1.12.0", "2.0.0 to now"]);
    assert_eq!(lines("services.storage.index_reserved"), ["1.10.5 to 1.12.0"]);
    assert_eq!(lines("services.storage.collection_reserved"), ["2.0.0 to now"]);
    assert_eq!(lines("core.fatal.assertion_failed"), ["1.12.0 to 1.12.0", "2.3.2 to now"]);
    assert_eq!(lines("services.koncorde.elastic_translation_error"), ["2.25.0 to now"]);
}

#[test]
fn deprecated_since() {
    let expected = [
        ("core.realtime.invalid_state", "2.0.0"),
        ("core.realtime.too_many_terms", "2.12.3"),
        ("services.storage.index_protected", "2.5.0"),
        ("services.storage.forbidden_character", "2.0.1"),
        ("plugin.runtime.pipe_timeout", "2.2.0"),
        ("plugin.context.invalid_event", "2.2.0"),
        ("security.role.invalid_rights", "2.2.0"),
        ("security.role.closure_exec_failed", "2.2.0"),
        ("security.role.closure_missing_test", "2.2.0"),
    ];
    let deprecated: Vec<_> =
        iter().filter_map(|definition| Some((definition.id(), definition.deprecated()?))).collect();
    assert_eq!(deprecated, expected);
}

#[test]
fn pages_of_the_documentation() {
    let page = "https://docs.kuzzle.io/core/2/api/errors/error-codes/";
    assert_eq!(definition("core.fatal.unexpected_error").url(), Some(format!("{page}core/").as_str()));
    assert_eq!(definition("cluster.fatal.desync").url(), Some(format!("{page}cluster/").as_str()));
    assert_eq!(definition("security.token.expired").url(), Some(format!("{page}security/").as_str()));
    let page_1x = "https://docs.kuzzle.io/core/1/api/essentials/errors/codes/";
    let of_1x: Vec<_> = iter().filter(|definition| definition.url() == Some(page_1x)).map(Definition::name).collect();
    assert_eq!(of_1x, ["incomplete_fetch", "incomplete_create", "index_reserved"]);
}

#[test]
fn every_text_is_written_and_stands_alone() {
    for definition in iter() {
        let (cause, fix) = (definition.cause().unwrap(), definition.fix().unwrap());
        for text in [definition.id(), definition.message(), definition.description(), cause, fix] {
            assert!(!text.is_empty() && text.trim() == text && !text.contains('\0'), "{}: {text:?}", definition.id());
        }
    }
}

#[test]
fn definitions_are_equal_where_their_ids_are() {
    let registry = Registry::kuzzle().at("1.12.0").unwrap();
    let narrowed = registry.by_id("services.storage.unknown_index").unwrap();
    assert_eq!(narrowed, definition("services.storage.unknown_index"));
    assert_ne!(definition("services.storage.index_reserved"), definition("services.storage.collection_reserved"));
    assert_eq!(iter().chain(iter()).collect::<HashSet<_>>().len(), 277);
}

#[test]
fn a_definition_crosses_threads_and_stays_small() {
    fn crosses<T: Send + Sync + Copy + 'static>(_: T) {}
    crosses(definition("services.storage.unknown_index"));
    assert!(size_of::<Definition<'static>>() <= 2 * size_of::<usize>());
}
