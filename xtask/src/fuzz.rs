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

/// The targets, and what each tries.
const TARGETS: [(&str, &str); 5] = [
    ("codes", "everything that takes a short text: codes, ids, releases, words to search for"),
    ("parse", "what a server sent, read and written again"),
    ("load", "registry files"),
    ("render", "templates and props"),
    ("c", "the functions of the C library in any order"),
];

/// How long `cargo xtask test` runs each target, in seconds.
const SECONDS_IN_TESTS: u32 = 10;

/// An input that takes longer, in seconds, is a finding.
const LONGEST_INPUT: u32 = 10;

/// Inputs that are found don't grow beyond this many bytes.
const LARGEST_INPUT: u32 = 8192;

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
    TARGETS.iter().map(|(name, about)| PossibleValue::new(*name).help(*about))
}

/// Runs the named targets, all where none is named, each for so long; then keeps in `fuzz/corpora` what reaches code
/// that the vectors don't reach, where asked.
pub(crate) fn run(names: &[String], seconds: u32, keep: bool) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let programs = build(&shell)?;
    let chosen = TARGETS.iter().filter(|(target, _)| names.is_empty() || names.iter().any(|name| name == target));
    let mut failed = Vec::new();
    println!("{}", Statistics::HEAD);
    for (name, _) in chosen {
        let target = Target { name, program: programs.join(name) };
        match target.run(seconds) {
            Ok(statistics) => println!("{name:<8}{statistics}"),
            Err(error) => {
                println!("{name:<8}FAILED");
                failed.push(format!("{error:#}"));
            }
        }
        if keep {
            target.keep()?;
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
    cmd!(shell, "cargo build --locked --release --manifest-path fuzz/Cargo.toml --target {host} --target-dir {target}")
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

/// A target whose program is built.
struct Target<'t> {
    name: &'t str,
    program: PathBuf,
}

impl Target<'_> {
    /// Runs it. What it found stays in `target/fuzz/corpus`, the next run begins there.
    fn run(&self, seconds: u32) -> anyhow::Result<Statistics> {
        let (seeds, corpus) = (folder("seeds").join(self.name), folder("corpus").join(self.name));
        workspace::empty(&seeds)?;
        std::fs::create_dir_all(&corpus)?;
        corpus::write(&seeds, seeds::of(self.name)?.into_iter().chain(corpus::kept(self.name)?))?;
        let dictionary = folder("dictionary");
        workspace::write(&dictionary, seeds::dictionary())?;
        let artifacts = folder("findings");
        std::fs::create_dir_all(&artifacts)?;
        let log = folder(&format!("{}.log", self.name));
        let mut command = Command::new(&self.program);
        command
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-timeout={LONGEST_INPUT}"))
            .arg(format!("-max_len={LARGEST_INPUT}"))
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
    fn keep(&self) -> anyhow::Result<()> {
        let merged = folder("merged").join(self.name);
        workspace::empty(&merged)?;
        let vectors = seeds::of(self.name)?;
        corpus::write(&merged, vectors.iter().cloned())?;
        let mut command = Command::new(&self.program);
        command.args(["-merge=1", &format!("-max_len={LARGEST_INPUT}")]);
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
