//! What differs between two registries, or between a registry in two releases:
//! [`Registry::compare`] answers with a [`Comparison`].

mod compatibility;
mod difference;
mod entry;
mod shapes;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

pub use difference::{Change, Difference};
pub use entry::Entry;

use crate::{Code, Registry, Release};

/// What differs between two registries: `from`, the older one, and `to`.
///
/// Ids decide what is the same error. All lists are in code order.
///
/// Its JSON, `null` where nothing is known or nothing differs:
///
/// ```jsonc
/// {"from":{"release":"1.12.0"|null,"definitions":209},   // what was compared: the release that it is narrowed to
///  "to":{"release":"2.0.0"|null,"definitions":217},      // and how many errors it has
///  "added":[{"id":"…","code":16842775,"hex":"0x01010017","class":"…","status":400,"description":"…"|null}],
///  "removed":[{…}],                                      // the same members
///  "changed":[{"id":"…",                                 // one element for each id that both have and that differs
///    "code":null|{"from":1,"to":2},                      // another number
///    "class":null|{"from":"BadRequestError","to":"NotFoundError"},
///    "status":null|{"from":400,"to":404},                // with the class, or that of a KuzzleError
///    "params":null|{"from":["index"],"to":["index",null]}, // in order; null: a placeholder without a name
///    "deprecated":null|{"from":null,"to":"2.5.0"},       // since when, null: not deprecated
///    // texts and advice, where both definitions come from files:
///    "message":null|{"from":"…","to":"…"},"description":null|{"from":"…"|null,"to":"…"|null},
///    "cause":null|{…},"fix":null|{…},"retry":null|{…},"audience":null|{…}}],
///  "reused":[{"code":16842774,"hex":"0x01010016","from":"services.storage.index_reserved","to":"services.storage.collection_reserved"}]}
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison<'r> {
    /// The older registry.
    pub from: Side,
    /// The newer registry.
    pub to: Side,
    /// What only the newer registry has.
    pub added: Vec<Entry<'r>>,
    /// What only the older registry has.
    pub removed: Vec<Entry<'r>>,
    /// What both have, and what about it differs.
    pub changed: Vec<Difference<'r>>,
    /// The codes that mean another error in the newer registry.
    pub reused: Vec<Reuse<'r>>,
}

impl Comparison<'_> {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty() && self.reused.is_empty()
    }
}

/// One of the two registries of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Side {
    /// The release that it is narrowed to.
    pub release: Option<Release>,
    /// How many definitions it has; before 1.10.5 how many old meanings.
    pub definitions: usize,
}

/// A code that means one error in the older registry and another one in the newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reuse<'r> {
    /// The code.
    pub code: Code,
    /// The id that it means in the older registry.
    pub from: &'r str,
    /// The id that it means in the newer registry.
    pub to: &'r str,
}

impl Registry {
    /// What differs between this registry and a newer one.
    ///
    /// Either may be [narrowed](Self::at) to a release. Before 1.10.5 the [old meanings](crate::legacy()) of the numbers
    /// stand for the definitions of Kuzzle. Params are those of the release, which are others in 1.x for some; what
    /// only counts placeholders, as Kuzzle's own files do, equals every name. Texts and advice are compared where both
    /// definitions come from files: the built-in ones are this project's, and one for all releases.
    ///
    /// ```
    /// use kuzzle_errors::Registry;
    ///
    /// let (from, to) = (Registry::kuzzle().at("1.12.0")?, Registry::kuzzle().at("2.0.0")?);
    /// let comparison = from.compare(&to);
    /// assert_eq!((comparison.added.len(), comparison.removed.len()), (7, 4));
    /// assert_eq!(comparison.reused[0].to, "services.storage.collection_reserved");
    /// assert!(comparison.changed.iter().all(|difference| difference.code.is_none() && difference.class.is_none()));
    /// # Ok::<(), kuzzle_errors::InvalidRelease>(())
    /// ```
    #[must_use]
    pub fn compare<'r>(&'r self, to: &'r Self) -> Comparison<'r> {
        let (older, newer) = (Entries::of(self), Entries::of(to));
        let mut changed: Vec<_> =
            newer.iter().filter_map(|entry| Difference::between(*older.by_id.get(entry.id())?, *entry)).collect();
        changed.sort_by_key(|difference| (difference.to.code(), difference.id()));
        Comparison {
            from: older.side(),
            to: newer.side(),
            added: newer.without(&older),
            removed: older.without(&newer),
            changed,
            reused: reused(&older, &newer),
        }
    }
}

/// What a registry has, for both ways to ask.
struct Entries<'r> {
    release: Option<Release>,
    by_id: BTreeMap<&'r str, Entry<'r>>,
    /// Whom each code belongs to.
    by_code: BTreeMap<Code, Entry<'r>>,
}

impl<'r> Entries<'r> {
    fn of(registry: &'r Registry) -> Self {
        let mut entries = Self { release: registry.release(), by_id: BTreeMap::new(), by_code: BTreeMap::new() };
        for entry in entry::entries(registry) {
            entries.by_id.insert(entry.id(), entry);
            // Of several holders the one that answers comes first.
            entries.by_code.entry(entry.code()).or_insert(entry);
        }
        entries
    }

    fn iter(&self) -> impl Iterator<Item = &Entry<'r>> {
        self.by_id.values()
    }

    fn side(&self) -> Side {
        Side { release: self.release, definitions: self.by_id.len() }
    }

    fn without(&self, other: &Self) -> Vec<Entry<'r>> {
        let mut entries: Vec<_> = self.iter().filter(|entry| !other.by_id.contains_key(entry.id())).copied().collect();
        entries.sort_by_key(|entry| (entry.code(), entry.id()));
        entries
    }
}

fn reused<'r>(older: &Entries<'r>, newer: &Entries<'r>) -> Vec<Reuse<'r>> {
    let reuse = |(code, from): (&Code, &Entry<'r>)| {
        let to = newer.by_code.get(code)?;
        let had_it_before = older.by_id.get(to.id()).is_some_and(|entry| entry.code() == *code);
        (!had_it_before).then(|| Reuse { code: *code, from: from.id(), to: to.id() })
    };
    older.by_code.iter().filter_map(reuse).collect()
}
