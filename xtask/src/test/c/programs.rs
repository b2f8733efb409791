//! The tests that are written in C, linked with the shared and the static library of the package, under valgrind.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use xshell::{Shell, cmd};

use super::STRICT;

/// The programs, and what they are given.
pub(super) const PROGRAMS: [(&str, &[&str]); 6] = [
    ("lookups", &[]),
    ("errors", &[]),
    ("registries", &["core/registry"]),
    ("bad_input", &[]),
    ("threads", &[]),
    ("vectors", &[]),
];

/// Data that is longer than the literals that every compiler must take, and in a notation that C++ doesn't have.
pub(super) const C_ONLY: &str = "vectors";

/// The compilers, each with the language of the programs.
const LANGUAGES: [(&str, &[&str]); 2] = [("gcc", &["-std=c99"]), ("g++", &["-x", "c++", "-std=c++17"])];

const VALGRIND: [&str; 4] = ["--quiet", "--leak-check=full", "--show-leak-kinds=all", "--error-exitcode=9"];

pub(super) fn run(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<()> {
    for (compiler, language) in LANGUAGES {
        for (name, arguments) in PROGRAMS.into_iter().filter(|(name, _)| compiler == "gcc" || *name != C_ONLY) {
            let object = compile(shell, compiler, language, name, package, out)?;
            for is_static in [false, true] {
                let program = link(shell, compiler, &object, package, is_static)?;
                cmd!(shell, "valgrind {VALGRIND...} {program} {arguments...}").run()?;
            }
        }
    }
    prove_valgrind(shell, package, out)
}

/// Valgrind stops what it should stop.
fn prove_valgrind(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<()> {
    let object = compile(shell, "gcc", &["-std=c99"], "mistakes", package, out)?;
    let program = link(shell, "gcc", &object, package, false)?;
    for mistake in ["use-after-free", "short-buffer", "leak"] {
        let stopped = cmd!(shell, "valgrind {VALGRIND...} {program} {mistake}").quiet().ignore_stderr().run().is_err();
        ensure!(stopped, "valgrind overlooks: {mistake}");
    }
    Ok(())
}

fn compile(
    shell: &Shell,
    compiler: &str,
    language: &[&str],
    name: &str,
    package: &Path,
    out: &Path,
) -> anyhow::Result<PathBuf> {
    let flags = flags(shell, package, &["--cflags"])?;
    let object = out.join(format!("{compiler}-{name}.o"));
    let posix = "-D_POSIX_C_SOURCE=200809L";
    let long = (name == C_ONLY).then_some("-Wno-overlength-strings");
    let source = format!("ffi-c/tests/{name}.c");
    cmd!(shell, "{compiler} {language...} {STRICT...} {long...} {posix} {flags...} -c {source} -o {object}").run()?;
    Ok(object)
}

fn link(shell: &Shell, compiler: &str, object: &Path, package: &Path, is_static: bool) -> anyhow::Result<PathBuf> {
    let program = object.with_extension(if is_static { "static" } else { "shared" });
    let libraries = if is_static { static_libraries(shell, package)? } else { flags(shell, package, &["--libs"])? };
    let run_path = format!("-Wl,-rpath,{}", package.join("lib").display());
    cmd!(shell, "{compiler} {object} -o {program} {libraries...} -pthread {run_path}").run()?;
    Ok(program)
}

/// The static library with what it needs, as pkg-config tells it.
fn static_libraries(shell: &Shell, package: &Path) -> anyhow::Result<Vec<String>> {
    let libraries = flags(shell, package, &["--libs", "--static"])?;
    let the_archive =
        |library: String| if library == "-lkuzzle_errors" { "-l:libkuzzle_errors.a".into() } else { library };
    Ok(libraries.into_iter().map(the_archive).collect())
}

/// What pkg-config answers about the package.
fn flags(shell: &Shell, package: &Path, options: &[&str]) -> anyhow::Result<Vec<String>> {
    let answer = cmd!(shell, "pkg-config {options...} kuzzle_errors")
        .env("PKG_CONFIG_PATH", package.join("lib/pkgconfig"))
        .quiet()
        .read()
        .context("pkg-config does not know the package")?;
    Ok(answer.split_whitespace().map(str::to_owned).collect())
}
