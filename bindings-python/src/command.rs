//! The command `kuzzle-errors`.

use std::ffi::OsString;

use kuzzle_errors_cli::Streams;
use pyo3::prelude::*;

/// Runs the command on the streams of the process and returns its exit status; the arguments begin with its name.
#[pyfunction]
#[pyo3(signature = (arguments, /))]
pub(crate) fn run_command(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| kuzzle_errors_cli::run(arguments, &mut Streams::standard()))
}
