//! The Python wheel.

use std::path::PathBuf;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::python::Environment;

/// Builds the wheel and answers it.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let maturin = Environment::provide(shell)?.program("maturin");
    let folder = super::output("python")?;
    cmd!(shell, "{maturin} build --release --manifest-path bindings-python/Cargo.toml --out {folder}").run()?;
    shell.read_dir(folder)?.into_iter().next().context("maturin made no wheel")
}
