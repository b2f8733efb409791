//! The tests that are written in C under AddressSanitizer with UBSan, and eight threads under ThreadSanitizer. The
//! library is instrumented as well as the programs.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use xshell::{Shell, cmd};

use super::programs::PROGRAMS;
use crate::tools::{Missing, apt};
use crate::workspace;

/// Instrumented libraries are built for a named target, so that build scripts are not instrumented.
const TARGET: &str = "x86_64-unknown-linux-gnu";

pub(in crate::test) fn run(shell: &Shell) -> anyhow::Result<()> {
    apt::require(shell, "clang", "clang")?;
    require_address_runtime(shell)?;
    let runtime = thread_runtime(shell)?;
    let out = workspace::target().join("test/c-sanitizers");
    workspace::empty(&out)?;

    let library = build(shell, "address")?;
    ensure_instrumented(shell, &library, "__asan_report_load8")?;
    for (name, arguments) in PROGRAMS {
        let program = with_address_sanitizer(shell, name, &library, &out)?;
        cmd!(shell, "{program} {arguments...}").run()?;
    }
    let mistakes = with_address_sanitizer(shell, "mistakes", &library, &out)?;
    prove(shell, &mistakes, &["use-after-free", "short-buffer", "leak", "overflow"])?;

    let library = build(shell, "thread")?;
    ensure_instrumented(shell, &library, "__tsan_read8")?;
    let threads = with_thread_sanitizer(shell, "threads", &library, &runtime, &out)?;
    let suppressions = workspace::root().join("ffi-c/tests/thread-sanitizer.txt");
    cmd!(shell, "{threads}").env("TSAN_OPTIONS", format!("suppressions={}", suppressions.display())).run()?;
    let mistakes = with_thread_sanitizer(shell, "mistakes", &library, &runtime, &out)?;
    prove(shell, &mistakes, &["race"])
}

/// The static library with calls of a sanitizer in it. The compiler has them behind a flag that is not stable yet.
fn build(shell: &Shell, sanitizer: &str) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("sanitized").join(sanitizer);
    cmd!(shell, "cargo build --package kuzzle-errors-ffi --target {TARGET} --target-dir {folder}")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", format!("-Zsanitizer={sanitizer} -Cunsafe-allow-abi-mismatch=sanitizer"))
        .run()?;
    Ok(folder.join(TARGET).join("debug/libkuzzle_errors.a"))
}

fn ensure_instrumented(shell: &Shell, library: &Path, call: &str) -> anyhow::Result<()> {
    let symbols = cmd!(shell, "nm --undefined-only {library}").quiet().ignore_stderr().read()?;
    ensure!(symbols.contains(call), "{} does not call {call}", library.display());
    Ok(())
}

fn with_address_sanitizer(shell: &Shell, name: &str, library: &Path, out: &Path) -> anyhow::Result<PathBuf> {
    let checks = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    let object = compile(shell, name, &checks, out)?;
    let program = out.join(format!("{name}-address"));
    cmd!(shell, "clang {checks...} {object} {library} -o {program} -lpthread -lm -ldl").run()?;
    Ok(program)
}

fn with_thread_sanitizer(
    shell: &Shell,
    name: &str,
    library: &Path,
    runtime: &Path,
    out: &Path,
) -> anyhow::Result<PathBuf> {
    let object = compile(shell, name, &["-fsanitize=thread"], out)?;
    let program = out.join(format!("{name}-thread"));
    let runtime = ["-Wl,--whole-archive".as_ref(), runtime.as_os_str(), "-Wl,--no-whole-archive".as_ref()];
    cmd!(shell, "clang {object} {library} {runtime...} -o {program} -lpthread -lm -ldl -lrt -lgcc_s").run()?;
    Ok(program)
}

fn compile(shell: &Shell, name: &str, checks: &[&str], out: &Path) -> anyhow::Result<PathBuf> {
    let object = out.join(format!("{name}.o"));
    let source = format!("ffi-c/tests/{name}.c");
    let posix = "-D_POSIX_C_SOURCE=200809L";
    cmd!(shell, "clang -std=c99 -g {posix} {checks...} -I include -c {source} -o {object}").run()?;
    Ok(object)
}

/// The tool stops what it should stop.
fn prove(shell: &Shell, program: &Path, mistakes: &[&str]) -> anyhow::Result<()> {
    for mistake in mistakes {
        let stopped = cmd!(shell, "{program} {mistake}").quiet().ignore_stdout().ignore_stderr().run().is_err();
        ensure!(stopped, "overlooked: {mistake}");
    }
    Ok(())
}

/// Sees to it that clang's side of AddressSanitizer is there, which Debian has in a package of its own.
fn require_address_runtime(shell: &Shell) -> anyhow::Result<()> {
    let is_there = || -> anyhow::Result<bool> {
        // Clang repeats the name of a file that it doesn't find.
        let file = cmd!(shell, "clang -print-file-name=libclang_rt.asan-x86_64.a").quiet().read()?;
        Ok(Path::new(&file).is_absolute())
    };
    if is_there()? || (apt::install(shell, "libclang-rt-dev")? && is_there()?) {
        return Ok(());
    }
    Err(Missing::new("AddressSanitizer of clang", "libclang-rt-dev").into())
}

/// The runtime that belongs to the instrumented library: that of an older clang lacks calls which it makes.
fn thread_runtime(shell: &Shell) -> anyhow::Result<PathBuf> {
    let folder = cmd!(shell, "rustc --print target-libdir --target {TARGET}").quiet().read()?;
    let files = shell.read_dir(&folder).with_context(|| format!("no Rust for {TARGET}"))?;
    let is_runtime = |file: &PathBuf| file.to_string_lossy().ends_with("_rt.tsan.a");
    files.into_iter().find(is_runtime).ok_or_else(|| Missing::new("ThreadSanitizer of Rust", "Rust from rustup").into())
}
