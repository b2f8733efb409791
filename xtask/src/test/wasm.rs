//! The npm package for browsers, and the JavaScript layer that both npm packages have, in Node.js.

use std::path::Path;

use xshell::{Shell, cmd};

use super::node::{install, specifier, test_installed};
use crate::tools::kuzzle::{KUZZLE_1, SDK};
use crate::tools::node::Packages;
use crate::{package, workspace};

/// The name of the package.
const PACKAGE: &str = "kuzzle-errors-wasm";

/// The files that a page downloads, and what is loaded later.
const DOWNLOADS: [&str; 5] = ["main.wasm", "slim.js", "index.js", "all.wasm", "all.js"];

/// The layer over an engine that answers what the test says, then the package as users install it.
pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let packages = Packages::provide(shell)?;
    test_layer(shell, &packages)?;
    let tarball = package::wasm::make(shell)?;
    test_installed(shell, PACKAGE, &tarball)?;
    test_vectors(shell, &packages, &tarball)?;
    check_package(shell, &packages, &tarball)?;
    let files = DOWNLOADS.map(|file| package::wasm::contents().join(file));
    cmd!(shell, "node xtask/node/sizes.mjs {files...}").quiet().run()?;
    Ok(())
}

fn test_layer(shell: &Shell, packages: &Packages) -> anyhow::Result<()> {
    let folder = workspace::target().join("test/layer");
    workspace::empty(&folder)?;
    let esbuild = packages.program("esbuild");
    let tests = shell.read_dir("bindings-wasm/tests/layer")?;
    let tests = tests.into_iter().filter(|file| file.to_string_lossy().ends_with(".test.js"));
    cmd!(
        shell,
        "{esbuild} {tests...} --bundle --platform=node --format=esm --outdir={folder} --out-extension:.js=.mjs
         --log-level=warning"
    )
    .run()?;
    cmd!(shell, "node --test {folder}").run()?;
    Ok(())
}

/// All vectors, what the types allow, and the errors of Kuzzle's own packages.
fn test_vectors(shell: &Shell, packages: &Packages, tarball: &Path) -> anyhow::Result<()> {
    let tsc = packages.program("tsc");
    let folder =
        install(shell, "wasm-vectors", &[specifier(PACKAGE, tarball)], Path::new("bindings-wasm/tests/package"))?;
    let (sdk, common_objects) = (SDK.provide(shell)?, KUZZLE_1.provide(shell)?.with_file_name("kuzzle-common-objects"));
    let _directory = shell.push_dir(folder);
    cmd!(shell, "{tsc} --project .").run()?;
    cmd!(shell, "node --test")
        .env("VECTORS", workspace::root().join("vectors"))
        .env("SDK", sdk)
        .env("COMMON_OBJECTS", common_objects)
        .run()?;
    Ok(())
}

/// What others have to say about the package.
fn check_package(shell: &Shell, packages: &Packages, tarball: &Path) -> anyhow::Result<()> {
    let (publint, attw) = (packages.program("publint"), packages.program("attw"));
    cmd!(shell, "{publint} {tarball} --strict").run()?;
    cmd!(shell, "{attw} {tarball} --profile node16 --exclude-entrypoints main.wasm all.wasm").run()?;
    Ok(())
}
