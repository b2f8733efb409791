//! The class `Error`: an error of the core, behind each `KuzzleError` of the package.

use std::borrow::Cow;

use kuzzle_errors::{Code, CodeConflict, Conflict, Definition, Failure, KuzzleError, Prop};
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};

use crate::{complaint, prop};

/// An error of the core.
#[pyclass(frozen)]
pub(crate) struct Error(KuzzleError);

impl From<KuzzleError> for Error {
    fn from(error: KuzzleError) -> Self {
        Self(error)
    }
}

/// `id`, `status`, `reason`, `action` and the item as JSON, in the order of `Failure.__slots__` in `_failures.py`.
type FailureRow = (Option<String>, Option<u16>, Option<String>, Option<String>, String);

/// `received`, `expected` and the id `belongs_to`, then `received` and `expected` of the status.
pub(crate) type ConflictRow = (Option<(u32, Option<u32>, Option<String>)>, Option<(u16, u16)>);

#[pymethods]
impl Error {
    #[getter]
    fn id(&self) -> Option<&str> {
        self.0.id()
    }

    #[getter]
    fn definition_id(&self) -> Option<&str> {
        self.0.definition().map(Definition::id)
    }

    #[getter]
    fn code(&self) -> Option<u32> {
        self.0.code().map(Code::get)
    }

    #[getter]
    fn status(&self) -> u16 {
        self.0.status()
    }

    #[getter]
    fn message(&self) -> &str {
        self.0.message()
    }

    #[getter]
    fn stack(&self) -> Option<String> {
        self.0.stack()
    }

    #[getter]
    fn count(&self) -> u64 {
        self.0.count()
    }

    /// The values of the params.
    fn props<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        self.0.props().iter().map(|prop| prop::to_python(py, prop)).collect()
    }

    /// The errors in the error, as they came.
    fn errors<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        self.0.errors().iter().map(|error| prop::to_python(py, error)).collect()
    }

    /// What came around the error, each member as JSON.
    fn context(&self) -> Vec<(&'static str, String)> {
        self.0.context().iter().map(|(name, json)| (name, json.to_owned())).collect()
    }

    fn conflict(&self) -> Option<ConflictRow> {
        self.0.conflict().map(conflict_row)
    }

    fn failures(&self) -> Vec<FailureRow> {
        self.0.failures().into_iter().map(failure_row).collect()
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn to_problem_json(&self) -> String {
        self.0.to_problem_json()
    }

    fn attributes<'py>(&self, py: Python<'py>) -> PyResult<Vec<(&'static str, Bound<'py, PyAny>)>> {
        let attributes = self.0.attributes();
        attributes.iter().map(|(name, value)| Ok((*name, prop::to_python(py, value)?))).collect()
    }

    fn report(&self) -> String {
        self.0.report().to_string()
    }

    #[pyo3(signature = (message, /))]
    fn with_message(&self, message: &Bound<'_, PyString>) -> Self {
        Self(self.0.clone().with_message(message.to_string_lossy()))
    }

    #[pyo3(signature = (errors, /))]
    fn with_errors(&self, errors: &Bound<'_, PyTuple>) -> PyResult<Self> {
        let errors: Vec<Prop<'_>> = errors.iter().map(|error| prop::from_python(&error)).collect::<PyResult<_>>()?;
        Ok(Self(self.0.clone().with_errors(errors)))
    }
}

/// The failed items in the answer of a server.
#[pyfunction]
#[pyo3(signature = (body, /))]
pub(crate) fn failures(body: &[u8]) -> PyResult<Vec<FailureRow>> {
    let failures = kuzzle_errors::failures(body).map_err(|malformed| complaint::malformed(&malformed))?;
    Ok(failures.into_iter().map(failure_row).collect())
}

fn failure_row(failure: Failure<'_>) -> FailureRow {
    let owned = |text: Option<Cow<'_, str>>| text.map(Cow::into_owned);
    (owned(failure.id), failure.status, owned(failure.reason), owned(failure.action), failure.raw.into_owned())
}

pub(crate) fn conflict_row(conflict: Conflict<'_>) -> ConflictRow {
    let code = |CodeConflict { received, expected, belongs_to }: CodeConflict<'_>| {
        (received.get(), expected.map(Code::get), belongs_to.map(|holder| holder.id().to_owned()))
    };
    (conflict.code.map(code), conflict.status.map(|status| (status.received, status.expected)))
}
