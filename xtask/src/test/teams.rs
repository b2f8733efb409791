//! What teams do with the command: check their errors, follow a new Kuzzle, and compile the constants that it writes.

mod compile;
mod packages;

use std::path::PathBuf;

use anyhow::ensure;
use xshell::{Shell, cmd};

use crate::workspace;

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let command = Command::build(shell)?;
    packages::run(shell, &command)?;
    compile::run(shell, &command)
}

/// The command `kuzzle-errors`.
struct Command {
    program: PathBuf,
}

impl Command {
    fn build(shell: &Shell) -> anyhow::Result<Self> {
        cmd!(shell, "cargo build --quiet --package kuzzle-errors-cli").run()?;
        Ok(Self { program: workspace::target().join("debug/kuzzle-errors") })
    }

    /// What the command answers to these arguments; it must have nothing to warn of.
    fn answer(&self, shell: &Shell, arguments: &[&str]) -> anyhow::Result<String> {
        let program = &self.program;
        let output = cmd!(shell, "{program} {arguments...}").output()?;
        let (answer, errors) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
        ensure!(errors.is_empty(), "{} says {errors}", arguments.join(" "));
        Ok(answer)
    }
}
