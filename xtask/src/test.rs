//! `cargo xtask test`: every test of every language, in steps.
//!
//! A step that fails hides no other: all run, a table closes the run, and the status tells. A step whose tools
//! cannot be had here is skipped and the table says what to install; where the environment variable `CI` is set,
//! that is a failure too.

pub(crate) mod browser;
mod c;
mod explorer;
mod kuzzle;
mod msrv;
mod no_std;
pub(crate) mod node;
mod python;
mod readme;
mod recipes;
mod report;
mod rust;
mod supply_chain;
mod teams;
mod tidy;
mod wasm;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use clap::builder::PossibleValue;
use xshell::Shell;

use self::report::{Outcome, Report};
use crate::tools::Missing;
use crate::{codegen, conformance, docs, fuzz, soak, workspace};

/// One step of the tests.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Shell) -> anyhow::Result<()>,
}

/// Every step, the quick ones first.
const STEPS: &[Step] = &[
    Step { name: "format", about: "rustfmt changes nothing", run: rust::format },
    Step { name: "codegen", about: "the generated files are fresh", run: |_| codegen::run(true) },
    Step {
        name: "tidy",
        about: "one version everywhere, links that lead somewhere, figures as measured",
        run: tidy::run,
    },
    Step {
        name: "supply-chain",
        about: "licences, sources and versions are allowed, dependencies have reasons",
        run: supply_chain::run,
    },
    Step { name: "clippy", about: "clippy has no warning", run: rust::clippy },
    Step { name: "tests", about: "unit, integration and documentation tests of every crate", run: rust::tests },
    Step { name: "features", about: "every feature set of the core builds and passes its tests", run: rust::features },
    Step { name: "no-std", about: "the core runs in a program without std, and without a heap", run: no_std::run },
    Step { name: "msrv", about: "the core and its bindings build with the oldest compiler they state", run: msrv::run },
    Step { name: "docs", about: "rustdoc has no warning", run: rust::docs },
    Step { name: "c", about: "the C library's package, from C and C++, under valgrind", run: c::run },
    Step {
        name: "c-memory",
        about: "the C library under the sanitizers, in one thread and in eight",
        run: c::run_sanitized,
    },
    Step { name: "python", about: "the wheel, in an environment of its own", run: python::run },
    Step { name: "javascript", about: "the linter is content with every script", run: node::lint },
    Step { name: "wasm", about: "the WASM package, in Node.js", run: wasm::run },
    Step { name: "browser", about: "the WASM package with every bundler, in Chromium", run: browser::run },
    Step {
        name: "node",
        about: "the Node package by both engines, in every Node.js that can be had, beside Kuzzle",
        run: node::run,
    },
    Step { name: "explorer", about: "the explorer as it is packaged, in Chromium", run: explorer::run },
    Step { name: "kuzzle", about: "Kuzzle itself agrees about files, messages and errors", run: kuzzle::run },
    Step {
        name: "teams",
        about: "real packages are compared and checked, constants of teams compile",
        run: teams::run,
    },
    Step {
        name: "conformance",
        about: "every language answers the vectors and generated errors alike",
        run: |_| conformance::run(),
    },
    Step {
        name: "site",
        about: "the documentation site builds, and its links lead somewhere",
        run: |shell| docs::make(shell).map(drop),
    },
    Step {
        name: "soak",
        about: "twenty seconds of C, Python and Node.js at once need no more memory in the end",
        run: |_| soak::test(),
    },
    Step { name: "fuzz", about: "ten seconds of fuzzing of each target find nothing", run: |_| fuzz::test() },
    Step { name: "recipes", about: "DuckDB and Spark count in logs what the command counts", run: recipes::run },
    Step { name: "readme", about: "the examples of READMEs and pages run as written", run: readme::run },
];

/// The steps as the command line takes and explains them.
pub(crate) fn steps() -> impl Iterator<Item = PossibleValue> {
    STEPS.iter().map(|step| PossibleValue::new(step.name).help(step.about))
}

/// Runs the named steps, all where none is named, and tells whether they passed.
pub(crate) fn run(names: &[String]) -> anyhow::Result<ExitCode> {
    let shell = workspace::shell()?;
    let mut report = Report::new(env::var_os("CI").is_some());
    for step in STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)) {
        println!("\n=== {}: {}", step.name, step.about);
        let start = Instant::now();
        let outcome = outcome_of((step.run)(&shell));
        report.add(step.name, outcome, start.elapsed());
    }
    print!("\n{report}");
    Ok(if report.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the table says of a step that ended like this.
fn outcome_of(result: anyhow::Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome::Passed,
        Err(error) => match error.downcast_ref::<Missing>() {
            Some(missing) => Outcome::Skipped(missing.to_string()),
            None => Outcome::Failed(format!("{error:#}")),
        },
    }
}
