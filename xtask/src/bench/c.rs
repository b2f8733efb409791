//! The C library beside librdkafka, glibc and bsearch, and what it weighs.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use super::criterion::Group;
use crate::tools::{Missing, apt};
use crate::{package, workspace};

/// Measures the look-ups and weighs the library.
pub(super) fn measure(shell: &Shell) -> anyhow::Result<String> {
    apt::require(shell, "gcc", "gcc")?;
    require_librdkafka(shell)?;
    let package = package::c::make(shell)?;
    let out = workspace::target().join("bench/c");
    workspace::empty(&out)?;
    let mut text = String::new();
    for group in look_ups(shell, &package, &out)? {
        write!(text, "{group}")?;
    }
    Ok(text + &sizes(shell, &package, &out)?)
}

fn require_librdkafka(shell: &Shell) -> anyhow::Result<()> {
    apt::require(shell, "pkg-config", "pkg-config")?;
    let is_there = || cmd!(shell, "pkg-config --exists rdkafka").quiet().run().is_ok();
    if is_there() || (apt::install(shell, "librdkafka-dev")? && is_there()) {
        return Ok(());
    }
    Err(Missing::new("librdkafka", "librdkafka-dev").into())
}

/// What the program of the benchmark measures, group by group.
fn look_ups(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<Vec<Group>> {
    let (include, lib, program) = (package.join("include"), package.join("lib"), out.join("lookups"));
    let libraries = ["-lkuzzle_errors", "-lrdkafka", &format!("-Wl,-rpath,{}", lib.display())];
    cmd!(shell, "gcc -std=gnu11 -O2 -I {include} ffi-c/benches/lookups.c -o {program} -L {lib} {libraries...}")
        .run()?;
    let answer = cmd!(shell, "{program}").quiet().read()?;
    let rows = answer.lines().map(row).collect::<anyhow::Result<Vec<_>>>()?;
    let groups = rows.chunk_by(|(one, ..), (other, ..)| one == other);
    Ok(groups
        .map(|group| {
            let times = group.iter().map(|(_, name, time)| ((*name).to_owned(), *time));
            Group::new(group[0].0, times.collect())
        })
        .collect())
}

/// Group, name and nanoseconds.
fn row(line: &str) -> anyhow::Result<(&str, &str, f64)> {
    let mut columns = line.split('\t');
    let mut next = || columns.next().with_context(|| format!("the benchmark says {line:?}"));
    Ok((next()?, next()?, next()?.parse()?))
}

fn sizes(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<String> {
    let library = out.join("libkuzzle_errors.so");
    let source = package.join("lib").join(package::c::LIBRARY);
    cmd!(shell, "strip {source} -o {library}").run()?;
    let mut text = "\nthe C library, stripped, in bytes\n".to_owned();
    writeln!(text, "{:>12}  {}", size(&library)?, package::c::LIBRARY)?;
    for (linkage, name) in [(Some("-static"), "static"), (None, "dynamic libc")] {
        let looking_up = size(&program(shell, "code_lookup", linkage, package, out)?)?;
        let empty = size(&program(shell, "empty", linkage, package, out)?)?;
        writeln!(text, "{:>12}  a program that only looks codes up, over an empty one ({name})", looking_up - empty)?;
    }
    Ok(text)
}

/// A program with the static library, without what it never calls.
fn program(shell: &Shell, name: &str, linkage: Option<&str>, package: &Path, out: &Path) -> anyhow::Result<PathBuf> {
    let (include, archive) = (package.join("include"), package.join("lib/libkuzzle_errors.a"));
    let program = out.join(name);
    let flags = ["-Os", "-s", "-Wl,--gc-sections"];
    let source = format!("ffi-c/benches/{name}.c");
    cmd!(shell, "gcc {flags...} {linkage...} -I {include} {source} -o {program} {archive}").run()?;
    Ok(program)
}

fn size(file: &Path) -> anyhow::Result<u64> {
    Ok(fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len())
}
