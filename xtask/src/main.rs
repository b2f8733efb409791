//! The tasks of this workspace, run as `cargo xtask <TASK>`: generate what is generated, test everything, measure,
//! and make the packages that users install.

mod bench;
mod codegen;
mod conformance;
mod coverage;
mod docs;
mod explorer;
mod fuzz;
mod mutants;
mod package;
mod soak;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The tasks of this workspace")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write the generated files from the registry.
    Codegen {
        /// Write nothing; fail where a file is stale.
        #[arg(long)]
        check: bool,
    },
    /// Run every test of every language, or the named steps.
    Test {
        /// The steps to run; all where none is named.
        #[arg(value_name = "STEP", value_parser = PossibleValuesParser::new(test::steps()))]
        steps: Vec<String>,
    },
    /// Measure, side by side with the peers, and write the figures into docs/benchmarks.
    Bench {
        /// What to measure; all where nothing is named.
        #[arg(value_name = "AREA", value_parser = PossibleValuesParser::new(bench::areas()))]
        areas: Vec<String>,
        /// In the area `rust`: run only the benchmarks whose names hold this, and write nothing.
        #[arg(long)]
        filter: Option<String>,
    },
    /// Ask the vectors and generated errors in every language, and compare the answers.
    Conformance,
    /// Count the lines of the core that tests reach.
    Coverage,
    /// Build the documentation site in target/package/docs.
    Docs,
    /// Feed the library what nobody sends on purpose, for a while.
    Fuzz {
        /// The targets to run; all where none is named.
        #[arg(value_name = "TARGET", value_parser = PossibleValuesParser::new(fuzz::targets()))]
        targets: Vec<String>,
        /// How long each target runs.
        #[arg(long, default_value_t = 300)]
        seconds: u32,
        /// Keep in fuzz/corpora what reaches code that the vectors don't reach.
        #[arg(long)]
        keep: bool,
    },
    /// Change the rules of the core, one small change at a time, and see that a test notices each; takes an hour.
    Mutants {
        /// Try only changes whose descriptions match this regular expression, for example `core/src/render`.
        only: Option<String>,
    },
    /// Use the packages for C, Python and Node.js at once, and see that their memory stays flat.
    Soak {
        #[arg(long, default_value_t = 600)]
        seconds: u32,
    },
    /// Make a package in target/package, and try it where nothing else is installed.
    Package {
        /// The packages to make; all where none is named.
        #[arg(value_name = "PART")]
        parts: Vec<package::Part>,
    },
    /// Serve the explorer on this machine.
    Explorer {
        /// Serve it as it is packaged, not the source.
        #[arg(long)]
        built: bool,
        #[arg(long, default_value_t = 5173)]
        port: u16,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<ExitCode> {
    match task {
        Task::Codegen { check } => codegen::run(check)?,
        Task::Test { steps } => return test::run(&steps),
        Task::Bench { areas, filter } => bench::run(&areas, filter.as_deref())?,
        Task::Conformance => conformance::run()?,
        Task::Coverage => coverage::run()?,
        Task::Docs => println!("{}", docs::make(&workspace::shell()?)?.display()),
        Task::Fuzz { targets, seconds, keep } => fuzz::run(&targets, seconds, keep)?,
        Task::Mutants { only } => mutants::run(only.as_deref())?,
        Task::Soak { seconds } => soak::run(seconds)?,
        Task::Package { parts } => package::run(&parts)?,
        Task::Explorer { built, port } => explorer::serve(port, built)?,
    }
    Ok(ExitCode::SUCCESS)
}
