//! What is wrong with responses, registries and releases, as the exceptions of the package.

use kuzzle_errors::{Complaint, InvalidRegistry, InvalidRelease, Malformed};
use pyo3::PyErr;

/// The classes of the exceptions, which are Python's.
mod classes {
    pyo3::import_exception!(kuzzle_errors._invalid, InvalidRegistry);
    pyo3::import_exception!(kuzzle_errors._invalid, InvalidRelease);
    pyo3::import_exception!(kuzzle_errors._invalid, MalformedResponse);
}

/// The columns of a complaint, in the order of `Complaint.__slots__` in `_invalid.py`; the value is JSON.
pub(crate) type Row =
    (Option<String>, String, Option<String>, &'static str, String, &'static str, Option<usize>, Option<usize>, String);

/// The columns of each complaint.
pub(crate) fn rows(complaints: &[Complaint]) -> Vec<Row> {
    complaints.iter().map(row).collect()
}

fn row(complaint: &Complaint) -> Row {
    (
        complaint.file().map(str::to_owned),
        complaint.path().to_owned(),
        complaint.value().map(str::to_owned),
        complaint.rule().name(),
        complaint.message().to_owned(),
        complaint.severity().name(),
        complaint.line(),
        complaint.column(),
        complaint.to_string(),
    )
}

pub(crate) fn invalid_registry(invalid: &InvalidRegistry) -> PyErr {
    classes::InvalidRegistry::new_err((invalid.to_string(), rows(invalid.complaints())))
}

pub(crate) fn invalid_release(release: &str, invalid: InvalidRelease) -> PyErr {
    classes::InvalidRelease::new_err(format!("{release:?} is {invalid}"))
}

pub(crate) fn malformed(malformed: &Malformed) -> PyErr {
    classes::MalformedResponse::new_err((malformed.message().to_owned(), malformed.line(), malformed.column()))
}
