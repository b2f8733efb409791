//! Registries from files: Kuzzle's own code files, manifests of plugins, errors of applications, our own format.
//!
//! One walk over the files reads and validates; it serves the files that the built-in registry is generated from
//! as well as those that users bring.

mod codes;
mod complaint;
mod definition;
mod file;
#[cfg(feature = "std")]
mod folder;
mod layout;
mod loading;
mod merge;
mod options;
mod reader;
mod releases;
mod rule;
mod shape;

use alloc::sync::Arc;

pub use complaint::{Complaint, InvalidRegistry};
pub use options::{LoadOptions, RegistryKind};
pub use rule::{Rule, Severity};

use crate::Registry;
use crate::loaded::LoadedDefinition;

impl Registry {
    /// Loads the text of one file without a name: a plugin's manifest, or an object of domains.
    ///
    /// [`LoadOptions`] gives it a name or a kind.
    ///
    /// # Errors
    ///
    /// [`InvalidRegistry`] with every complaint, if one at least is an error.
    ///
    /// ```
    /// use kuzzle_errors::Registry;
    ///
    /// let registry = Registry::load_str(r#"{"app": {"code": 0, "subDomains": {"orders": {"code": 0, "errors": {
    ///     "too_late": {"code": 1, "class": "BadRequestError", "message": "Too late for %s", "params": ["item"]}
    /// }}}}}"#)?;
    /// let definition = registry.by_id("app.orders.too_late").unwrap();
    /// assert_eq!(definition.status(), 400);
    /// assert!(registry.by_id("core.fatal.unexpected_error").is_none());
    /// # Ok::<(), kuzzle_errors::InvalidRegistry>(())
    /// ```
    pub fn load_str(text: &str) -> Result<Self, InvalidRegistry> {
        LoadOptions::new().load_str(text)
    }

    /// What was noticed while the registry was loaded or put together, and didn't prevent it.
    #[must_use]
    pub fn warnings(&self) -> &[Complaint] {
        self.loaded.as_ref().map_or(&[], |loaded| loaded.warnings())
    }

    pub(crate) fn rows(&self) -> &[Arc<LoadedDefinition>] {
        self.loaded.as_ref().map_or(&[], |loaded| loaded.rows())
    }
}
