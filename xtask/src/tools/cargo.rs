//! Programs that cargo builds from their source.

use std::path::PathBuf;

use xshell::{Shell, cmd};

use super::provide as provide_folder;

/// A program of crates.io in one version, built where it is not there yet; that takes minutes.
pub(crate) fn provide(shell: &Shell, name: &str, version: &str) -> anyhow::Result<PathBuf> {
    let folder = provide_folder(name, version, |folder| {
        cmd!(shell, "cargo install {name} --version {version} --locked --root {folder} --target-dir {folder}/build")
            .run()?;
        shell.remove_path(folder.join("build"))?;
        Ok(())
    })?;
    Ok(folder.join("bin").join(name))
}
