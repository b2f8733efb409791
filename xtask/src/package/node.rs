//! The npm package for Node.js: the addon, and the JavaScript in front of it.

use std::path::PathBuf;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::node::Packages;
use crate::workspace;

/// The addon of a package that [`make`] has made.
pub(crate) fn addon(shell: &Shell) -> anyhow::Result<PathBuf> {
    let contents = shell.read_dir(workspace::target().join("package/contents/node"))?;
    let is_addon = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "node");
    contents.into_iter().find(is_addon).context("the package for Node.js has no addon")
}

/// Builds the addon, puts the package together and answers its tarball.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let napi = Packages::provide(shell)?.program("napi");
    let source = workspace::root().join("bindings-node");
    let contents = super::contents("node")?;
    for file in ["package.json", "js/index.js", "js/index.d.ts"] {
        workspace::copy_into(&source.join(file), &contents)?;
    }
    let target = workspace::target();
    cmd!(
        shell,
        "{napi} build --platform --release --cwd {source} --target-dir {target} --output-dir {contents}
         --js native.cjs --dts native.d.cts"
    )
    .run()?;
    super::pack(shell, &contents, &super::output("node")?)
}
