//! The npm package for browsers in every set-up that its users have, and in Chromium.

use std::path::Path;

use xshell::{Shell, cmd};

use super::node::install;
use crate::tools::apt;
use crate::tools::node::Packages;
use crate::{package, workspace};

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    apt::require(shell, "chromium", "chromium")?;
    let packages = Packages::provide(shell)?;
    let tarball = package::wasm::make(shell)?;
    let tests = Path::new("bindings-wasm/tests");
    let folder = install(shell, "browser", "kuzzle-errors-wasm", &tarball, &tests.join("browser"))?;
    workspace::copy_into(&workspace::root().join(tests).join("package/vectors.js"), &folder)?;
    let vectors = shell.create_dir(folder.join("vectors"))?;
    for file in shell.read_dir("vectors")? {
        workspace::copy_into(&file, &vectors)?;
    }
    let chromium = cmd!(shell, "which chromium").quiet().read()?;
    let _directory = shell.push_dir(folder);
    cmd!(shell, "node --test").env("TOOLS", packages.modules()).env("CHROMIUM", chromium).run()?;
    Ok(())
}
