//! Wrong usage, help and version.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{command, run, run_in_terminal};

#[test]
fn no_arguments_show_the_help() {
    let complaint = run(&[]).complaint(2);
    assert!(complaint.contains("Usage: kuzzle-errors <COMMAND>"), "{complaint}");
}

/// Every command.
const COMMANDS: [&str; 11] =
    ["explain", "list", "search", "new", "diff", "releases", "check", "codegen", "scan", "completions", "man"];

/// Every example of every help, as it is written, in a folder with the files that they name.
#[test]
fn the_examples_of_the_help_run() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for (from, to) in [
        ("shop/manifest.json", "manifest.json"),
        ("shop/manifest.json", "old/manifest.json"),
        ("shop/manifest.json", "shop/manifest.json"),
        ("shop/manifest.json", "plugins/shop/manifest.json"),
        ("depot/manifest.json", "plugins/stock/manifest.json"),
        ("kuzzle/lib/kerror/codes/0-core.json", "node_modules/kuzzle/lib/kerror/codes/0-core.json"),
    ] {
        let to = folder.join(to);
        fs::create_dir_all(to.parent().expect("a folder")).expect("the folder is writable");
        fs::copy(fixtures.join(from), to).expect("a copy");
    }
    fs::create_dir_all(folder.join("logs")).expect("the folder is writable");
    for log in ["kuzzle.log", "logs/kuzzle.log"] {
        fs::write(folder.join(log), "services.storage.unknown_index\n").expect("the file is writable");
    }
    let response = run(&["new", "services.storage.unknown_index", "nyc"]).answer();
    fs::write(folder.join("response.json"), response).expect("the file is writable");
    let stubs = "curl() { cat response.json; }; man() { cat; }; git() { cat manifest.json; }; mkdir -p \
                 ~/.local/share/bash-completion/completions ~/.zfunc ~/.config/fish/completions ~/.local/share/man/man1";
    let program = Path::new(env!("CARGO_BIN_EXE_kuzzle-errors")).parent().expect("a folder").display().to_string();
    let mut count = 0;
    for asked in COMMANDS.map(Some).into_iter().chain([None]) {
        let arguments: Vec<&str> = asked.into_iter().chain(["--help"]).collect();
        // A help is wrapped at the width of its terminal: examples are read where they have room.
        let help = run_in_terminal(100, &mut command(&arguments));
        let (_, examples) = help.split_once("Examples:\n").unwrap_or_else(|| panic!("no examples: {help}"));
        for example in examples.lines().take_while(|line| !line.is_empty()) {
            let script = format!("{stubs}; set -euo pipefail; {example}");
            let mut shell = Command::new("bash");
            shell.args(["-c", &script]).current_dir(&folder).env("HOME", &folder).stdin(Stdio::null());
            let run = shell.env("PATH", format!("{program}:{}", env!("PATH"))).output().expect("bash runs");
            assert!(run.status.success(), "{example}: {}", String::from_utf8_lossy(&run.stderr));
            count += 1;
        }
    }
    assert!(count > 25, "{count}");
}

#[test]
fn help_and_version_are_answers() {
    let help = run(&["--help"]).answer();
    for command in COMMANDS {
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
