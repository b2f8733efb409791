//! The crate beside its peers: times by criterion, allocations, and what the tables weigh in a program.

use std::collections::BTreeMap;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use super::criterion;
use super::group::{Group, Unit};
use super::report::Report;
use crate::{tools, workspace};

/// The name of the area, whose benchmarks can be filtered.
pub(super) const AREA: &str = "rust";

/// Sections of an executable that hold constants.
const CONSTANTS: [&str; 3] = [".rodata", ".data.rel.ro", ".data"];

/// Everything.
pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    let mut groups = criterion(shell, "")?;
    let allocations = cmd!(shell, "cargo run --quiet --release --package kuzzle-errors-benchmarks --bin allocations");
    groups.extend(Group::read(&allocations.read()?)?);
    groups.push(weigh(shell)?);
    Ok(Report::new(groups))
}

/// What criterion measures, where the names hold `filter`.
pub(super) fn criterion(shell: &Shell, filter: &str) -> anyhow::Result<Vec<Group>> {
    let results = workspace::target().join("criterion");
    workspace::empty(&results)?;
    let code_files = tools::kuzzle::KUZZLE_2.provide(shell)?.join("dist/lib/kerror/codes");
    cmd!(shell, "cargo bench --quiet --package kuzzle-errors-benchmarks -- {filter}")
        .env("KUZZLE_CODE_FILES", code_files)
        .run()?;
    criterion::groups(&results)
}

/// What a program that only looks codes up weighs over an empty one.
fn weigh(shell: &Shell) -> anyhow::Result<Group> {
    cmd!(shell, "cargo build --quiet --release --package kuzzle-errors-benchmarks --bins").run()?;
    let empty = section_sizes(shell, "empty")?;
    let looking_up = section_sizes(shell, "code_lookup")?;
    let growth = |name: &str| {
        let size = |sizes: &BTreeMap<String, f64>| sizes.get(name).copied().unwrap_or_default();
        size(&looking_up) - size(&empty)
    };
    let rows = [
        (format!("tables ({})", CONSTANTS.join(", ")), CONSTANTS.into_iter().map(growth).sum()),
        ("code (.text)".to_owned(), growth(".text")),
    ];
    Ok(Group::new("a program that only looks codes up, over an empty one", Unit::Bytes, rows))
}

/// The sections of one of the programs, by name, as `size -A` of the binutils prints them.
fn section_sizes(shell: &Shell, program: &str) -> anyhow::Result<BTreeMap<String, f64>> {
    let file = workspace::target().join("release").join(program);
    let listing = cmd!(shell, "size -A {file}").quiet().read().context("size is in the package binutils")?;
    let section = |line: &str| {
        let mut columns = line.split_whitespace();
        Some((columns.next()?.to_owned(), columns.next()?.parse().ok()?))
    };
    Ok(listing.lines().filter_map(section).collect())
}
