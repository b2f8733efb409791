use kuzzle_errors::compare::Change;
use kuzzle_errors::{Class, Registry};
use serde_json::json;

fn shop(errors: &str) -> Registry {
    Registry::load_str(&format!(r#"{{"name": "shop", "errors": {{{errors}}}}}"#)).unwrap()
}

#[test]
fn a_comparison_as_json() {
    let from = shop(r#""late": {"code": 1, "class": "BadRequestError", "message": "Too late for %s"}"#);
    let to = shop(
        r#""late": {"code": 2, "class": "KuzzleError", "status": 418, "message": "Late", "deprecated": "1.1.0"},
        "never": {"code": 1, "class": "NotFoundError", "message": "Never", "description": "It never came"}"#,
    );
    let expected = json!({
        "from": {"release": null, "definitions": 1},
        "to": {"release": null, "definitions": 2},
        "added": [{
            "id": "plugin.shop.never", "code": 67_108_865, "hex": "0x04000001", "class": "NotFoundError",
            "status": 404, "description": "It never came",
        }],
        "removed": [],
        "changed": [{
            "id": "plugin.shop.late",
            "code": {"from": 67_108_865, "to": 67_108_866},
            "class": {"from": "BadRequestError", "to": "KuzzleError"},
            "status": {"from": 400, "to": 418},
            "params": {"from": [null], "to": []},
            "deprecated": {"from": null, "to": "1.1.0"},
            "message": {"from": "Too late for %s", "to": "Late"},
            "description": null, "cause": null, "fix": null, "retry": null, "audience": null,
        }],
        "reused": [
            {"code": 67_108_865, "hex": "0x04000001", "from": "plugin.shop.late", "to": "plugin.shop.never"},
        ],
    });
    assert_eq!(json!(from.compare(&to)), expected);
}

#[test]
fn before_1_10_5_nothing_is_known_but_id_code_and_class() {
    let (from, to) = (Registry::kuzzle().at("1.10.4").unwrap(), Registry::kuzzle().at("1.10.5").unwrap());
    let comparison = from.compare(&to);
    let removed = json!(comparison.removed[0]);
    assert_eq!(removed["description"], json!(null));
    assert_eq!(removed["id"], "internal.unexpected.unknown_error");
    assert_eq!(comparison.removed[0].definition(), None);
    assert_eq!(comparison.removed[0].params(), None);
}

#[test]
fn both_sides_of_a_difference_are_at_hand() {
    let from = shop(r#""late": {"code": 1, "class": "BadRequestError", "message": "Too late"}"#);
    let to = shop(r#""late": {"code": 1, "class": "NotFoundError", "message": "Too late"}"#);
    let comparison = from.compare(&to);
    let [difference] = &comparison.changed[..] else { panic!("{comparison:?}") };
    assert_eq!(difference.class, Some(Change { from: Class::BadRequest, to: Class::NotFound }));
    assert_eq!((difference.from.status(), difference.to.status()), (400, 404));
    assert!(!comparison.is_empty());
    assert!(from.compare(&from).is_empty());
}

#[test]
fn errors_of_an_application_are_compared_beside_the_built_in_ones() {
    let with = |errors: &str| Registry::kuzzle().with(&shop(errors)).unwrap();
    let from = with(r#""late": {"code": 1, "class": "BadRequestError", "message": "Too late"}"#);
    let to = with(r#""never": {"code": 1, "class": "BadRequestError", "message": "Never"}"#);
    let comparison = from.compare(&to);
    assert_eq!((comparison.from.definitions, comparison.to.definitions), (278, 278));
    assert_eq!((comparison.added[0].id(), comparison.removed[0].id()), ("plugin.shop.never", "plugin.shop.late"));
    assert!(comparison.changed.is_empty());
}

#[test]
fn entries_are_equal_where_id_code_class_and_status_are() {
    let (nothing, late) = (shop(""), r#""late": {"code": 1, "class": "KuzzleError", "message": "Too late"}"#);
    let same = [late.to_owned(), late.replace("Too late", "Late")].map(|errors| shop(&errors));
    assert_eq!(nothing.compare(&same[0]), nothing.compare(&same[1]));
    for (given, other) in
        [("\"late\"", "\"never\""), ("1", "2"), ("KuzzleError", "NotFoundError"), ("1", "1, \"status\": 418")]
    {
        let other = shop(&late.replacen(given, other, 1));
        assert_ne!(nothing.compare(&same[0]), nothing.compare(&other), "{given}");
    }
    let (old, new) = (Registry::kuzzle().at("1.10.4").unwrap(), Registry::kuzzle().at("1.10.5").unwrap());
    let removed = old.compare(&new).removed;
    assert_eq!(removed, old.compare(&new).removed);
    assert_ne!(removed[0], removed[1]);
}
