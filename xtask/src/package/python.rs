//! The Python package: the wheel for every Linux since 2014, and the sdist.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::python::Environment;
use crate::workspace;

/// Has maturin build quickly where only the way there is tried, not what comes out.
pub(crate) const QUICK_BUILD: (&str, &str) = ("MATURIN_PEP517_ARGS", "--profile=dev");

/// Builds the sdist and the wheel, and answers the wheel.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let maturin = Environment::provide(shell)?.program("maturin");
    let manifest = "bindings-python/Cargo.toml";
    let folder = super::output("python")?;
    cmd!(shell, "{maturin} sdist --manifest-path {manifest} --out {folder}").run()?;
    // Zig links against the old glibc; maturin looks for it on the path.
    let tools = maturin.parent().context("maturin stands in a folder")?;
    let mut path = vec![tools.to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    cmd!(
        shell,
        "{maturin} build --release --zig --compatibility manylinux2014 --manifest-path {manifest} --out {folder}"
    )
    .env("PATH", std::env::join_paths(path)?)
    .run()?;
    file(shell, &folder, "whl")
}

/// The wheel is installed and used, without any other package, and so is the sdist.
pub(super) fn check(shell: &Shell, wheel: &Path) -> anyhow::Result<()> {
    let place = super::empty_place("python")?;
    installs_alone(shell, &place, &["--no-index".as_ref(), wheel])?;
    let _quick = shell.push_env(QUICK_BUILD.0, QUICK_BUILD.1);
    // Where it is built, so that the next time takes seconds.
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target().join("package/sdist-build"));
    installs_alone(shell, &place, &[&sdist(shell, wheel)?])
}

/// Installs the package into an empty environment in a folder; it must import and bring the command.
pub(crate) fn installs_alone(shell: &Shell, place: &Path, arguments: &[&Path]) -> anyhow::Result<()> {
    let environment = Environment::create(shell, place)?;
    environment.install(shell, arguments)?;
    let (python, command) = (environment.program("python"), environment.program("kuzzle-errors"));
    cmd!(shell, "{python} -I -c 'import kuzzle_errors; assert len(kuzzle_errors.definitions()) == 277'").run()?;
    cmd!(shell, "{command} explain 0x01010001").ignore_stdout().run()?;
    Ok(())
}

/// The sdist that was built together with a wheel.
pub(crate) fn sdist(shell: &Shell, wheel: &Path) -> anyhow::Result<PathBuf> {
    file(shell, wheel.parent().context("a wheel stands in a folder")?, "gz")
}

fn file(shell: &Shell, folder: &Path, extension: &str) -> anyhow::Result<PathBuf> {
    let mut files = shell.read_dir(folder)?.into_iter();
    let found = files.find(|file| file.extension() == Some(OsStr::new(extension)));
    found.with_context(|| format!("maturin made no .{extension}"))
}
