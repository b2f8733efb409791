//! `cargo xtask bench`.

use anyhow::bail;

/// Runs the benchmarks of the named groups.
pub(crate) fn run(_filter: &[String]) -> anyhow::Result<()> {
    bail!("there is nothing to measure yet")
}
