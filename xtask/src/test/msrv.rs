//! The core is built with exactly the oldest compiler that its `rust-version` states.

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::rustc;
use crate::workspace;

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let series = stated(shell)?;
    let rustc = rustc::provide_debian(shell, Some(&series), false)?;
    let target = workspace::target().join("msrv");
    for features in ["", "alloc", "json", "std,json"] {
        cmd!(
            shell,
            "cargo check --package kuzzle-errors --no-default-features --features={features} --target-dir {target}"
        )
        .env("RUSTC", &rustc)
        .run()?;
    }
    Ok(())
}

/// The `rust-version` in the core's manifest.
fn stated(shell: &Shell) -> anyhow::Result<String> {
    let manifest = shell.read_file("core/Cargo.toml")?;
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).context("core/Cargo.toml states no rust-version")
}
