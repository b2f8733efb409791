//! The look-ups in the built-in registry: in dictionaries that the package makes once, so that nothing is converted.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;

/// A dictionary of the registry `KUZZLE` in `_registry.py`, made when the first look-up asks it.
struct Table {
    attribute: &'static str,
    dictionary: PyOnceLock<Py<PyDict>>,
}

static BY_CODE: Table = Table { attribute: "_by_code", dictionary: PyOnceLock::new() };
static BY_ID: Table = Table { attribute: "_by_id", dictionary: PyOnceLock::new() };

impl Table {
    fn get<'py>(&self, key: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let py = key.py();
        let dictionary = self.dictionary.get_or_try_init(py, || {
            let registry = py.import(intern!(py, "kuzzle_errors._registry"))?.getattr(intern!(py, "KUZZLE"))?;
            Ok::<_, PyErr>(registry.getattr(self.attribute)?.cast_into::<PyDict>()?.unbind())
        })?;
        dictionary.bind(py).get_item(key)
    }
}

/// Return the built-in definition with this code, or None.
///
/// A negative number is the code as a signed 32-bit integer, as JavaScript writes some. Of several errors that one
/// code had in different releases it is the newest.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn by_code<'py>(code: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    BY_CODE.get(code)
}

/// Return the built-in definition with exactly this id, case included, or None.
#[pyfunction]
#[pyo3(signature = (id, /))]
pub(crate) fn by_id<'py>(id: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    BY_ID.get(id)
}
