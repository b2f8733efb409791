//! The npm package for browsers in every set-up that its users have, and in Chromium.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use super::node;
use crate::tools::apt;
use crate::tools::node::Packages;
use crate::{package, workspace};

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let (packages, chromium) = tools(shell)?;
    let tarball = package::wasm::make(shell)?;
    let folder = install(shell, &tarball, &workspace::root().join("vectors"))?;
    let _directory = shell.push_dir(folder);
    cmd!(shell, "node --test").env("TOOLS", packages.modules()).env("CHROMIUM", chromium).run()?;
    Ok(())
}

/// The bundlers, and Chromium.
pub(crate) fn tools(shell: &Shell) -> anyhow::Result<(Packages, PathBuf)> {
    apt::require(shell, "chromium", "chromium")?;
    let chromium = cmd!(shell, "which chromium").quiet().read()?;
    Ok((Packages::provide(shell)?, chromium.into()))
}

/// Installs the package into a new folder, which gets the tests and the vectors of another folder, and answers it.
pub(crate) fn install(shell: &Shell, tarball: &Path, vectors: &Path) -> anyhow::Result<PathBuf> {
    let tests = Path::new("bindings-wasm/tests");
    let folder =
        node::install(shell, "browser", &[node::specifier("kuzzle-errors-wasm", tarball)], &tests.join("browser"))?;
    workspace::copy_into(&workspace::root().join(tests).join("package/vectors.js"), &folder)?;
    let copies = shell.create_dir(folder.join("vectors"))?;
    let files = shell.read_dir(vectors)?;
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
        workspace::copy_into(file, &copies)?;
    }
    Ok(folder)
}
