//! What only the packages for JavaScript ask for.

use kuzzle_errors::definitions::security::token::EXPIRED;
use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
use kuzzle_errors::for_javascript::{Facts, json_without, parse_text, render_spelled};
use kuzzle_errors::{Class, NO_PROPS, ParseOptions, Prop, Registry};

#[test]
fn texts_are_filled_with_what_is_spelled_already() {
    let props = [Prop::from("nyc"), Prop::Number("1e+21".into()), Prop::BigInteger("7".into()), Prop::Null];
    assert_eq!(render_spelled("%s has %s", &props).as_deref(), Some("nyc has 1e+21 7n null"));
    let json = Prop::Json("{ \"a\": 1 }".into());
    assert_eq!(render_spelled("%s", &[json]).as_deref(), Some("{\"a\":1}"));
    assert_eq!(render_spelled("%s of %d", &["nyc".into()]).as_deref(), Some("nyc of %d"));
    assert_eq!(render_spelled("100%% %d", &NO_PROPS).as_deref(), Some("100%% %d"));
}

#[test]
fn other_placeholders_are_left_to_the_arithmetic() {
    for template in ["%d", "%s %j", "%d of %s", "%c%s"] {
        assert_eq!(render_spelled(template, &[Prop::from("1"), "2".into()]), None, "{template}");
    }
}

#[test]
fn texts_are_read_as_bodies_are() {
    let body = r#"{"error":{"message":"é","status":404,"x":[[]]}}"#;
    let read = |options, http_status| parse_text(Registry::kuzzle(), options, body, http_status);
    let error = read(ParseOptions::new(), None).unwrap().unwrap();
    assert_eq!((error.received(), error.to_json()), (Some(body.as_bytes()), body[9..body.len() - 1].into()));
    assert!(read(ParseOptions::new().max_depth(3), None).is_err());
    assert_eq!(read(ParseOptions::new().max_depth(3), Some(503)).unwrap().unwrap().status(), 503);
}

#[test]
fn known_members_are_left_out_by_name() {
    let without =
        |body, left_out: &[&str]| json_without(&Registry::kuzzle().parse(body, Some(503)).unwrap().unwrap(), left_out);
    let body = r#"{"error":{"message":"a","\u0073tatus":404,"code":5,"x":1e400}}"#;
    assert_eq!(without(body, &["status", "id"]), r#"{"message":"a","code":5,"x":1e400}"#);
    assert_eq!(without(body, &["message", "status", "code", "x"]), r#"{"x":1e400}"#);
    assert_eq!(without("<html>", &["status"]), r#"{"message":"HTTP status 503"}"#);
    assert_eq!(without("<html>", &["status", "message"]), "{}");
}

#[test]
fn facts_are_what_came() {
    let body = r#"{"error":{"message":"\u0061","status":400,"code":"x","stack":"at","count":2,"errors":[ 1 ],"y":1}}"#;
    let facts = facts(body);
    assert_eq!((facts.class, facts.status, message(&facts)), (Class::MultipleErrors, 400, "\"a\"".into()));
    assert_eq!((facts.code(), facts.stack(), facts.errors()), (None, Some("\"at\""), Some("[ 1 ]")));
    assert_eq!((facts.count(), facts.props(), facts.unknown_id()), (Some("2"), None, None));

    let body = r#"{"error":{"id":"services.storage.unknown_index","code":1,"props":["nyc"],"count":"2"},"status":412}"#;
    let facts = self::facts(body);
    assert_eq!((facts.definition, facts.unknown_id(), facts.status), (Some(UNKNOWN_INDEX), None, 412));
    assert_eq!((facts.code().as_deref(), facts.props(), facts.count()), (Some("1"), Some("[\"nyc\"]"), None));
    assert_eq!(facts.conflict.and_then(|conflict| conflict.code).unwrap().received.get(), 1);
}

#[test]
fn messages_are_json_as_they_came_but_for_what_may_be_half_of_a_pair() {
    for (came, told) in
        [(r#""a\/b\n\"é""#, r#""a\/b\n\"é""#), (r#""\u00e9\/\n\ud83d""#, "\"é/\\n\u{fffd}\""), ("1", "\"\"")]
    {
        let body = ["{\"error\":{\"message\":", came, "}}"].concat();
        assert_eq!(message(&facts(&body)), told);
    }
    let page = Facts::read(Registry::kuzzle(), ParseOptions::new(), "<html>", Some(502)).unwrap().unwrap();
    assert_eq!(message(&page), "\"HTTP status 502\"");
}

#[test]
fn facts_that_nothing_says_are_known_all_the_same() {
    let other = facts(r#"{"error":{"id":"plugin.shop.late"}}"#);
    assert_eq!((other.definition, other.unknown_id(), other.class), (None, Some("plugin.shop.late"), Class::Kuzzle));
    assert_eq!((other.status, message(&other)), (500, "\"\"".into()));
    let expired = facts(r#"{"type":"TokenExpired"}"#);
    assert_eq!((expired.definition, expired.code().as_deref()), (Some(EXPIRED), Some("117506054")));
    assert!(Facts::read(Registry::kuzzle(), ParseOptions::new(), "[]", Some(200)).unwrap().is_none());
}

fn facts(body: &str) -> Facts<'_, 'static> {
    Facts::read(Registry::kuzzle(), ParseOptions::new(), body, None).unwrap().unwrap()
}

fn message(facts: &Facts<'_, '_>) -> String {
    let mut json = String::new();
    facts.push_message(&mut json);
    json
}
