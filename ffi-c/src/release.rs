//! `kuzzle_release` and `kuzzle_release_range`.

use kuzzle_errors::{Release, ReleaseRange};

/// A release of Kuzzle: 2.56.0 has the parts 2, 56 and 0.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct kuzzle_release {
    /// The first part, which names the line of releases.
    pub major: u16,
    /// The second part.
    pub minor: u16,
    /// The third part.
    pub patch: u16,
}

impl kuzzle_release {
    /// No release: Kuzzle had none with these numbers.
    pub(crate) const NONE: Self = Self { major: 0, minor: 0, patch: 0 };

    /// The release as C knows it.
    pub(crate) const fn new(release: Release) -> Self {
        Self { major: release.major(), minor: release.minor(), patch: release.patch() }
    }
}

/// The releases of one line (1.x or 2.x) in which a definition exists.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct kuzzle_release_range {
    /// The first release that has the definition.
    pub first: kuzzle_release,
    /// The last release that has it; 0.0.0 while the newest has it.
    pub last: kuzzle_release,
}

impl kuzzle_release_range {
    /// The range as C knows it.
    pub(crate) const fn new(range: ReleaseRange) -> Self {
        let last = match range.last() {
            Some(last) => kuzzle_release::new(last),
            None => kuzzle_release::NONE,
        };
        Self { first: kuzzle_release::new(range.first()), last }
    }
}
