//! Reading errors from what a server sent.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;

use super::find::{Found, find};
use super::given::Given;
use super::options::{ParseOptions, json_within, text_within};
use super::received::Received;
use super::{Inner, KuzzleError};
use crate::render::decimal::decimal;
use crate::resolve::{is_failure, is_id};
use crate::{Class, Definition, Malformed, Registry};

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
    /// last counts, as in JavaScript. Where there is no `id`, `errorName` is it, its name in Kuzzle 1.10.0 to 1.10.4.
    /// Text that is not UTF-8 is read with U+FFFD in its place.
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
        self.read_text(options, body, &text, http_status)
    }

    /// Reads a body whose text is known.
    fn read_text(
        &self,
        options: ParseOptions,
        body: &[u8],
        text: &str,
        http_status: Option<u16>,
    ) -> Result<Option<KuzzleError>, Malformed> {
        let failed = http_status.is_some_and(|status| status >= 400);
        let found = match json_within(options, text) {
            Ok(root) => find(root, failed),
            Err(_) if failed => Some(Found::only_by_status()),
            Err(_) if http_status.is_some() && text.trim().is_empty() => None,
            Err(malformed) => return Err(malformed),
        };
        Ok(found.map(|found| self.received_error(found, body, text, http_status)))
    }

    fn received_error(&self, found: Found<'_>, body: &[u8], text: &str, http_status: Option<u16>) -> KuzzleError {
        let mut outer_statuses = [found.envelope_status, http_status].into_iter().flatten();
        let status = found.status.or_else(|| outer_statuses.find(|status| is_failure(*status)));
        let resolution = self.resolve(found.id.as_deref(), found.code, status);
        let definition = resolution.definition;
        let class = definition.map_or_else(|| class_of(status, found.has_errors), Definition::class);
        let status = status.unwrap_or(class.status());
        let message = match found.message {
            Some(message) => message.into_owned(),
            None if found.only_by_status => ["HTTP status ", &decimal(status)].concat(),
            None => String::new(),
        };
        let inner = Inner {
            definition: definition.map(Into::into),
            unknown_id: found.id.filter(|id| definition.is_none() && is_id(id)).map(Into::into),
            code: found.code,
            class,
            status,
            message,
            message_is_given: false,
            given: Given::default(),
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

/// [`Registry::parse_with`] of a text, whose length is not bounded; decoding is not linked.
///
/// # Errors
///
/// As [`Registry::parse_with`].
pub fn parse_text(
    registry: &Registry,
    options: ParseOptions,
    text: &str,
    http_status: Option<u16>,
) -> Result<Option<KuzzleError>, Malformed> {
    registry.read_text(options, text.as_bytes(), text, http_status)
}

/// The class of an error without a definition.
fn class_of(status: Option<u16>, has_errors: bool) -> Class {
    match status.map(Class::from_status) {
        Some(Class::BadRequest) if has_errors => Class::MultipleErrors,
        class => class.unwrap_or(Class::Kuzzle),
    }
}
