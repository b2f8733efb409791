//! The errors that are built here and those that a server sent.

#[cfg(feature = "read")]
mod attributes;
#[cfg(feature = "alloc")]
mod build;
#[cfg(feature = "read")]
mod context;
#[cfg(feature = "json")]
mod explanation;
#[cfg(feature = "read")]
mod facts;
#[cfg(feature = "read")]
mod failure;
#[cfg(feature = "read")]
mod find;
mod given;
mod held;
#[cfg(feature = "read")]
mod object;
#[cfg(feature = "read")]
mod options;
mod prop;
#[cfg(feature = "read")]
mod read;
#[cfg(feature = "read")]
mod received;
mod report;
#[cfg(feature = "read")]
mod write;

#[cfg(feature = "alloc")]
pub use build::error;
#[cfg(feature = "read")]
pub use context::Context;
#[cfg(feature = "json")]
pub use explanation::Explanation;
#[cfg(feature = "read")]
pub use facts::Facts;
#[cfg(feature = "read")]
pub use failure::{Failure, failures, failures_in};
#[cfg(feature = "read")]
pub use object::{Object, push_array};
#[cfg(feature = "read")]
pub use options::ParseOptions;
pub use prop::{NO_PROPS, Prop};
#[cfg(feature = "read")]
pub use read::{parse, parse_text};
#[cfg(feature = "read")]
pub use write::json_without;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::{Class, Code, Conflict, Definition, Retry};
use given::Given;
use held::{HeldConflict, HeldDefinition};
#[cfg(feature = "read")]
use received::Received;

/// An error of a Kuzzle API: built here from a definition, or read from what a server sent.
///
/// One pointer, cheap to clone and to send to other threads; it outlives the registry it came from.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use kuzzle_errors::{Class, definitions::services::storage::UNKNOWN_INDEX};
///
/// let error = UNKNOWN_INDEX.error(["nyc"]);
/// assert_eq!(error.id(), Some("services.storage.unknown_index"));
/// assert_eq!(error.to_string(), "There is no index named \"nyc\"");
/// assert_eq!((error.class(), error.status()), (Class::Precondition, 412));
/// assert!(error.is(UNKNOWN_INDEX));
/// # }
/// ```
#[derive(Clone)]
pub struct KuzzleError {
    inner: Arc<Inner>,
}

#[derive(Clone)]
struct Inner {
    definition: Option<HeldDefinition>,
    /// What came, where no definition has it.
    unknown_id: Option<Box<str>>,
    code: Option<Code>,
    class: Class,
    status: u16,
    message: String,
    /// Whether the message was given to [`with_message`](KuzzleError::with_message).
    message_is_given: bool,
    /// Beside this, what came is read when asked for.
    given: Given,
    conflict: Option<Box<HeldConflict>>,
    source: Option<Arc<dyn core::error::Error + Send + Sync>>,
    #[cfg(feature = "read")]
    received: Option<Received>,
}

impl KuzzleError {
    /// The id: of the definition, or what came where no definition has it; `None` where neither is known.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.definition().map(Definition::id).or(self.inner.unknown_id.as_deref())
    }

    /// The code: of a built error its definition's, of a received one what came, where that is a number of 32 bits.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        self.inner.code
    }

    /// The error type: the definition's, or what the status tells.
    #[must_use]
    pub fn class(&self) -> Class {
        self.inner.class
    }

    /// The HTTP status: what came in the error, in the envelope around it or with HTTP, in this order; otherwise the
    /// one of the class.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.inner.status
    }

    /// The message; empty where none came.
    ///
    /// An answer that is no error of Kuzzle, only a status (the page of a proxy), says `HTTP status 502`.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.inner.message
    }

    /// The definition, if the registry has one for it.
    #[must_use]
    pub fn definition(&self) -> Option<Definition<'_>> {
        self.inner.definition.as_ref().map(HeldDefinition::get)
    }

    /// Where the id, the code and the status that came contradict each other.
    #[must_use]
    pub fn conflict(&self) -> Option<Conflict<'_>> {
        self.inner.conflict.as_ref().map(|conflict| conflict.get())
    }

    /// The values of the params, in order; none where none came.
    #[must_use]
    pub fn props(&self) -> Vec<Prop<'_>> {
        #[cfg(feature = "read")]
        if let Some(received) = &self.inner.received {
            return received.elements("props");
        }
        self.inner.given.props().unwrap_or_default().iter().map(Into::into).collect()
    }

    /// The errors in this error, as a batch or a validation has them; [`failures`](Self::failures) reads them.
    #[must_use]
    pub fn errors(&self) -> Vec<Prop<'_>> {
        match self.inner.given.errors() {
            Some(errors) => errors.iter().map(Into::into).collect(),
            #[cfg(feature = "read")]
            None => self.inner.received.as_ref().map(|received| received.elements("errors")).unwrap_or_default(),
            #[cfg(not(feature = "read"))]
            None => Vec::new(),
        }
    }

    /// The number of errors in this error: the `count` that came, or as many as [`errors`](Self::errors) has.
    #[must_use]
    pub fn count(&self) -> u64 {
        #[cfg(feature = "read")]
        if let Some(count) =
            self.inner.received.as_ref().filter(|_| self.inner.given.errors().is_none()).and_then(Received::count)
        {
            return count;
        }
        self.errors().len().try_into().unwrap_or(u64::MAX)
    }

    /// Whether the same request may be sent again; `None` where no definition says so.
    #[must_use]
    pub fn retry(&self) -> Option<Retry> {
        self.definition()?.retry()
    }

    /// Whether the cause is temporary, so that the same request may work later.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::{NO_PROPS, definitions::services::storage::NOT_CONNECTED};
    ///
    /// assert!(NOT_CONNECTED.error(NO_PROPS).is_retryable());
    /// # }
    /// ```
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.retry() == Some(Retry::Later)
    }

    /// Whether a new login is needed before the request can work again.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::{NO_PROPS, definitions::security::token::EXPIRED};
    ///
    /// assert!(EXPIRED.error(NO_PROPS).needs_login());
    /// # }
    /// ```
    #[must_use]
    pub fn needs_login(&self) -> bool {
        self.retry() == Some(Retry::Login)
    }

    /// Whether it is the error with this id (or of this definition): ids are compared, case included.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::{NOT_FOUND, UNKNOWN_INDEX};
    ///
    /// let error = UNKNOWN_INDEX.error(["nyc"]);
    /// assert!(error.is(UNKNOWN_INDEX) && error.is("services.storage.unknown_index"));
    /// assert!(!error.is(NOT_FOUND));
    /// # }
    /// ```
    #[must_use]
    pub fn is<'d>(&self, id: impl Into<&'d str>) -> bool {
        self.id() == Some(id.into())
    }

    /// The same error with another message; its props stay.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
    ///
    /// let error = UNKNOWN_INDEX.error(["nyc"]).with_message("No taxis here");
    /// assert_eq!(error.message(), "No taxis here");
    /// assert_eq!(error.props().len(), 1);
    /// # }
    /// ```
    #[must_use]
    pub fn with_message<'t>(mut self, message: impl Into<Cow<'t, str>>) -> Self {
        let inner = Arc::make_mut(&mut self.inner);
        inner.message = message.into().into_owned();
        inner.message_is_given = true;
        self
    }
}

/// The id, so that a definition can be given where an id is asked for.
impl<'r> From<Definition<'r>> for &'r str {
    fn from(definition: Definition<'r>) -> Self {
        definition.id()
    }
}
