use kuzzle_errors::definitions::services::storage::{INCOMPLETE_DELETE, UNKNOWN_INDEX};
use kuzzle_errors::{NO_PROPS, Prop, Registry, parse};

#[test]
fn a_built_error_is_written_as_kuzzle_writes_it() {
    let expected = r#"{"message":"There is no index named \"nyc\"","status":412,"id":"services.storage.unknown_index","code":16842753,"props":["nyc"]}"#;
    assert_eq!(UNKNOWN_INDEX.error(["nyc"]).to_json(), expected);
    assert_eq!(UNKNOWN_INDEX.error(["nyc"]).received(), None);
}

#[test]
fn a_code_beyond_31_bits_is_written_signed() {
    let manifest =
        r#"{"name": "shop", "errors": {"too_late": {"code": 1, "class": "BadRequestError", "message": "a"}}}"#;
    let plugin = Registry::load_str(manifest).unwrap();
    assert!(plugin.error("plugin.shop.too_late", NO_PROPS).to_json().contains(r#""code":67108865,"#));
    let domains = r#"{"billing": {"code": 200, "subDomains": {"invoices": {"code": 1, "errors": {
        "locked": {"code": 5, "class": "PreconditionError", "message": "Locked"}}}}}}"#;
    let app = Registry::load_str(domains).unwrap();
    let locked = app.error("billing.invoices.locked", NO_PROPS);
    assert_eq!(locked.code().unwrap().get(), 0xc801_0005);
    assert!(locked.to_json().contains(r#""code":-939458555,"#));
}

#[test]
fn what_is_written_is_read_again() {
    let error = INCOMPLETE_DELETE.error(["2 of 3"]).with_errors(["doc-1", "doc-2"]);
    let again = parse(error.to_json(), None).unwrap().unwrap();
    assert_eq!(again.to_json(), error.to_json());
    assert_eq!(again.definition(), Some(INCOMPLETE_DELETE));
    assert_eq!((again.props(), again.errors(), again.count()), (error.props(), error.errors(), 2));
    assert_eq!(again.conflict(), None);
}

#[test]
fn errors_go_into_errors_with_their_bytes() {
    let inner = parse(r#"{"message":"a","status":404,"x": [ 1 ]}"#, None).unwrap().unwrap();
    let outer = INCOMPLETE_DELETE.error(["1"]).with_errors([&inner]);
    assert_eq!(INCOMPLETE_DELETE.error(["1"]).with_errors([inner]).to_json(), outer.to_json());
    assert!(outer.to_json().ends_with(r#""errors":[{"message":"a","status":404,"x":[ 1 ]}],"count":1}"#));
    assert_eq!(outer.failures()[0].reason.as_deref(), Some("a"));
}

#[test]
fn text_that_should_be_json_and_is_not_is_written_as_a_text() {
    let error =
        UNKNOWN_INDEX.error([Prop::Json("{\"a\":".into()), Prop::BigInteger("1x".into()), Prop::Number("x".into())]);
    assert!(error.to_json().ends_with(r#""props":["{\"a\":","1x",null]}"#), "{}", error.to_json());
    assert_eq!(error.message(), "There is no index named \"{\"a\":\" 1xn NaN");
}

#[test]
fn big_integers_are_written_as_numbers_where_they_are_some() {
    let digits = ["0", "-12", "18446744073709551616", "-0", "007", "-07", "", "-", "1x", "+1"];
    let error = UNKNOWN_INDEX.error(digits.map(|digits| Prop::BigInteger(digits.into())));
    let written = r#""props":[0,-12,18446744073709551616,-0,"007","-07","","-","1x","+1"]}"#;
    assert!(error.to_json().ends_with(written), "{}", error.to_json());
}

#[test]
fn what_is_given_replaces_what_came() {
    let body = r#"{"error":{"x":1,"errors":["a"],"count":9,"message":"came","status":400}}"#;
    let error = parse(body, None).unwrap().unwrap();
    let replaced = error.clone().with_message("given").with_errors(["b", "c"]);
    assert_eq!(replaced.to_json(), r#"{"message":"given","status":400,"errors":["b","c"],"count":2,"x":1}"#);
    assert_eq!((replaced.count(), replaced.failures().len()), (2, 2));
    assert_eq!(replaced.received(), Some(body.as_bytes()));
    assert_eq!(error.to_json(), r#"{"message":"came","status":400,"errors":["a"],"count":9,"x":1}"#);
    assert_eq!(error.with_message("").to_json(), r#"{"message":"","status":400,"errors":["a"],"count":9,"x":1}"#);
}

#[test]
fn everything_is_serialized_as_it_is_written() {
    let body = r#"{"requestId":"r","error":{"message":"a","status":400,"errors":["b"],"x":1e400}}"#;
    let error = parse(body, None).unwrap().unwrap();
    let json = |text: Result<String, serde_json::Error>| text.unwrap();
    assert_eq!(json(serde_json::to_string(&error)), error.to_json());
    assert_eq!(json(serde_json::to_string(&error.context())), r#"{"requestId":"r"}"#);
    assert_eq!(
        json(serde_json::to_string(&error.failures())),
        r#"[{"id":"b","status":null,"reason":null,"action":null,"raw":"b"}]"#
    );
    let explanation = r#"{"id":null,"class":"MultipleErrorsError","definition":null,"error":{"message":"a","status":400,"errors":["b"],"x":1e400},"context":{"requestId":"r"},"conflict":null,"failures":[{"id":"b","status":null,"reason":null,"action":null,"raw":"b"}]}"#;
    assert_eq!(json(serde_json::to_string(&error.explanation())), explanation);
}

#[test]
fn an_explanation_has_the_whole_definition() {
    let json = UNKNOWN_INDEX.error(["nyc"]).explanation().to_json();
    let explanation: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(explanation["definition"], serde_json::to_value(UNKNOWN_INDEX).unwrap());
    assert_eq!(explanation["id"], "services.storage.unknown_index");
}

#[test]
fn attributes_have_their_types() {
    let error = parse(r#"{"error":{"message":"a","status":418,"code":-1,"id":"a.b.c"}}"#, None).unwrap().unwrap();
    let expected = [
        ("error.type", Prop::from("a.b.c")),
        ("http.response.status_code", Prop::from(418)),
        ("kuzzle.error.code", Prop::from(0xffff_ffff_u32)),
        ("kuzzle.error.class", Prop::from("KuzzleError")),
    ];
    assert_eq!(error.attributes(), expected);
}
