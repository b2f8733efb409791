//! The registry that a run asks, narrowed to a release or not.

use kuzzle_errors::{Registry, Release};

/// The registry of a run, twice.
pub(crate) struct Registries {
    /// With the definitions of every release.
    pub(crate) everything: Registry,
    /// Narrowed to the release that was asked for, if one was.
    pub(crate) narrowed: Registry,
}

impl Registries {
    /// The built-in registry, narrowed to a release.
    pub(crate) fn open(release: Option<Release>) -> Self {
        let everything = Registry::kuzzle().clone();
        // The text of a release is a release: nothing is lost where this is `None`.
        let narrowed = release.and_then(|release| everything.at(&release.to_string()).ok());
        Self { narrowed: narrowed.unwrap_or_else(|| everything.clone()), everything }
    }
}
