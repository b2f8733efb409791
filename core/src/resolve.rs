//! Which error a server sent, from the id, the code and the status in its answer.

use crate::{Code, Definition, Registry};

/// The answer to "which error is this?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution<'r> {
    /// The definition, if the registry has it.
    pub definition: Option<Definition<'r>>,
    /// What decided; `None` without a definition.
    pub by: Option<ResolvedBy>,
    /// Where id, code and status contradict each other.
    pub conflict: Option<Conflict<'r>>,
}

/// What decided which error it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResolvedBy {
    /// The id.
    Id,
    /// The code, for want of an id.
    Code,
}

impl ResolvedBy {
    /// `id` or `code`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Code => "code",
        }
    }
}

/// A contradiction between what a server sent and the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conflict<'r> {
    /// The code is not the one of the error that the id names, or no error can be named by it.
    pub code: Option<CodeConflict<'r>>,
    /// The status is not the one of the error that the id or the code names.
    pub status: Option<StatusConflict>,
}

/// A code that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeConflict<'r> {
    /// The code that came.
    pub received: Code,
    /// The code of the error that the id names; `None` where the id is unknown or missing.
    pub expected: Option<Code>,
    /// The definition that has the received code.
    pub belongs_to: Option<Definition<'r>>,
}

/// A status that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusConflict {
    /// The status that came.
    pub received: u16,
    /// The status of the error that the id or the code names.
    pub expected: u16,
}

impl Registry {
    /// Which error is it, given what a server sent of its id, code and status?
    ///
    /// A non-empty id without blanks decides alone. If the registry doesn't have it there is no definition,
    /// whatever the code: applications number their errors from `0x00000000`, as Kuzzle's core does. The code
    /// decides only where the id is missing, empty or prose, and only if the status, where there is one, is the
    /// definition's.
    ///
    /// ```
    /// use kuzzle_errors::{Code, Registry, ResolvedBy};
    ///
    /// let registry = Registry::kuzzle();
    /// let code = Code::from(0x01010001);
    /// let resolution = registry.resolve(None, Some(code), Some(412));
    /// assert_eq!(resolution.definition.unwrap().id(), "services.storage.unknown_index");
    /// assert_eq!(resolution.by, Some(ResolvedBy::Code));
    ///
    /// let other = registry.resolve(Some("app.orders.too_late"), Some(Code::from(1)), None);
    /// assert_eq!(other.definition, None);
    /// let belongs_to = other.conflict.unwrap().code.unwrap().belongs_to.unwrap();
    /// assert_eq!(belongs_to.id(), "core.fatal.unexpected_error");
    /// ```
    #[must_use]
    pub fn resolve(&self, id: Option<&str>, code: Option<Code>, status: Option<u16>) -> Resolution<'_> {
        match id.filter(|id| is_id(id)) {
            Some(id) => self.resolve_by_id(id, code, status),
            None => self.resolve_by_code(code, status),
        }
    }

    fn resolve_by_id(&self, id: &str, code: Option<Code>, status: Option<u16>) -> Resolution<'_> {
        let definition = self.by_id(id);
        let expected = definition.map(Definition::code);
        let code = code.filter(|code| expected != Some(*code)).and_then(|received| {
            let belongs_to = self.by_code(received);
            // An unknown id with a code that nobody has is just an error of somebody else.
            (expected.is_some() || belongs_to.is_some()).then_some(CodeConflict { received, expected, belongs_to })
        });
        let status = definition.and_then(|definition| status_conflict(definition, status));
        Resolution { definition, by: definition.map(|_| ResolvedBy::Id), conflict: Conflict::of(code, status) }
    }

    fn resolve_by_code(&self, code: Option<Code>, status: Option<u16>) -> Resolution<'_> {
        let Some((received, holder)) = code.and_then(|code| Some((code, self.by_code(code)?))) else {
            return Resolution { definition: None, by: None, conflict: None };
        };
        let status = status_conflict(holder, status);
        if status.is_none() {
            return Resolution { definition: Some(holder), by: Some(ResolvedBy::Code), conflict: None };
        }
        let code = CodeConflict { received, expected: None, belongs_to: Some(holder) };
        Resolution { definition: None, by: None, conflict: Conflict::of(Some(code), status) }
    }
}

impl<'r> Conflict<'r> {
    fn of(code: Option<CodeConflict<'r>>, status: Option<StatusConflict>) -> Option<Self> {
        (code.is_some() || status.is_some()).then_some(Self { code, status })
    }
}

fn status_conflict(definition: Definition<'_>, status: Option<u16>) -> Option<StatusConflict> {
    let received = status.filter(|_| definition.class().fixes_status())?;
    let expected = definition.status();
    (received != expected).then_some(StatusConflict { received, expected })
}

/// Whether a text can be meant as an id: not empty, and no blank in it.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

/// Whether a status is one of an error; 206 is PartialError's.
#[cfg(any(feature = "read", feature = "scan"))]
pub(crate) const fn is_failure(status: u16) -> bool {
    status >= 400 || status == 206
}
