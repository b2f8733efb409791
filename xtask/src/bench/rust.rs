//! The crate beside its peers: times by criterion, allocations, and what the tables weigh in a program.

use std::collections::BTreeMap;

use anyhow::Context as _;
use serde_json::Value;
use xshell::{Shell, cmd};

use super::criterion;
use super::group::{Group, Unit};
use super::report::Report;
use crate::{tools, workspace};

/// The name of the area, whose benchmarks can be filtered.
pub(super) const AREA: &str = "rust";

/// The package with the benchmarks, and what of its dependencies is measured in them.
const PACKAGE: &str = "kuzzle-errors-benchmarks";
const PEERS: [&str; 6] = ["hashbrown", "rustc-hash", "phf", "http", "tokio-postgres", "serde_json"];

/// Sections of an executable that hold constants.
const CONSTANTS: [&str; 3] = [".rodata", ".data.rel.ro", ".data"];

/// Everything.
pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    let mut groups = criterion(shell, "")?;
    let allocations = cmd!(shell, "cargo run --quiet --release --package {PACKAGE} --bin allocations");
    groups.extend(Group::read(&allocations.read()?)?);
    groups.push(weigh(shell)?);
    let metadata = cmd!(shell, "cargo metadata --format-version 1").quiet().read()?;
    Ok(versions(&serde_json::from_str(&metadata)?)?.into_iter().fold(Report::new(groups), Report::version))
}

/// The peers with the versions that the benchmarks are built with, as `cargo metadata` tells them.
fn versions(metadata: &Value) -> anyhow::Result<Vec<String>> {
    let elements = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages = elements(&metadata["packages"]);
    let benchmarks = packages.iter().find(|package| package["name"] == PACKAGE).context("no benchmarks")?;
    let nodes = elements(&metadata["resolve"]["nodes"]);
    let node = nodes.iter().find(|node| node["id"] == benchmarks["id"]).context("the benchmarks are not resolved")?;
    let dependencies = elements(&node["dependencies"]);
    let version = |peer: &str| {
        let found = packages.iter().find(|package| package["name"] == peer && dependencies.contains(&package["id"]));
        found?["version"].as_str().map(|version| format!("{peer} {version}"))
    };
    PEERS.iter().map(|peer| version(peer).with_context(|| format!("the benchmarks don't use {peer}"))).collect()
}

/// What criterion measures, where the names hold `filter`.
pub(super) fn criterion(shell: &Shell, filter: &str) -> anyhow::Result<Vec<Group>> {
    let results = workspace::target().join("criterion");
    workspace::empty(&results)?;
    let code_files = tools::kuzzle::KUZZLE_2.provide(shell)?.join("dist/lib/kerror/codes");
    cmd!(shell, "cargo bench --quiet --package {PACKAGE} -- {filter}").env("KUZZLE_CODE_FILES", code_files).run()?;
    criterion::groups(&results)
}

/// What a program that only looks codes up weighs over an empty one.
fn weigh(shell: &Shell) -> anyhow::Result<Group> {
    cmd!(shell, "cargo build --quiet --release --package {PACKAGE} --bins").run()?;
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What cargo says where another package uses another `phf`.
    fn metadata(dependencies: &[&str]) -> Value {
        let package = |id: &str| json!({"id": id, "name": id.split('@').next(), "version": id.split('@').next_back()});
        let own = [format!("{PACKAGE}@0"), "phf@0.13.1".to_owned()];
        let packages: Vec<_> =
            own.iter().map(String::as_str).chain(dependencies.iter().copied()).map(package).collect();
        json!({"packages": packages, "resolve": {"nodes": [{"id": own[0], "dependencies": dependencies}]}})
    }

    #[test]
    fn versions_are_those_that_the_benchmarks_use() {
        let used = ["hashbrown@1", "http@1.5.0", "phf@0.14.0", "rustc-hash@2", "serde_json@3", "tokio-postgres@4"];
        let expected = ["hashbrown 1", "rustc-hash 2", "phf 0.14.0", "http 1.5.0", "tokio-postgres 4", "serde_json 3"];
        assert_eq!(versions(&metadata(&used)).unwrap(), expected);
        let missing = versions(&metadata(&used[1..])).unwrap_err();
        assert_eq!(missing.to_string(), "the benchmarks don't use hashbrown");
    }
}
