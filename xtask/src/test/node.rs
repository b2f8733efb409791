//! The npm packages as users install them: the tarball in an empty folder.

use std::path::Path;

use xshell::{Shell, cmd};

use crate::tools::node::Packages;
use crate::{package, workspace};

/// The linter has nothing to say of any JavaScript, and its formatter changes nothing.
pub(super) fn lint(shell: &Shell) -> anyhow::Result<()> {
    let biome = Packages::provide(shell)?.program("biome");
    cmd!(shell, "{biome} ci --error-on-warnings").run()?;
    Ok(())
}

/// The package for Node.js.
pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let tarball = package::node::make(shell)?;
    test_installed(shell, "kuzzle-errors", &tarball)?;
    workspace::print_size(&package::node::addon(shell)?)
}

/// Installs a tarball and runs the tests that both packages share.
pub(super) fn test_installed(shell: &Shell, package: &str, tarball: &Path) -> anyhow::Result<()> {
    let tsc = Packages::provide(shell)?.program("tsc");
    let folder = workspace::target().join("test").join(package);
    workspace::empty(&folder)?;
    for file in shell.read_dir("bindings-wasm/tests")? {
        workspace::copy_into(&file, &folder)?;
    }
    let _directory = shell.push_dir(&folder);
    workspace::write(&folder.join("package.json"), r#"{ "private": true, "type": "module" }"#)?;
    let alias = format!("package-under-test@file:{}", tarball.display());
    cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --offline {alias}").run()?;
    cmd!(shell, "{tsc} --project .").run()?;
    cmd!(shell, "node --test").run()?;
    Ok(())
}
