//! What an answer says of the error in it.

use alloc::borrow::Cow;
use alloc::string::String;

use super::find::{Answer, Found, Message};
use super::options::ParseOptions;
use crate::json::{Kind, Value};
use crate::render::decimal::decimal;
use crate::resolve::{is_failure, is_id};
use crate::{Class, Conflict, Definition, Malformed, Registry};

/// What an answer says of the error in it, and which error that is; nothing of the answer is copied.
pub struct Facts<'t, 'r> {
    pub(super) found: Found<'t>,
    /// The definition, where the registry has one.
    pub definition: Option<Definition<'r>>,
    /// The error type.
    pub class: Class,
    /// The HTTP status.
    pub status: u16,
    pub(super) message: Message<'t>,
    /// Where id, code and status contradict each other.
    pub conflict: Option<Conflict<'r>>,
}

impl<'t, 'r> Facts<'t, 'r> {
    /// Reads an answer as [`Registry::parse_with`] does; its length is not bounded.
    ///
    /// # Errors
    ///
    /// As [`Registry::parse_with`].
    pub fn read(
        registry: &'r Registry,
        options: ParseOptions,
        text: &'t str,
        http_status: Option<u16>,
    ) -> Result<Option<Self>, Malformed> {
        let failed = http_status.is_some_and(|status| status >= 400);
        let found = match Answer::read(text, options) {
            Ok(answer) => answer.error(failed),
            Err(_) if failed => Some(Found::only_by_status()),
            Err(_) if http_status.is_some() && text.trim().is_empty() => None,
            Err(malformed) => return Err(malformed),
        };
        Ok(found.map(|found| Self::of(registry, found, http_status)))
    }

    fn of(registry: &'r Registry, mut found: Found<'t>, http_status: Option<u16>) -> Self {
        let mut outer_statuses = [found.envelope_status, http_status].into_iter().flatten();
        let status = found.status.or_else(|| outer_statuses.find(|status| is_failure(*status)));
        let resolution = registry.resolve(found.id.as_deref(), found.code, status);
        let definition = resolution.definition;
        let class = definition.map_or_else(|| class_of(status, &found), Definition::class);
        let status = status.unwrap_or(class.status());
        let message = match found.message.take() {
            Some(message) => message,
            None if found.only_by_status => Message::Told(["HTTP status ", &decimal(status)].concat().into()),
            None => Message::Told("".into()),
        };
        Self { found, definition, class, status, message, conflict: resolution.conflict }
    }

    /// The id that came, where no definition has it.
    #[must_use]
    pub fn unknown_id(&self) -> Option<&str> {
        self.found.id.as_deref().filter(|id| self.definition.is_none() && is_id(id))
    }

    /// Appends the message as JSON; it is empty where none came.
    pub fn push_message(&self, json: &mut String) {
        self.message.push_json(json);
    }

    /// The code as a number in JSON, as it came where one did.
    #[must_use]
    pub fn code(&self) -> Option<Cow<'t, str>> {
        let code = self.found.code?;
        Some(self.found.outline.code.map_or_else(|| decimal(code.to_i32()).into(), |code| code.text().into()))
    }

    /// The list of props as JSON.
    #[must_use]
    pub fn props(&self) -> Option<&'t str> {
        json_of(self.found.outline.props, Kind::Array)
    }

    /// The stack of the server, a text in JSON.
    #[must_use]
    pub fn stack(&self) -> Option<&'t str> {
        json_of(self.found.outline.stack, Kind::String)
    }

    /// The list of the errors in the error as JSON.
    #[must_use]
    pub fn errors(&self) -> Option<&'t str> {
        json_of(self.found.outline.errors, Kind::Array)
    }

    /// The number of the errors in the error as JSON.
    #[must_use]
    pub fn count(&self) -> Option<&'t str> {
        json_of(self.found.outline.count, Kind::Number)
    }
}

/// The class of an error without a definition.
fn class_of(status: Option<u16>, found: &Found<'_>) -> Class {
    match status.map(Class::from_status) {
        Some(Class::BadRequest) if json_of(found.outline.errors, Kind::Array).is_some() => Class::MultipleErrors,
        class => class.unwrap_or(Class::Kuzzle),
    }
}

/// A member as it came, where it is of a kind.
fn json_of(member: Option<Value<'_>>, kind: Kind) -> Option<&str> {
    member.filter(|value| value.kind() == kind).map(Value::text)
}
