//! Definitions as the rows that the Python class `Definition` is made of.

use kuzzle_errors::{Audience, Definition, Retry};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// The columns of a definition, in the order of `Definition.__slots__` in `_definition.py`.
pub(crate) fn row<'py>(py: Python<'py>, definition: Definition<'_>) -> PyResult<Bound<'py, PyTuple>> {
    let identity = (definition.id(), definition.code().get(), definition.class().name(), definition.status());
    let texts = (definition.description(), definition.message(), PyTuple::new(py, params(definition))?);
    let parts = (definition.domain(), definition.subdomain(), definition.name());
    let releases = PyTuple::new(py, releases(definition))?;
    let history = (releases, definition.deprecated());
    let advice = (
        definition.cause(),
        definition.fix(),
        definition.retry().map(Retry::name),
        definition.audience().map(Audience::name),
        definition.url(),
    );
    let groups = [
        identity.into_pyobject(py)?,
        texts.into_pyobject(py)?,
        parts.into_pyobject(py)?,
        history.into_pyobject(py)?,
        advice.into_pyobject(py)?,
    ];
    let columns: Vec<_> = groups.iter().flat_map(|group| group.iter_borrowed()).collect();
    PyTuple::new(py, columns)
}

fn params(definition: Definition<'_>) -> Vec<&str> {
    definition.params().iter().collect()
}

/// The first and the last release of each line.
fn releases(definition: Definition<'_>) -> Vec<(String, Option<String>)> {
    definition.releases().map(|line| (line.first().to_string(), line.last().map(|last| last.to_string()))).collect()
}
