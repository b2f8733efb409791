//! Terminals, pipes that close, full devices.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::support::{command, run, run_in_terminal};

const ESCAPE: char = '\u{1b}';

#[test]
fn colours_appear_on_a_terminal_only() {
    let explain = ["explain", "0x01010001"];
    let shown = run_in_terminal(80, &mut command(&explain));
    assert!(shown.starts_with("\u{1b}[1mservices.storage.unknown_index\u{1b}[0m\n"), "{shown:?}");
    assert!(!run(&explain).answer().contains(ESCAPE));
    assert!(!run(&["list"]).answer().contains(ESCAPE));
}

#[test]
fn preferences_about_colours_are_respected() {
    let explain = ["explain", "0x01010001"];
    let plain = run(&explain).answer();
    for (name, value) in [("NO_COLOR", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")] {
        assert_eq!(run_in_terminal(80, command(&explain).env(name, value)), plain, "{name}");
    }
    let forced = command(&explain).env("CLICOLOR_FORCE", "1").output().expect("the command runs");
    assert!(String::from_utf8_lossy(&forced.stdout).contains(ESCAPE));
}

#[test]
fn complaints_have_colours_on_a_terminal_too() {
    let shown = run_in_terminal(80, &mut command(&["explain", "teapot"]));
    assert_eq!(shown, "\u{1b}[1m\u{1b}[31merror:\u{1b}[0m no error has the id \"teapot\"\n");
    let shown = run_in_terminal(80, &mut command(&["new", "services.storage.unknown_index", "--format", "otel"]));
    assert!(shown.ends_with("}\n\u{1b}[33mwarning:\u{1b}[0m nothing is given for index\n"), "{shown:?}");
    let usage = run_in_terminal(80, &mut command(&["explain"]));
    assert!(usage.contains(ESCAPE) && usage.contains("required"), "{usage:?}");
}

#[test]
fn text_is_wrapped_at_the_width_of_the_terminal_up_to_100() {
    for (columns, longest) in [(60, 60), (80, 80), (100, 100), (160, 100)] {
        for arguments in [&["explain", "0x01010001"][..], &["search", "index"], &["--help"]] {
            let shown = run_in_terminal(columns, command(arguments).env("NO_COLOR", "1"));
            // Ids and urls stay whole.
            let words = |line: &&str| !line.starts_with("0x") && line.get(14..).is_some_and(|text| text.contains(' '));
            let widest = shown.lines().filter(words).map(|line| line.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= longest && widest > longest - 20), "{columns}: {widest:?}");
        }
    }
    let piped = run(&["explain", "0x01010001"]).answer();
    assert_eq!(piped, run_in_terminal(80, command(&["explain", "0x01010001"]).env("NO_COLOR", "1")));
}

#[test]
fn a_terminal_of_unknown_or_tiny_width_is_survived() {
    let explain = |columns| run_in_terminal(columns, command(&["explain", "1"]).env("NO_COLOR", "1"));
    assert_eq!(explain(0), explain(80));
    assert!(explain(1).contains("core.fatal.unexpected_error"));
    assert!(run_in_terminal(1, &mut command(&["list"])).contains("core.fatal.unexpected_error"));
}

#[test]
fn a_table_is_fitted_to_the_terminal() {
    let list = |columns| {
        let mut list = command(&["list", "--domain", "services,security"]);
        run_in_terminal(columns, list.env("NO_COLOR", "1"))
    };
    for (columns, head) in [(160, "CODE        STATUS  ID "), (100, "CODE        STATUS  ID ")] {
        let shown = list(columns);
        assert!(shown.starts_with(head), "{shown}");
        assert_eq!(shown.contains("CLASS"), columns == 160);
        assert!(shown.lines().all(|line| line.chars().count() <= usize::from(columns)), "{shown}");
        assert!(shown.contains("0x01010001  412     services.storage.unknown_index "), "{shown}");
    }
    let compact = "0x01010001  412  services.storage.unknown_index\n                 \
                   The provided data index does not exist\n";
    assert!(list(80).starts_with(compact), "{}", list(80));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = command(&["list", "--format", "json"]).spawn().expect("the command starts");
    let mut first = String::new();
    let mut pipe = BufReader::with_capacity(16, child.stdout.take().expect("a pipe"));
    pipe.read_line(&mut first).expect("a line");
    drop(pipe);
    let result = child.wait_with_output().expect("the command ends");
    assert_eq!(first, "[\n");
    assert_eq!((result.status.code(), String::from_utf8_lossy(&result.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn every_answer_ends_quietly_on_a_closed_pipe() {
    let id = "services.storage.unknown_index";
    let forms: [(&[&str], &[&str]); 5] = [
        (&["explain", id], &["text", "json"]),
        (&["explain", "-", "--http-status", "502"], &["text", "json"]),
        (&["list"], &["table", "json", "ndjson", "csv", "tsv", "markdown"]),
        (&["search", "index"], &["text", "json"]),
        (&["new", id, "nyc"], &["json", "problem", "otel"]),
    ];
    let formatted = forms
        .iter()
        .flat_map(|(arguments, formats)| formats.iter().map(|format| [*arguments, &["--format", format]].concat()));
    let others = [vec!["--help"], vec!["list", "--help"], vec!["--version"], vec!["explain", id, "teapot"]];
    for arguments in formatted.chain(others) {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let result = command(&arguments).stdout(writer).output().expect("the command runs");
        let complaint = String::from_utf8_lossy(&result.stderr).into_owned();
        let expected = if arguments.contains(&"teapot") { "error: no error has the id \"teapot\"\n" } else { "" };
        assert_eq!((result.status.code(), complaint.as_str()), (Some(0), expected), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_said_and_status_1() {
    let full = || File::options().write(true).open("/dev/full").expect("the device");
    for arguments in [&["list"][..], &["explain", "1"], &["list", "--format", "csv"], &["new", "2", "x"], &["--help"]] {
        let result = command(arguments).stdout(full()).output().expect("the command runs");
        let complaint = String::from_utf8_lossy(&result.stderr).into_owned();
        assert!(complaint.starts_with("error: cannot write the answer: No space left on device"), "{complaint}");
        assert_eq!((result.status.code(), complaint.lines().count()), (Some(1), 1));
    }
    // Where even the complaint cannot be written only the status is left.
    let result = command(&["explain", "teapot"]).stderr(full()).output().expect("the command runs");
    assert_eq!(result.status.code(), Some(1));
    let result = command(&["explain"]).stderr(full()).output().expect("the command runs");
    assert_eq!(result.status.code(), Some(2));
}

#[test]
fn the_answer_stands_before_the_complaints() {
    let shown = run_in_terminal(80, command(&["explain", "teapot", "0x01010001"]).env("NO_COLOR", "1"));
    assert!(shown.starts_with("services.storage.unknown_index\n"), "{shown}");
    assert!(shown.ends_with("error: no error has the id \"teapot\"\n"), "{shown}");
}

#[cfg(unix)]
#[test]
fn closed_streams_are_survived() {
    // A shell closes the streams; the command must neither panic nor be killed.
    let script = r#""$0" explain 1 >&-; echo $?; "$0" explain 2>&-; echo $?; "$0" explain - <&- 2>/dev/null; echo $?"#;
    let result = std::process::Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_kuzzle-errors")])
        .stderr(Stdio::piped())
        .output()
        .expect("a shell");
    assert_eq!(String::from_utf8_lossy(&result.stdout), "0\n2\n1\n");
    assert!(!String::from_utf8_lossy(&result.stderr).contains("panicked"));
}
