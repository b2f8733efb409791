//! The Python package as users install it.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use xshell::{Shell, cmd};

use crate::package::python::{QUICK_BUILD, installs_alone};
use crate::tools::node::Packages;
use crate::tools::python::{Environment, Interpreter};
use crate::{package, workspace};

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let tools = Environment::provide(shell)?;
    let ruff = tools.program("ruff");
    cmd!(shell, "{ruff} check bindings-python").run()?;
    cmd!(shell, "{ruff} format --check bindings-python").run()?;

    let (wheel, place) = (package::python::make(shell)?, workspace::target().join("test/python"));
    installs_alone(shell, &place, &["--no-index".as_ref(), &wheel])?;
    let _quick = shell.push_env(QUICK_BUILD.0, QUICK_BUILD.1);
    installs_alone(shell, &place, &[&package::python::sdist(shell, &wheel)?])?;
    let before = files_of_checkout(shell)?;
    installs_alone(shell, &place, &["./bindings-python".as_ref()])?;
    let after = files_of_checkout(shell)?;
    ensure!(before == after, "pip install ./bindings-python left files behind:\n{after}");

    for interpreter in Interpreter::all(shell)? {
        println!("\nCPython {}", interpreter.version);
        test_with(shell, &interpreter, &wheel)?;
    }
    check_types(shell)?;
    workspace::print_size(&wheel)
}

/// Runs the tests of the package on what users of one interpreter install.
fn test_with(shell: &Shell, interpreter: &Interpreter, wheel: &Path) -> anyhow::Result<()> {
    let environment = Environment::provide_for(shell, interpreter, &requirements())?;
    let python = environment.program("python");
    environment.install(shell, &["--force-reinstall".as_ref(), "--no-deps".as_ref(), "--no-index".as_ref(), wheel])?;
    cmd!(shell, "{python} -m pytest --quiet -p no:cacheprovider bindings-python/tests").run()?;
    Ok(())
}

/// What the tests need beside the package.
fn requirements() -> PathBuf {
    workspace::root().join("bindings-python/tests/requirements.txt")
}

/// What git sees in the package's folder, ignored files too.
fn files_of_checkout(shell: &Shell) -> anyhow::Result<String> {
    Ok(cmd!(shell, "git status --porcelain --ignored bindings-python").quiet().read()?)
}

/// Pyright takes the package and its tests in its strictest mode, as the oldest Python has it and as the default one
/// has it; the stub of the native module says what is there.
fn check_types(shell: &Shell) -> anyhow::Result<()> {
    let environment = Environment::provide_for(shell, &Interpreter::default(shell)?, &requirements())?;
    let python = environment.program("python");
    let pyright = Packages::provide(shell)?.program("pyright");
    cmd!(shell, "{pyright} --project bindings-python --pythonpath {python}").run()?;
    cmd!(shell, "{pyright} --project bindings-python --pythonpath {python} --pythonversion 3.10").run()?;
    let configuration = "bindings-python/pyproject.toml";
    cmd!(shell, "{python} -m mypy.stubtest --mypy-config-file {configuration} kuzzle_errors._native").run()?;
    Ok(())
}
