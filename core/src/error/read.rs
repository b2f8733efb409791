//! Reading errors from what a server sent.

use alloc::boxed::Box;
use alloc::sync::Arc;

use super::facts::Facts;
use super::given::Given;
use super::options::{ParseOptions, text_within};
use super::received::Received;
use super::{Inner, KuzzleError};
use crate::{Malformed, Registry};

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
        let facts = Facts::read(self, options, text, http_status)?;
        Ok(facts.map(|facts| KuzzleError::received_as(facts, body, text)))
    }
}

impl KuzzleError {
    fn received_as(facts: Facts<'_, '_>, body: &[u8], text: &str) -> Self {
        let inner = Inner {
            definition: facts.definition.map(Into::into),
            unknown_id: facts.unknown_id().map(Into::into),
            code: facts.found.code,
            class: facts.class,
            status: facts.status,
            message: facts.message.into_text().into_owned(),
            message_is_given: false,
            given: Given::default(),
            conflict: facts.conflict.map(|conflict| Box::new(conflict.into())),
            source: None,
            received: Some(Received::new(body, text, facts.found.error, facts.found.envelope)),
        };
        Self { inner: Arc::new(inner) }
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
