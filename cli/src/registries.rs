//! The registry that a run asks: the built-in one and what is laid over it, narrowed to a release or not.

use std::path::PathBuf;

use kuzzle_errors::{Complaint, Registry, Severity};

use crate::arguments::Scope;
use crate::outcome::Failure;
use crate::streams::Streams;
use crate::text::printable;

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
        let everything = match laid_over(&scope.registries) {
            Ok(registry) => {
                show(registry.warnings(), streams);
                registry
            }
            Err(complaints) => {
                show(&complaints, streams);
                return Err(Failure::Complaint(summary(&complaints)));
            }
        };
        // The text of a release is a release: nothing is lost where this is `None`.
        let narrowed = scope.release.and_then(|release| everything.at(&release.to_string()).ok());
        Ok(Self { narrowed: narrowed.unwrap_or_else(|| everything.clone()), everything })
    }
}

/// The built-in registry and over it those at some paths, in order; else every complaint about any of them.
fn laid_over(paths: &[PathBuf]) -> Result<Registry, Vec<Complaint>> {
    let loaded: Vec<_> = paths.iter().map(Registry::load).collect();
    if loaded.iter().any(Result::is_err) {
        let complaints = loaded.iter().map(|loaded| match loaded {
            Ok(registry) => registry.warnings(),
            Err(invalid) => invalid.complaints(),
        });
        return Err(complaints.flatten().cloned().collect());
    }
    let together = loaded.into_iter().flatten().try_fold(Registry::kuzzle().clone(), |all, next| all.with(&next));
    together.map_err(|invalid| invalid.complaints().to_vec())
}

/// One line for each complaint, in the form that editors understand: `manifest.json:12:15: error: …`.
fn show(complaints: &[Complaint], streams: &mut Streams<'_>) {
    for complaint in complaints {
        streams.remark(printable(&complaint.to_string()).replace('\n', " "));
    }
}

fn summary(complaints: &[Complaint]) -> String {
    let errors = complaints.iter().filter(|complaint| complaint.severity() == Severity::Error).count();
    format!("{errors} {} in the registries", if errors == 1 { "error" } else { "errors" })
}
