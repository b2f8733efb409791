//! How registries are loaded.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;

use super::complaint::InvalidRegistry;
use super::loading::Loading;
use crate::Registry;

/// What is loaded, which decides some rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RegistryKind {
    /// Kuzzle's own code files: every error has a description.
    Kuzzle,
    /// A plugin: descriptions may be left out; the code of a subdomain too, it is 0 then, and several may share 0.
    Plugin,
    /// An application: descriptions may be left out; numbers may be 0, and codes may be left out, with warnings.
    App,
}

impl RegistryKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Kuzzle, Self::Plugin, Self::App];

    /// The kind with this name, case included, or `None`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What bindings say of a name that no kind has.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown(name: &str) -> String {
        let kinds = Self::ALL.map(Self::name).join(", ");
        format!("{name:?} is no kind of registry: expected one of {kinds}")
    }

    /// `kuzzle`, `plugin` or `app`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kuzzle => "kuzzle",
            Self::Plugin => "plugin",
            Self::App => "app",
        }
    }
}

/// How a registry is loaded, where [`Registry::load`] and [`Registry::load_str`] don't suffice.
///
/// ```
/// use kuzzle_errors::{LoadOptions, RegistryKind};
///
/// let text = r#"{"code": 200, "subDomains": {"orders": {"code": 1, "errors": {
///     "too_late": {"code": 1, "class": "BadRequestError", "message": "Too late for %s"}
/// }}}}"#;
/// let registry = LoadOptions::new().kind(RegistryKind::Plugin).file_name("shop.json").load_str(text)?;
/// assert_eq!(registry.by_code(0xc801_0001_u32).unwrap().id(), "shop.orders.too_late");
/// # Ok::<(), kuzzle_errors::InvalidRegistry>(())
/// ```
#[derive(Clone, Debug)]
pub struct LoadOptions {
    kind: Option<RegistryKind>,
    file_name: Option<Arc<str>>,
    largest_file: usize,
}

impl LoadOptions {
    /// The kind seen from the shape, no name, files of 16 MiB at most.
    #[must_use]
    pub const fn new() -> Self {
        Self { kind: None, file_name: None, largest_file: 16 << 20 }
    }

    /// The kind of what is loaded, instead of the one that the shape of each file tells.
    #[must_use]
    pub const fn kind(mut self, kind: RegistryKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The name of the file that [`load_str`](Self::load_str) gets the text of: complaints carry it, a domain file is
    /// named after its domain, and `manifest.json` is a plugin's.
    #[must_use]
    pub fn file_name(mut self, name: &str) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The largest file that is read, in bytes. How deep a file nests doesn't matter.
    #[must_use]
    pub const fn largest_file(mut self, bytes: usize) -> Self {
        self.largest_file = bytes;
        self
    }

    /// Loads one file that stands in memory.
    ///
    /// # Errors
    ///
    /// [`InvalidRegistry`] with every complaint, if one at least is an error.
    pub fn load_str(&self, text: &str) -> Result<Registry, InvalidRegistry> {
        let mut loading = self.loading();
        loading.text(self.file_name.clone(), text);
        loading.finish()
    }

    /// Loads several files that stand in memory, each with its name, as one registry.
    ///
    /// # Errors
    ///
    /// [`InvalidRegistry`] with every complaint, if one at least is an error.
    ///
    /// ```
    /// use kuzzle_errors::LoadOptions;
    ///
    /// let core = r#"{"code": 0, "subDomains": {}}"#;
    /// let services = r#"{"code": 0, "subDomains": {}}"#;
    /// let invalid = LoadOptions::new().load_files([("0-core.json", core), ("1-services.json", services)]).unwrap_err();
    /// assert_eq!(invalid.complaints()[0].message(), "`core` has the code 0 already");
    /// ```
    pub fn load_files<'f>(
        &self,
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
    ) -> Result<Registry, InvalidRegistry> {
        let mut loading = self.loading();
        for (name, text) in files {
            loading.text(Some(name.into()), text);
        }
        loading.finish()
    }

    pub(super) fn loading(&self) -> Loading {
        Loading::new(self.kind, self.largest_file)
    }
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self::new()
    }
}
