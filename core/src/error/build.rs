//! Building errors from definitions.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::given::Given;
use super::{Inner, KuzzleError, Prop};
use crate::definitions::core::fatal::UNEXPECTED_ERROR;
use crate::render::fill;
use crate::{Class, Definition, Registry};

impl Definition<'_> {
    /// Builds the error with these props for the params of its message, in order.
    ///
    /// Missing props leave their placeholder, extra ones follow the message: building never fails. See
    /// [`render`](crate::render()) for how values are shown, [`NO_PROPS`](crate::NO_PROPS) for none.
    ///
    /// ```
    /// use kuzzle_errors::{Prop, definitions::services::storage::NOT_FOUND};
    ///
    /// let error = NOT_FOUND.error([Prop::from("doc-1"), "nyc".into(), "yellow-taxi".into()]);
    /// assert_eq!(error.status(), 404);
    /// assert_eq!(error.props()[0], Prop::from("doc-1"));
    /// ```
    #[must_use]
    pub fn error<'a>(self, args: impl IntoIterator<Item: Into<Prop<'a>>>) -> KuzzleError {
        let props: Vec<_> = args.into_iter().map(|prop| prop.into().into_owned()).collect();
        let message = fill(self.message(), &props);
        KuzzleError::build(self, message, props)
    }

    /// Builds the error with props given by the names of the [params](Self::params).
    ///
    /// A param that is not given leaves its placeholder and a null prop; a name that is no param is ignored, and of a
    /// name given twice the last counts.
    ///
    /// ```
    /// use kuzzle_errors::{Prop, definitions::services::storage::UNKNOWN_COLLECTION};
    ///
    /// let error = UNKNOWN_COLLECTION.error_named([("collection", "yellow-taxi")]);
    /// assert_eq!(error.message(), "Index \"%s\" has no collection named \"yellow-taxi\"");
    /// assert_eq!(error.props(), [Prop::Null, "yellow-taxi".into()]);
    /// ```
    #[must_use]
    pub fn error_named<'n, 'a>(self, params: impl IntoIterator<Item = (&'n str, impl Into<Prop<'a>>)>) -> KuzzleError {
        let mut given: Vec<Option<Prop<'static>>> = self.params().iter().map(|_| None).collect();
        for (name, value) in params {
            let position = self.params().iter().position(|param| param == name);
            if let Some(prop) = position.and_then(|position| given.get_mut(position)) {
                *prop = Some(value.into().into_owned());
            }
        }
        // Each param has exactly one `%s`: shown as itself, it stays.
        let shown: Vec<_> = given.iter().map(|prop| prop.clone().unwrap_or(Prop::String("%s".into()))).collect();
        let message = fill(self.message(), &shown);
        KuzzleError::build(self, message, given.into_iter().map(|prop| prop.unwrap_or(Prop::Null)).collect())
    }
}

impl Registry {
    /// Builds the error with this id: [`Definition::error`] of [`by_id`](Self::by_id).
    ///
    /// An id that the registry doesn't have gives Kuzzle's own `core.fatal.unexpected_error`, with the id as its prop.
    ///
    /// ```
    /// use kuzzle_errors::Registry;
    ///
    /// let registry = Registry::kuzzle();
    /// let error = registry.error("services.storage.unknown_index", ["nyc"]);
    /// assert_eq!(error.message(), "There is no index named \"nyc\"");
    ///
    /// let unknown = registry.error("services.storage.no_such_error", ["nyc"]);
    /// assert_eq!(unknown.id(), Some("core.fatal.unexpected_error"));
    /// assert_eq!(unknown.props(), ["services.storage.no_such_error".into()]);
    /// ```
    #[must_use]
    pub fn error<'a>(&self, id: &str, args: impl IntoIterator<Item: Into<Prop<'a>>>) -> KuzzleError {
        match self.by_id(id) {
            Some(definition) => definition.error(args),
            None => UNEXPECTED_ERROR.error([id]),
        }
    }

    /// As [`error`](Self::error), with props given by name: [`Definition::error_named`].
    ///
    /// ```
    /// let registry = kuzzle_errors::Registry::kuzzle();
    /// let error = registry.error_named("services.storage.unknown_index", [("index", "nyc")]);
    /// assert_eq!(error.message(), "There is no index named \"nyc\"");
    /// ```
    #[must_use]
    pub fn error_named<'n, 'a>(
        &self,
        id: &str,
        params: impl IntoIterator<Item = (&'n str, impl Into<Prop<'a>>)>,
    ) -> KuzzleError {
        match self.by_id(id) {
            Some(definition) => definition.error_named(params),
            None => UNEXPECTED_ERROR.error([id]),
        }
    }
}

/// Builds an error of the built-in registry: [`Registry::error`] of [`Registry::kuzzle`].
///
/// ```
/// let error = kuzzle_errors::error("services.storage.unknown_index", ["nyc"]);
/// assert_eq!(error.status(), 412);
/// ```
#[must_use]
pub fn error<'a>(id: &str, args: impl IntoIterator<Item: Into<Prop<'a>>>) -> KuzzleError {
    Registry::kuzzle().error(id, args)
}

impl KuzzleError {
    fn build(definition: Definition<'_>, message: String, props: Vec<Prop<'static>>) -> Self {
        let lists_errors = matches!(definition.class(), Class::Partial | Class::MultipleErrors);
        let inner = Inner {
            definition: Some(definition.into()),
            unknown_id: None,
            code: Some(definition.code()),
            class: definition.class(),
            status: definition.status(),
            message,
            message_is_given: false,
            given: Given { props: Some(props), errors: lists_errors.then(Vec::new) },
            conflict: None,
            source: None,
            #[cfg(feature = "read")]
            received: None,
        };
        Self { inner: Arc::new(inner) }
    }

    /// The same error with a list of the errors in it, as PartialError and MultipleErrorsError have one.
    ///
    /// An item is an error, a text (an id of a document), or any object as [`Prop::Json`].
    ///
    /// ```
    /// use kuzzle_errors::definitions::services::storage::INCOMPLETE_DELETE;
    ///
    /// let error = INCOMPLETE_DELETE.error(["2 users"]).with_errors(["user-1", "user-2"]);
    /// assert_eq!(error.count(), 2);
    /// ```
    #[must_use]
    pub fn with_errors<'a>(mut self, errors: impl IntoIterator<Item: Into<Prop<'a>>>) -> Self {
        let errors = errors.into_iter().map(|error| error.into().into_owned()).collect();
        Arc::make_mut(&mut self.inner).given.errors = Some(errors);
        self
    }

    /// The same error with what caused it, which [`source`](core::error::Error::source) gives back; it is never
    /// written.
    ///
    /// ```
    /// use core::error::Error;
    /// use kuzzle_errors::{Code, NO_PROPS, definitions::services::storage::NOT_CONNECTED};
    ///
    /// let cause = Code::parse("x").unwrap_err();
    /// let error = NOT_CONNECTED.error(NO_PROPS).with_source(cause);
    /// assert_eq!(error.source().unwrap().to_string(), cause.to_string());
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl core::error::Error + Send + Sync + 'static) -> Self {
        Arc::make_mut(&mut self.inner).source = Some(Arc::new(source));
        self
    }
}
