use std::collections::BTreeSet;

use kuzzle_errors::{Rule, Severity};

/// Rules that the vectors can't break, since each of their cases is one text: the tests beside this one do.
const BROKEN_ELSEWHERE: [&str; 11] = [
    "file",
    "file-size",
    "utf-8",
    "duplicate-domain",
    "id-conflict",
    "code-shared",
    "id-removed",
    "code-changed",
    "class-changed",
    "status-changed",
    "params-changed",
];

#[test]
fn every_rule_is_broken_by_a_vector_or_a_test() {
    let cases = kuzzle_errors_vectors::cases("load.json").unwrap();
    let complaints = cases.iter().flat_map(|case| case.output.member("complaints").unwrap().elements());
    let mut broken: BTreeSet<String> = complaints.map(|complaint| complaint.text("rule").unwrap()).collect();
    broken.extend(BROKEN_ELSEWHERE.map(str::to_owned));
    assert_eq!(broken, Rule::ALL.iter().map(|rule| rule.name().to_owned()).collect());
}

#[test]
fn names_of_rules_are_unique_and_in_kebab_case() {
    let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
    for name in names {
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'8'), "{name}");
    }
    assert_eq!(format!("{:<12}|", Rule::Json), "json        |");
}

#[test]
fn hints_are_one_sentence_each() {
    let hints: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.hint()).collect();
    assert_eq!(hints.len(), Rule::ALL.len());
    assert!(hints.iter().all(|hint| hint.ends_with(['.', '?']) && !hint.contains('\n')), "{hints:?}");
}

#[test]
fn five_rules_only_warn() {
    let warnings = Rule::ALL.iter().filter(|rule| rule.severity() == Severity::Warning);
    let names: Vec<_> = warnings.map(|rule| rule.name()).collect();
    assert_eq!(names, ["number-zero", "code-by-order", "deprecated-since", "code-shared", "params-changed"]);
    assert_eq!((Severity::Error.name(), Severity::Warning.to_string()), ("error", "warning".to_string()));
}
