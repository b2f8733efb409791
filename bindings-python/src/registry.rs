//! The class `Registry`: a registry of the core, behind each `Registry` of the package.

use std::path::PathBuf;

use kuzzle_errors::{Code, Definition, Legacy, LoadOptions, Prop, RegistryKind, Release};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyInt, PyString, PyTuple};

use crate::complaint::{self, invalid_registry, invalid_release, malformed};
use crate::definition;
use crate::error::{ConflictRow, Error, conflict_row};
use crate::prop::from_python;
use crate::scan::{self, HitRow};

/// A registry of the core.
#[pyclass(frozen)]
pub(crate) struct Registry(kuzzle_errors::Registry);

/// The id of the definition, what decided, and the conflict.
type ResolutionRow = (Option<String>, Option<&'static str>, Option<ConflictRow>);

/// `id`, `code`, `class`, `first` and `last`.
type LegacyRow = (&'static str, u32, &'static str, String, String);

/// An error that was read, the name of its class, the id of its definition and its message.
type ReadError = (Error, &'static str, Option<String>, String);

#[pymethods]
impl Registry {
    #[staticmethod]
    fn kuzzle() -> Self {
        Self(kuzzle_errors::Registry::kuzzle().clone())
    }

    #[staticmethod]
    #[pyo3(signature = (path, kind, /))]
    fn load(py: Python<'_>, path: PathBuf, kind: Option<&str>) -> PyResult<Self> {
        let options = options(kind)?;
        py.detach(|| options.load(path)).map(Self).map_err(|invalid| invalid_registry(&invalid))
    }

    #[staticmethod]
    #[pyo3(signature = (text, kind, file_name, /))]
    fn load_str(text: &Bound<'_, PyString>, kind: Option<&str>, file_name: Option<&str>) -> PyResult<Self> {
        let mut options = options(kind)?;
        if let Some(name) = file_name {
            options = options.file_name(name);
        }
        options.load_str(&text.to_string_lossy()).map(Self).map_err(|invalid| invalid_registry(&invalid))
    }

    #[pyo3(signature = (other, /))]
    fn with_(&self, other: &Self) -> PyResult<Self> {
        self.0.with(&other.0).map(Self).map_err(|invalid| invalid_registry(&invalid))
    }

    #[pyo3(signature = (release, /))]
    fn at(&self, release: &Bound<'_, PyString>) -> PyResult<Self> {
        let release = &*release.to_string_lossy();
        self.0.at(release).map(Self).map_err(|invalid| invalid_release(release, invalid))
    }

    #[getter]
    fn release(&self) -> Option<String> {
        self.0.release().map(|release: Release| release.to_string())
    }

    /// Every definition in code order.
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyTuple>>> {
        self.0.iter().map(|definition| definition::row(py, definition)).collect()
    }

    fn warnings(&self) -> Vec<complaint::Row> {
        complaint::rows(self.0.warnings())
    }

    #[pyo3(signature = (id, code, status, /))]
    fn resolve(
        &self,
        id: Option<&Bound<'_, PyString>>,
        code: Option<&Bound<'_, PyInt>>,
        status: Option<&Bound<'_, PyInt>>,
    ) -> ResolutionRow {
        let code = code.and_then(code_of);
        let id = id.map(|id| id.to_string_lossy());
        let resolution = self.0.resolve(id.as_deref(), code, status.and_then(http_status));
        (
            resolution.definition.map(|definition| definition.id().to_owned()),
            resolution.by.map(kuzzle_errors::ResolvedBy::name),
            resolution.conflict.map(conflict_row),
        )
    }

    #[pyo3(signature = (words, /))]
    fn search(&self, words: &Bound<'_, PyString>) -> Vec<String> {
        ids(self.0.search(&words.to_string_lossy()))
    }

    #[pyo3(signature = (id, /))]
    fn suggest(&self, id: &Bound<'_, PyString>) -> Vec<String> {
        ids(self.0.suggest(&id.to_string_lossy()))
    }

    /// The errors that a text speaks of; other threads run meanwhile.
    #[pyo3(signature = (text, in_characters, /))]
    fn scan(&self, py: Python<'_>, text: &[u8], in_characters: bool) -> Vec<HitRow> {
        py.detach(|| scan::rows(&self.0, text, in_characters))
    }

    /// What differs between this registry and a newer one, as JSON.
    #[pyo3(signature = (newer, /))]
    fn compare(&self, newer: &Self) -> PyResult<String> {
        serde_json::to_string(&self.0.compare(&newer.0)).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// Builds an error from values in order.
    #[pyo3(signature = (id, args, /))]
    fn error(&self, id: &Bound<'_, PyString>, args: &Bound<'_, PyTuple>) -> PyResult<Error> {
        let props: Vec<Prop<'_>> = args.iter().map(|value| from_python(&value)).collect::<PyResult<_>>()?;
        Ok(self.0.error(&id.to_string_lossy(), props).into())
    }

    /// Builds an error from values by the names of the params.
    #[pyo3(signature = (id, params, /))]
    fn error_named(&self, id: &str, params: &Bound<'_, PyDict>) -> PyResult<Error> {
        let named = |(name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>)| {
            Ok((name.cast_into::<PyString>()?.to_string_lossy().into_owned(), from_python(&value)?))
        };
        let params: Vec<(String, Prop<'_>)> = params.iter().map(named).collect::<PyResult<_>>()?;
        Ok(self.0.error_named(id, params.iter().map(|(name, value)| (&**name, value))).into())
    }

    #[pyo3(signature = (body, status, /))]
    fn parse(&self, body: &[u8], status: Option<&Bound<'_, PyInt>>) -> PyResult<Option<ReadError>> {
        let found = self.0.parse(body, status.and_then(http_status)).map_err(|error| malformed(&error))?;
        Ok(found.map(|error| {
            let definition = error.definition().map(|definition| definition.id().to_owned());
            let (class, message) = (error.class().name(), error.message().to_owned());
            (error.into(), class, definition, message)
        }))
    }
}

/// What a code meant before Kuzzle 1.10.5, the newest meaning first.
#[pyfunction]
#[pyo3(signature = (code, release, /))]
pub(crate) fn legacy(code: &Bound<'_, PyInt>, release: Option<&Bound<'_, PyString>>) -> PyResult<Vec<LegacyRow>> {
    let Some(code) = code_of(code) else { return Ok(Vec::new()) };
    let release = release.map(|release| release.to_string_lossy());
    let meanings = kuzzle_errors::legacy(code, release.as_deref());
    let meanings = meanings.map_err(|invalid| invalid_release(release.as_deref().unwrap_or_default(), invalid))?;
    let row = |legacy: Legacy| {
        let (first, last) = (legacy.first().to_string(), legacy.last().to_string());
        (legacy.id(), legacy.code().get(), legacy.class().name(), first, last)
    };
    Ok(meanings.map(row).collect())
}

/// Every known release and its date, oldest first.
#[pyfunction]
pub(crate) fn releases() -> Vec<(String, &'static str)> {
    kuzzle_errors::releases().map(|release| (release.to_string(), release.date().unwrap_or_default())).collect()
}

fn options(kind: Option<&str>) -> PyResult<LoadOptions> {
    let Some(name) = kind else { return Ok(LoadOptions::new()) };
    let kind = RegistryKind::from_name(name).ok_or_else(|| PyValueError::new_err(RegistryKind::unknown(name)))?;
    Ok(LoadOptions::new().kind(kind))
}

/// A code, unsigned or as a signed 32-bit integer; any other number is none.
fn code_of(code: &Bound<'_, PyInt>) -> Option<Code> {
    Code::try_from(code.extract::<i64>().ok()?).ok()
}

/// A status as HTTP has it; any other number says nothing.
fn http_status(status: &Bound<'_, PyInt>) -> Option<u16> {
    status.extract().ok()
}

fn ids(definitions: Vec<Definition<'_>>) -> Vec<String> {
    definitions.into_iter().map(|definition| definition.id().to_owned()).collect()
}
