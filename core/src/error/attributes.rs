//! Errors as attributes of OpenTelemetry.

use alloc::string::String;
use alloc::vec::Vec;

use super::object::Object;
use super::{KuzzleError, Prop};
use crate::render::decimal::decimal;
use crate::{Definition, Retry};

impl KuzzleError {
    /// The error as OpenTelemetry attributes, names with values.
    ///
    /// `error.type` (the id, `_OTHER` where there is none), `http.response.status_code`, `kuzzle.error.code` (unsigned:
    /// the one that came or the definition's), `kuzzle.error.class` and `kuzzle.error.retry`; the code and the retry
    /// advice only where they are known.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
    ///
    /// let error = UNKNOWN_INDEX.error(["nyc"]);
    /// let attributes = error.attributes();
    /// assert_eq!(attributes[0], ("error.type", "services.storage.unknown_index".into()));
    /// assert_eq!(attributes[1], ("http.response.status_code", 412.into()));
    /// # }
    /// ```
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, Prop<'_>)> {
        let code = self.code().or(self.definition().map(Definition::code));
        let attributes = [
            Some(("error.type", self.id().unwrap_or("_OTHER").into())),
            Some(("http.response.status_code", self.status().into())),
            code.map(|code| ("kuzzle.error.code", code.get().into())),
            Some(("kuzzle.error.class", self.class().name().into())),
            self.retry().map(|retry| ("kuzzle.error.retry", Retry::name(retry).into())),
        ];
        attributes.into_iter().flatten().collect()
    }

    /// The [`attributes`](Self::attributes) as one JSON object.
    #[must_use]
    pub fn to_attributes_json(&self) -> String {
        let mut object = Object::with_capacity(192);
        for (name, value) in self.attributes() {
            match value {
                Prop::String(text) => object.text(name, &text),
                Prop::Integer(number) => object.json(name, &decimal(number)),
                // Attributes are texts and integers.
                _ => {}
            }
        }
        object.finish()
    }
}
