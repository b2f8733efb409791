//! The npm packages as users install them: the tarball in an empty folder.

use std::path::{Path, PathBuf};

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
    let tarballs = package::node::make(shell)?;
    test_installed(shell, package::node::NAME, &tarballs.main)?;
    workspace::print_size(&package::node::addon())
}

/// Installs a tarball and runs the tests that both packages share.
pub(super) fn test_installed(shell: &Shell, package: &str, tarball: &Path) -> anyhow::Result<()> {
    let tsc = Packages::provide(shell)?.program("tsc");
    let folder = install(shell, package, "package-under-test", tarball, Path::new("bindings-wasm/tests/both"))?;
    let _directory = shell.push_dir(&folder);
    cmd!(shell, "{tsc} --project .").run()?;
    cmd!(shell, "node --test").run()?;
    Ok(())
}

/// Installs a tarball under a name into a new folder, which gets copies of some tests, and answers the folder.
pub(crate) fn install(
    shell: &Shell,
    folder: &str,
    name: &str,
    tarball: &Path,
    tests: &Path,
) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("test").join(folder);
    workspace::empty(&folder)?;
    for file in shell.read_dir(tests)? {
        workspace::copy_into(&file, &folder)?;
    }
    let _directory = shell.push_dir(&folder);
    workspace::write(&folder.join("package.json"), r#"{ "private": true, "type": "module" }"#)?;
    let package = format!("{name}@file:{}", tarball.display());
    cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --offline {package}").run()?;
    Ok(folder)
}
