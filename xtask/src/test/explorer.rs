//! The explorer as it is packaged: its parts in Node.js, the page in Chromium.

use xshell::{Shell, cmd};

use crate::package::explorer;
use crate::tools::apt;
use crate::tools::node::Packages;
use crate::workspace;

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    apt::require(shell, "chromium", "chromium")?;
    let packages = explorer::provide_modules(shell)?;
    let (source, tsc) = (explorer::folder(), packages.program("tsc"));
    cmd!(shell, "{tsc} --project {source}").run()?;
    test_parts(shell, &packages)?;
    let page = explorer::build(shell, &packages.program("vite"))?;
    let chromium = cmd!(shell, "which chromium").quiet().read()?;
    let tests = source.join("tests/page");
    cmd!(shell, "node --test {tests}").env("EXPLORER", page).env("CHROMIUM", chromium).run()?;
    Ok(())
}

/// What needs no browser.
fn test_parts(shell: &Shell, packages: &Packages) -> anyhow::Result<()> {
    let folder = workspace::target().join("test/explorer");
    workspace::empty(&folder)?;
    let esbuild = packages.program("esbuild");
    let tests = shell.read_dir(explorer::folder().join("tests/parts"))?;
    cmd!(
        shell,
        "{esbuild} {tests...} --bundle --platform=node --format=esm --outdir={folder} --out-extension:.js=.mjs
         --log-level=warning"
    )
    .run()?;
    let root = workspace::root();
    cmd!(shell, "node --test {folder}").env("WORKSPACE", root).run()?;
    Ok(())
}
