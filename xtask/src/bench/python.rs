//! The Python package beside its peers, as `bindings-python/benchmarks/peers.py` measures them.

use xshell::{Shell, cmd};

use crate::tools::python::Environment;
use crate::{package, workspace};

/// Installs the wheel and the peers, and prints the tables.
pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let wheel = package::python::make(shell)?;
    let requirements = workspace::root().join("bindings-python/benchmarks/requirements.txt");
    let environment = Environment::provide_for(shell, "python3".as_ref(), &requirements)?;
    environment.install(shell, &["--force-reinstall".as_ref(), "--no-deps".as_ref(), "--no-index".as_ref(), &wheel])?;
    let python = environment.program("python");
    cmd!(shell, "{python} bindings-python/benchmarks/peers.py").run()?;
    Ok(())
}
