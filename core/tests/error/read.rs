use kuzzle_errors::definitions::security::token::EXPIRED;
use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
use kuzzle_errors::{ParseOptions, Prop, Registry, failures, parse};

const SHOP: &str =
    r#"{"name": "shop", "errors": {"too_late": {"code": 1, "class": "BadRequestError", "message": "Too late: %s"}}}"#;

#[test]
fn an_error_outlives_the_registry_it_came_from() {
    let body = r#"{"error":{"message":"a","id":"plugin.shop.too_late","code":5,"status":404}}"#;
    let (received, built) = {
        let registry = Registry::load_str(SHOP).unwrap();
        (registry.parse(body, None).unwrap().unwrap(), registry.error("plugin.shop.too_late", ["noon"]))
    };
    assert_eq!(received.definition().unwrap().message(), "Too late: %s");
    assert_eq!(built.message(), "Too late: noon");
    assert!(received.is(built.definition().unwrap()));
    let conflict = received.conflict().unwrap();
    assert_eq!(conflict.code.unwrap().expected, built.code());
    assert_eq!(conflict.code.unwrap().belongs_to, None);
    assert_eq!(conflict.status.unwrap().expected, 400);
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    let malformed = parse("{\"error\":\n  oops}", None).unwrap_err();
    assert_eq!(malformed.to_string(), "invalid JSON at line 2, column 3: expected value");
}

#[test]
fn a_registry_of_its_own_does_not_know_what_kuzzle_says() {
    let shop = Registry::load_str(SHOP).unwrap();
    let error = shop.parse(r#"{"type":"TokenExpired"}"#, None).unwrap().unwrap();
    assert_eq!((error.id(), error.status()), (Some("security.token.expired"), 401));
    assert_eq!(error.definition(), None);
    assert!(error.is(EXPIRED));
}

#[test]
fn a_registry_of_a_release_reads_a_code_as_it_was_meant_then() {
    let body = r#"{"error":{"message":"a","code":16842774,"status":400}}"#;
    let today = parse(body, None).unwrap().unwrap();
    assert_eq!(today.id(), Some("services.storage.collection_reserved"));
    let before = Registry::kuzzle().at("1.12.0").unwrap().parse(body, None).unwrap().unwrap();
    assert_eq!(before.id(), Some("services.storage.index_reserved"));
}

#[test]
fn props_come_with_their_types() {
    let body = r#"{"error":{"message":"a","status":400,"props":["\u0041",1,-0,1.50,1e400,true,null,{ "b":1 },[]]}}"#;
    let error = parse(body, None).unwrap().unwrap();
    let expected = [
        Prop::from("A"),
        Prop::Integer(1),
        Prop::Number("-0".into()),
        Prop::Number("1.50".into()),
        Prop::Number("1e400".into()),
        Prop::Bool(true),
        Prop::Null,
        Prop::Json(r#"{ "b":1 }"#.into()),
        Prop::Json("[]".into()),
    ];
    assert_eq!(error.props(), expected);
}

#[test]
fn errors_count_and_stack_are_what_came() {
    let body = r#"{"error":{"message":"a","status":400,"errors":["x",{"a":1}],"count":7,"stack":"at\nx"}}"#;
    let error = parse(body, None).unwrap().unwrap();
    assert_eq!(error.errors(), [Prop::from("x"), Prop::Json(r#"{"a":1}"#.into())]);
    assert_eq!(error.count(), 7);
    assert_eq!(error.stack().as_deref(), Some("at\nx"));
    let without = parse(r#"{"error":{"message":"a","errors":["x"]}}"#, None).unwrap().unwrap();
    assert_eq!((without.count(), without.stack()), (1, None));
    assert_eq!(UNKNOWN_INDEX.error(["nyc"]).stack(), None);
}

#[test]
fn the_context_is_asked_by_name() {
    let body = r#"{"status":404,"requestId":"r-1","index":null,"controller":7,"node":"n","other":1,
        "volatile":{"a": 1},"error":{"message":"a","status":403}}"#;
    let error = parse(body, None).unwrap().unwrap();
    let context = error.context();
    assert_eq!((error.status(), context.status()), (403, Some(404)));
    assert_eq!(context.text("requestId").as_deref(), Some("r-1"));
    assert_eq!((context.text("index"), context.text("controller"), context.text("other")), (None, None, None));
    assert_eq!((context.json("index"), context.json("controller")), (Some("null"), Some("7")));
    let names: Vec<_> = context.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["status", "requestId", "controller", "index", "volatile", "node"]);
    let expected = r#"{"status":404,"requestId":"r-1","controller":7,"index":null,"volatile":{"a": 1},"node":"n"}"#;
    assert_eq!(context.to_json(), expected);
    assert_eq!(UNKNOWN_INDEX.error(["nyc"]).context().to_json(), "{}");
}

#[test]
fn a_body_may_be_bytes_or_text_of_any_kind() {
    let text = r#"{"error":{"message":"a","status":404}}"#;
    let errors = [parse(text, None), parse(text.as_bytes(), 404), parse(String::from(text), Some(404))];
    for error in errors {
        assert_eq!(error.unwrap().unwrap().status(), 404);
    }
    assert_eq!(failures(r#"{"result":{"errors":["a"]}}"#).unwrap()[0].id.as_deref(), Some("a"));
    assert_eq!(failures(br#"{"result":{"errors":["a"]}}"#).unwrap()[0].raw, "\"a\"");
}

#[test]
fn too_long_bodies_are_refused_under_any_status() {
    let body = "{\"error\":\n{\"message\":\"a\"}}";
    let options = ParseOptions::new().max_bytes(body.len());
    assert!(Registry::kuzzle().parse_with(options, body, None).unwrap().is_some());
    for http_status in [None, Some(500)] {
        let options = ParseOptions::new().max_bytes(body.len() - 1);
        let malformed = Registry::kuzzle().parse_with(options, body, http_status).unwrap_err();
        assert_eq!(malformed.message(), "longer than the limit of 25 bytes");
        assert_eq!((malformed.line(), malformed.column()), (2, 16));
    }
}

#[test]
fn too_long_bodies_are_complained_of_at_the_first_character_beyond_the_limit() {
    let place = |body: &[u8], max_bytes| {
        let options = ParseOptions::new().max_bytes(max_bytes);
        let malformed = Registry::kuzzle().parse_with(options, body, None).unwrap_err();
        (malformed.line(), malformed.column())
    };
    let text = "{\"é\":\n\"€😀\"}".as_bytes();
    for (max_bytes, expected) in [
        (0, (1, 1)),
        (2, (1, 3)),
        (3, (1, 3)),
        (4, (1, 4)),
        (6, (1, 6)),
        (7, (2, 1)),
        (10, (2, 2)),
        (11, (2, 3)),
        (14, (2, 3)),
        (15, (2, 4)),
        (16, (2, 5)),
    ] {
        assert_eq!(place(text, max_bytes), expected, "{max_bytes}");
    }
    assert_eq!(place(b"\xEF\xBB\xBF{}", 4), (1, 2), "a byte order mark doesn't count");
    assert_eq!(place(b"\xFF\xFF\xE2\x82{}", 3), (1, 3), "each bad byte is a character");
    assert_eq!(place(b"\xFF\xFF{}", 2), (1, 3));
}

#[test]
fn nothing_is_too_deep_unless_that_is_asked_for() {
    assert_eq!(ParseOptions::default(), ParseOptions::new());
}

#[test]
fn too_deep_bodies_are_refused_or_kept_unread() {
    let body = r#"{"error":{"message":"[[[","status":404,"x":[[{}]]}}"#;
    let within = |depth| Registry::kuzzle().parse_with(ParseOptions::new().max_depth(depth), body, None);
    assert!(within(5).unwrap().is_some());
    let malformed = within(4).unwrap_err();
    assert_eq!(malformed.message(), "deeper than the limit of 4 levels");
    assert_eq!((malformed.line(), malformed.column()), (1, 46));
    let options = ParseOptions::new().max_depth(4);
    let error = Registry::kuzzle().parse_with(options, body, Some(404)).unwrap().unwrap();
    assert_eq!((error.message(), error.received()), ("HTTP status 404", Some(body.as_bytes())));
}

#[test]
fn two_hundred_thousand_levels_are_survived_wherever_they_stand() {
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let body = format!(
        r#"{{"x":{deep},"volatile":{deep},"error":{{"message":"a","status":400,"errors":[{deep}],"props":[{deep}],"y":{deep}}}}}"#
    );
    let error = parse(&body, None).unwrap().unwrap();
    assert_eq!(error.received(), Some(body.as_bytes()));
    assert_eq!(error.props(), [Prop::Json(deep.as_str().into())]);
    assert_eq!(error.context().json("volatile"), Some(&*deep));
    assert_eq!(error.failures()[0].raw, deep);
    let written = format!(r#"{{"message":"a","status":400,"props":[{deep}],"errors":[{deep}],"y":{deep}}}"#);
    assert_eq!(error.to_json(), written);
    assert_eq!(error.explanation().to_json().matches(&*deep).count(), 5);
}
