//! `cargo xtask bench`: the benchmarks, each group as one table beside its peers, ratios first.

mod c;
mod criterion;
mod python;
mod tables;

use xshell::{Shell, cmd};

use crate::{tools, workspace};

/// The name under which every group measures this project.
const OURS: &str = "kuzzle-errors";

/// A loop without a look-up: what measuring itself costs.
const BASELINE: &str = "loop alone";

/// The groups of the C library and of the Python package, which are no benchmarks of cargo's.
const C: &str = "c";
const PYTHON: &str = "python";

/// Runs the benchmarks whose name holds one of the filters, all where there is none, and prints the tables. The filter
/// `c` alone runs those of the C library, `python` alone those of the Python package.
pub(crate) fn run(filters: &[String]) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    if filters != [C] && filters != [PYTHON] {
        run_cargo_bench(&shell, filters)?;
    }
    if filters.is_empty() || filters == [C] {
        print!("{}", c::measure(&shell)?);
    }
    if filters.is_empty() || filters == [PYTHON] {
        python::run(&shell)?;
    }
    Ok(())
}

fn run_cargo_bench(shell: &Shell, filters: &[String]) -> anyhow::Result<()> {
    let results = workspace::target().join("criterion");
    workspace::empty(&results)?;
    let filter = filters.join("|");
    let code_files = tools::kuzzle::KUZZLE_2.provide(shell)?.join("dist/lib/kerror/codes");
    cmd!(shell, "cargo bench --quiet --package kuzzle-errors-benchmarks -- {filter}")
        .env("KUZZLE_CODE_FILES", code_files)
        .run()?;
    for group in criterion::groups(&results)? {
        print!("{group}");
    }
    if filters.is_empty() {
        println!("\nallocations");
        cmd!(shell, "cargo run --quiet --release --package kuzzle-errors-benchmarks --bin allocations").run()?;
        print!("{}", tables::weigh(shell)?);
    }
    Ok(())
}
