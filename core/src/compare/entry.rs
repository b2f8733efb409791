//! What a registry has under an id.

use alloc::vec::Vec;

use crate::definition::Source;
use crate::{Audience, Class, Code, Definition, Legacy, Registry, Release, Retry, legacy_at};

/// What one of two compared registries has under an id.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'r> {
    meaning: Meaning<'r>,
    /// The release that the registry is narrowed to.
    release: Option<Release>,
}

#[derive(Clone, Copy, Debug)]
enum Meaning<'r> {
    Definition(Definition<'r>),
    Legacy(Legacy),
}

/// The texts and the advice that files give for a definition.
pub(super) struct Texts<'r> {
    pub(super) message: &'r str,
    pub(super) description: Option<&'r str>,
    pub(super) cause: Option<&'r str>,
    pub(super) fix: Option<&'r str>,
    pub(super) retry: Option<Retry>,
    pub(super) audience: Option<Audience>,
}

/// Everything in a registry: before 1.10.5 the old meanings of Kuzzle's numbers, then the definitions.
pub(super) fn entries(registry: &Registry) -> impl Iterator<Item = Entry<'_>> {
    let release = registry.release();
    let old = release.filter(|_| registry.kuzzle).into_iter().flat_map(legacy_at).map(Meaning::Legacy);
    let meanings = old.chain(registry.iter().map(Meaning::Definition));
    meanings.map(move |meaning| Entry { meaning, release })
}

impl<'r> Entry<'r> {
    /// The id.
    #[must_use]
    pub fn id(&self) -> &'r str {
        match self.meaning {
            Meaning::Definition(definition) => definition.id(),
            Meaning::Legacy(legacy) => legacy.id(),
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> Code {
        match self.meaning {
            Meaning::Definition(definition) => definition.code(),
            Meaning::Legacy(legacy) => legacy.code(),
        }
    }

    /// The error type.
    #[must_use]
    pub fn class(&self) -> Class {
        match self.meaning {
            Meaning::Definition(definition) => definition.class(),
            Meaning::Legacy(legacy) => legacy.class(),
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.definition().map_or_else(|| self.class().status(), Definition::status)
    }

    /// The definition; `None` before 1.10.5, where nothing more than the above is known.
    #[must_use]
    pub const fn definition(&self) -> Option<Definition<'r>> {
        match self.meaning {
            Meaning::Definition(definition) => Some(definition),
            Meaning::Legacy(_) => None,
        }
    }

    /// Since when it is deprecated, if it is in the release that the registry is narrowed to.
    #[must_use]
    pub fn deprecated(&self) -> Option<&'r str> {
        self.definition()?.deprecated_in(self.release)
    }

    /// The names of the placeholders of the message in order, `None` for one that has no name; those of 1.x in a
    /// registry narrowed to such a release. `None` where nothing is known.
    #[must_use]
    pub fn params(&self) -> Option<Vec<Option<&'r str>>> {
        let definition = self.definition()?;
        let params_1x = definition.params_1x().filter(|_| self.release.is_some_and(|release| release.major() == 1));
        if let Some(params_1x) = params_1x {
            return Some(params_1x.iter().map(Some).collect());
        }
        if definition.params().is_empty() {
            return Some(alloc::vec![None; definition.placeholders()]);
        }
        Some(definition.params().iter().map(Some).collect())
    }

    /// `None` for what no file gives.
    pub(super) fn texts(&self) -> Option<Texts<'r>> {
        match self.definition()?.source() {
            Source::BuiltIn(..) => None,
            Source::Loaded(loaded) => Some(Texts {
                message: &loaded.message,
                description: loaded.description.as_deref(),
                cause: loaded.cause(),
                fix: loaded.fix(),
                retry: loaded.retry(),
                audience: loaded.audience(),
            }),
        }
    }
}

/// Id, code, class and status are the same, and both have a definition or none.
impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        let about = |entry: &Self| (entry.code(), entry.class(), entry.status());
        self.id() == other.id() && about(self) == about(other) && self.definition() == other.definition()
    }
}

impl Eq for Entry<'_> {}
