//! `kuzzle_errors._native`: the core as Python calls it, texts and plain values in, texts and plain values out.
//!
//! What is public, and its documentation for people, stands in the package `python/kuzzle_errors` around it.

mod command;
mod complaint;
mod definition;
mod error;
mod lookups;
mod prop;
mod registry;
mod scan;

use pyo3::prelude::*;

/// The native module.
#[pymodule]
mod _native {
    /// The version of the package.
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_export]
    use super::{
        classes,
        command::run_command,
        error::{Error, failures},
        lookups::{by_code, by_id},
        registry::{Registry, legacy, releases},
    };
}

/// The name and the HTTP status of every class of errors, in the order of their numbers.
#[pyfunction]
fn classes() -> Vec<(&'static str, u16)> {
    kuzzle_errors::Class::ALL.into_iter().map(|class| (class.name(), class.status())).collect()
}
