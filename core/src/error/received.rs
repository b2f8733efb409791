//! What a server sent, kept as it came.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::Prop;
use crate::json::{Kind, Member, Value};

/// A received body, and where in its text the error stands.
#[derive(Clone)]
pub(super) struct Received {
    body: Body,
    /// The object that is the error; none where only a status tells of an error.
    error: Option<Span>,
    /// The object around the error, or the error itself where nothing is around it.
    envelope: Option<Span>,
}

/// The bytes that came, and their text.
#[derive(Clone)]
enum Body {
    Text(Box<str>),
    /// Not UTF-8: the text has U+FFFD where the bytes make no sense.
    Bytes {
        bytes: Box<[u8]>,
        text: Box<str>,
    },
}

/// A piece of the text.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
}

impl Received {
    /// Keeps a body whose text was read from it; the values belong to that text.
    pub(super) fn new(body: &[u8], text: &str, error: Option<Value<'_>>, envelope: Option<Value<'_>>) -> Self {
        let span = |value: Value<'_>| Span::of(text, value.text());
        Self { error: error.and_then(span), envelope: envelope.and_then(span), body: Body::new(body, text) }
    }

    /// Every byte that came.
    pub(super) fn bytes(&self) -> &[u8] {
        match &self.body {
            Body::Text(text) => text.as_bytes(),
            Body::Bytes { bytes, .. } => bytes,
        }
    }

    /// The members of the error.
    pub(super) fn error(&self) -> Option<Vec<Member<'_>>> {
        self.error.and_then(|span| self.members_at(span))
    }

    /// The members of the envelope.
    pub(super) fn envelope(&self) -> Option<Vec<Member<'_>>> {
        self.envelope.and_then(|span| self.members_at(span))
    }

    /// Whether the error is the outermost object.
    pub(super) fn is_bare(&self) -> bool {
        self.error.zip(self.envelope).is_some_and(|(error, envelope)| error.start == envelope.start)
    }

    /// The elements of a member of the error.
    pub(super) fn elements(&self, name: &str) -> Vec<Prop<'_>> {
        let list = self.error().and_then(|error| member(&error, name));
        list.map(|list| list.elements().into_iter().map(Prop::from).collect()).unwrap_or_default()
    }

    /// The `count` that came.
    pub(super) fn count(&self) -> Option<u64> {
        member(&self.error()?, "count")?.as_integer()
    }

    fn members_at(&self, span: Span) -> Option<Vec<Member<'_>>> {
        let text = match &self.body {
            Body::Text(text) | Body::Bytes { text, .. } => text,
        };
        text.get(span.start..span.end).map(|text| Value::checked(text).members())
    }
}

impl Body {
    fn new(bytes: &[u8], text: &str) -> Self {
        if bytes == text.as_bytes() {
            return Self::Text(text.into());
        }
        Self::Bytes { bytes: bytes.into(), text: text.into() }
    }
}

impl Span {
    /// Where a piece stands in the text that it was cut from.
    fn of(text: &str, piece: &str) -> Option<Self> {
        let start = piece.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
        let end = start.checked_add(piece.len()).filter(|end| *end <= text.len())?;
        Some(Self { start, end })
    }
}

/// The value of a member; of several with the name the last, as in JavaScript.
pub(super) fn member<'a>(members: &[Member<'a>], name: &str) -> Option<Value<'a>> {
    members.iter().rev().find(|member| member.name() == name).map(|member| member.value)
}

/// A value as it came: numbers that are no plain 64-bit integer stay text, objects and arrays too.
impl<'a> From<Value<'a>> for Prop<'a> {
    fn from(value: Value<'a>) -> Self {
        let text = value.text();
        match value.kind() {
            Kind::Null => Self::Null,
            Kind::Bool => Self::Bool(value.as_bool().unwrap_or_default()),
            Kind::String => Self::String(value.as_text().unwrap_or_default()),
            Kind::Number if text == "-0" => Self::Number(text.into()),
            Kind::Number => text.parse().map_or_else(|_| Self::Number(text.into()), Self::Integer),
            Kind::Object | Kind::Array => Self::Json(text.into()),
        }
    }
}
