//! Finding the error in an answer.

use alloc::borrow::Cow;
use alloc::string::String;
use core::mem;

use super::options::ParseOptions;
use crate::definitions::security::token::EXPIRED;
use crate::json::{Kind, Listener, Value};
use crate::render::json_text::push_string;
use crate::resolve::is_failure;
use crate::{Code, Malformed};

/// An error in an answer.
#[derive(Default)]
pub(super) struct Found<'d> {
    pub(super) error: Option<Value<'d>>,
    pub(super) envelope: Option<Value<'d>>,
    pub(super) id: Option<Cow<'d, str>>,
    pub(super) code: Option<Code>,
    pub(super) status: Option<u16>,
    pub(super) envelope_status: Option<u16>,
    pub(super) message: Option<Message<'d>>,
    /// The members of the error as they came.
    pub(super) outline: Outline<'d>,
    /// Only the HTTP status says that it is an error.
    pub(super) only_by_status: bool,
}

/// The message of an error.
pub(super) enum Message<'d> {
    /// A string in the answer.
    Came(Value<'d>),
    /// One that stands in for it.
    Told(Cow<'d, str>),
}

impl<'d> Message<'d> {
    pub(super) fn into_text(self) -> Cow<'d, str> {
        match self {
            Self::Came(value) => value.as_text().unwrap_or_default(),
            Self::Told(text) => text,
        }
    }

    pub(super) fn push_json(&self, json: &mut String) {
        match self {
            Self::Came(value) => value.push_decoded(json),
            Self::Told(text) => push_string(json, text),
        }
    }
}

/// An answer, and what it says of errors.
pub(super) struct Answer<'d> {
    pub(super) root: Value<'d>,
    outlines: Outlines<'d>,
}

impl<'d> Answer<'d> {
    /// Reads the JSON of a text that is not too deep.
    pub(super) fn read(text: &'d str, options: ParseOptions) -> Result<Self, Malformed> {
        let mut outlines = Outlines::default();
        let root = Value::read_within(text, options.max_depth, &mut outlines)?;
        Ok(Self { root, outlines })
    }

    /// Finds the error; `failed` where HTTP says that there is one.
    pub(super) fn error(&self, failed: bool) -> Option<Found<'d>> {
        let Outlines { outer, error: inner, .. } = &self.outlines;
        if outer.is_expiry() {
            return Some(Found::expiry(self.root, outer));
        }
        if let Some(error) = outer.error.filter(|error| error.kind() == Kind::Object) {
            let envelope_status = outer.status();
            return Some(Found { envelope: Some(self.root), envelope_status, ..Found::object(error, *inner) });
        }
        if outer.is_bare_error() {
            return Some(Found::object(self.root, *outer));
        }
        failed.then(|| Found::failed_answer(self.root, *outer))
    }
}

impl<'d> Found<'d> {
    fn object(error: Value<'d>, outline: Outline<'d>) -> Self {
        Self {
            error: Some(error),
            envelope: Some(error),
            id: outline.id().and_then(Value::as_text),
            code: outline.code.and_then(Value::as_integer::<i64>).and_then(|code| code.try_into().ok()),
            status: outline.status(),
            envelope_status: None,
            message: outline.message(),
            outline,
            only_by_status: false,
        }
    }

    /// The notice that a token has expired: an envelope with nothing but a message of the error in it.
    fn expiry(root: Value<'d>, outline: &Outline<'d>) -> Self {
        Self {
            envelope: Some(root),
            id: Some(EXPIRED.id().into()),
            code: Some(EXPIRED.code()),
            status: Some(EXPIRED.status()),
            message: Some(outline.message().unwrap_or(Message::Told(EXPIRED.message().into()))),
            ..Self::default()
        }
    }

    /// An answer that is no error in any known shape.
    fn failed_answer(root: Value<'d>, outline: Outline<'d>) -> Self {
        if root.kind() != Kind::Object {
            return Self::only_by_status();
        }
        let found = Self::object(root, outline);
        Self { status: found.status.filter(|status| is_failure(*status)), only_by_status: true, ..found }
    }

    pub(super) fn only_by_status() -> Self {
        Self { only_by_status: true, ..Self::default() }
    }
}

/// The members of an object that tell whether it is an error, and which; of several with one name the last.
#[derive(Clone, Copy, Default)]
pub(super) struct Outline<'d> {
    kind: Option<Value<'d>>,
    error: Option<Value<'d>>,
    result: Option<Value<'d>>,
    request_id: Option<Value<'d>>,
    message: Option<Value<'d>>,
    status: Option<Value<'d>>,
    id: Option<Value<'d>>,
    /// The id under its name in Kuzzle 1.10.0 to 1.10.4.
    error_name: Option<Value<'d>>,
    pub(super) code: Option<Value<'d>>,
    pub(super) props: Option<Value<'d>>,
    pub(super) stack: Option<Value<'d>>,
    pub(super) errors: Option<Value<'d>>,
    pub(super) count: Option<Value<'d>>,
}

/// The outlines of an answer and of the error in it.
#[derive(Default)]
struct Outlines<'d> {
    outer: Outline<'d>,
    error: Outline<'d>,
    /// Of the error that is being read; of several the last counts.
    begun: Outline<'d>,
}

impl<'d> Listener<'d> for Outlines<'d> {
    fn member(&mut self, name: &str, value: Value<'d>) {
        if name == "error" {
            self.error = mem::take(&mut self.begun);
        }
        self.outer.add(name, value);
    }

    fn inner_member(&mut self, outer: &str, name: &str, value: Value<'d>) {
        if outer == "error" {
            self.begun.add(name, value);
        }
    }
}

impl<'d> Outline<'d> {
    fn add(&mut self, name: &str, value: Value<'d>) {
        if let Some(place) = self.place(name) {
            *place = Some(value);
        }
    }

    fn id(&self) -> Option<Value<'d>> {
        self.id.or(self.error_name)
    }

    fn place(&mut self, name: &str) -> Option<&mut Option<Value<'d>>> {
        Some(match name {
            "type" => &mut self.kind,
            "error" => &mut self.error,
            "result" => &mut self.result,
            "requestId" => &mut self.request_id,
            "message" => &mut self.message,
            "status" => &mut self.status,
            "id" => &mut self.id,
            "errorName" => &mut self.error_name,
            "code" => &mut self.code,
            "props" => &mut self.props,
            "stack" => &mut self.stack,
            "errors" => &mut self.errors,
            "count" => &mut self.count,
            _ => return None,
        })
    }

    fn message(&self) -> Option<Message<'d>> {
        self.message.filter(|message| message.kind() == Kind::String).map(Message::Came)
    }

    fn status(&self) -> Option<u16> {
        self.status?.as_integer()
    }

    fn is_expiry(&self) -> bool {
        self.kind.and_then(Value::as_text).is_some_and(|kind| kind == "TokenExpired")
    }

    fn is_bare_error(&self) -> bool {
        let is_text = self.message().is_some();
        let names_an_error = [self.status, self.id(), self.code].into_iter().flatten().any(|value| !value.is_null());
        let is_envelope = self.error.is_some() || self.result.is_some() || self.request_id.is_some();
        let succeeded = self.status().is_some_and(|status| (200..300).contains(&status) && !is_failure(status));
        is_text && names_an_error && !is_envelope && !succeeded
    }
}
