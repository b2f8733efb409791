//! The recipes of `docs/scan.md` count what `scan` counts.

use std::collections::BTreeMap;

use anyhow::{Context as _, ensure};
use xshell::{Shell, cmd};

use super::readme::blocks;
use crate::bench::scan::log;
use crate::tools::apt;
use crate::tools::python::{Environment, Interpreter};
use crate::workspace;

/// Id, retry and audience with how many errors.
type Counts = BTreeMap<[String; 3], u64>;

/// The bytes of the log of each day.
const SIZE: u64 = 1_000_000;

/// Prints what a recipe counts, a line of JSON for each row. The recipe comes on standard input.
const DUCKDB: &str = "import duckdb, json, sys
for row in duckdb.execute(sys.stdin.read()).fetchall():
    print(json.dumps(row))";
const SPARK: &str = "import json, sys
exec(sys.stdin.read())
for row in counts.collect():
    print(json.dumps(list(row)))";

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let folder = workspace::target().join("test/recipes");
    workspace::empty(&folder)?;
    for (day, seed) in [("2026-11-26", 1), ("2026-11-27", 2)] {
        let folder = shell.create_dir(folder.join(format!("logs/day={day}")))?;
        log::write(&folder.join("part-0.ndjson"), log::Style::Detailed, SIZE, seed)?;
        log::write(&folder.join("part-1.ndjson"), log::Style::Brief, SIZE, seed + 10)?;
    }
    cmd!(shell, "cargo build --quiet --package kuzzle-errors-cli").run()?;
    let command = workspace::target().join("debug/kuzzle-errors");
    for format in ["csv", "ndjson"] {
        let listed = cmd!(shell, "{command} list --format {format}").quiet().read()?;
        workspace::write(&folder.join(format!("errors.{format}")), listed + "\n")?;
    }
    let expected = scanned(&cmd!(shell, "{command} scan --format json {folder}/logs").quiet().read()?)?;
    ensure!(expected.values().sum::<u64>() > 1000, "the log holds too few errors");

    let page = shell.read_file("docs/scan.md")?;
    let recipe = |language| blocks(&page).into_iter().find(|block| block.language == language);
    let sql = recipe("sql").context("docs/scan.md has no recipe in SQL")?;
    let python = recipe("python").context("docs/scan.md has no recipe in Python")?;
    let duckdb = environment(shell, "duckdb")?.program("python");
    let _folder = shell.push_dir(&folder);
    check("DuckDB", &cmd!(shell, "{duckdb} -c {DUCKDB}").stdin(sql.text).read()?, &expected)?;

    apt::require(shell, "java", "default-jre-headless")?;
    let spark = environment(shell, "pyspark")?.program("python");
    let counted = cmd!(shell, "{spark} -c {SPARK}").env("SPARK_LOCAL_IP", "127.0.0.1").stdin(python.text);
    check("Spark", &counted.ignore_stderr().read()?, &expected)
}

fn environment(shell: &Shell, name: &str) -> anyhow::Result<Environment> {
    let requirements = workspace::root().join("xtask/python").join(name).join("requirements.txt");
    Environment::provide_for(shell, &Interpreter::default(shell)?, &requirements)
}

fn scanned(answer: &str) -> anyhow::Result<Counts> {
    let answer: serde_json::Value = serde_json::from_str(answer)?;
    let rows = answer["errors"].as_array().context("the answer lists no errors")?;
    let row = |row: &serde_json::Value| {
        let key = ["id", "retry", "audience"].map(|name| row[name].as_str().unwrap_or_default().to_owned());
        (key, row["count"].as_u64().unwrap_or_default())
    };
    Ok(rows.iter().map(row).collect())
}

/// What a recipe counts is what is expected; tables that it shows for people are passed over.
fn check(engine: &str, printed: &str, expected: &Counts) -> anyhow::Result<()> {
    let rows = printed.lines().filter_map(|line| serde_json::from_str::<(String, String, String, u64)>(line).ok());
    let counts: Counts = rows.map(|(id, retry, audience, count)| ([id, retry, audience], count)).collect();
    ensure!(counts == *expected, "{engine} counts {counts:?}, scan {expected:?}");
    println!("{engine} counts as scan does");
    Ok(())
}
