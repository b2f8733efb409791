//! One built-in definition as the generated rows write it.

use crate::release::{Release, ReleaseRange};
use crate::{Audience, Class, Retry};

/// A row of `rows.rs`. Rows exist at compile time only: the binary holds the columns made of them.
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) code: u32,
    pub(super) class: Class,
    pub(super) message: &'static str,
    /// Empty where it equals the message.
    pub(super) description: &'static str,
    /// The names of the placeholders, separated by NUL.
    pub(super) params: &'static str,
    /// As `params`, where Kuzzle 1.x had others.
    pub(super) params_1x: Option<&'static str>,
    /// First and last release of the 1.x and of the 2.x line; no last while it is still there.
    pub(super) releases: [Option<(Numbers, Option<Numbers>)>; 2],
    /// The release that deprecated it, or empty.
    pub(super) deprecated: &'static str,
    pub(super) retry: Retry,
    pub(super) audience: Audience,
}

/// The longer texts, in a table of their own so that programs which never ask for them don't link them.
pub(super) struct AdviceRow {
    pub(super) cause: &'static str,
    pub(super) fix: &'static str,
}

/// The three numbers of a release.
type Numbers = (u16, u16, u16);

impl Row {
    /// The line of releases with this index (0 for 1.x, 1 for 2.x).
    pub(super) const fn line(&self, index: usize) -> Option<ReleaseRange> {
        match self.releases[index] {
            Some((first, Some(last))) => Some(ReleaseRange { first: release(first), last: Some(release(last)) }),
            Some((first, None)) => Some(ReleaseRange { first: release(first), last: None }),
            None => None,
        }
    }
}

const fn release((major, minor, patch): Numbers) -> Release {
    Release::new(major, minor, patch)
}
