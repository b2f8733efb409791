//! `completions` and `man`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::run;

#[test]
fn bash_completes_commands_options_and_values() {
    let script = format!("{}/completions.bash", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&script, run(&["completions", "bash"]).answer()).expect("the folder is writable");
    for (typed, expected) in [
        ("kuzzle-errors che", "check"),
        ("kuzzle-errors check --warn", "--warnings-as-errors"),
        ("kuzzle-errors diff 1 2 --format mark", "markdown"),
        ("kuzzle-errors codegen --lang typ", "typescript"),
        ("kuzzle-errors list --retry la", "later"),
    ] {
        let ask = format!(
            "source {script}; COMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _kuzzle__errors kuzzle-errors \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"; \
             echo \"${{COMPREPLY[@]}}\""
        );
        let answer = Command::new("bash").args(["-c", &ask]).output().expect("bash");
        assert_eq!(String::from_utf8_lossy(&answer.stdout).trim(), expected, "{typed}");
    }
}

#[test]
fn every_shell_has_a_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell]).answer();
        assert!(script.contains("kuzzle-errors") && script.contains("warnings-as-errors"), "{shell}: {script}");
    }
    assert!(
        run(&["completions", "csh"]).complaint(2).contains("[possible values: bash, elvish, fish, powershell, zsh]")
    );
}

#[test]
fn manual_pages_say_what_the_help_says() {
    let page = run(&["man"]).answer();
    assert!(page.contains(".TH kuzzle-errors 1 "), "{page}");
    assert!(page.contains("kuzzle\\-errors\\-check(1)"), "{page}");
    let folder = format!("{}/man", env!("CARGO_TARGET_TMPDIR"));
    fs::create_dir_all(&folder).expect("the folder is writable");
    assert_eq!(run(&["man", "--output", &folder]).answer(), "");
    for page in ["kuzzle-errors.1", "kuzzle-errors-explain.1", "kuzzle-errors-check.1", "kuzzle-errors-man.1"] {
        assert!(Path::new(&folder).join(page).exists(), "{page}");
    }
    let page = fs::read_to_string(format!("{folder}/kuzzle-errors-check.1")).expect("the page");
    for piece in [".TH kuzzle-errors-check 1 ", "\\-\\-against", "Examples:\n  kuzzle\\-errors check manifest.json\n"] {
        assert!(page.contains(piece), "{piece}: {page}");
    }
    let complaint = run(&["man", "--output", "/no/such"]).complaint(1);
    assert!(complaint.starts_with("error: cannot write /no/such/kuzzle-errors.1: No such file"), "{complaint}");
    assert!(complaint.ends_with("; make the folder first\n"), "{complaint}");
}
