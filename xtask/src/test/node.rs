//! The npm packages as users install them: the tarballs in an empty folder.

mod kuzzle;

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use self::kuzzle::Kuzzle;
use crate::package::node::Tarballs;
use crate::tools::node::{Packages, others};
use crate::{package, workspace};

/// What can answer in the package.
const ENGINES: [&str; 2] = ["native", "wasm"];

/// The test of what npm leaves where there is no package for the platform.
const FALLBACK: &str = "fallback.test.cjs";

/// The test of the command, which one engine has.
const COMMAND: &str = "command.test.js";

/// The linter has nothing to say of any JavaScript, and its formatter changes nothing.
pub(super) fn lint(shell: &Shell) -> anyhow::Result<()> {
    let biome = Packages::provide(shell)?.program("biome");
    cmd!(shell, "{biome} ci --error-on-warnings").run()?;
    Ok(())
}

/// The packages for Node.js, with every release of Node.js that can be had here and by both engines.
pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let packages = Packages::provide(shell)?;
    let tarballs = package::node::make(shell)?;
    let tests = Path::new("bindings-node/tests");
    test_without_addon(shell, &tarballs, tests)?;
    if tarballs.platform.is_some() {
        test_with_addon(shell, &packages, &tarballs, tests)?;
        workspace::print_size(&package::node::addon())?;
    }
    check(shell, &packages, &tarballs)?;
    tarballs.both().iter().try_for_each(|tarball| workspace::print_size(tarball))
}

/// The main package alone.
fn test_without_addon(shell: &Shell, tarballs: &Tarballs, tests: &Path) -> anyhow::Result<()> {
    let folder = install(shell, "node-alone", &[specifier(package::node::NAME, &tarballs.main)], tests)?;
    test_installed(shell, "node-wasm", &tarballs.main)?;
    let _directory = shell.push_dir(folder);
    cmd!(shell, "node --test {FALLBACK}").run()?;
    Ok(())
}

/// Both packages, beside Kuzzle and what its users have.
fn test_with_addon(shell: &Shell, packages: &Packages, tarballs: &Tarballs, tests: &Path) -> anyhow::Result<()> {
    let (tsc, peers, kuzzle) =
        (packages.program("tsc"), Packages::provide_from(shell, "bindings-node/peers")?, Kuzzle::provide(shell)?);
    let root = workspace::root();
    let folder = install(shell, "node", &tarballs.both(), tests)?;
    workspace::copy_into(&root.join("bindings-wasm/tests/package/vectors.js"), &folder)?;
    let _directory = shell.push_dir(&folder);
    cmd!(shell, "{tsc} --project .").run()?;
    let _environment = [
        shell.push_env("VECTORS", root.join("vectors")),
        shell.push_env("GOLDEN", root.join("cli/tests/golden")),
        shell.push_env("PEERS", peers.modules()),
    ];
    let _kuzzle = kuzzle.environment(shell);
    for node in [vec!["node".into()], others(shell)].concat() {
        for engine in ENGINES {
            println!("\n{} with the {engine} engine", cmd!(shell, "{node} --version").quiet().read()?);
            let tests = shell.read_dir(&folder)?.into_iter().filter(|file| is_test(file, engine));
            cmd!(shell, "{node} --test {tests...}").env("KUZZLE_ERRORS_ENGINE", engine).run()?;
        }
    }
    Ok(())
}

/// Whether a file is a test of the package by one of the engines.
fn is_test(file: &Path, engine: &str) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.contains(".test.") && name != FALLBACK && (name != COMMAND || engine == "native")
}

/// What others have to say about the package.
fn check(shell: &Shell, packages: &Packages, tarballs: &Tarballs) -> anyhow::Result<()> {
    let (publint, attw, main) = (packages.program("publint"), packages.program("attw"), &tarballs.main);
    cmd!(shell, "{publint} {main} --strict").run()?;
    cmd!(shell, "{attw} {main} --profile node16 --exclude-entrypoints registry.json").run()?;
    Ok(())
}

/// Installs a tarball and runs the tests that both packages share.
pub(super) fn test_installed(shell: &Shell, folder: &str, tarball: &Path) -> anyhow::Result<()> {
    let tsc = Packages::provide(shell)?.program("tsc");
    let package = specifier("package-under-test", tarball);
    let folder = install(shell, folder, &[package], Path::new("bindings-wasm/tests/both"))?;
    let _directory = shell.push_dir(&folder);
    cmd!(shell, "{tsc} --project .").run()?;
    cmd!(shell, "node --test").run()?;
    Ok(())
}

/// What tells npm to install a tarball under a name.
pub(crate) fn specifier(name: &str, tarball: &Path) -> PathBuf {
    format!("{name}@file:{}", tarball.display()).into()
}

/// Installs packages into a new folder, which gets copies of some tests, and answers the folder.
pub(crate) fn install(shell: &Shell, folder: &str, packages: &[PathBuf], tests: &Path) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("test").join(folder);
    workspace::empty(&folder)?;
    for file in shell.read_dir(tests)? {
        workspace::copy_into(&file, &folder)?;
    }
    let _directory = shell.push_dir(&folder);
    workspace::write(&folder.join("package.json"), r#"{ "private": true, "type": "module" }"#)?;
    cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --offline {packages...}").run()?;
    Ok(folder)
}
