//! Kuzzle itself, whose rules our files must pass.

use std::path::PathBuf;

use anyhow::ensure;
use xshell::{Shell, cmd};

use super::{node, provide};

/// The newest release, and what npm must say of its package.
const VERSION: &str = "2.56.0";
const INTEGRITY: &str =
    "sha512-WSwRwVL/M44fYsBuWt3PPbDC9PKTEHtjkR60Wk3MO07C1sFukplrf3tIWvXiuxgsLe+HcRu+0A1vBIAMmqQCKg==";

/// The compiled sources of Kuzzle: the folder `lib` of its package. Its dependencies are not there: what is used of
/// them stands among our own [`node::Packages`].
pub(crate) fn provide_library(shell: &Shell) -> anyhow::Result<PathBuf> {
    node::require(shell)?;
    let folder = provide("kuzzle", VERSION, |folder| {
        let _directory = shell.push_dir(folder);
        let report = cmd!(shell, "npm pack kuzzle@{VERSION} --ignore-scripts --json").read()?;
        ensure!(report.contains(INTEGRITY), "npm gave another kuzzle {VERSION} than the one with {INTEGRITY}");
        let archive = format!("kuzzle-{VERSION}.tgz");
        cmd!(shell, "tar --extract --file {archive} package/package.json package/dist/lib").run()?;
        shell.remove_path(&archive)?;
        Ok(())
    })?;
    Ok(folder.join("package/dist/lib"))
}
