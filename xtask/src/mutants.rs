//! `cargo xtask mutants`: small changes to the rules, one at a time. A change that no test notices shows a test that is
//! missing, or code that nobody needs.
//!
//! cargo-mutants makes the changes; `.cargo/mutants.toml` says where, and what is left out and why.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{bail, ensure};
use xshell::cmd;

use crate::{tools, workspace};

/// Which tests are asked: the vectors notice most changes and are compiled soonest, all of the core then try the rest.
const ROUNDS: [&[&str]; 2] =
    [&["--test=vectors"], &["--lib", "--test=api", "--test=error", "--test=load", "--test=vectors"]];

/// What the tool ends with where all is well, where changes were not noticed, and where some made a test run forever.
const STATUSES: [i32; 3] = [0, 2, 3];

/// Tries every change, or those whose descriptions match a regular expression, and fails where one is not noticed.
pub(crate) fn run(only: Option<&str>) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let mutants = tools::cargo::provide(&shell, "cargo-mutants", "27.1.0")?;
    let output = workspace::target().join("mutants");
    workspace::empty(&output)?;
    let results = output.join("mutants.out");
    let jobs = thread::available_parallelism()?.to_string();
    let only = only.map(|pattern| format!("--re={pattern}"));
    let (mut noticed, mut impossible) = (0, 0);
    for (round, tests) in ROUNDS.iter().enumerate() {
        let tests = tests.iter().map(|test| format!("--cargo-arg={test}"));
        // What was noticed in an earlier round is not tried again.
        let iterate = (round > 0).then_some("--iterate");
        let round = cmd!(shell, "{mutants} mutants --package kuzzle-errors --jobs {jobs} --output {output}")
            .args(only.iter().chain(&iterate.map(str::to_owned)))
            .args(tests);
        let status = Command::from(round).status()?;
        ensure!(status.code().is_some_and(|code| STATUSES.contains(&code)), "cargo-mutants ends with {status}");
        noticed += lines(&results.join("caught.txt"))?.len();
        impossible += lines(&results.join("unviable.txt"))?.len();
    }
    let (endless, missed) = (lines(&results.join("timeout.txt"))?, lines(&results.join("missed.txt"))?);
    println!("{noticed} changes were noticed, {} made a test run too long, {impossible} don't compile", endless.len());
    if missed.is_empty() { Ok(()) } else { bail!("{} changes no test notices:\n{}", missed.len(), missed.join("\n")) }
}

fn lines(file: &Path) -> anyhow::Result<Vec<String>> {
    Ok(fs::read_to_string(file)?.lines().map(str::to_owned).collect())
}
