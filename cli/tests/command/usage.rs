//! Wrong usage, help and version.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use crate::support::{command, run};

#[test]
fn no_arguments_show_the_help() {
    let complaint = run(&[]).complaint(2);
    assert!(complaint.contains("Usage: kuzzle-errors <COMMAND>"), "{complaint}");
}

#[test]
fn help_and_version_are_answers() {
    let help = run(&["--help"]).answer();
    for command in ["explain", "list", "search", "new"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
    assert!(run(&["explain", "--help"]).answer().contains("--file <FILE>"));
    assert_eq!(run(&["--version"]).answer(), format!("kuzzle-errors {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_help_of_explain_says_whose_message_is_shown() {
    let help = run(&["explain", "--help"]).answer();
    let expected = "The message of a definition is a template of this project or of a --registry,\n\
                    not what a server said: that stands under Received, when it is read with - or\n--file.\n";
    assert!(help.ends_with(expected), "{help}");
}

#[test]
fn unknown_commands_and_options_are_wrong_usage() {
    assert!(run(&["explian", "1"]).complaint(2).contains("'explain'"));
    assert!(run(&["explain", "1", "--fromat", "json"]).complaint(2).contains("'--format'"));
    assert!(run(&["explain"]).complaint(2).contains("<CODE|ID|->"));
    assert!(run(&["search"]).complaint(2).contains("<WORDS>"));
    assert!(run(&["new"]).complaint(2).contains("<ID|CODE>"));
    assert!(run(&["new", "1", "--format", "text"]).complaint(2).contains("[possible values: json, problem, otel]"));
    assert!(run(&["list", "--registry", ""]).complaint(2).contains("a value is required for '--registry <PATH>'"));
    assert!(run(&["explain", "1", "--file", "response.json"]).complaint(2).contains("cannot be used with"));
    assert!(run(&["explain", "1", "--format", "yaml"]).complaint(2).contains("[possible values: text, json]"));
    assert!(run(&["explain", "-", "--http-status", "99"]).complaint(2).contains("expected a number from 100 to 599"));
}

#[test]
fn a_text_that_is_no_release_is_wrong_usage() {
    for release in ["latest", "", "2.x", "1.2.3.4", "-1"] {
        let option = format!("--release={release}");
        let complaint = run(&["list", &option]).complaint(2);
        assert!(complaint.contains("not a release of Kuzzle: expected for example 2, 2.4 or 2.4.1"), "{complaint}");
    }
}

#[test]
fn values_that_no_definition_has_are_wrong_usage() {
    let cases: [(&[&str], &str); 7] = [
        (&["--domain", "servces"], "a similar value exists: 'services'"),
        (&["--domain", "api,Security"], "a similar value exists: 'security'"),
        (&["--subdomain", "storag"], "a similar value exists: 'storage'"),
        (&["--status", "418"], "[possible values: 206, 400, 401, 403, 404, 412, 413, 429, 500, 503, 504]"),
        (&["--class", "NotFound"], "a similar value exists: 'NotFoundError'"),
        (&["--retry", "latr"], "a similar value exists: 'later'"),
        (&["--audience", "clients"], "a similar value exists: 'client'"),
    ];
    for (filter, expected) in cases {
        let complaint = run(&[&["list"], filter].concat()).complaint(2);
        assert!(complaint.contains(expected), "{complaint}");
        assert!(complaint.starts_with("error: invalid value '"), "{complaint}");
    }
    let complaint = run(&["list", "--status", "418"]).complaint(2);
    assert!(!complaint.contains("similar"), "{complaint}");
    for status in ["many", "99", "4e2", "99999", "-1"] {
        let complaint = run(&["list", &format!("--status={status}")]).complaint(2);
        let expected = format!("invalid value '{status}' for '--status <STATUS>': expected a number from 100 to 599");
        assert!(complaint.contains(&expected), "{complaint}");
    }
}

#[test]
fn arguments_that_are_not_utf8_are_wrong_usage() {
    let result = command(&["explain"]).arg(OsStr::from_bytes(b"services.\xff")).output().expect("the command runs");
    assert_eq!(result.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&result.stderr).contains("invalid UTF-8"));
}
