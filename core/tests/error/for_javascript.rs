//! What only the packages for JavaScript ask for.

use kuzzle_errors::definitions::services::storage::{INCOMPLETE_DELETE, UNKNOWN_INDEX};
use kuzzle_errors::for_javascript::{Object, push_further_members, render_spelled};
use kuzzle_errors::{KuzzleError, NO_PROPS, Prop, parse};

#[test]
fn texts_are_filled_with_what_is_spelled_already() {
    let props = [Prop::from("nyc"), Prop::Number("1e+21".into()), Prop::BigInteger("7".into()), Prop::Null];
    assert_eq!(render_spelled("%s has %s", &props).as_deref(), Some("nyc has 1e+21 7n null"));
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
