//! The registry that a run asks: the built-in one and what is laid over it, narrowed to a release or not.

use std::path::{Path, PathBuf};

use kuzzle_errors::{Complaint, InvalidRegistry, LoadOptions, Registry, RegistryKind, Severity};

use crate::arguments::Scope;
use crate::outcome::Failure;
use crate::streams::Streams;
use crate::text::{counted, printable};

/// The registry of a run, twice.
pub(crate) struct Registries {
    /// With the definitions of every release.
    pub(crate) everything: Registry,
    /// Narrowed to the release that was asked for, if one was.
    pub(crate) narrowed: Registry,
}

impl Registries {
    /// Opens what was asked for, and says what is wrong or strange about the files.
    pub(crate) fn open(scope: &Scope, streams: &mut Streams<'_>) -> Result<Self, Failure> {
        let everything = shown(laid_over(&scope.registries), streams)?;
        // The text of a release is a release: nothing is lost where this is `None`.
        let narrowed = scope.release.and_then(|release| everything.at(&release.to_string()).ok());
        Ok(Self { narrowed: narrowed.unwrap_or_else(|| everything.clone()), everything })
    }
}

/// Loads some files and folders as one registry without the built-in one, and says what is wrong or strange about them.
pub(crate) fn load(paths: &[PathBuf], streams: &mut Streams<'_>) -> Result<Registry, Failure> {
    shown(load_all(paths, None).and_then(|loaded| alone(&loaded)), streams)
}

/// The built-in registry and over it those at some paths.
fn laid_over(paths: &[PathBuf]) -> Result<Registry, Vec<Complaint>> {
    together(Registry::kuzzle(), &load_all(paths, None)?)
}

/// Loads some files and folders, each alone; else every complaint about any of them.
pub(crate) fn load_all(paths: &[PathBuf], kind: Option<RegistryKind>) -> Result<Vec<Registry>, Vec<Complaint>> {
    let loaded: Vec<_> = paths.iter().map(|path| load_as(path, kind)).collect();
    if loaded.iter().any(Result::is_err) {
        let complaints = loaded.iter().map(|loaded| match loaded {
            Ok(registry) => registry.warnings(),
            Err(invalid) => invalid.complaints(),
        });
        return Err(complaints.flatten().cloned().collect());
    }
    Ok(loaded.into_iter().flatten().collect())
}

/// A registry and over it some others, in order; else every complaint.
pub(crate) fn together(base: &Registry, others: &[Registry]) -> Result<Registry, Vec<Complaint>> {
    let together = others.iter().try_fold(base.clone(), |all, next| all.with(next));
    together.map_err(|invalid| invalid.complaints().to_vec())
}

/// Some registries as one, without the built-in one; else every complaint.
pub(crate) fn alone(loaded: &[Registry]) -> Result<Registry, Vec<Complaint>> {
    let empty = LoadOptions::new().load_files([]).map_err(|invalid| invalid.complaints().to_vec())?;
    together(&empty, loaded)
}

fn load_as(path: &Path, kind: Option<RegistryKind>) -> Result<Registry, InvalidRegistry> {
    let options = LoadOptions::new();
    kind.map_or(options.clone(), |kind| options.kind(kind)).load(path)
}

/// A registry with its warnings told; else a failure with everything told that is wrong.
fn shown(registry: Result<Registry, Vec<Complaint>>, streams: &mut Streams<'_>) -> Result<Registry, Failure> {
    match registry {
        Ok(registry) => {
            show(registry.warnings(), streams);
            Ok(registry)
        }
        Err(complaints) => {
            show(&complaints, streams);
            Err(Failure::Complaint(summary(&complaints)))
        }
    }
}

/// One line for each complaint, in the form that editors understand: `manifest.json:12:15: error: …`.
fn show(complaints: &[Complaint], streams: &mut Streams<'_>) {
    for complaint in complaints {
        streams.remark(printable(&complaint.to_string()).replace('\n', " "));
    }
}

fn summary(complaints: &[Complaint]) -> String {
    let errors = complaints.iter().filter(|complaint| complaint.severity() == Severity::Error).count();
    format!("{} in the registries; kuzzle-errors check PATH shows them in their lines", counted(errors, "error"))
}
