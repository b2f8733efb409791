//! The conformance vectors of the repository, answered by the command.

use serde_json::{Value, json};

use crate::support::run_with_input;

#[test]
fn what_servers_send_is_explained() {
    let cases = cases("parse.json");
    let errors: Vec<&Value> = cases.iter().filter(|case| case["out"]["error"].is_object()).collect();
    assert!(errors.len() >= 60, "{}", errors.len());
    for case in errors {
        let status = case["in"]["http_status"].as_u64().map(|status| format!("--http-status={status}"));
        let arguments: Vec<&str> = ["explain", "-", "--format=json"].into_iter().chain(status.as_deref()).collect();
        let found = run_with_input(&arguments, body(case)).json();
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{}", case["name"]);
        for (member, left_out) in [("id", json!(null)), ("class", json!(null)), ("context", json!({}))] {
            let expected = case["out"].get(member).unwrap_or(&left_out);
            assert_eq!(&found[0][member], expected, "{}: {member}", case["name"]);
        }
    }
}

#[test]
fn what_no_server_should_send_is_answered_or_complained_of() {
    for case in cases("parse-hostile.json").iter().filter(|case| case["in"]["body"].is_string()) {
        let run = run_with_input(&["explain", "-"], body(case));
        let is_answered = !run.output.is_empty();
        let ending = (run.status, run.errors.lines().count());
        assert_eq!(ending, if is_answered { (0, 0) } else { (1, 1) }, "{}: {}", case["name"], run.errors);
    }
}

#[test]
fn failed_items_of_every_shape_are_shown() {
    let cases = cases("failures.json");
    // In one case there is a broken character, which the file writes in base64.
    let lists_failures = |case: &&Value| case["out"][0].is_object() && case["in"]["body"]["base64"].is_null();
    for case in cases.iter().filter(lists_failures) {
        let found = run_with_input(&["explain", "-", "--format", "json"], body(case)).json();
        assert_eq!(found[0]["failures"], case["out"], "{}", case["name"]);
    }
}

fn cases(file: &str) -> Vec<Value> {
    let path = format!("{}/../vectors/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the vectors are there");
    let mut vectors: Value = serde_json::from_str(&text).expect("JSON");
    let Value::Array(cases) = vectors["cases"].take() else { panic!("cases") };
    cases
}

/// A text stands for itself, anything else for its JSON.
fn body(case: &Value) -> String {
    let body = &case["in"]["body"];
    body.as_str().map_or_else(|| body.to_string(), str::to_owned)
}
