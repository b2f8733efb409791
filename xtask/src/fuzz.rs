//! `cargo xtask fuzz`: libFuzzer over the targets in `fuzz/`, under the address sanitizer.
//!
//! The programs are built as cargo-fuzz builds them, without having to install it. Each starts from the vectors and
//! from what earlier runs found worth keeping (`fuzz/corpora`).

mod corpus;
mod seeds;
mod statistics;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};
use clap::builder::PossibleValue;
use xshell::{Shell, cmd};

use self::statistics::Statistics;
use crate::tools::{Missing, apt};
use crate::workspace;

/// A program that is fed.
struct Target {
    name: &'static str,
    about: &'static str,
    /// Inputs that are found don't grow beyond this many bytes; those of the vectors may be longer.
    largest_input: u32,
}

const TARGETS: [Target; 7] = [
    Target { name: "codes", about: "everything that takes a short text: codes, ids, releases", largest_input: 256 },
    Target { name: "search", about: "words to search for, and misspelt ids", largest_input: 256 },
    Target { name: "parse", about: "what a server sent, read and written again", largest_input: 8192 },
    Target { name: "load", about: "registry files", largest_input: 8192 },
    Target { name: "render", about: "templates and props", largest_input: 1024 },
    Target { name: "scan", about: "errors in logs and other texts", largest_input: 8192 },
    Target { name: "c", about: "the functions of the C library in any order", largest_input: 4096 },
];

/// How long `cargo xtask test` runs each target, in seconds.
const SECONDS_IN_TESTS: u32 = 10;

/// An input that takes longer, in seconds of the clock on a machine that may be busy, is a finding.
const LONGEST_INPUT: u32 = 60;

/// What LLVM adds to the code: counters of its edges for the fuzzer, which also sees what is compared.
const INSTRUMENTATION: [&str; 8] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Zsanitizer=address",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

/// The targets as the command line takes and explains them.
pub(crate) fn targets() -> impl Iterator<Item = PossibleValue> {
    TARGETS.iter().map(|target| PossibleValue::new(target.name).help(target.about))
}

/// Runs the named targets, all where none is named, each for so long; then keeps in `fuzz/corpora` what reaches code
/// that the vectors don't reach, where asked.
pub(crate) fn run(names: &[String], seconds: u32, keep: bool) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let programs = build(&shell)?;
    let mut failed = Vec::new();
    println!("{}", Statistics::HEAD);
    for target in TARGETS.iter().filter(|target| names.is_empty() || names.iter().any(|name| name == target.name)) {
        match target.run(&programs, seconds) {
            Ok(statistics) => println!("{:<8}{statistics}", target.name),
            Err(error) => {
                println!("{:<8}FAILED", target.name);
                failed.push(format!("{error:#}"));
            }
        }
        if keep {
            target.keep(&programs)?;
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("{}", failed.join("\n\n")) }
}

/// The step of the tests.
pub(crate) fn test() -> anyhow::Result<()> {
    run(&[], SECONDS_IN_TESTS, false)
}

/// Builds the programs and answers their folder.
fn build(shell: &Shell) -> anyhow::Result<PathBuf> {
    apt::require(shell, "g++", "g++")?;
    let about = cmd!(shell, "rustc --version --verbose").quiet().read()?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    if !host.ends_with("-linux-gnu") && !host.ends_with("-apple-darwin") {
        return Err(Missing::new("address sanitizer", "nothing: fuzz on Linux or macOS").into());
    }
    cmd!(shell, "cargo fmt --manifest-path fuzz/Cargo.toml --check").run()?;
    let target = folder("");
    // A target is named so that programs which run while others are built, build scripts, are built as usual.
    cmd!(shell, "cargo build --release --manifest-path fuzz/Cargo.toml --target {host} --target-dir {target}")
        .env("RUSTFLAGS", INSTRUMENTATION.join(" "))
        // The stable compiler has the sanitizer, and shows it when asked like this.
        .env("RUSTC_BOOTSTRAP", "1")
        .run()?;
    Ok(target.join(host).join("release"))
}

/// A folder below `target/fuzz`.
fn folder(name: &str) -> PathBuf {
    workspace::target().join("fuzz").join(name)
}

impl Target {
    /// Runs it. What it found stays in `target/fuzz/corpus`, the next run begins there.
    fn run(&self, programs: &Path, seconds: u32) -> anyhow::Result<Statistics> {
        let (seeds, corpus) = (folder("seeds").join(self.name), folder("corpus").join(self.name));
        workspace::empty(&seeds)?;
        std::fs::create_dir_all(&corpus)?;
        corpus::write(&seeds, seeds::of(self.name)?.into_iter().chain(corpus::kept(self.name)?))?;
        let dictionary = folder("dictionary");
        workspace::write(&dictionary, seeds::dictionary())?;
        let artifacts = folder("findings");
        std::fs::create_dir_all(&artifacts)?;
        let log = folder(&format!("{}.log", self.name));
        let mut command = Command::new(programs.join(self.name));
        command
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-timeout={LONGEST_INPUT}"))
            .arg(format!("-max_len={}", self.largest_input))
            .arg(format!("-dict={}", dictionary.display()))
            .arg(format!("-artifact_prefix={}/{}-", artifacts.display(), self.name))
            .args(["-print_final_stats=1", "-rss_limit_mb=2048"])
            .env("RUST_BACKTRACE", "0")
            .args([&corpus, &seeds]);
        let said = run_logged(command, &log)?;
        match said {
            Ok(said) => Statistics::read(&said).with_context(|| format!("{} says no figures", log.display())),
            Err(said) => {
                let stack = |line: &&str| line.trim_start().starts_with('#');
                let lines: Vec<_> = said.lines().filter(|line| !stack(line)).collect();
                let tail = &lines[lines.len().saturating_sub(30)..];
                bail!("the target {} found something ({}):\n{}", self.name, log.display(), tail.join("\n"))
            }
        }
    }

    /// Writes down for later runs what reaches more than the vectors do.
    fn keep(&self, programs: &Path) -> anyhow::Result<()> {
        let merged = folder("merged").join(self.name);
        workspace::empty(&merged)?;
        let vectors = seeds::of(self.name)?;
        corpus::write(&merged, vectors.iter().cloned())?;
        let mut command = Command::new(programs.join(self.name));
        command.args(["-set_cover_merge=1", &format!("-max_len={}", self.largest_input)]);
        command.args([&merged, &folder("corpus").join(self.name), &folder("seeds").join(self.name)]);
        let log = folder(&format!("{}-merge.log", self.name));
        if run_logged(command, &log)?.is_err() {
            bail!("the corpus of {} cannot be merged: see {}", self.name, log.display());
        }
        corpus::keep(self.name, corpus::read(&merged)?.into_iter().filter(|input| !vectors.contains(input)))
    }
}

/// Runs a program whose words go to a file, and answers them: as an error where it failed.
fn run_logged(mut command: Command, log: &Path) -> anyhow::Result<Result<String, String>> {
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let status = command.stdout(file.try_clone()?).stderr(file).status()?;
    let said = String::from_utf8_lossy(&std::fs::read(log)?).into_owned();
    Ok(if status.success() { Ok(said) } else { Err(said) })
}
