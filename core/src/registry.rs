//! A set of definitions, and the look-ups.

#[cfg(feature = "json")]
use alloc::sync::Arc;

use crate::Code;
use crate::definition::Definition;
#[cfg(feature = "json")]
use crate::loaded::LoadedDefinitions;
use crate::release::{InvalidRelease, Release};
use crate::tables;

/// A set of definitions: the built-in one, one loaded from files, or both together; a cheap handle.
///
/// The free functions of the crate ask the [built-in registry](Self::kuzzle).
///
/// ```
/// use kuzzle_errors::Registry;
///
/// let registry = Registry::kuzzle();
/// let today = registry.by_code(0x01010016).unwrap();
/// assert_eq!(today.id(), "services.storage.collection_reserved");
///
/// let before = registry.at("1.12.0")?;
/// assert_eq!(before.by_code(0x01010016).unwrap().id(), "services.storage.index_reserved");
/// # Ok::<(), kuzzle_errors::InvalidRelease>(())
/// ```
#[derive(Clone, Debug)]
pub struct Registry {
    /// Whether the built-in definitions belong to it.
    pub(crate) kuzzle: bool,
    #[cfg(feature = "json")]
    pub(crate) loaded: Option<Arc<LoadedDefinitions>>,
    pub(crate) release: Option<Release>,
}

static KUZZLE: Registry = Registry {
    kuzzle: true,
    #[cfg(feature = "json")]
    loaded: None,
    release: None,
};

impl Registry {
    /// The built-in registry: every API error of Kuzzle from 1.10.5 to [`Release::NEWEST`].
    #[must_use]
    pub fn kuzzle() -> &'static Self {
        &KUZZLE
    }

    /// The definition with this code; where several releases gave the code to different errors, the newest holder.
    ///
    /// Unsigned codes and the negative ones of JavaScript are understood alike; an unknown code is `None`.
    #[must_use]
    #[inline]
    pub fn by_code(&self, code: impl Into<Code>) -> Option<Definition<'_>> {
        let code = code.into();
        self.built_in_by_code(code).or_else(|| self.loaded_by_code(code))
    }

    /// The definition with exactly this id, case included; an unknown id is `None`.
    #[must_use]
    #[inline]
    pub fn by_id(&self, id: &str) -> Option<Definition<'_>> {
        self.built_in_by_id(id).or_else(|| self.loaded_by_id(id))
    }

    /// Every definition, in code order; of several holders of a code the newest comes first.
    pub fn iter(&self) -> impl Iterator<Item = Definition<'_>> {
        let mut built_in = (0..tables::END)
            .filter(|_| self.kuzzle)
            .map(|position| self.at_position(position))
            .filter(|definition| self.shows(*definition))
            .peekable();
        let mut loaded = self.loaded_beside_built_in().peekable();
        core::iter::from_fn(move || match (built_in.peek(), loaded.peek()) {
            (Some(one), Some(other)) if other.code() < one.code() => loaded.next(),
            (Some(_), _) => built_in.next(),
            (None, _) => loaded.next(),
        })
    }

    /// This registry narrowed to one release: what it does not have is unknown, and a code answers as it did then.
    ///
    /// Before 1.10.5 numbers and ids were others: every look-up is `None` there, and [`legacy`](crate::legacy())
    /// tells what a number meant. [`Release`] says which texts are understood. Custom definitions that name
    /// no release stay.
    ///
    /// # Errors
    ///
    /// [`InvalidRelease`] where the text is no release.
    pub fn at(&self, release: &str) -> Result<Self, InvalidRelease> {
        Ok(Self { release: Some(Release::parse(release)?), ..self.clone() })
    }

    /// The release that the registry is narrowed to.
    #[must_use]
    pub const fn release(&self) -> Option<Release> {
        self.release
    }

    #[inline]
    fn built_in_by_code(&self, code: Code) -> Option<Definition<'_>> {
        if !self.kuzzle {
            return None;
        }
        let newest = tables::position_of_code(code.get())?;
        if self.release.is_none() {
            return Some(self.at_position(newest));
        }
        // Older holders of the same code stand behind the newest.
        (newest..tables::END)
            .take_while(|&position| tables::CODES[usize::from(position)] == code.get())
            .map(|position| self.at_position(position))
            .find(|definition| self.shows(*definition))
    }

    #[inline]
    fn built_in_by_id(&self, id: &str) -> Option<Definition<'_>> {
        if !self.kuzzle {
            return None;
        }
        let position = tables::position_of_id(id)?;
        Some(self.at_position(position)).filter(|definition| self.shows(*definition))
    }

    /// The built-in definition at a position of the tables, or the loaded one that lies over it.
    #[inline]
    #[cfg_attr(not(feature = "json"), expect(clippy::unused_self, reason = "nothing lies over it"))]
    fn at_position(&self, position: u16) -> Definition<'_> {
        #[cfg(feature = "json")]
        if let Some(overlay) = self.loaded.as_ref().and_then(|loaded| loaded.overlay(position)) {
            return overlay;
        }
        Definition::from_position(position)
    }

    #[inline]
    fn shows(&self, definition: Definition<'_>) -> bool {
        self.release.is_none_or(|release| definition.exists_in(release))
    }
}

#[cfg(feature = "json")]
impl Registry {
    #[inline]
    fn loaded_by_code(&self, code: Code) -> Option<Definition<'_>> {
        self.loaded.as_ref()?.by_code(code).find(|definition| self.shows(*definition))
    }

    #[inline]
    fn loaded_by_id(&self, id: &str) -> Option<Definition<'_>> {
        self.loaded.as_ref()?.by_id(id).filter(|definition| self.shows(*definition))
    }

    /// The loaded definitions that the built-in ones don't already stand for.
    fn loaded_beside_built_in(&self) -> impl Iterator<Item = Definition<'_>> {
        let loaded = self.loaded.iter().flat_map(|loaded| loaded.iter());
        let beside = loaded.filter(|definition| definition.built_in().is_none());
        beside.filter(|definition| self.shows(*definition))
    }
}

/// Without the feature `json` nothing can be loaded.
#[cfg(not(feature = "json"))]
#[expect(clippy::unused_self, reason = "the signatures of the methods that look into what was loaded")]
impl Registry {
    fn loaded_by_code(&self, _: Code) -> Option<Definition<'_>> {
        None
    }

    fn loaded_by_id(&self, _: &str) -> Option<Definition<'_>> {
        None
    }

    fn loaded_beside_built_in(&self) -> impl Iterator<Item = Definition<'_>> {
        core::iter::empty()
    }
}

/// The built-in definition with this code: [`Registry::by_code`] of [`Registry::kuzzle`].
///
/// ```
/// let definition = kuzzle_errors::by_code(0x01010001).unwrap();
/// assert_eq!(definition.id(), "services.storage.unknown_index");
/// assert_eq!(kuzzle_errors::by_code(-1), None);
/// ```
#[must_use]
#[inline]
pub fn by_code(code: impl Into<Code>) -> Option<Definition<'static>> {
    tables::position_of_code(code.into().get()).map(Definition::from_position)
}

/// The built-in definition with exactly this id: [`Registry::by_id`] of [`Registry::kuzzle`].
///
/// ```
/// let definition = kuzzle_errors::by_id("services.storage.unknown_index").unwrap();
/// assert_eq!(definition.status(), 412);
/// assert_eq!(kuzzle_errors::by_id("Services.Storage.Unknown_Index"), None);
/// ```
#[must_use]
#[inline]
pub fn by_id(id: &str) -> Option<Definition<'static>> {
    tables::position_of_id(id).map(Definition::from_position)
}

/// Every built-in definition: [`Registry::iter`] of [`Registry::kuzzle`].
///
/// ```
/// assert_eq!(kuzzle_errors::iter().count(), 277);
/// ```
pub fn iter() -> impl DoubleEndedIterator<Item = Definition<'static>> + ExactSizeIterator {
    (0..tables::END).map(Definition::from_position)
}
