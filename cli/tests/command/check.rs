//! `check`: complaints with their lines and hints, and what an older registry forbids.

use std::fs;

use serde_json::{Value, json};

use crate::support::{assert_golden, command, run, run_in_terminal};

const BROKEN: &str = "tests/fixtures/broken/manifest.json";
const OLD: &str = "tests/fixtures/compare/old.json";
const NEW: &str = "tests/fixtures/compare/new.json";
const APP: &str = "tests/fixtures/app.json";
const PLUGIN: &str = "tests/fixtures/shop";

/// Writes a file for one test and gives back its path.
fn file(name: &str, text: impl AsRef<[u8]>) -> String {
    let path = format!("{}/check-{name}", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&path, text).expect("the folder is writable");
    path
}

#[test]
fn answers_are_as_reviewed() {
    let answer = |arguments: &[&str], status: i32| {
        let run = run(&[&["check"], arguments].concat());
        assert_eq!((run.status, run.errors.as_str()), (status, ""), "{}", run.output);
        run.output
    };
    assert_golden("check_broken.txt", &answer(&[BROKEN, APP], 1));
    assert_golden("check_broken.github.txt", &answer(&[BROKEN, APP, "--format", "github"], 1));
    assert_golden("check_warnings.txt", &answer(&[APP], 0));
    assert_golden("check_against.txt", &answer(&[NEW, "--against", OLD], 1));
    let colored = run_in_terminal(60, &mut command(&["check", BROKEN]));
    assert_golden("check_60_columns_colored.txt", &colored);
    let plain = run_in_terminal(80, command(&["check", BROKEN]).env("NO_COLOR", "1"));
    assert_eq!(plain, answer(&[BROKEN], 1));
}

#[test]
fn what_is_valid_passes() {
    assert_eq!(run(&["check", PLUGIN]).answer(), "2 definitions: no complaint\n");
    assert_eq!(
        run(&["check", PLUGIN, OLD.replace("old.json", "../kuzzle").as_str()]).answer(),
        "3 definitions: no complaint\n"
    );
    assert_eq!(run(&["check", PLUGIN, "--format", "json"]).json(), json!([]));
    assert_eq!(run(&["check", PLUGIN, "--format", "github"]).answer(), "");
    // The files that the built-in registry is made of.
    assert_eq!(run(&["check", "../core/registry"]).answer(), "274 definitions: no complaint\n");
    assert_eq!(run(&["check", "../core/registry", "--against", "builtin"]).answer(), "274 definitions: no complaint\n");
}

#[test]
fn warnings_fail_where_they_are_told_to() {
    assert_eq!(run(&["check", APP]).status, 0);
    let strict = run(&["check", APP, "--warnings-as-errors"]);
    assert_eq!(strict.status, 1);
    assert!(strict.output.starts_with("error[code-by-order]: "), "{}", strict.output);
    assert!(strict.output.ends_with("\n2 definitions: 3 warnings\n"), "{}", strict.output);
    let strict = run(&["check", APP, "--warnings-as-errors", "--format", "github"]);
    assert!(strict.output.lines().all(|line| line.starts_with("::error ")), "{}", strict.output);
    assert_eq!(run(&["check", PLUGIN, "--warnings-as-errors"]).status, 0);
}

#[test]
fn json_is_an_array_of_complaints() {
    let run = run(&["check", BROKEN, "--format", "json"]);
    assert_eq!(run.status, 1);
    let found: Value = serde_json::from_str(&run.output).expect("JSON");
    let expected = json!({
        "file": BROKEN, "path": "$.errors.too_late.code", "value": 70000, "rule": "code-range", "severity": "error",
        "message": "expected an integer from 1 to 65535", "line": 4, "column": 27,
    });
    assert_eq!((&found[0], found.as_array().map(Vec::len)), (&expected, Some(2)));
}

#[test]
fn an_older_registry_forbids() {
    let rules = |arguments: &[&str]| -> Vec<String> {
        let run = run(&[&["check", "--format", "json"], arguments].concat());
        let found: Value = serde_json::from_str(&run.output).expect("JSON");
        let rules = found.as_array().expect("an array").iter();
        rules.map(|complaint| complaint["rule"].as_str().expect("a name").to_owned()).collect()
    };
    let expected = ["params-changed", "class-changed", "code-changed", "id-removed"];
    assert_eq!(rules(&[NEW, "--against", OLD]), expected);
    assert_eq!(rules(&[OLD, "--against", OLD]), [""; 0]);
    // What is removed from one file may stand in another.
    let rest = file("rest.json", r#"{"name": "depot", "code": 1, "errors": {}}"#);
    assert_eq!(rules(&[OLD, &rest, "--against", OLD]), [""; 0]);
    assert_eq!(
        rules(&["../core/registry", "--against", "1.12.0"]).iter().filter(|rule| *rule == "id-removed").count(),
        3
    );
    let complaint = run(&["check", NEW, "--against", "nope"]).complaint(1);
    assert!(complaint.contains("called \"nope\"; expected a release"), "{complaint}");
}

#[test]
fn registries_are_checked_together() {
    let run = run(&["check", PLUGIN, "tests/fixtures/conflict"]);
    assert_eq!(run.status, 1);
    assert!(run.output.starts_with("error[id-conflict]: `plugin.shop.teapot` is KuzzleError"), "{}", run.output);
    assert!(
        run.output.contains("\"BadRequestError\"") && run.output.contains("^^^^^^^^^^^^^^^^^ $.errors.teapot.class")
    );
}

#[test]
fn a_kind_may_be_given() {
    let without_description = r#"{"code": 9, "subDomains": {"a": {"code": 1, "errors": {"b": {"code": 1, "class": "KuzzleError", "message": "m"}}}}}"#;
    let path = file("9-depot.json", without_description);
    let own = run(&["check", &path]);
    assert!(own.output.contains("error[missing-member]: `description` is missing"), "{}", own.output);
    assert_eq!(run(&["check", &path, "--kind", "plugin"]).answer(), "1 definition: no complaint\n");
    assert!(run(&["check", &path, "--kind", "plugn"]).complaint(2).contains("a similar value exists: 'plugin'"));
}

#[test]
fn names_are_suggested() {
    for (member, value, meant) in [
        ("class", "NotFound", "NotFoundError"),
        ("class", "notfounderror", "NotFoundError"),
        ("retry", "latter", "later"),
        ("audience", "clients", "client"),
    ] {
        let text =
            r#"{"name": "shop", "errors": {"late": {"code": 1, "class": "KuzzleError", "message": "m", "x": 1}}}"#;
        let text = if member == "class" {
            text.replace("KuzzleError", value)
        } else {
            text.replace("\"x\": 1", &format!("\"{member}\": \"{value}\""))
        };
        let run = run(&["check", &file("names.json", text)]);
        assert_eq!(run.status, 1);
        assert!(run.output.contains(&format!("hint: Did you mean {meant}? ")), "{}", run.output);
    }
}

#[test]
fn files_that_cannot_be_read_are_complaints() {
    let run = run(&["check", "/no/such"]);
    assert_eq!(run.status, 1);
    assert!(run.output.contains("error[file]: No such file or directory"), "{}", run.output);
    assert!(run.output.contains("--> /no/such\n"), "{}", run.output);
    assert!(crate::support::run(&["check"]).complaint(2).contains("<PATH>"));
}

#[test]
fn hostile_files_are_shown_safely() {
    let check = |name: &str, text: &[u8]| {
        let run = run(&["check", &file(name, text)]);
        assert_eq!((run.status, run.errors.as_str()), (1, ""), "{}", run.output);
        run.output
    };
    let colours = check("colours.json", "{\"name\": \"shop\", \"errors\": {\"a\u{1b}[31m\u{202e}\": 1}}".as_bytes());
    assert!(!colours.contains(['\u{1b}', '\u{202e}']), "{colours:?}");
    let long = check(
        "long.json",
        format!("{{\"name\": \"shop\", \"errors\": {{\"a\": [{}]}}}}", "1,".repeat(20_000) + "1").as_bytes(),
    );
    assert!(long.len() < 2000, "{}", long.len());
    let cut = check("cut.json", b"{\"name\": \"shop\",\n  \"errors\": {\"late\": {\"code\": 1,");
    assert!(cut.contains("cut.json:2:"), "{cut}");
    check("deep.json", &[b"[".repeat(100_000), b"]".repeat(100_000)].concat());
    check("latin-1.json", b"{\"name\": \"caf\xe9\"}");
    check("empty.json", b"");
    let marked = check("marked.json", "\u{feff}{\"name\": \"shop\", \"errors\": {\"late\": 1}}".as_bytes());
    assert!(marked.contains("                                     ^ $.errors.late"), "{marked}");
    let wide = check("wide.json", "{\"name\": \"店\", \"errors\": {\"late\": 1}}".as_bytes());
    assert!(wide.contains(":1:34"), "{wide}");
}

/// Every file that differs from a valid one by a single broken byte, member or value is loaded or complained of, never
/// more, and the exit status says which.
#[test]
fn mutated_files_are_survived() {
    let original = fs::read_to_string(OLD).expect("the fixture");
    let mut statuses = [0, 0];
    for (position, character) in original.char_indices() {
        let (before, after) = (&original[..position], &original[position + character.len_utf8()..]);
        // Each mutation at its share of the places: the whole product would take minutes.
        let replacement = ["", "\"", "{", "0", ",", "\u{0}", "%s", "é"][position % 8];
        let path = file("mutated.json", format!("{before}{replacement}{after}"));
        let run = run(&["check", &path, "--against", OLD]);
        let complaints = run.output.matches("error[").count();
        assert_eq!((run.status != 0, run.errors.as_str()), (complaints > 0, ""), "{position}: {}", run.output);
        statuses[usize::from(run.status != 0)] += 1;
    }
    assert!(statuses[0] > 20 && statuses[1] > 100, "{statuses:?}");
}
