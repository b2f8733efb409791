use kuzzle_errors::{Audience, Class, Code, Registry, Release, Retry, by_id, legacy};
use serde_json::{json, to_string, to_value};

#[test]
fn the_members_of_a_definition_come_in_one_order() {
    let definition = by_id("services.storage.unknown_index").unwrap();
    let text = to_string(&definition).unwrap();
    let members = [
        "id",
        "code",
        "hex",
        "class",
        "status",
        "description",
        "message",
        "params",
        "domain",
        "subdomain",
        "name",
        "releases",
        "deprecated",
        "cause",
        "fix",
        "retry",
        "audience",
        "url",
    ];
    let positions = members.map(|member| text.find(&format!("\"{member}\":")).unwrap());
    assert!(positions.is_sorted(), "{text}");
    assert!(text.contains(r#""releases":{"1":["1.10.5","1.12.0"],"2":["2.0.0",null]},"deprecated":null,"#));
}

#[test]
fn a_resolution_holds_the_whole_definition() {
    let registry = Registry::kuzzle();
    let found = registry.resolve(Some("services.storage.unknown_index"), Some(Code::from(-1)), Some(412));
    let expected = json!({
        "definition": by_id("services.storage.unknown_index").unwrap(),
        "by": "id",
        "conflict": {"code": {"received": 4_294_967_295_u32, "expected": 16_842_753, "belongs_to": null}, "status": null},
    });
    assert_eq!(to_value(found).unwrap(), expected);
    let text = to_string(&registry.resolve(None, None, None)).unwrap();
    assert_eq!(text, r#"{"definition":null,"by":null,"conflict":null}"#);
}

#[test]
fn a_meaning_of_before_1_10_5() {
    let meaning = legacy(0x0000_0002, None).unwrap().next().unwrap();
    let expected = r#"{"id":"internal.unexpected.timeout","code":2,"hex":"0x00000002","class":"InternalError","first":"1.10.0","last":"1.10.4"}"#;
    assert_eq!(to_string(&meaning).unwrap(), expected);
}

#[test]
fn small_values() {
    assert_eq!(to_value(Code::from(-1)).unwrap(), json!(4_294_967_295_u32));
    assert_eq!(to_value(Class::NotFound).unwrap(), json!("NotFoundError"));
    assert_eq!(to_value(Retry::Login).unwrap(), json!("login"));
    assert_eq!(to_value(Audience::Operator).unwrap(), json!("operator"));
    assert_eq!(to_value(Release::NEWEST).unwrap(), json!("2.56.0"));
    assert_eq!(
        to_value(by_id("security.rights.forbidden").unwrap().params()).unwrap(),
        json!(["controller", "action", "user"])
    );
}
