//! The C library beside librdkafka, glibc and bsearch, and what it weighs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use super::group::{Group, Unit};
use super::report::Report;
use crate::tools::{Missing, apt};
use crate::{package, workspace};

/// Measures the look-ups and weighs the library.
pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    apt::require(shell, "gcc", "gcc")?;
    require_librdkafka(shell)?;
    let package = package::c::make(shell)?;
    let out = workspace::target().join("bench/c");
    workspace::empty(&out)?;
    let mut groups = look_ups(shell, &package, &out)?;
    groups.push(sizes(shell, &package, &out)?);
    let gcc = cmd!(shell, "gcc -dumpfullversion").quiet().read()?;
    let librdkafka = cmd!(shell, "pkg-config --modversion rdkafka").quiet().read()?;
    let glibc = cmd!(shell, "getconf GNU_LIBC_VERSION").quiet().read()?;
    Ok(Report::new(groups).version(format!("gcc {gcc}")).version(format!("librdkafka {librdkafka}")).version(glibc))
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
    Group::read(&cmd!(shell, "{program}").quiet().read()?)
}

fn sizes(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<Group> {
    let library = out.join("libkuzzle_errors.so");
    let source = package.join("lib").join(package::c::LIBRARY);
    cmd!(shell, "strip {source} -o {library}").run()?;
    let mut rows = vec![(format!("the shared library, {}", package::c::LIBRARY), size(&library)?)];
    for (linkage, name) in [(Some("-static"), "static"), (None, "dynamic libc")] {
        let looking_up = size(&program(shell, "code_lookup", linkage, package, out)?)?;
        let empty = size(&program(shell, "empty", linkage, package, out)?)?;
        rows.push((format!("look-ups by code, over an empty program ({name})"), looking_up - empty));
    }
    Ok(Group::new("sizes, stripped", Unit::Bytes, rows))
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

fn size(file: &Path) -> anyhow::Result<f64> {
    let bytes = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
    Ok(f64::from(u32::try_from(bytes)?))
}
