//! `new`: errors built on the command line.

use serde_json::json;

use crate::support::{run, run_with_input};

#[test]
fn the_error_is_one_line_as_kuzzle_sends_it() {
    let expected = concat!(
        r#"{"message":"There is no index named \"nyc\"","status":412,"id":"services.storage.unknown_index","#,
        r#""code":16842753,"props":["nyc"]}"#,
    );
    for target in ["services.storage.unknown_index", "0x01010001", "16842753"] {
        assert_eq!(run(&["new", target, "nyc"]).answer(), format!("{expected}\n"), "{target}");
    }
    let expected = concat!(
        r#"{"message":"Some of the items could not be removed: 2 users","status":206,"#,
        r#""id":"services.storage.incomplete_delete","code":16842761,"props":["2 users"],"errors":[],"count":0}"#,
    );
    assert_eq!(run(&["new", "services.storage.incomplete_delete", "2 users"]).answer(), format!("{expected}\n"));
}

#[test]
fn other_formats_are_one_line_too() {
    let problem = concat!(
        r#"{"type":"https://docs.kuzzle.io/core/2/api/errors/error-codes/services/#services.storage.unknown_index","#,
        r#""title":"PreconditionError","status":412,"detail":"There is no index named \"nyc\"","#,
        r#""id":"services.storage.unknown_index","code":16842753,"props":["nyc"]}"#,
    );
    let asked = ["new", "services.storage.unknown_index", "nyc", "--format"];
    assert_eq!(run(&[&asked[..], &["problem"]].concat()).answer(), format!("{problem}\n"));
    let attributes = concat!(
        r#"{"error.type":"services.storage.unknown_index","http.response.status_code":412,"#,
        r#""kuzzle.error.code":16842753,"kuzzle.error.class":"PreconditionError","kuzzle.error.retry":"never"}"#,
    );
    assert_eq!(run(&[&asked[..], &["otel"]].concat()).answer(), format!("{attributes}\n"));
}

#[test]
fn arguments_stay_the_texts_they_are() {
    for text in ["5", "007", "-5", "1e3", "true", "null", "{\"a\": 1}", "", "%s", "déjà \"vu\"", "a\nb\u{1b}"] {
        let error = run(&["new", "services.storage.unknown_index", text]).json();
        assert_eq!(error["props"], json!([text]));
        assert_eq!(error["message"], json!(format!("There is no index named \"{text}\"")));
    }
    let dashes = run(&["new", "services.storage.unknown_index", "--", "--format"]).json();
    assert_eq!(dashes["props"], json!(["--format"]));
    let long = "x".repeat(100_000);
    assert_eq!(run(&["new", "services.storage.unknown_index", &long]).json()["props"], json!([long]));
}

#[test]
fn params_are_given_by_name_in_any_order() {
    let by_name = ["--param", "collection=taxi=yellow", "--param", "id=no", "--param", "index=nyc", "--param=id=doc-1"];
    let error = run(&[&["new", "services.storage.not_found"], &by_name[..]].concat()).json();
    assert_eq!(error["props"], json!(["doc-1", "nyc", "taxi=yellow"]));
    let message = "No document with id \"doc-1\" in index \"nyc\", collection \"taxi=yellow\"";
    assert_eq!(error["message"], json!(message));
}

#[test]
fn a_message_takes_the_place_of_the_definition_s() {
    let error = run(&["new", "services.storage.unknown_index", "nyc", "--message", "No taxis %s\n"]).answer();
    let expected = concat!(
        r#"{"message":"No taxis %s\n","status":412,"id":"services.storage.unknown_index","#,
        r#""code":16842753,"props":["nyc"]}"#,
    );
    assert_eq!(error, format!("{expected}\n"));
}

#[test]
fn too_few_and_too_many_texts_are_a_warning() {
    let not_found = ["new", "services.storage.not_found"];
    let (error, warning) = run(&[&not_found[..], &["doc-1"]].concat()).warned_answer();
    let message = r#"{"message":"No document with id \"doc-1\" in index \"%s\", collection \"%s\"""#;
    assert!(error.starts_with(message) && error.ends_with("\"props\":[\"doc-1\"]}\n"), "{error}");
    assert_eq!(warning, "warning: nothing is given for index, collection\n");

    let (error, warning) = run(&[&not_found[..], &["--param", "index=nyc"]].concat()).warned_answer();
    let message = r#"{"message":"No document with id \"%s\" in index \"nyc\", collection \"%s\"""#;
    assert!(error.starts_with(message) && error.ends_with("\"props\":[null,\"nyc\",null]}\n"), "{error}");
    assert_eq!(warning, "warning: nothing is given for id, collection\n");

    let (error, warning) = run(&[&not_found[..], &["a", "b", "c", "d", "e"]].concat()).warned_answer();
    let message = r#"{"message":"No document with id \"a\" in index \"b\", collection \"c\" d e""#;
    assert!(error.starts_with(message) && error.ends_with("\"props\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}\n"), "{error}");
    assert_eq!(warning, "warning: more texts (5) than params (3)\n");

    let (_, warning) = run(&["new", "security.token.expired", "now"]).warned_answer();
    assert_eq!(warning, "warning: more texts (1) than params (0)\n");
}

#[test]
fn names_that_no_param_has_are_wrong_usage() {
    let named = |param: &str| run(&["new", "services.storage.not_found", "--param", param]).complaint(2);
    let complaint = named("colection=x");
    let expected = "error: invalid value 'colection' for '--param <NAME=TEXT>'\n  \
                    [possible values: id, index, collection]\n\n  tip: a similar value exists: 'collection'\n";
    assert!(complaint.starts_with(expected), "{complaint}");
    assert!(named("=x").contains("[possible values: id, index, collection]"));
    assert!(named("id").contains("invalid value 'id' for '--param <NAME=TEXT>': expected NAME=TEXT"));
    let complaint = run(&["new", "security.token.expired", "--param", "token=x"]).complaint(2);
    assert_eq!(complaint, "error: no param of security.token.expired has a name\n");
    let both = run(&["new", "services.storage.not_found", "doc-1", "--param", "id=doc-1"]).complaint(2);
    assert!(both.contains("cannot be used with '--param <NAME=TEXT>'"), "{both}");
}

#[test]
fn what_is_unknown_is_not_built() {
    let complaint = run(&["new", "services.storage.unknwon_index", "nyc"]).complaint(1);
    let expected =
        "no error has the id \"services.storage.unknwon_index\"; did you mean services.storage.unknown_index?";
    assert_eq!(complaint, format!("error: {expected}\n"));
    assert_eq!(run(&["new", "-5"]).complaint(1), "error: no error has the code -5 (0xfffffffb)\n");
    assert_eq!(run(&["new", "a\u{1b}"]).complaint(1), "error: no error has the id \"a\\u{1b}\"\n");
    assert_eq!(run(&["new", "-"]).complaint(1), "error: no error has the id \"-\"\n");
}

#[test]
fn a_release_says_what_a_code_meant() {
    let id = |release: &str| run(&["new", "0x01010016", "nyc", "--release", release]).warned_answer().0;
    assert!(id("1.12.0").contains("\"id\":\"services.storage.index_reserved\""));
    assert!(id("2").contains("\"id\":\"services.storage.collection_reserved\""));
    let complaint = run(&["new", "0x02020001", "--release", "1.9.2"]).complaint(1);
    assert!(
        complaint.starts_with("error: no error has the code 0x02020001 (33685505) in Kuzzle 1.9.2; it "),
        "{complaint}"
    );
}

#[test]
fn what_is_built_can_be_explained() {
    let error = run(&["new", "services.storage.unknown_index", "nyc"]).answer();
    let card = run_with_input(&["explain", "-"], error).answer();
    let start = "Received\nThere is no index named \"nyc\"\n\n  class       PreconditionError (412)\n  \
                 props       index = nyc\n\nservices.storage.unknown_index\n";
    assert!(card.starts_with(start), "{card}");
}
