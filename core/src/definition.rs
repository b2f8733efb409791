//! One row of a registry.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

#[cfg(feature = "json")]
use crate::loaded::LoadedDefinition;
use crate::release::{Release, ReleaseRange};
use crate::tables;
use crate::{Audience, Class, Code, Retry};

/// One row of a registry: what an error is, why it happens and what to do about it.
///
/// A small handle, copied freely; the texts stay where they are. Two definitions are equal where their ids are,
/// whichever registry they come from.
///
/// ```
/// let definition = kuzzle_errors::by_id("services.storage.unknown_index").unwrap();
/// assert_eq!(definition.code().to_string(), "0x01010001");
/// assert_eq!(definition.class().name(), "PreconditionError");
/// assert_eq!(definition.status(), 412);
/// assert_eq!(definition.description(), "The provided data index does not exist");
/// assert_eq!(definition.params().iter().collect::<Vec<_>>(), ["index"]);
/// ```
#[derive(Clone, Copy)]
pub struct Definition<'r> {
    source: Source<'r>,
}

/// Where the columns of a definition stand.
#[derive(Clone, Copy)]
pub(crate) enum Source<'r> {
    /// A position in the built-in tables.
    BuiltIn(u16, PhantomData<&'r ()>),
    #[cfg(feature = "json")]
    Loaded(&'r alloc::sync::Arc<LoadedDefinition>),
}

impl<'r> Definition<'r> {
    /// `domain.subdomain.name`: decides which error it is.
    #[must_use]
    #[inline]
    pub fn id(self) -> &'r str {
        match self.source {
            Source::BuiltIn(index, _) => tables::IDS.get(usize::from(index)),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => &loaded.id,
        }
    }

    /// The 32-bit number.
    #[must_use]
    #[inline]
    pub fn code(self) -> Code {
        match self.source {
            Source::BuiltIn(index, _) => Code::from(tables::CODES[usize::from(index)]),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.code,
        }
    }

    /// The error type.
    #[must_use]
    #[inline]
    pub fn class(self) -> Class {
        match self.source {
            Source::BuiltIn(index, _) => tables::CLASSES[usize::from(index)],
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.class,
        }
    }

    /// The HTTP status, fixed by the class; a custom `KuzzleError` may bring its own.
    #[must_use]
    #[inline]
    pub fn status(self) -> u16 {
        match self.source {
            Source::BuiltIn(..) => self.class().status(),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.status,
        }
    }

    /// The template of the message, with one `%s` for each of the [params](Self::params).
    #[must_use]
    pub fn message(self) -> &'r str {
        match self.source {
            Source::BuiltIn(index, _) => tables::MESSAGES.get(usize::from(index)),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => &loaded.message,
        }
    }

    /// The documented sentence; the message where there is none.
    #[must_use]
    pub fn description(self) -> &'r str {
        let description = match self.source {
            Source::BuiltIn(index, _) => tables::DESCRIPTIONS.get(usize::from(index)),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.description.as_deref().unwrap_or_default(),
        };
        if description.is_empty() { self.message() } else { description }
    }

    /// The names of the placeholders of the message, in order.
    #[must_use]
    pub fn params(self) -> Params<'r> {
        match self.source {
            Source::BuiltIn(index, _) => Params::new(tables::PARAMS.get(usize::from(index))),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => Params::new(&loaded.params),
        }
    }

    /// How many values the message takes: as many as it has [`params`](Self::params), where those have names.
    ///
    /// ```
    /// let definition = kuzzle_errors::by_id("services.storage.unknown_collection").unwrap();
    /// assert_eq!(definition.placeholders(), 2);
    /// ```
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn placeholders(self) -> usize {
        crate::render::placeholders(self.message())
    }

    /// The placeholders of Kuzzle 1.x, where they differ from [`params`](Self::params).
    #[must_use]
    pub fn params_1x(self) -> Option<Params<'r>> {
        match self.source {
            Source::BuiltIn(index, _) => tables::PARAMS_1X[usize::from(index)].map(Params::new),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.params_1x.as_deref().map(Params::new),
        }
    }

    /// The first part of the id.
    #[must_use]
    pub fn domain(self) -> &'r str {
        self.part(0)
    }

    /// The second part of the id.
    #[must_use]
    pub fn subdomain(self) -> &'r str {
        self.part(1)
    }

    /// The third part of the id.
    #[must_use]
    pub fn name(self) -> &'r str {
        self.part(2)
    }

    /// Why the error happens.
    #[must_use]
    pub fn cause(self) -> Option<&'r str> {
        match self.source {
            Source::BuiltIn(index, _) => Some(tables::CAUSES.get(usize::from(index))),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.cause(),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn fix(self) -> Option<&'r str> {
        match self.source {
            Source::BuiltIn(index, _) => Some(tables::FIXES.get(usize::from(index))),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.fix(),
        }
    }

    /// Whether the same request may be sent again.
    #[must_use]
    pub fn retry(self) -> Option<Retry> {
        match self.source {
            Source::BuiltIn(index, _) => Some(tables::RETRIES[usize::from(index)]),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.retry(),
        }
    }

    /// Who can mend the cause.
    #[must_use]
    pub fn audience(self) -> Option<Audience> {
        match self.source {
            Source::BuiltIn(index, _) => Some(tables::AUDIENCES[usize::from(index)]),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.audience(),
        }
    }

    /// The lines of Kuzzle releases that have the definition, oldest first; none for custom definitions.
    ///
    /// ```
    /// use kuzzle_errors::definitions::services::storage::INDEX_RESERVED;
    ///
    /// let line = INDEX_RESERVED.releases().next().unwrap();
    /// assert_eq!(line.first().to_string(), "1.10.5");
    /// assert_eq!(line.last().unwrap().to_string(), "1.12.0");
    /// ```
    pub fn releases(self) -> impl Iterator<Item = ReleaseRange> + use<> {
        self.lines().into_iter().flatten()
    }

    /// The release that deprecated the definition (in custom definitions: what their file says), or `None`.
    ///
    /// A registry [narrowed](crate::Registry::at) to an earlier release names it as well.
    #[must_use]
    pub fn deprecated(self) -> Option<&'r str> {
        match self.source {
            Source::BuiltIn(index, _) => {
                Some(tables::DEPRECATED.get(usize::from(index))).filter(|release| !release.is_empty())
            }
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.deprecated.as_deref(),
        }
    }

    /// What [`deprecated`](Self::deprecated) says, if the definition is deprecated in a release, or at all without one.
    ///
    /// Custom definitions need not name the release that deprecated them: those are in every one.
    ///
    /// ```
    /// use kuzzle_errors::{Release, definitions::services::storage::INDEX_PROTECTED};
    ///
    /// assert_eq!(INDEX_PROTECTED.deprecated_in(None), Some("2.5.0"));
    /// assert_eq!(INDEX_PROTECTED.deprecated_in(Release::parse("2.4.5")?), None);
    /// # Ok::<(), kuzzle_errors::InvalidRelease>(())
    /// ```
    #[must_use]
    pub fn deprecated_in(self, release: impl Into<Option<Release>>) -> Option<&'r str> {
        let release = release.into();
        self.deprecated().filter(|text| match (release, Release::parse(text)) {
            (Some(release), Ok(since)) => since <= release,
            _ => true,
        })
    }

    /// Kuzzle's page about the errors of this domain; `None` for custom definitions.
    #[must_use]
    pub fn url(self) -> Option<&'static str> {
        self.built_in().map(tables::url)
    }

    /// Whether the definition exists in a release; custom definitions exist in every one.
    pub(crate) fn exists_in(self, release: Release) -> bool {
        let mut lines = self.releases().peekable();
        lines.peek().is_none() || lines.any(|line| line.contains(release))
    }

    pub(crate) const fn from_position(index: u16) -> Self {
        Self { source: Source::BuiltIn(index, PhantomData) }
    }

    #[cfg(feature = "json")]
    pub(crate) const fn from_loaded(loaded: &'r alloc::sync::Arc<LoadedDefinition>) -> Self {
        Self { source: Source::Loaded(loaded) }
    }

    pub(crate) const fn source(self) -> Source<'r> {
        self.source
    }

    /// The position in the built-in tables: of the definition itself, or of the one it lies over.
    #[doc(hidden)]
    #[must_use]
    pub fn built_in(self) -> Option<usize> {
        match self.source {
            Source::BuiltIn(index, _) => Some(usize::from(index)),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => loaded.built_in,
        }
    }

    fn lines(self) -> [Option<ReleaseRange>; 2] {
        #[cfg(feature = "json")]
        if let Source::Loaded(loaded) = self.source {
            return loaded.lines();
        }
        self.built_in().map_or([None; 2], |index| tables::LINES[index])
    }

    fn part(self, position: usize) -> &'r str {
        self.id().splitn(3, '.').nth(position).unwrap_or_default()
    }
}

impl PartialEq for Definition<'_> {
    fn eq(&self, other: &Definition<'_>) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Definition<'_> {}

impl Hash for Definition<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

impl fmt::Debug for Definition<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Definition({} {} {} {})", self.id(), self.code(), self.class(), self.status())
    }
}

/// The names of the placeholders of a message, in order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Params<'r> {
    /// Separated by NUL, which no name holds.
    joined: &'r str,
}

impl<'r> Params<'r> {
    pub(crate) const fn new(joined: &'r str) -> Self {
        Self { joined }
    }

    /// The names, separated by NUL.
    #[cfg(feature = "json")]
    pub(crate) const fn joined(self) -> &'r str {
        self.joined
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// Whether the message has no placeholder.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.joined.is_empty()
    }

    /// The names, one after the other.
    #[must_use]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = &'r str> + Clone {
        let names = (!self.is_empty()).then(|| self.joined.split('\0'));
        names.into_iter().flatten()
    }
}

impl fmt::Debug for Params<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
