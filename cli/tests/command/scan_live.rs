//! `scan` while it runs: progress, files that change, Ctrl-C, memory, closed pipes.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::scan::{file, folder};
use crate::support::{command, run_in_terminal};

const LINE: &str = "{\"time\":\"2026-11-27T15:19:23Z\",\"id\":\"services.storage.unknown_index\",\"status\":412}\n";

/// How long something may take before it is taken for broken.
const PATIENCE: Duration = Duration::from_secs(30);

fn interrupt(child: &Child) {
    let pid = Pid::from_child(child);
    kill_process(pid, Signal::INT).expect("it runs");
}

/// Waits until something holds.
fn wait_until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "{what}");
        sleep(Duration::from_millis(20));
    }
}

fn append(path: &str, text: &str) {
    File::options().append(true).create(true).open(path).expect("a file").write_all(text.as_bytes()).expect("room");
}

/// The counts of all known errors in an answer.
fn count(answer: &[u8]) -> u64 {
    let answer: Value = serde_json::from_slice(answer).expect("JSON");
    answer["errors"].as_array().expect("a list").iter().filter_map(|row| row["count"].as_u64()).sum()
}

#[test]
fn a_bar_shows_rate_and_time_left_on_a_terminal_only() {
    let folder = folder("progress");
    let log = file(&folder, "a.log", LINE.repeat(400_000));
    let shown = run_in_terminal(100, command(&["scan", &log]).env("NO_COLOR", "1"));
    assert!(shown.contains("MiB/s") && shown.contains(" left"), "{shown:?}");
    let answer = shown.rsplit('\r').next().unwrap_or_default();
    assert!(answer.contains("400 000  100.0 %  services.storage.unknown_index"), "{answer:?}");
    let piped = command(&["scan", &log]).output().expect("the command runs");
    assert_eq!(String::from_utf8_lossy(&piped.stderr), "");
    fs::remove_file(log).expect("the file goes");
}

#[test]
fn a_narrow_terminal_gets_fewer_columns() {
    let folder = folder("narrow");
    let log = file(&folder, "a.log", LINE);
    let widest = |columns| {
        let shown = run_in_terminal(columns, command(&["scan", &log]).env("NO_COLOR", "1").env("TERM", "dumb"));
        assert!(shown.contains("services.storage.unknown_index"), "{shown}");
        shown.lines().map(|line| line.chars().count()).max().unwrap_or_default()
    };
    assert!(widest(160) > 120);
    assert!(widest(100) <= 100 && widest(60) <= 60);
    widest(1);
    let colored = run_in_terminal(100, &mut command(&["scan", &log]));
    assert!(colored.contains("\u{1b}[1mCOUNT"), "{colored:?}");
}

#[test]
fn an_interrupt_prints_what_was_counted() {
    let mut child = command(&["scan", "--format", "json", "-"]).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(LINE.repeat(5000).as_bytes()).expect("it reads");
    sleep(Duration::from_millis(500));
    interrupt(&child);
    let result = child.wait_with_output().expect("it ends by itself");
    drop(input);
    assert_eq!(result.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&result.stderr).starts_with("warning: interrupted"));
    assert!(count(&result.stdout) >= 4999);
}

/// As `<(…)` of a shell gives one.
#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_ends_the_waiting_for_a_named_pipe() {
    let (reader, mut writer) = std::io::pipe().expect("a pipe");
    let arguments = ["scan", "--format", "json", "/proc/self/fd/0"];
    let child = command(&arguments).stdin(reader).spawn().expect("it starts");
    writer.write_all(LINE.repeat(50).as_bytes()).expect("it reads");
    sleep(Duration::from_millis(500));
    interrupt(&child);
    let result = child.wait_with_output().expect("it ends by itself");
    drop(writer);
    assert_eq!(result.status.code(), Some(1));
    assert_eq!(count(&result.stdout), 50);
}

#[test]
fn files_are_followed_whatever_happens_to_them() {
    let folder = folder("follow");
    let log = file(&folder, "a.log", LINE.repeat(3));
    let late = folder.join("late.log").to_str().expect("text").to_owned();
    let child = command(&["scan", "--follow", "--format", "json", &log, &late]).spawn().expect("it starts");
    let pause = || sleep(Duration::from_millis(700));
    pause();
    // It grows, a line in two pieces.
    append(&log, &LINE[..40]);
    pause();
    append(&log, &LINE[40..]);
    pause();
    // It is cut short and begins anew.
    fs::write(&log, LINE).expect("room");
    pause();
    // It is rotated, and the old one still gets a line.
    fs::rename(&log, folder.join("a.log.1")).expect("another name");
    append(folder.join("a.log.1").to_str().expect("text"), LINE);
    append(&log, &LINE.repeat(2));
    pause();
    // Another one comes, and goes.
    append(&late, &LINE.repeat(4));
    pause();
    fs::remove_file(&late).expect("the file goes");
    pause();
    interrupt(&child);
    let result = child.wait_with_output().expect("it ends by itself");
    assert_eq!(count(&result.stdout), 3 + 1 + 1 + 1 + 2 + 4, "{}", String::from_utf8_lossy(&result.stdout));
    let complaints = String::from_utf8_lossy(&result.stderr).into_owned();
    for reason in ["the file shrank while it was read", "the file vanished", "No such file"] {
        assert!(complaints.contains(reason), "{complaints}");
    }
}

#[test]
fn a_file_that_is_cut_short_and_grows_past_its_old_end_is_read_from_its_beginning() {
    let folder = folder("regrown");
    let log = file(&folder, "a.log", LINE.repeat(3));
    let child = command(&["scan", "--follow", "--format", "json", &log]).spawn().expect("it starts");
    sleep(Duration::from_millis(700));
    // One write: nobody sees the file shorter than it was.
    let other = format!("{} and nothing else\n", LINE.trim_end());
    rewrite(&log, &other.repeat(5));
    sleep(Duration::from_millis(700));
    append(&log, &other);
    sleep(Duration::from_millis(700));
    interrupt(&child);
    let result = child.wait_with_output().expect("it ends by itself");
    assert_eq!(count(&result.stdout), 3 + 5 + 1, "{}", String::from_utf8_lossy(&result.stdout));
    assert!(String::from_utf8_lossy(&result.stderr).contains("the file shrank"), "{result:?}");
}

/// Writes over a file from its beginning.
fn rewrite(path: &str, text: &str) {
    File::options().write(true).open(path).expect("a file").write_all(text.as_bytes()).expect("room");
}

#[test]
fn nothing_is_followed_for_a_reader_who_has_gone() {
    let folder = folder("gone");
    let log = file(&folder, "a.log", LINE);
    for arguments in [&["scan", "--follow", "--format", "json", &log][..], &["scan", "--follow", "--annotate", &log]] {
        let (mut reader, writer) = std::io::pipe().expect("a pipe");
        let mut child = command(arguments).stdout(writer).spawn().expect("it starts");
        if arguments.contains(&"--annotate") {
            reader.read_exact(&mut [0; 10]).expect("the log");
        }
        sleep(Duration::from_millis(300));
        assert_eq!(child.try_wait().expect("a process"), None);
        drop(reader);
        wait_until("the command ends", || child.try_wait().expect("a process").is_some());
        let result = child.wait_with_output().expect("it has ended");
        assert_eq!((result.status.code(), String::from_utf8_lossy(&result.stderr).as_ref()), (Some(0), ""));
    }
}

#[test]
fn a_table_on_a_terminal_follows() {
    let folder = folder("live");
    let log = file(&folder, "a.log", LINE);
    let marker = folder.join("pid");
    // The shell tells the number of the process, which takes the place of the shell.
    let script = "echo $$ > \"$2\"; exec \"$0\" scan --follow \"$1\"";
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_kuzzle-errors"), &log]).arg(&marker);
    shell.env("NO_COLOR", "1").env("TERM", "xterm");
    let writer = std::thread::spawn(move || {
        wait_until("the command starts", || read_number(&marker).is_some());
        sleep(Duration::from_millis(800));
        append(&log, &LINE.repeat(6));
        sleep(Duration::from_millis(1200));
        let pid = read_number(&marker).and_then(Pid::from_raw).expect("a process");
        kill_process(pid, Signal::INT).expect("it runs");
    });
    let shown = run_in_terminal(100, &mut shell);
    writer.join().expect("all was written");
    let row = |count: u64| format!("    {count}  100.0 %  services.storage.unknown_index");
    let (one, seven) = (shown.find(&row(1)), shown.find(&row(7)));
    assert!(one.is_some() && seven > one, "{shown:?}");
    assert!(shown.contains("\u{1b}[2A\u{1b}[J"), "{shown:?}");
}

fn read_number(file: &Path) -> Option<i32> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}

#[test]
fn annotations_come_at_once() {
    let mut child = command(&["scan", "--annotate", "-"]).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    input.write_all(LINE.as_bytes()).expect("it reads");
    assert_eq!(lines.next().expect("a line").expect("UTF-8") + "\n", LINE);
    assert!(lines.next().expect("a line").expect("UTF-8").starts_with("  ^ services.storage.unknown_index"));
    drop(input);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for arguments in [&["scan"][..], &["scan", "--annotate"], &["scan", "--format", "csv"], &["scan", "--follow"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let mut child = command(arguments).stdin(Stdio::piped()).stdout(writer).spawn().expect("it starts");
        let _ = child.stdin.take().expect("a pipe").write_all(LINE.repeat(100).as_bytes());
        let result = child.wait_with_output().expect("it ends");
        assert_eq!((result.status.code(), String::from_utf8_lossy(&result.stderr).as_ref()), (Some(0), ""));
    }
}

/// A line of 100 MB and many others take less than 64 MB.
#[cfg(target_os = "linux")]
#[test]
fn the_memory_is_bounded() {
    let mut child = command(&["scan", "--format", "json"]).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..100 {
        input.write_all(&piece).expect("it reads");
    }
    for _ in 0..100 {
        input.write_all(format!("\n{LINE}").repeat(1000).as_bytes()).expect("it reads");
    }
    sleep(Duration::from_millis(300));
    let about = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it runs");
    let peak = about.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    drop(input);
    let mut answer = Vec::new();
    child.stdout.take().expect("a pipe").read_to_end(&mut answer).expect("an answer");
    assert!(child.wait().expect("it ends").success());
    assert_eq!(count(&answer), 100_000);
    let answer: Value = serde_json::from_slice(&answer).expect("JSON");
    assert_eq!(answer["errors"][0]["first"]["line"], 2);
    assert_eq!((&answer["skipped"][0]["count"], &answer["skipped"][0]["bytes"]), (&1.into(), &104_857_601.into()));
    assert!(peak.is_some_and(|kilobytes: u64| kilobytes < 64_000), "{peak:?} kB");
}
