//! `diff`: releases, files and installed packages against each other.

use serde_json::{Value, json};

use crate::support::{assert_golden, command, run, run_in_terminal};

const OLD: &str = "tests/fixtures/compare/old.json";
const NEW: &str = "tests/fixtures/compare/new.json";
/// A Kuzzle with one error.
const KUZZLE: &str = "tests/fixtures/kuzzle";

#[test]
fn answers_are_as_reviewed() {
    assert_golden("diff.txt", &run(&["diff", OLD, NEW]).answer());
    assert_golden("diff.md", &run(&["diff", OLD, NEW, "--format", "markdown"]).answer());
    assert_golden("diff_releases.txt", &run(&["diff", "2.4.5", "2.5.0"]).answer());
    assert_golden("diff_1.x_2.x.md", &run(&["diff", "1.12.0", "2.0.0", "--format", "markdown"]).answer());
    let colored = run_in_terminal(60, &mut command(&["diff", OLD, NEW]));
    assert_golden("diff_60_columns_colored.txt", &colored);
}

#[test]
fn colours_are_left_out_where_they_are_not_wanted() {
    let plain = run_in_terminal(80, command(&["diff", OLD, NEW]).env("NO_COLOR", "1"));
    assert_eq!(plain, run(&["diff", OLD, NEW]).answer());
}

#[test]
fn the_json_of_releases_is_what_the_vectors_say() {
    let mut compared = 0;
    for case in kuzzle_errors_vectors::cases("compare.json").expect("the vectors are there") {
        let release = |side: &str| case.input.member(side)?.text("release");
        let (Some(from), Some(to)) = (release("from"), release("to")) else { continue };
        let (output, _) = run(&["diff", &from, &to, "--format", "json"]).warned_answer();
        let found: Value = serde_json::from_str(&output).expect("JSON");
        let expected = case.output.value();
        for member in ["from", "to", "reused"] {
            assert_eq!(found[member], expected[member], "{} {member}", case.name);
        }
        for list in ["added", "removed", "changed"] {
            let length = |value: &Value| value[list].as_array().map(Vec::len);
            assert_eq!(length(&found), length(&expected), "{} {list}", case.name);
        }
        compared += 1;
    }
    assert!(compared > 8, "{compared}");
}

#[test]
fn builtin_is_the_newest_release() {
    let found = run(&["diff", "builtin", "2", "--format", "json"]).json();
    let newest = json!({"release": "2.56.0", "definitions": 274});
    assert_eq!(found, json!({"from": newest, "to": newest, "added": [], "removed": [], "changed": [], "reused": []}));
    assert_eq!(
        run(&["diff", " builtin ", "v2"]).answer(),
        "Kuzzle 2.56.0 → Kuzzle 2.56.0\n274 and 274 errors: no difference\n"
    );
}

#[test]
fn an_installed_kuzzle_is_compared_with_the_built_in_registry() {
    let found = run(&["diff", "builtin", KUZZLE, "--format", "json"]).json();
    assert_eq!(found["to"], json!({"release": null, "definitions": 1}));
    assert_eq!(found["removed"].as_array().map(Vec::len), Some(273));
    // Its text is another, but the built-in texts are this project's.
    assert_eq!(found["changed"], json!([]));
}

#[test]
fn packages_are_called_by_name_and_version() {
    let folder = format!("{}/named-package", env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).expect("the folder is writable");
    std::fs::copy(OLD, format!("{folder}/manifest.json")).expect("a copy");
    std::fs::write(format!("{folder}/package.json"), r#"{"name": "kuzzle-plugin-shop", "version": "1.2.3"}"#)
        .expect("the file is writable");
    let answer = run(&["diff", &folder, OLD]).answer();
    assert!(
        answer.starts_with(&format!("{folder} (kuzzle-plugin-shop 1.2.3) →")) || answer.contains("1.2.3"),
        "{answer}"
    );
    assert!(answer.ends_with("4 and 4 errors: no difference\n"), "{answer}");
}

#[test]
fn releases_that_are_not_known_are_doubted() {
    let (_, warning) = run(&["diff", "2.99.0", "99"]).warned_answer();
    let expected = "warning: Kuzzle 2.99.0 is not known: 2.56.0 is taken; see kuzzle-errors releases\n\
                    warning: Kuzzle 99 is not known: 2.56.0 is taken; see kuzzle-errors releases\n";
    assert_eq!(warning, expected);
    let (_, warning) = run(&["diff", "1.8", "1.9.0"]).warned_answer();
    assert_eq!(warning, "warning: Kuzzle 1.8 has no error codes: they begin with 1.9.0\n");
    for known in ["2", "2.4", "v2.4.1", "2.4.1-beta.2", "1.10.4"] {
        assert_eq!(run(&["diff", known, known, "--format", "json"]).answer().lines().count(), 1, "{known}");
    }
}

#[test]
fn what_is_nothing_is_told_with_a_hint() {
    assert_eq!(
        run(&["diff", "nope", "2"]).complaint(1),
        "error: no release, file or folder is called \"nope\"; expected a release of Kuzzle (2, 2.4 or 2.4.1), builtin, \
         or the path of a file or a folder\n"
    );
    let complaint = run(&["diff", "1", "built-in"]).complaint(1);
    assert!(complaint.ends_with("called \"built-in\"; did you mean builtin?\n"), "{complaint}");
    assert!(run(&["diff", "1"]).complaint(2).contains("<RELEASE|builtin|PATH>"));
    let complaint = run(&["diff", "1", "tests/fixtures/broken"]).complaint(1);
    assert!(
        complaint.ends_with("error: 2 errors in the registries; kuzzle-errors check PATH shows them in their lines\n")
    );
}

#[test]
fn warnings_are_shown_and_the_work_goes_on() {
    let (answer, warnings) = run(&["diff", "tests/fixtures/app.json", "tests/fixtures/app.json"]).warned_answer();
    assert!(answer.ends_with("2 and 2 errors: no difference\n"), "{answer}");
    assert_eq!(warnings.lines().count(), 4, "{warnings}");
}
