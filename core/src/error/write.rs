//! Errors as the JSON that Kuzzle writes.

use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "json")]
use serde::ser::{Error as _, Serialize, Serializer};
#[cfg(feature = "json")]
use serde_json::value::RawValue;

use super::object::{Object, push_array};
use super::received::Received;
use super::{KuzzleError, Prop};
use crate::json::{Kind, Member, Value};
use crate::render::decimal::decimal;
use crate::render::json_text::push_string;

impl KuzzleError {
    /// Every byte that the server sent, untouched; `None` for an error that was built here.
    ///
    /// ```
    /// let body = br#"{ "error": { "message": "\u00e9", "status": 400 } }"#;
    /// let error = kuzzle_errors::parse(body, None)?.unwrap();
    /// assert_eq!(error.received(), Some(&body[..]));
    /// # Ok::<(), kuzzle_errors::Malformed>(())
    /// ```
    #[must_use]
    pub fn received(&self) -> Option<&[u8]> {
        self.inner.received.as_ref().map(Received::bytes)
    }

    /// The stack that the server sent, which it does in development only.
    #[must_use]
    pub fn stack(&self) -> Option<String> {
        let members = self.inner.received.as_ref()?.error()?;
        Some(super::received::member(&members, "stack")?.as_text()?.into_owned())
    }

    /// The error as the JSON object that Kuzzle writes, the same text in every language of this library.
    ///
    /// `message, status, id, code, props, stack, errors, count` in this order, those that there are, then every other
    /// member that came, in its order and with its bytes. No blanks; strings as `JSON.stringify` writes them, lone
    /// surrogates included; numbers that came, and the elements of `props` and `errors`, as they came. A built error
    /// has its code as a signed 32-bit integer, as Kuzzle's JavaScript makes it. What is not UTF-8 is U+FFFD.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
    ///
    /// let json = UNKNOWN_INDEX.error(["nyc"]).with_message("No such index").to_json();
    /// let expected = r#"{"message":"No such index","status":412,"id":"services.storage.unknown_index","#;
    /// assert_eq!(json, expected.to_string() + r#""code":16842753,"props":["nyc"]}"#);
    /// # }
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json_without(self, &[])
    }

    /// The error as an RFC 9457 problem (`application/problem+json`).
    ///
    /// `type` is the page that documents the error, `about:blank` where there is none, `title` the class, `detail` the
    /// message; `id`, `code`, `props` and `errors` as in [`to_json`](Self::to_json).
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
    ///
    /// let problem = UNKNOWN_INDEX.error(["nyc"]).to_problem_json();
    /// assert!(problem.contains(r#""title":"PreconditionError","status":412,"#));
    /// # }
    /// ```
    #[must_use]
    pub fn to_problem_json(&self) -> String {
        let wire = Wire::of(self);
        let mut object = Object::with_capacity(self.message().len() + 256);
        match self.definition().and_then(|definition| Some((definition.url()?, definition.id()))) {
            Some((url, id)) => object.text("type", &[url, "#", id].concat()),
            None => object.text("type", "about:blank"),
        }
        object.text("title", self.class().name());
        object.json("status", &decimal(self.status()));
        object.text("detail", self.message());
        for known in [Known::Id, Known::Code, Known::Props, Known::Errors] {
            wire.push(known, &mut object);
        }
        object.finish()
    }
}

/// [`KuzzleError::to_json`] without those of the members named there that are left out.
#[must_use]
pub fn json_without(error: &KuzzleError, left_out: &[&str]) -> String {
    let wire = Wire::of(error);
    let mut object = Object::with_capacity(error.message().len() + 160);
    for known in Known::ALL.into_iter().filter(|known| !left_out.contains(&known.name())) {
        wire.push(known, &mut object);
    }
    for member in wire.members.iter().flatten().filter(|member| Known::from_name(&member.name()).is_none()) {
        object.as_it_came(member.key, member.value);
    }
    object.finish()
}

/// The members that Kuzzle's errors have, in the order they are written in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Message,
    Status,
    Id,
    Code,
    Props,
    Stack,
    Errors,
    Count,
}

impl Known {
    const ALL: [Self; 8] =
        [Self::Message, Self::Status, Self::Id, Self::Code, Self::Props, Self::Stack, Self::Errors, Self::Count];

    const fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Status => "status",
            Self::Id => "id",
            Self::Code => "code",
            Self::Props => "props",
            Self::Stack => "stack",
            Self::Errors => "errors",
            Self::Count => "count",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// What is to be written: the members that came, and what stands in their place.
struct Wire<'e> {
    error: &'e KuzzleError,
    /// None of a built error, and where no object came.
    members: Option<Vec<Member<'e>>>,
    /// By the numbers of [`Known`]; of several members with one name the last.
    known: [Option<Value<'e>>; Known::ALL.len()],
}

impl<'e> Wire<'e> {
    fn of(error: &'e KuzzleError) -> Self {
        let members = error.inner.received.as_ref().and_then(Received::error);
        let mut known = [None; Known::ALL.len()];
        for member in members.iter().flatten() {
            if let Some(name) = Known::from_name(&member.name()) {
                known[name as usize] = Some(member.value);
            }
        }
        Self { error, members, known }
    }

    fn push(&self, known: Known, object: &mut Object) {
        match self.known[known as usize].filter(|_| !self.is_replaced(known)) {
            Some(value) if value.kind() == Kind::Array => {
                push_array(object.member(known.name()), value.elements(), |json, element| {
                    json.push_str(element.text());
                });
            }
            Some(value) => value.push_canonical(object.member(known.name())),
            None => self.push_made(known, object),
        }
    }

    /// Whether something was given here for what came.
    fn is_replaced(&self, known: Known) -> bool {
        match known {
            Known::Message => self.error.inner.message_is_given,
            Known::Errors | Known::Count => self.error.inner.given.errors().is_some(),
            _ => false,
        }
    }

    /// Appends what did not come: all of a built error, and what is given or made up for a received one.
    fn push_made(&self, known: Known, object: &mut Object) {
        let inner = &self.error.inner;
        let no_object_came = self.members.is_none();
        match known {
            Known::Message if no_object_came || inner.message_is_given || !inner.message.is_empty() => {
                object.text("message", &inner.message);
            }
            Known::Status if no_object_came => object.json("status", &decimal(inner.status)),
            Known::Id if no_object_came => {
                if let Some(id) = self.error.id() {
                    object.text("id", id);
                }
            }
            Known::Code => {
                if let Some(code) = inner.code {
                    object.json("code", &decimal(code.to_i32()));
                }
            }
            Known::Props => {
                if let Some(props) = inner.given.props() {
                    push_array(object.member("props"), props, push_value);
                }
            }
            Known::Errors => {
                if let Some(errors) = inner.given.errors() {
                    push_array(object.member("errors"), errors, push_value);
                }
            }
            Known::Count => {
                if let Some(errors) = inner.given.errors() {
                    object.json("count", &decimal(errors.len()));
                }
            }
            _ => {}
        }
    }
}

/// Appends a value that was given here; text that should be JSON and is not becomes a string.
pub(super) fn push_value(json: &mut String, value: &Prop<'_>) {
    match value {
        Prop::Json(text) => match Value::read(text) {
            Ok(value) => json.push_str(value.text()),
            Err(_) => push_string(json, text),
        },
        _ => value.push_json(json),
    }
}

/// The error as an object in JSON, to be one of the errors in another error.
impl From<KuzzleError> for Prop<'_> {
    fn from(error: KuzzleError) -> Self {
        Self::from(&error)
    }
}

/// The error as an object in JSON, to be one of the errors in another error.
impl From<&KuzzleError> for Prop<'_> {
    fn from(error: &KuzzleError) -> Self {
        Self::Json(error.to_json().into())
    }
}

/// The object of [`to_json`](KuzzleError::to_json).
#[cfg(feature = "json")]
impl Serialize for KuzzleError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_json(self.to_json(), serializer)
    }
}

/// Serializes what is JSON already, with its bytes where the format is JSON.
#[cfg(feature = "json")]
pub(super) fn serialize_json<S: Serializer>(json: String, serializer: S) -> Result<S::Ok, S::Error> {
    RawValue::from_string(json).map_err(S::Error::custom)?.serialize(serializer)
}
