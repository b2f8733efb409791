//! The releases of Kuzzle, from the first with error codes (1.9.0) to the newest that was mirrored.

use core::fmt;
use core::str::FromStr;

use crate::tables::{RELEASE_DATES, RELEASES};

/// A release of Kuzzle.
///
/// Read from text it is always a release that was published, or one before error codes existed (before 1.9.0, and
/// missing parts are 0 there). Otherwise missing parts mean the newest (`2.4` is 2.4.5), a release between two known
/// ones is the older of them, one above the newest is the newest, and a pre-release or build tag is left out
/// (`2.4.1-beta.2` is 2.4.1).
///
/// ```
/// use kuzzle_errors::Release;
///
/// assert_eq!(Release::parse("v1")?.to_string(), "1.12.0");
/// assert_eq!(Release::parse("2.4")?.to_string(), "2.4.5");
/// assert_eq!(Release::parse("99.0.0")?, Release::NEWEST);
/// assert!(Release::parse("latest").is_err());
/// # Ok::<(), kuzzle_errors::InvalidRelease>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release {
    major: u16,
    minor: u16,
    patch: u16,
}

impl Release {
    /// The newest release that the built-in registry mirrors.
    pub const NEWEST: Self = RELEASES[RELEASES.len() - 1];

    /// Reads `major[.minor[.patch]]`, with an optional `v` before it and, behind all three parts, an optional
    /// pre-release or build tag.
    ///
    /// # Errors
    ///
    /// [`InvalidRelease`] where the text has another form.
    pub fn parse(text: &str) -> Result<Self, InvalidRelease> {
        let numbers = text.strip_prefix(['v', 'V']).unwrap_or(text);
        let (numbers, tag) = match numbers.split_once(['-', '+']) {
            Some((numbers, tag)) => (numbers, Some(tag)),
            None => (numbers, None),
        };
        let mut parts = numbers.split('.').map(part);
        let mut next = || parts.next().transpose();
        let (major, minor, patch) = (next()?.ok_or(InvalidRelease)?, next()?, next()?);
        let tag_is_valid = tag.is_none_or(|tag| patch.is_some() && is_tag(tag));
        if next()?.is_some() || !tag_is_valid {
            return Err(InvalidRelease);
        }
        let newest = Self::new(major, minor.unwrap_or(u16::MAX), patch.unwrap_or(u16::MAX));
        let oldest = Self::new(major, minor.unwrap_or(0), patch.unwrap_or(0));
        Ok(published_until(newest).unwrap_or(oldest))
    }

    /// The day of publication, `YYYY-MM-DD`; `None` for releases before 1.9.0.
    #[must_use]
    pub fn date(self) -> Option<&'static str> {
        let position = RELEASES.binary_search(&self).ok()?;
        Some(RELEASE_DATES[position])
    }

    /// The first part, which names the line of releases: an id or a code means one thing within a line.
    #[must_use]
    pub const fn major(self) -> u16 {
        self.major
    }

    /// The second part.
    #[must_use]
    pub const fn minor(self) -> u16 {
        self.minor
    }

    /// The third part.
    #[must_use]
    pub const fn patch(self) -> u16 {
        self.patch
    }

    pub(crate) const fn new(major: u16, minor: u16, patch: u16) -> Self {
        Self { major, minor, patch }
    }

    /// The release as one number that orders as releases do, for comparisons at compile time.
    pub(crate) const fn ordinal(self) -> u64 {
        (self.major as u64) << 32 | (self.minor as u64) << 16 | self.patch as u64
    }
}

/// Every known release, oldest first.
///
/// ```
/// assert_eq!(kuzzle_errors::releases().count(), 191);
/// ```
#[must_use]
pub fn releases() -> impl DoubleEndedIterator<Item = Release> + ExactSizeIterator {
    RELEASES.iter().copied()
}

/// The newest published release that is not above the given one.
fn published_until(limit: Release) -> Option<Release> {
    let count = RELEASES.partition_point(|release| *release <= limit);
    RELEASES.get(count.checked_sub(1)?).copied()
}

/// One number of a release; what exceeds 16 bits stands for "above every release".
fn part(digits: &str) -> Result<u16, InvalidRelease> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(InvalidRelease);
    }
    Ok(digits.parse().unwrap_or(u16::MAX))
}

fn is_tag(tag: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'+');
    !tag.is_empty() && tag.bytes().all(allowed)
}

impl FromStr for Release {
    type Err = InvalidRelease;

    fn from_str(text: &str) -> Result<Self, InvalidRelease> {
        Self::parse(text)
    }
}

/// `major.minor.patch`.
impl fmt::Display for Release {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

impl fmt::Debug for Release {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Release({self})")
    }
}

/// The text is no release of Kuzzle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidRelease;

impl InvalidRelease {
    /// What is wrong, in English.
    #[must_use]
    pub const fn message(self) -> &'static str {
        "not a release of Kuzzle: expected for example 2, 2.4 or 2.4.1"
    }
}

impl fmt::Display for InvalidRelease {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message())
    }
}

impl core::error::Error for InvalidRelease {}

/// One line of releases (1.x or 2.x) in which a definition exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReleaseRange {
    pub(crate) first: Release,
    pub(crate) last: Option<Release>,
}

impl ReleaseRange {
    /// The number of the line: 1 or 2.
    #[must_use]
    pub const fn major(self) -> u16 {
        self.first.major
    }

    /// The first release of the line that has the definition.
    #[must_use]
    pub const fn first(self) -> Release {
        self.first
    }

    /// The last release of the line that has the definition; `None` while it is still there in the
    /// [newest](Release::NEWEST).
    #[must_use]
    pub const fn last(self) -> Option<Release> {
        self.last
    }

    /// Whether a release lies in the range.
    #[must_use]
    pub fn contains(self, release: Release) -> bool {
        self.first <= release && self.last.is_none_or(|last| release <= last)
    }
}
