//! `cargo xtask soak`: the packages for C, Python and Node.js at once, each in several threads, for minutes; whose memory
//! goes on growing leaks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use xshell::{Shell, cmd};

use crate::tools::apt;
use crate::tools::python::Environment;
use crate::{package, test, workspace};

/// How often the memory is looked at.
const LOOKS: u32 = 20;

/// What the tests spend on it, in seconds.
const SECONDS_IN_TESTS: u32 = 20;

/// The second half may take so many kibibytes more than the first: pieces of heaps come and go.
const SLACK: u64 = 24 * 1024;

/// A language, its program, and what it was found to use.
struct Use {
    name: &'static str,
    child: Child,
    /// Resident kibibytes.
    sizes: Vec<u64>,
}

/// Runs all programs at once and fails where the memory of one goes on growing.
pub(crate) fn run(seconds: u32) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let mut uses = Vec::new();
    for (name, mut command) in [("C", c(&shell)?), ("Python", python(&shell)?), ("Node.js", node(&shell)?)] {
        let child = command.arg(seconds.to_string()).spawn().with_context(|| format!("cannot start {name}"))?;
        uses.push(Use { name, child, sizes: Vec::new() });
    }
    for _ in 0..LOOKS {
        sleep(Duration::from_secs(seconds.into()) / LOOKS);
        for user in &mut uses {
            user.sizes.extend(resident(user.child.id()));
        }
    }
    for user in &mut uses {
        let status = user.child.wait()?;
        ensure!(status.success(), "{} ends with {status}", user.name);
    }
    println!("{:<10}{:>15}{:>15}{:>15}", "", "first half", "second half", "in KiB, most");
    let growing: Vec<_> = uses.iter().filter(|user| grows(user)).map(|user| user.name).collect();
    if growing.is_empty() { Ok(()) } else { bail!("the memory grows in {}", growing.join(", ")) }
}

/// The step of the tests.
pub(crate) fn test() -> anyhow::Result<()> {
    run(SECONDS_IN_TESTS)
}

/// Prints the most that each half of the time needed and compares; the first tenth is for the start.
fn grows(user: &Use) -> bool {
    let steady = user.sizes.get(user.sizes.len() / 10..).unwrap_or_default();
    let (first, second) = steady.split_at(steady.len() / 2);
    let most = |sizes: &[u64]| sizes.iter().copied().max().unwrap_or_default();
    let (first, second) = (most(first), most(second));
    println!("{:<10}{first:>15}{second:>15}", user.name);
    second > first + first / 10 + SLACK
}

/// The resident memory of a process, as Linux tells it; none once it has ended.
fn resident(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().split(' ').next()?.parse().ok()
}

fn source(name: &str) -> PathBuf {
    workspace::root().join("xtask/soak").join(name)
}

fn c(shell: &Shell) -> anyhow::Result<Command> {
    apt::require(shell, "gcc", "gcc")?;
    let package = package::c::make(shell)?;
    let (include, lib) = (package.join("include"), package.join("lib"));
    let folder = workspace::target().join("soak");
    workspace::empty(&folder)?;
    let (source, program) = (source("soak.c"), folder.join("soak"));
    let strict = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-pthread"];
    cmd!(shell, "gcc {strict...} -I {include} {source} -L {lib} -lkuzzle_errors -Wl,-rpath,{lib} -o {program}")
        .run()?;
    Ok(Command::new(program))
}

fn python(shell: &Shell) -> anyhow::Result<Command> {
    let wheel = package::python::make(shell)?;
    let environment = Environment::create(shell, &workspace::target().join("soak/python"))?;
    environment.install(shell, &["--no-index".as_ref(), &wheel])?;
    let mut command = Command::new(environment.program("python"));
    command.arg(source("soak.py"));
    Ok(command)
}

fn node(shell: &Shell) -> anyhow::Result<Command> {
    let tarballs = package::node::make(shell)?;
    let folder = test::node::install(shell, "soak", &tarballs.both(), Path::new("xtask/soak"))?;
    let mut command = Command::new("node");
    command.arg(folder.join("soak.mjs"));
    Ok(command)
}
