//! `kuzzle-errors scan` beside ripgrep, mawk, perl and DuckDB, on two logs.

pub(crate) mod log;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, ensure};
use xshell::{Shell, cmd};

use self::log::{Contents, Style};
use super::OURS;
use super::group::{Group, Unit};
use super::report::Report;
use crate::tools::apt;
use crate::tools::python::{Environment, Interpreter};
use crate::workspace;

/// The bytes of a log.
const SIZE: u64 = 1_000_000_000;
const SEED: u64 = 0x6b75_7a7a_6c65;
/// Each program runs so often, in turns; the median counts.
const ROUNDS: usize = 5;

/// What each peer does, as a person would write it who knows where the ids stand in these logs. `$LOG` is the log, the
/// answer a count and an id on each line.
const PEERS: [(&str, &str); 4] = [
    (
        "ripgrep -o | sort | uniq -c",
        r#"rg --no-config --no-filename --only-matching '"id":"[a-z_.]+"' $LOG | LC_ALL=C sort | uniq -c | tr -d '"' | sed 's/id://'"#,
    ),
    (
        "mawk",
        r#"LC_ALL=C mawk -F '"id":"' 'NF > 1 { split($2, id, "\""); count[id[1]]++ } END { for (key in count) print count[key], key }' $LOG"#,
    ),
    (
        "perl",
        r#"LC_ALL=C perl -ne '$count{$1}++ if /"id":"([^"]+)"/; END { print "$count{$_} $_\n" for keys %count }' $LOG"#,
    ),
    ("DuckDB", "$PYTHON $PROGRAM $LOG"),
];

pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    for (program, package) in [("rg", "ripgrep"), ("mawk", "mawk"), ("perl", "perl")] {
        apt::require(shell, program, package)?;
    }
    let requirements = workspace::root().join("xtask/python/duckdb/requirements.txt");
    let python = Environment::provide_for(shell, &Interpreter::default(shell)?, &requirements)?.program("python");
    cmd!(shell, "cargo build --quiet --release --package kuzzle-errors-cli").run()?;

    let file = shell.create_dir(workspace::target().join("bench/scan"))?.join("log.ndjson");
    let _log = shell.push_env("LOG", &file);
    let _python = shell.push_env("PYTHON", &python);
    let _program = shell.push_env("PROGRAM", workspace::root().join("xtask/python/duckdb/count.py"));
    let groups: anyhow::Result<_> =
        [Style::Brief, Style::Detailed].into_iter().map(|style| measure_log(shell, &file, style)).collect();
    Ok(versions(shell, &python)?.into_iter().fold(Report::new(groups?), Report::version))
}

/// Has all programs count the errors of one log.
fn measure_log(shell: &Shell, file: &Path, style: Style) -> anyhow::Result<Group> {
    let contents = log::write(file, style, SIZE, SEED)?;
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for round in 0..=ROUNDS {
        times.entry(OURS).or_default().push(ours(shell, file, &contents)?);
        for (name, command) in PEERS {
            times.entry(name).or_default().push(peer(shell, name, command, &contents)?);
        }
        // The first round brings everything into memory.
        if round == 0 {
            times.clear();
        }
    }
    let megabytes = f64::from(u32::try_from(contents.bytes)?) / 1e6;
    let rows = times.into_iter().map(|(name, times)| (name.to_owned(), megabytes / median(times)));
    let errors: u64 = contents.counts.values().sum();
    let length = contents.bytes / contents.lines;
    let name = format!("count {errors} errors by id in {megabytes:.0} MB of NDJSON, {length} bytes a line");
    Ok(Group::new(&name, Unit::MegabytesPerSecond, rows))
}

/// Runs the command of this project and gives back the seconds.
fn ours(shell: &Shell, file: &Path, contents: &Contents) -> anyhow::Result<f64> {
    let command = workspace::target().join("release/kuzzle-errors");
    let start = Instant::now();
    let answer = cmd!(shell, "{command} scan --format json {file}").quiet().read()?;
    let time = start.elapsed().as_secs_f64();
    let answer: serde_json::Value = serde_json::from_str(&answer)?;
    let rows = answer["errors"].as_array().context("the answer lists no errors")?;
    let counts = rows.iter().filter_map(|row| Some((row["id"].as_str()?.to_owned(), row["count"].as_u64()?))).collect();
    check(OURS, &counts, contents)?;
    Ok(time)
}

/// Runs a peer and gives back the seconds.
fn peer(shell: &Shell, name: &str, command: &str, contents: &Contents) -> anyhow::Result<f64> {
    let start = Instant::now();
    let answer = cmd!(shell, "bash -c {command}").quiet().read()?;
    let time = start.elapsed().as_secs_f64();
    let row = |line: &str| {
        let (count, id) = line.trim().split_once([' ', ':'])?;
        Some((id.to_owned(), count.parse().ok()?))
    };
    check(name, &answer.lines().filter_map(row).collect(), contents)?;
    Ok(time)
}

fn check(name: &str, counts: &BTreeMap<String, u64>, contents: &Contents) -> anyhow::Result<()> {
    ensure!(*counts == contents.counts, "{name} counts otherwise than the log was made: {counts:?}");
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn versions(shell: &Shell, python: &Path) -> anyhow::Result<Vec<String>> {
    let first_line = |text: String| text.lines().next().unwrap_or_default().to_owned();
    Ok(vec![
        first_line(cmd!(shell, "rg --version").quiet().read()?),
        first_line(cmd!(shell, "mawk -W version").quiet().ignore_stderr().read()?),
        cmd!(shell, "perl -e 'print \"perl $^V\"'").quiet().read()?,
        format!("DuckDB {}", cmd!(shell, "{python} -c 'import duckdb; print(duckdb.__version__)'").quiet().read()?),
    ])
}
