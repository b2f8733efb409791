//! Reading errors from what a server sent.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::received::Received;
use super::{Inner, KuzzleError};
use crate::definitions::security::token::EXPIRED;
use crate::json::{Document, Kind, Member, Value};
use crate::resolve::is_id;
use crate::{Class, Code, Definition, Malformed, Registry};

/// Bounds of what is read.
///
/// ```
/// use kuzzle_errors::{ParseOptions, Registry};
///
/// let options = ParseOptions::new().max_bytes(10);
/// let complaint = Registry::kuzzle().parse_with(options, r#"{"error":{"message":"…"}}"#, None).unwrap_err();
/// assert_eq!(complaint.message(), "longer than the limit of 10 bytes");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseOptions {
    max_bytes: usize,
    max_depth: usize,
}

impl ParseOptions {
    /// 64 MiB, and any depth: reading nested values takes no stack.
    #[must_use]
    pub const fn new() -> Self {
        Self { max_bytes: 64 << 20, max_depth: usize::MAX }
    }

    /// Longer bodies are refused.
    #[must_use]
    pub const fn max_bytes(self, max_bytes: usize) -> Self {
        Self { max_bytes, ..self }
    }

    /// Bodies with more objects and arrays in one another are refused, for readers of the parts that can't take them.
    #[must_use]
    pub const fn max_depth(self, max_depth: usize) -> Self {
        Self { max_depth, ..self }
    }
}

impl Default for ParseOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl Registry {
    /// Reads the answer of a Kuzzle server: the error in it, or `None` where it is none.
    ///
    /// Give the HTTP status where the answer came over HTTP. An error is, in this order:
    ///
    /// 1. the notice `"type": "TokenExpired"`, which is `security.token.expired` whatever its status;
    /// 2. the object in `error`;
    /// 3. a bare error: an object with a text in `message` and one of `status`, `id` and `code`, without `error`,
    ///    `result` and `requestId`, and not with a status of success;
    /// 4. any other answer with an HTTP status of 400 or more, the page of a proxy too.
    ///
    /// Nothing is lost: [`received`](KuzzleError::received) gives every byte back. Of members with the same name the
    /// last counts, as in JavaScript. Where there is no `id`, `errorName` is it, its name in Kuzzle 1.10.0 to 1.10.4. Text that is not UTF-8 is read with U+FFFD in its place.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where the body is no JSON and no HTTP status of 400 or more says that it is an error. An empty
    /// body is no error under a lower status.
    ///
    /// ```
    /// use kuzzle_errors::Registry;
    ///
    /// let body = r#"{"status":412,"error":{"id":"services.storage.unknown_index","message":"…","status":412}}"#;
    /// let error = Registry::kuzzle().parse(body, Some(412))?.unwrap();
    /// assert_eq!(error.definition().unwrap().code().get(), 0x0101_0001);
    ///
    /// assert!(Registry::kuzzle().parse(r#"{"status":200,"error":null,"result":{}}"#, Some(200))?.is_none());
    /// # Ok::<(), kuzzle_errors::Malformed>(())
    /// ```
    pub fn parse(
        &self,
        body: impl AsRef<[u8]>,
        http_status: impl Into<Option<u16>>,
    ) -> Result<Option<KuzzleError>, Malformed> {
        self.read(ParseOptions::new(), body.as_ref(), http_status.into())
    }

    /// [`parse`](Self::parse) within other bounds.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse); also where the body exceeds a bound: its depth only where no HTTP status of 400 or
    /// more says that it is an error.
    pub fn parse_with(
        &self,
        options: ParseOptions,
        body: impl AsRef<[u8]>,
        http_status: impl Into<Option<u16>>,
    ) -> Result<Option<KuzzleError>, Malformed> {
        self.read(options, body.as_ref(), http_status.into())
    }

    fn read(
        &self,
        options: ParseOptions,
        body: &[u8],
        http_status: Option<u16>,
    ) -> Result<Option<KuzzleError>, Malformed> {
        let text = text_within(options, body)?;
        let failed = http_status.is_some_and(|status| status >= 400);
        let found = match document_within(options, &text) {
            Ok(document) => find(&document, failed),
            Err(_) if failed => Some(Found::only_by_status()),
            Err(_) if http_status.is_some() && text.trim().is_empty() => None,
            Err(malformed) => return Err(malformed),
        };
        Ok(found.map(|found| self.received_error(found, body, &text, http_status)))
    }

    fn received_error(&self, found: Found<'_>, body: &[u8], text: &str, http_status: Option<u16>) -> KuzzleError {
        let outer_status = found.envelope_status.or(http_status).filter(|status| is_failure(*status));
        let status = found.status.or(outer_status);
        let resolution = self.resolve(found.id.as_deref(), found.code, status);
        let definition = resolution.definition;
        let class = definition.map_or_else(|| class_of(status, found.has_errors), Definition::class);
        let status = status.unwrap_or(class.status());
        let message = match found.message {
            Some(message) => message.into(),
            None if found.only_by_status => format!("HTTP status {status}").into(),
            None => Box::default(),
        };
        let inner = Inner {
            definition: definition.map(Into::into),
            unknown_id: found.id.filter(|id| definition.is_none() && is_id(id)).map(Into::into),
            code: found.code,
            class,
            status,
            message,
            message_is_given: false,
            props: Vec::new(),
            errors: None,
            conflict: resolution.conflict.map(|conflict| Box::new(conflict.into())),
            source: None,
            received: Some(Received::new(body, text, found.error, found.envelope)),
        };
        KuzzleError { inner: Arc::new(inner) }
    }
}

/// Reads the answer of a Kuzzle server with the built-in registry: [`Registry::parse`] of [`Registry::kuzzle`].
///
/// # Errors
///
/// [`Malformed`] where the body is no JSON and no HTTP status of 400 or more says that it is an error.
///
/// ```
/// let page = "<html><body>502 Bad Gateway</body></html>";
/// let error = kuzzle_errors::parse(page, Some(502))?.unwrap();
/// assert_eq!((error.id(), error.status(), error.message()), (None, 502, "HTTP status 502"));
/// assert!(kuzzle_errors::parse(page, None).is_err());
/// # Ok::<(), kuzzle_errors::Malformed>(())
/// ```
pub fn parse(body: impl AsRef<[u8]>, http_status: impl Into<Option<u16>>) -> Result<Option<KuzzleError>, Malformed> {
    Registry::kuzzle().parse(body, http_status)
}

/// The text of a body that is not too long.
fn text_within(options: ParseOptions, body: &[u8]) -> Result<Cow<'_, str>, Malformed> {
    match body.get(..options.max_bytes) {
        Some(start) if body.len() > options.max_bytes => {
            let message = format!("longer than the limit of {} bytes", options.max_bytes);
            Err(Malformed::at(&String::from_utf8_lossy(start), start.len(), message))
        }
        _ => Ok(lossy_text(body)),
    }
}

/// [`String::from_utf8_lossy`], quicker where all is well.
pub(super) fn lossy_text(bytes: &[u8]) -> Cow<'_, str> {
    core::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// The JSON of a text that is not too deep.
fn document_within(options: ParseOptions, text: &str) -> Result<Document<'_>, Malformed> {
    let document = Document::read(text)?;
    match too_deep(text, options.max_depth) {
        Some(offset) => {
            let message = format!("deeper than the limit of {} levels", options.max_depth);
            Err(Malformed::at(text, offset, message))
        }
        None => Ok(document),
    }
}

/// Where valid JSON opens more objects and arrays than a limit allows.
fn too_deep(text: &str, limit: usize) -> Option<usize> {
    if limit == usize::MAX {
        return None;
    }
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    text.bytes().position(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > limit
    })
}

/// What an answer says of an error.
#[derive(Default)]
struct Found<'d> {
    error: Option<Value<'d>>,
    envelope: Option<Value<'d>>,
    id: Option<Cow<'d, str>>,
    code: Option<Code>,
    status: Option<u16>,
    envelope_status: Option<u16>,
    message: Option<Cow<'d, str>>,
    has_errors: bool,
    /// Only the HTTP status says that it is an error.
    only_by_status: bool,
}

/// Finds the error in an answer; `failed` where HTTP says that there is one.
fn find<'d>(document: &Document<'d>, failed: bool) -> Option<Found<'d>> {
    let root = document.root();
    let outer = Outline::of(document.members());
    if outer.is_expiry() {
        return Some(Found::expiry(root, &outer));
    }
    if let Some(error) = outer.error.filter(|error| error.kind() == Kind::Object) {
        let inner = Outline::of(&error.members());
        return Some(Found { envelope: Some(root), envelope_status: outer.status(), ..Found::object(error, &inner) });
    }
    if outer.is_bare_error() {
        return Some(Found::object(root, &outer));
    }
    failed.then(|| Found::failed_answer(root, &outer))
}

impl<'d> Found<'d> {
    fn object(error: Value<'d>, outline: &Outline<'d>) -> Self {
        Self {
            error: Some(error),
            envelope: Some(error),
            id: outline.id().and_then(Value::as_text),
            code: outline.code.and_then(Value::as_integer::<i64>).and_then(|code| code.try_into().ok()),
            status: outline.status(),
            envelope_status: None,
            message: outline.message.and_then(Value::as_text),
            has_errors: outline.errors.is_some_and(|errors| errors.kind() == Kind::Array),
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
            message: Some(outline.message.and_then(Value::as_text).unwrap_or(EXPIRED.message().into())),
            ..Self::default()
        }
    }

    /// An answer that is no error in any known shape.
    fn failed_answer(root: Value<'d>, outline: &Outline<'d>) -> Self {
        if root.kind() != Kind::Object {
            return Self::only_by_status();
        }
        let found = Self::object(root, outline);
        Self { status: found.status.filter(|status| is_failure(*status)), only_by_status: true, ..found }
    }

    fn only_by_status() -> Self {
        Self { only_by_status: true, ..Self::default() }
    }
}

/// The members of an object that tell whether it is an error, and which; of several with one name the last.
#[derive(Default)]
struct Outline<'d> {
    kind: Option<Value<'d>>,
    error: Option<Value<'d>>,
    result: Option<Value<'d>>,
    request_id: Option<Value<'d>>,
    message: Option<Value<'d>>,
    status: Option<Value<'d>>,
    id: Option<Value<'d>>,
    /// The id under its name in Kuzzle 1.10.0 to 1.10.4.
    error_name: Option<Value<'d>>,
    code: Option<Value<'d>>,
    errors: Option<Value<'d>>,
}

impl<'d> Outline<'d> {
    fn of(members: &[Member<'d>]) -> Self {
        let mut outline = Self::default();
        for member in members {
            let place = match &*member.name() {
                "type" => &mut outline.kind,
                "error" => &mut outline.error,
                "result" => &mut outline.result,
                "requestId" => &mut outline.request_id,
                "message" => &mut outline.message,
                "status" => &mut outline.status,
                "id" => &mut outline.id,
                "errorName" => &mut outline.error_name,
                "code" => &mut outline.code,
                "errors" => &mut outline.errors,
                _ => continue,
            };
            *place = Some(member.value);
        }
        outline
    }

    fn id(&self) -> Option<Value<'d>> {
        self.id.or(self.error_name)
    }

    fn status(&self) -> Option<u16> {
        self.status?.as_integer()
    }

    fn is_expiry(&self) -> bool {
        self.kind.and_then(Value::as_text).is_some_and(|kind| kind == "TokenExpired")
    }

    fn is_bare_error(&self) -> bool {
        let is_text = self.message.is_some_and(|message| message.kind() == Kind::String);
        let names_an_error = [self.status, self.id(), self.code].into_iter().flatten().any(|value| !value.is_null());
        let is_envelope = self.error.is_some() || self.result.is_some() || self.request_id.is_some();
        let succeeded = self.status().is_some_and(|status| (200..300).contains(&status) && !is_failure(status));
        is_text && names_an_error && !is_envelope && !succeeded
    }
}

/// Whether a status is one of an error; 206 is PartialError's.
const fn is_failure(status: u16) -> bool {
    status >= 400 || status == 206
}

/// The class of an error without a definition.
fn class_of(status: Option<u16>, has_errors: bool) -> Class {
    match status.map(Class::from_status) {
        Some(Class::BadRequest) if has_errors => Class::MultipleErrors,
        class => class.unwrap_or(Class::Kuzzle),
    }
}
