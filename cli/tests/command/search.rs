//! `search`.

use serde_json::json;

use crate::support::run;

#[test]
fn the_best_comes_first() {
    let found = run(&["search", "token", "expired"]).answer();
    let expected = "0x07010006  401  security.token.expired\n                 \
                    The provided authentication token has expired\n";
    assert!(found.starts_with(expected), "{found}");
}

#[test]
fn typing_errors_are_forgiven_and_words_may_come_as_one_argument() {
    for words in [&["unkown", "index"][..], &["unkown index"]] {
        let found = run(&[&["search"], words].concat()).answer();
        assert!(found.starts_with("0x01010001  412  services.storage.unknown_index\n"), "{found}");
    }
}

#[test]
fn json_is_an_array_of_definitions() {
    let found = run(&["search", "cluster", "desync", "--format", "json"]).json();
    assert_eq!(found[0]["id"], "cluster.fatal.desync");
    assert_eq!(found[0]["code"], 0x0800_0001);
    assert_eq!(found[0]["class"], "InternalError");
}

#[test]
fn a_release_narrows_the_search() {
    let found = run(&["search", "index", "reserved", "--release", "1.12.0", "--format", "json"]).json();
    assert_eq!(found[0]["id"], "services.storage.index_reserved");
    let found = run(&["search", "cluster", "desync", "--release", "1.12.0"]);
    assert!(!found.output.contains("cluster."), "{}", found.output);
}

#[test]
fn before_1_10_5_there_is_nothing_to_search() {
    let complaint = run(&["search", "token", "--release", "1.9.2"]).complaint(1);
    let expected = "nothing found for \"token\"; there are no definitions before 1.10.5, but explain CODE --release \
                    1.9.2 tells what a number meant";
    assert_eq!(complaint, format!("error: {expected}\n"));
}

#[test]
fn nothing_found_is_one_line_and_status_1() {
    assert_eq!(run(&["search", "teapot"]).complaint(1), "error: nothing found for \"teapot\"\n");
    assert_eq!(run(&["search", ""]).complaint(1), "error: nothing found for \"\"\n");
    let empty = run(&["search", "teapot", "--format", "json"]);
    assert_eq!(empty.status, 1);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&empty.output).expect("JSON"), json!([]));
}
