//! The explorer: a static folder for any server, under any path.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::docs::links;
use crate::tools::node::Packages;
use crate::workspace;

/// What the explorer and its tests use of the JavaScript tools.
const TOOLS: [&str; 3] = ["vite", "playwright-core", "axe-core"];

/// Compiles the WASM modules that it is given, at least one.
const COMPILE: &str = "const [, ...files] = process.argv;
for (const file of files) new WebAssembly.Module(require('node:fs').readFileSync(file));
process.exit(files.length > 0 ? 0 : 1);";

/// Makes the browser package and the page on top of it, and answers the folder of the page.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    build(shell, &provide_modules(shell)?.program("vite"))
}

/// What the page names is there, and Node.js can read every script and every WASM module.
pub(super) fn check(shell: &Shell, folder: &Path) -> anyhow::Result<()> {
    links::check(folder)?;
    let has_extension = |file: &PathBuf, wanted| file.extension().is_some_and(|extension| extension == wanted);
    let files = shell.read_dir(folder.join("assets"))?;
    for script in files.iter().filter(|file| has_extension(file, "js")) {
        let source = shell.read_file(script)?;
        cmd!(shell, "node --check --input-type=module -").stdin(source).quiet().run()?;
    }
    let modules = files.iter().filter(|file| has_extension(file, "wasm"));
    cmd!(shell, "node --eval {COMPILE} {modules...}").quiet().run()?;
    Ok(())
}

/// Builds the page of what [`provide_modules`] has brought, and answers its folder.
pub(crate) fn build(shell: &Shell, vite: &Path) -> anyhow::Result<PathBuf> {
    let (source, output) = (folder(), super::output("explorer")?);
    cmd!(shell, "{vite} build {source} --logLevel warn").env("EXPLORER_OUTPUT", &output).run()?;
    Ok(output)
}

/// The source of the explorer.
pub(crate) fn folder() -> PathBuf {
    workspace::root().join("explorer")
}

/// Makes the browser package, and has the explorer find it and its tools where Node.js looks for packages.
pub(crate) fn provide_modules(shell: &Shell) -> anyhow::Result<Packages> {
    let packages = Packages::provide(shell)?;
    super::wasm::make(shell)?;
    let modules = folder().join("node_modules");
    workspace::empty(&modules)?;
    link(&super::wasm::contents(), &modules.join("kuzzle-errors-wasm"))?;
    for tool in TOOLS {
        link(&packages.modules().join(tool), &modules.join(tool))?;
    }
    Ok(packages)
}

fn link(package: &Path, place: &Path) -> anyhow::Result<()> {
    let package = fs::canonicalize(package).with_context(|| format!("no package {}", package.display()))?;
    workspace::link(&package, place)
}
