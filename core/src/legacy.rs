//! What the numbers meant before Kuzzle 1.10.5, when codes and ids were others.

use crate::release::{InvalidRelease, Release};
use crate::tables::LEGACY;
use crate::{Class, Code};

/// What a code meant in releases from 1.9.0 to 1.10.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Legacy {
    pub(crate) id: &'static str,
    pub(crate) code: u32,
    pub(crate) class: Class,
    pub(crate) first: Release,
    pub(crate) last: Release,
}

impl Legacy {
    /// The id of that time.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.id
    }

    /// The code that was asked for.
    #[must_use]
    pub fn code(self) -> Code {
        Code::from(self.code)
    }

    /// The error type of that time.
    #[must_use]
    pub const fn class(self) -> Class {
        self.class
    }

    /// The first release with this meaning.
    #[must_use]
    pub const fn first(self) -> Release {
        self.first
    }

    /// The last release with this meaning.
    #[must_use]
    pub const fn last(self) -> Release {
        self.last
    }

    fn was_in(self, release: Option<Release>) -> bool {
        release.is_none_or(|release| (self.first..=self.last).contains(&release))
    }
}

/// What a code meant before 1.10.5, the newest meaning first: in one release, or without a release in all of them.
///
/// These are the declared codes. Servers of 1.9.0 to 1.9.2 sent only the number within the subdomain, and wrote ids
/// with hyphens (`api-server-elasticsearch_down`): their code shifted the other parts to the right. From 1.10.0 on
/// codes and ids were sent as declared.
///
/// [`Release`] says which texts are understood. From 1.10.5 on the answer is empty, and
/// [`Registry::at`](crate::Registry::at) answers instead.
///
/// # Errors
///
/// [`InvalidRelease`] where the text is no release.
///
/// ```
/// let meanings: Vec<_> = kuzzle_errors::legacy(0x01010001, "1.9.2")?.map(|legacy| legacy.id()).collect();
/// assert_eq!(meanings, ["api.server.elasticsearch_down"]);
/// assert_eq!(kuzzle_errors::legacy(0x01010001, None)?.count(), 2);
/// # Ok::<(), kuzzle_errors::InvalidRelease>(())
/// ```
pub fn legacy<'t>(
    code: impl Into<Code>,
    release: impl Into<Option<&'t str>>,
) -> Result<impl Iterator<Item = Legacy>, InvalidRelease> {
    let code = code.into().get();
    let release = release.into().map(Release::parse).transpose()?;
    let start = LEGACY.partition_point(|row| row.code < code);
    let rows = LEGACY[start..].iter().take_while(move |row| row.code == code);
    Ok(rows.copied().filter(move |row| row.was_in(release)))
}

/// What an id stood for before 1.10.5, in code order: in one release, or without a release in all of them.
///
/// The ids are the declared ones, with dots, and are compared exactly; an unknown id is an empty answer, as
/// [`legacy()`] gives one from 1.10.5 on.
///
/// # Errors
///
/// [`InvalidRelease`] where the text is no release.
///
/// ```
/// let meanings: Vec<_> = kuzzle_errors::legacy_by_id("api.server.elasticsearch_down", None)?.collect();
/// assert_eq!(meanings[0].code().get(), 0x01010001);
/// assert_eq!(meanings[0].last().to_string(), "1.9.2");
/// assert_eq!(kuzzle_errors::legacy_by_id("services.storage.unknown_index", None)?.count(), 0);
/// # Ok::<(), kuzzle_errors::InvalidRelease>(())
/// ```
pub fn legacy_by_id<'t>(
    id: &str,
    release: impl Into<Option<&'t str>>,
) -> Result<impl Iterator<Item = Legacy>, InvalidRelease> {
    let release = release.into().map(Release::parse).transpose()?;
    Ok(LEGACY.iter().copied().filter(move |row| row.id == id && row.was_in(release)))
}

/// What all numbers meant in a release before 1.10.5, in code order; from 1.10.5 on the answer is empty.
///
/// ```
/// use kuzzle_errors::{Release, legacy_at};
///
/// assert_eq!(legacy_at(Release::parse("1.9.0")?).count(), 61);
/// assert_eq!(legacy_at(Release::NEWEST).count(), 0);
/// # Ok::<(), kuzzle_errors::InvalidRelease>(())
/// ```
pub fn legacy_at(release: Release) -> impl Iterator<Item = Legacy> {
    LEGACY.iter().copied().filter(move |row| row.was_in(Some(release)))
}
