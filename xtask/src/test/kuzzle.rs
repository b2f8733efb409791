//! What Kuzzle itself and Node.js answer is what this project answers.
//!
//! Scripts in `xtask/node/kuzzle` run Kuzzle's own modules over generated input, always the same, and write the input
//! with the answers into `target/test/kuzzle`; here the core answers the same input, and differences are shown.

mod allowed;
mod building;
mod cases;
mod checking;
mod differences;
mod rendering;
mod responses;

use std::path::Path;

use anyhow::bail;
use xshell::{Shell, cmd};

use self::differences::Differences;
use crate::tools::kuzzle::{KUZZLE_1, KUZZLE_2};

/// Kuzzle's own checker accepts the registry, and every comparison finds no difference.
pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let (kuzzle_1, kuzzle_2) = (KUZZLE_1.provide(shell)?, KUZZLE_2.provide(shell)?);
    accept_registry(shell, &kuzzle_2)?;
    let comparisons = [
        checking::compare(shell, &kuzzle_2)?,
        rendering::compare(shell)?,
        building::compare(shell, &kuzzle_1, &kuzzle_2)?,
        responses::compare(shell, &kuzzle_1, &kuzzle_2)?,
    ];
    let failed: Vec<_> = comparisons.iter().filter(|differences| differences.found()).map(Differences::about).collect();
    if failed.is_empty() {
        return Ok(());
    }
    bail!("differences from Kuzzle: {}", failed.join(", "));
}

/// Runs Kuzzle's checker of error-code files over the registry.
fn accept_registry(shell: &Shell, kuzzle: &Path) -> anyhow::Result<()> {
    cmd!(shell, "node --test xtask/node/kuzzle/registry.test.mjs").env("KUZZLE", kuzzle).run()?;
    Ok(())
}
