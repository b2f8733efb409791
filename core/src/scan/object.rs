//! Whether an object is an error, and which.

use core::ops::Range;
use core::str;

use super::hit::Subject;
use super::line::Line;
use super::mention::SMALLEST_DECIMAL;
use crate::resolve::is_failure;
use crate::{Code, Conflict, Registry, ResolvedBy};

/// The longest id that an unknown error may have.
const LONGEST_ID: usize = 255;

/// What the members of an object say of an error; of several with one name the last.
#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    /// Where the id stands.
    pub(super) id: Option<Range<usize>>,
    /// The code, and where it stands.
    pub(super) code: Option<(Code, Range<usize>)>,
    pub(super) status: Option<u16>,
    pub(super) has_code: bool,
    pub(super) has_status: bool,
    pub(super) has_message: bool,
}

/// An error that an object is.
#[derive(Debug)]
pub(super) struct Decision<'r, 't> {
    pub(super) subject: Subject<'r, 't>,
    pub(super) by: ResolvedBy,
    pub(super) conflict: Option<Conflict<'r>>,
    pub(super) place: Range<usize>,
}

impl Members {
    /// Which error the object is: by its id where that is known or has the form of one, else by its code.
    ///
    /// `line` may know the id already.
    pub(super) fn decide<'r, 't>(
        &self,
        registry: &'r Registry,
        text: &'t [u8],
        line: &Line<'r, 't>,
    ) -> Option<Decision<'r, 't>> {
        self.decide_by_id(registry, text, line).or_else(|| self.decide_by_code(registry))
    }

    fn decide_by_id<'r, 't>(
        &self,
        registry: &'r Registry,
        text: &'t [u8],
        line: &Line<'r, 't>,
    ) -> Option<Decision<'r, 't>> {
        let place = self.id.clone()?;
        let id = || str::from_utf8(&text[place.clone()]).ok();
        let code = self.code.as_ref().map(|(code, _)| *code);
        let subject = match line.mentioned_at(&place).or_else(|| registry.by_id(id()?)) {
            Some(definition) => Subject::Definition(definition),
            None => Subject::UnknownId(id().filter(|id| self.may_be_unknown() && has_form_of_id(id))?),
        };
        let agrees = subject.definition().is_some_and(|definition| {
            code.is_none_or(|code| code == definition.code())
                && self.status.is_none_or(|status| status == definition.status())
        });
        let conflict = if agrees { None } else { registry.resolve(id(), code, self.status).conflict };
        Some(Decision { subject, by: ResolvedBy::Id, conflict, place })
    }

    fn decide_by_code<'r, 't>(&self, registry: &'r Registry) -> Option<Decision<'r, 't>> {
        let (code, place) = self.code.clone()?;
        let is_large = code.get() >= SMALLEST_DECIMAL;
        let is_error = self.has_message && self.status.is_some_and(is_failure);
        let resolution = registry.resolve(None, Some(code), self.status);
        let subject = match resolution.definition {
            Some(definition) if is_large || self.status == Some(definition.status()) => Subject::Definition(definition),
            None if resolution.conflict.is_some() && (is_large || is_error) => Subject::Contradiction(code),
            None if resolution.conflict.is_none() && is_error => Subject::UnknownCode(code),
            _ => return None,
        };
        Some(Decision { subject, by: ResolvedBy::Code, conflict: resolution.conflict, place })
    }

    /// Whether what stands beside an id can make an error of it.
    fn may_be_unknown(&self) -> bool {
        let is_success = self.status.is_some_and(|status| !is_failure(status));
        (self.has_code || self.has_status || self.has_message) && !is_success
    }
}

/// Whether a text has the form of an id: three parts of letters, digits, `_` and `-`, in each of them a letter.
fn has_form_of_id(text: &str) -> bool {
    let is_part = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            && part.bytes().any(|byte| byte.is_ascii_alphabetic())
    };
    text.len() <= LONGEST_ID && text.split('.').count() == 3 && text.split('.').all(is_part)
}
