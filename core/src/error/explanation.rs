//! Everything about one error in one object.

use alloc::string::String;

use serde::ser::{Serialize, Serializer};

use super::KuzzleError;
use super::object::{Object, push_array};
use super::write::serialize_json;

/// Everything about one error, to be serialized.
#[derive(Clone, Copy, Debug)]
pub struct Explanation<'e> {
    error: &'e KuzzleError,
}

impl KuzzleError {
    /// Everything about the error, to be serialized: what [`to_json`](Explanation::to_json) tells.
    #[must_use]
    pub const fn explanation(&self) -> Explanation<'_> {
        Explanation { error: self }
    }
}

impl Explanation<'_> {
    /// `id`, `class`, `definition`, `error` ([`KuzzleError::to_json`]), `context`, `conflict` and `failures` as one
    /// JSON object; `id`, `definition` and `conflict` may be null.
    ///
    /// ```
    /// let error = kuzzle_errors::parse("<html>", Some(404))?.unwrap();
    /// let json = error.explanation().to_json();
    /// let expected = r#"{"id":null,"class":"NotFoundError","definition":null,"#;
    /// assert_eq!(json, expected.to_string()
    ///     + r#""error":{"message":"HTTP status 404","status":404},"context":{},"conflict":null,"failures":[]}"#);
    /// # Ok::<(), kuzzle_errors::Malformed>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let error = self.error;
        let mut object = Object::with_capacity(2048);
        object.text_or_null("id", error.id());
        object.text("class", error.class().name());
        object.json("definition", &json_of(&error.definition()));
        object.json("error", &error.to_json());
        object.json("context", &error.context().to_json());
        object.json("conflict", &json_of(&error.conflict()));
        push_array(object.member("failures"), error.failures(), |json, failure| json.push_str(&failure.to_json()));
        object.finish()
    }
}

/// A value of this crate as JSON, which cannot fail: a text takes every byte, and every key is a text.
fn json_of(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The object of [`to_json`](Explanation::to_json).
impl Serialize for Explanation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_json(self.to_json(), serializer)
    }
}
