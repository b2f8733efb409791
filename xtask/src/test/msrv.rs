//! The core, and the bindings that promise as much, are checked with exactly the oldest compiler that the core's
//! `rust-version` states.

use std::path::Path;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::rustc;
use crate::workspace;

/// The feature sets of the core.
const FEATURES: [&str; 5] = ["", "alloc", "json", "std,json", "scan-fast,std,json"];

/// The bindings whose `rust-version` is the core's; cargo refuses one that states a newer.
const BINDINGS: [&str; 2] = ["kuzzle-errors-ffi", "kuzzle-errors-wasm"];

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let series = stated(shell)?;
    let rustc = rustc::provide_debian(shell, Some(&series), false)?;
    for features in FEATURES {
        check(shell, &rustc, &["kuzzle-errors", "--no-default-features", "--features", features])?;
    }
    for binding in BINDINGS {
        check(shell, &rustc, &[binding])?;
    }
    Ok(())
}

/// Checks one package with a compiler.
fn check(shell: &Shell, rustc: &Path, package: &[&str]) -> anyhow::Result<()> {
    let target = workspace::target().join("msrv");
    cmd!(shell, "cargo check --target-dir {target} --package {package...}").env("RUSTC", rustc).run()?;
    Ok(())
}

/// The `rust-version` in the core's manifest.
fn stated(shell: &Shell) -> anyhow::Result<String> {
    let manifest = shell.read_file("core/Cargo.toml")?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).context("core/Cargo.toml states no rust-version")
}
