//! What differs about one id.

use alloc::vec::Vec;

use super::entry::{Entry, Texts};
use crate::{Audience, Class, Code, Retry};

/// What differs about an id that both registries have; `None` of what is the same, or unknown in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference<'r> {
    /// What the older registry has.
    pub from: Entry<'r>,
    /// What the newer registry has.
    pub to: Entry<'r>,
    /// Its number.
    pub code: Option<Change<Code>>,
    /// Its error type.
    pub class: Option<Change<Class>>,
    /// Its HTTP status: the class brings another one, or a `KuzzleError` does.
    pub status: Option<Change<u16>>,
    /// The values that its message takes; `None` in a list is a placeholder without a name, and equals every name.
    pub params: Option<Change<Vec<Option<&'r str>>>>,
    /// Since when it is deprecated, `None` while it isn't.
    pub deprecated: Option<Change<Option<&'r str>>>,
    /// Its message; of this and what follows only where both come from files.
    pub message: Option<Change<&'r str>>,
    /// Its description.
    pub description: Option<Change<Option<&'r str>>>,
    /// Why it happens.
    pub cause: Option<Change<Option<&'r str>>>,
    /// What to do about it.
    pub fix: Option<Change<Option<&'r str>>>,
    /// Whether the same request may be sent again.
    pub retry: Option<Change<Option<Retry>>>,
    /// Who can mend the cause.
    pub audience: Option<Change<Option<Audience>>>,
}

/// What something was in the older registry, and what it is in the newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<T> {
    /// In the older registry.
    pub from: T,
    /// In the newer registry.
    pub to: T,
}

impl<T: PartialEq> Change<T> {
    /// `None` where it is the same.
    fn between(from: T, to: T) -> Option<Self> {
        (from != to).then_some(Self { from, to })
    }
}

impl<'r> Difference<'r> {
    /// The id.
    #[must_use]
    pub fn id(&self) -> &'r str {
        self.to.id()
    }

    /// `None` where nothing differs.
    pub(super) fn between(from: Entry<'r>, to: Entry<'r>) -> Option<Self> {
        let are_definitions = from.definition().is_some() && to.definition().is_some();
        let difference = Self {
            from,
            to,
            code: Change::between(from.code(), to.code()),
            class: Change::between(from.class(), to.class()),
            status: Change::between(from.status(), to.status()),
            params: params(from, to),
            deprecated: Change::between(from.deprecated(), to.deprecated()).filter(|_| are_definitions),
            message: text(from, to, |texts| texts.message),
            description: text(from, to, |texts| texts.description),
            cause: text(from, to, |texts| texts.cause),
            fix: text(from, to, |texts| texts.fix),
            retry: text(from, to, |texts| texts.retry),
            audience: text(from, to, |texts| texts.audience),
        };
        (!difference.is_empty()).then_some(difference)
    }

    const fn is_empty(&self) -> bool {
        self.code.is_none()
            && self.class.is_none()
            && self.status.is_none()
            && self.params.is_none()
            && self.deprecated.is_none()
            && self.message.is_none()
            && self.description.is_none()
            && self.cause.is_none()
            && self.fix.is_none()
            && self.retry.is_none()
            && self.audience.is_none()
    }
}

fn params<'r>(from: Entry<'r>, to: Entry<'r>) -> Option<Change<Vec<Option<&'r str>>>> {
    let (from, to) = (from.params()?, to.params()?);
    let mut names = from.iter().copied().zip(to.iter().copied());
    let is_same = from.len() == to.len() && names.all(|(one, other)| one.is_none() || other.is_none() || one == other);
    (!is_same).then_some(Change { from, to })
}

fn text<'r, T: PartialEq>(from: Entry<'r>, to: Entry<'r>, text: impl Fn(Texts<'r>) -> T) -> Option<Change<T>> {
    Change::between(text(from.texts()?), text(to.texts()?))
}
