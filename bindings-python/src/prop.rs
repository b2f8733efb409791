//! Values of Python as props, and back.

use kuzzle_errors::Prop;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};

/// The module that reads and writes JSON.
const JSON: &str = "kuzzle_errors._json";

/// A value as a prop: containers become JSON, and whatever JavaScript has no value for becomes its text.
pub(crate) fn from_python(value: &Bound<'_, PyAny>) -> PyResult<Prop<'static>> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Prop::String(text.to_string_lossy().into_owned().into()));
    }
    if value.is_none() {
        return Ok(Prop::Null);
    }
    if let Ok(value) = value.cast::<PyBool>() {
        return Ok(value.is_true().into());
    }
    if let Ok(value) = value.cast::<PyInt>() {
        return integer(value);
    }
    if let Ok(value) = value.cast::<PyFloat>() {
        return Ok(value.value().into());
    }
    let module = value.py().import(intern!(value.py(), JSON))?;
    let (is_json, text): (bool, String) = module.call_method1(intern!(value.py(), "prop"), (value,))?.extract()?;
    Ok(if is_json { Prop::Json(text.into()) } else { text.into() })
}

/// An integer of any size.
fn integer(value: &Bound<'_, PyInt>) -> PyResult<Prop<'static>> {
    if let Ok(value) = value.extract::<i64>() {
        return Ok(value.into());
    }
    // Python refuses to write integers of thousands of digits in decimal.
    match value.str() {
        Ok(digits) => Ok(Prop::BigInteger(digits.to_string_lossy().into_owned().into())),
        Err(_) => Ok(value.py().import("builtins")?.call_method1("hex", (value,))?.extract::<String>()?.into()),
    }
}

/// A prop as a value; what Python cannot read stays JSON text.
pub(crate) fn to_python<'py>(py: Python<'py>, prop: &Prop<'_>) -> PyResult<Bound<'py, PyAny>> {
    match prop {
        Prop::Bool(value) => Ok(PyBool::new(py, *value).to_owned().into_any()),
        Prop::Integer(value) => Ok(value.into_pyobject(py)?.into_any()),
        Prop::String(text) => Ok(PyString::new(py, text).into_any()),
        Prop::Number(json) | Prop::Json(json) | Prop::BigInteger(json) => {
            py.import(intern!(py, JSON))?.call_method1(intern!(py, "read"), (&**json,))
        }
        _ => Ok(py.None().into_bound(py)),
    }
}
