//! The conformance vectors of the repository, answered by the command.

use kuzzle_errors_vectors::{Case, Json};
use serde_json::json;

use crate::support::run_with_input;

#[test]
fn what_servers_send_is_explained() {
    let cases = cases("parse.json");
    let errors: Vec<&Case> = cases.iter().filter(|case| case.output.value()["error"].is_object()).collect();
    assert!(errors.len() >= 60, "{}", errors.len());
    for case in errors {
        let status = case.input.integer("http_status").map(|status| format!("--http-status={status}"));
        let arguments: Vec<&str> = ["explain", "-", "--format=json"].into_iter().chain(status.as_deref()).collect();
        let found = run_with_input(&arguments, body(case).to_text()).json();
        assert_eq!(found.as_array().map(Vec::len), Some(1), "{}", case.name);
        for (member, left_out) in [("id", json!(null)), ("class", json!(null)), ("context", json!({}))] {
            let expected = case.output.member(member).map_or(left_out, |json| json.value());
            assert_eq!(found[0][member], expected, "{}: {member}", case.name);
        }
    }
}

#[test]
fn what_no_server_should_send_is_answered_or_complained_of() {
    for case in cases("parse-hostile.json").iter().filter(|case| body(case).value().is_string()) {
        let run = run_with_input(&["explain", "-"], body(case).to_text());
        let is_answered = !run.output.is_empty();
        let ending = (run.status, run.errors.lines().count());
        assert_eq!(ending, if is_answered { (0, 0) } else { (1, 1) }, "{}: {}", case.name, run.errors);
    }
}

#[test]
fn failed_items_of_every_shape_are_shown() {
    let cases = cases("failures.json");
    let lists_failures = |case: &&Case| case.output.elements().first().is_some_and(|item| !item.members().is_empty());
    for case in cases.iter().filter(lists_failures) {
        let found = run_with_input(&["explain", "-", "--format", "json"], body(case).bytes()).json();
        assert_eq!(found[0]["failures"], case.output.value(), "{}", case.name);
    }
}

fn cases(file: &str) -> Vec<Case> {
    kuzzle_errors_vectors::cases(file).expect("the vectors are there")
}

fn body(case: &Case) -> Json {
    case.input.member("body").expect("a body")
}
