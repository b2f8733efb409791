//! The class `Definition`.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// One error that Kuzzle knows.
#[pyclass(frozen, eq, hash, module = "kuzzle_errors")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Definition(kuzzle_errors::Definition<'static>);

impl From<kuzzle_errors::Definition<'static>> for Definition {
    fn from(definition: kuzzle_errors::Definition<'static>) -> Self {
        Self(definition)
    }
}

#[pymethods]
impl Definition {
    #[getter]
    fn id(&self) -> &'static str {
        self.0.id()
    }

    #[getter]
    fn code(&self) -> u32 {
        self.0.code().get()
    }

    #[getter]
    fn class_name(&self) -> &'static str {
        self.0.class().name()
    }

    #[getter]
    fn status(&self) -> u16 {
        self.0.status()
    }

    #[getter]
    fn message(&self) -> &'static str {
        self.0.message()
    }

    #[getter]
    fn description(&self) -> &'static str {
        self.0.description()
    }

    #[getter]
    fn params<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.params().iter().collect::<Vec<_>>())
    }

    fn __repr__(&self) -> String {
        format!("<Definition {} ({})>", self.0.id(), self.0.code())
    }
}
