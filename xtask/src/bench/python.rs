//! The Python package beside its peers, as `bindings-python/benchmarks/peers.py` measures them.

use xshell::{Shell, cmd};

use super::group::Group;
use super::report::Report;
use crate::tools::python::{Environment, Interpreter};
use crate::{package, workspace};

/// Installs the wheel and the peers, and measures.
pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    let wheel = package::python::make(shell)?;
    let requirements = workspace::root().join("bindings-python/benchmarks/requirements.txt");
    let environment = Environment::provide_for(shell, &Interpreter::default(shell)?, &requirements)?;
    environment.install(shell, &["--force-reinstall".as_ref(), "--no-deps".as_ref(), "--no-index".as_ref(), &wheel])?;
    let python = environment.program("python");
    let answer = cmd!(shell, "{python} bindings-python/benchmarks/peers.py").read()?;
    let version = cmd!(shell, "{python} --version").quiet().read()?;
    let peers = shell.read_file(&requirements)?;
    let peers = peers.lines().filter(|line| line.contains("==")).map(|line| line.replace("==", " "));
    Ok(peers.fold(Report::new(Group::read(&answer)?).version(version), Report::version))
}
