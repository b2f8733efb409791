//! The proof that the core needs no standard library.
//!
//! `xtask/no_std/main.rs` is a program with a panic handler of its own. It compiles only if nothing in its whole
//! graph of crates brings std, which has the same handler: a proof that a build for some target cannot give where that
//! target happens to have a std. Without the feature `alloc` the program has no allocator either, so that it links
//! only if nothing asks for a heap. And it runs, so the look-ups work there.

use std::path::PathBuf;

use xshell::{Shell, cmd};

use crate::workspace;

/// The feature sets of the core that do without std.
const FEATURES: [&str; 5] = ["", "alloc", "read", "json", "scan-fast"];

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    for features in FEATURES {
        let program = build(shell, features)?;
        cmd!(shell, "{program}").run()?;
    }
    Ok(())
}

/// Compiles the core with some features, and the program with it.
fn build(shell: &Shell, features: &str) -> anyhow::Result<PathBuf> {
    let target = workspace::target().join("no_std");
    let core = ["--package", "kuzzle-errors", "--no-default-features", "--features", features];
    cmd!(shell, "cargo build --release {core...} --target-dir {target}").run()?;

    let core = target.join("release/libkuzzle_errors.rlib");
    let dependencies = target.join("release/deps");
    let program = target.join("program");
    let heap = if features.is_empty() { None } else { Some("--cfg=heap") };
    cmd!(
        shell,
        "rustc --edition 2024 --deny warnings -C opt-level=3 -C panic=abort {heap...}
         --extern kuzzle_errors={core} -L dependency={dependencies} xtask/no_std/main.rs -o {program}"
    )
    .run()?;
    Ok(program)
}
