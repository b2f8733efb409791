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

/// Where so few looks found a size, nothing can be said.
const FEWEST_SIZES: usize = LOOKS as usize / 2;

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

/// A program ends with the task, also with one that ends early.
impl Drop for Use {
    fn drop(&mut self) {
        // It fails where the program has ended.
        _ = self.child.kill();
        _ = self.child.wait();
    }
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
    let complaints: Vec<_> = uses.iter().filter_map(|user| complaint(user.name, &user.sizes)).collect();
    if complaints.is_empty() { Ok(()) } else { bail!("{}", complaints.join(", ")) }
}

/// The step of the tests.
pub(crate) fn test() -> anyhow::Result<()> {
    run(SECONDS_IN_TESTS)
}

/// Prints the most that each half of the time needed and compares; the first tenth is for the start.
fn complaint(name: &str, sizes: &[u64]) -> Option<String> {
    if sizes.len() < FEWEST_SIZES {
        return Some(format!("{name} could be measured {} times only, which takes Linux's /proc", sizes.len()));
    }
    let steady = &sizes[sizes.len() / 10..];
    let (first, second) = steady.split_at(steady.len() / 2);
    let most = |sizes: &[u64]| sizes.iter().copied().max().unwrap_or_default();
    let (first, second) = (most(first), most(second));
    println!("{name:<10}{first:>15}{second:>15}");
    (second > first + first / 10 + SLACK).then(|| format!("the memory of {name} grows"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_goes_on_growing_is_told() {
        let start = [1, 1];
        let sizes = |second: u64| [&start[..], &[100_000; 9], &[second; 9]].concat();
        assert_eq!(complaint("C", &sizes(100_000 + 10_000 + SLACK)), None);
        let expected = Some("the memory of C grows".to_owned());
        assert_eq!(complaint("C", &sizes(100_000 + 10_000 + SLACK + 1)), expected);
    }

    #[test]
    fn what_cannot_be_measured_is_no_success() {
        let expected = |times| Some(format!("C could be measured {times} times only, which takes Linux's /proc"));
        assert_eq!(complaint("C", &[]), expected(0));
        assert_eq!(complaint("C", &[1; FEWEST_SIZES - 1]), expected(FEWEST_SIZES - 1));
        assert_eq!(complaint("C", &[1; FEWEST_SIZES]), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_ends_with_the_task() {
        let child = Command::new("sleep").arg("60").spawn().unwrap();
        let process = child.id();
        assert!(resident(process).is_some());
        drop(Use { name: "sleep", child, sizes: Vec::new() });
        assert_eq!(resident(process), None);
    }
}
