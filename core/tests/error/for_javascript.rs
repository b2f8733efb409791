//! What only the packages for JavaScript ask for.

use kuzzle_errors::definitions::services::storage::{INCOMPLETE_DELETE, UNKNOWN_INDEX};
use kuzzle_errors::for_javascript::{Object, parse_text, push_further_members, render_spelled};
use kuzzle_errors::{KuzzleError, NO_PROPS, ParseOptions, Prop, Registry, parse};

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
fn members_beside_message_status_and_id_are_those_of_the_wire() {
    let further = |error: &KuzzleError| {
        let mut object = Object::with_capacity(0);
        push_further_members(error, &mut object);
        object.finish()
    };
    assert_eq!(further(&UNKNOWN_INDEX.error(["nyc"])), r#"{"code":16842753,"props":["nyc"]}"#);
    let built = INCOMPLETE_DELETE.error(["1 of 2"]).with_errors(["doc-1"]);
    assert_eq!(further(&built), r#"{"code":16842761,"props":["1 of 2"],"errors":["doc-1"],"count":1}"#);
    // A code that is none, and what is no member of Kuzzle's errors, are left out.
    let body = r#"{"error":{"message":"a","status":400,"code":"x","stack":"at","count":2,"errors":[ 1 ],"y":1}}"#;
    assert_eq!(further(&parse(body, None).unwrap().unwrap()), r#"{"stack":"at","errors":[1],"count":2}"#);
}
