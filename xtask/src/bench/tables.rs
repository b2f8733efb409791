//! What the tables weigh in a program that only looks codes up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::workspace;

/// Sections of an executable that hold constants.
const CONSTANTS: [&str; 3] = [".rodata", ".data.rel.ro", ".data"];

/// Builds a program that only looks codes up and an empty one, and tells the difference.
pub(super) fn weigh(shell: &Shell) -> anyhow::Result<String> {
    cmd!(shell, "cargo build --quiet --release --package kuzzle-errors-benchmarks --bins").run()?;
    let empty = section_sizes(shell, "empty")?;
    let looking_up = section_sizes(shell, "code_lookup")?;
    let growth = |name: &str| {
        let size = |sizes: &BTreeMap<String, i64>| sizes.get(name).copied().unwrap_or_default();
        size(&looking_up) - size(&empty)
    };
    let mut text = "\na program that only looks codes up, over an empty one, in bytes\n".to_owned();
    let constants: i64 = CONSTANTS.into_iter().map(growth).sum();
    _ = writeln!(text, "{constants:>12}  tables ({})", CONSTANTS.join(", "));
    _ = writeln!(text, "{:>12}  code (.text)", growth(".text"));
    Ok(text)
}

/// The sections of one of the programs, by name, as `size -A` of the binutils prints them.
fn section_sizes(shell: &Shell, program: &str) -> anyhow::Result<BTreeMap<String, i64>> {
    let file = workspace::target().join("release").join(program);
    let listing = cmd!(shell, "size -A {file}").quiet().read().context("size is in the package binutils")?;
    let section = |line: &str| {
        let mut columns = line.split_whitespace();
        Some((columns.next()?.to_owned(), columns.next()?.parse().ok()?))
    };
    Ok(listing.lines().filter_map(section).collect())
}
