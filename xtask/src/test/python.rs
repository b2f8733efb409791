//! The Python package as users install it: the wheel in an environment of its own.

use xshell::{Shell, cmd};

use crate::tools::node::Packages;
use crate::tools::python::Environment;
use crate::{package, workspace};

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let tools = Environment::provide(shell)?;
    let ruff = tools.program("ruff");
    cmd!(shell, "{ruff} check bindings-python").run()?;
    cmd!(shell, "{ruff} format --check bindings-python").run()?;

    let wheel = package::python::make(shell)?;
    let environment = Environment::create(shell, &workspace::target().join("test/python"))?;
    environment.install(shell, &["--no-index".as_ref(), &wheel])?;
    let python = environment.program("python");
    cmd!(shell, "{python} -c 'import kuzzle_errors'").run()?;

    let requirements = workspace::root().join("bindings-python/tests/requirements.txt");
    environment.install(shell, &["--requirement".as_ref(), &requirements])?;
    cmd!(shell, "{python} -m pytest -p no:cacheprovider bindings-python/tests").run()?;
    let pyright = Packages::provide(shell)?.program("pyright");
    cmd!(shell, "{pyright} --project bindings-python --pythonpath {python}").run()?;
    workspace::print_size(&wheel)
}
