//! `kuzzle_errors._native`: the registry as Python sees it.
//!
//! What is public, and its documentation for people, stands in the package `python/kuzzle_errors` around it.

mod definition;

use kuzzle_errors::Code;
use pyo3::prelude::*;
use pyo3::types::PyInt;

use crate::definition::Definition;

/// The native module.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::{Definition, by_code};
}

/// The definition with this code, or None; a negative number is the code as a signed 32-bit integer.
#[pyfunction]
#[pyo3(signature = (code, /))]
fn by_code(code: &Bound<'_, PyInt>) -> Option<Definition> {
    let code = code.extract::<u32>().map(Code::from).or_else(|_| code.extract::<i32>().map(Code::from));
    kuzzle_errors::by_code(code.ok()?).map(Definition::from)
}
