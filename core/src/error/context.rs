//! The request that an error answers.

use alloc::borrow::Cow;
use alloc::string::String;

#[cfg(feature = "json")]
use serde::ser::{Serialize, Serializer};

use super::KuzzleError;
use super::object::Object;
#[cfg(feature = "json")]
use super::write::serialize_json;
use crate::json::Value;

const NAMES: [&str; 13] = [
    "status",
    "requestId",
    "controller",
    "action",
    "index",
    "collection",
    "_id",
    "volatile",
    "node",
    "room",
    "headers",
    "deprecations",
    "result",
];

/// What came with an error and tells of the request that it answers: members of the envelope around the error, or of
/// a bare error itself.
///
/// Only what came is there, of `status`, `requestId`, `controller`, `action`, `index`, `collection`, `_id`,
/// `volatile`, `node`, `room`, `headers`, `deprecations` and `result`, in this order.
///
/// ```
/// let body = r#"{"status":404,"requestId":"r-1","error":{"message":"…","status":404},"volatile":{"a": 1}}"#;
/// let error = kuzzle_errors::parse(body, None)?.unwrap();
/// let context = error.context();
/// assert_eq!(context.text("requestId").as_deref(), Some("r-1"));
/// assert_eq!(context.json("volatile"), Some(r#"{"a": 1}"#));
/// assert_eq!(context.json("index"), None);
/// # Ok::<(), kuzzle_errors::Malformed>(())
/// ```
#[derive(Clone, Debug)]
pub struct Context<'e> {
    values: [Option<Value<'e>>; NAMES.len()],
}

impl KuzzleError {
    /// What came with the error; empty for an error that was built here.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        let mut context = Context { values: [None; NAMES.len()] };
        let Some(received) = &self.inner.received else { return context };
        for member in received.envelope().iter().flatten() {
            let name = member.name();
            // The status of a bare error is the error's.
            if let Some(position) = position(&name).filter(|_| !(received.is_bare() && name == "status")) {
                context.values[position] = Some(member.value);
            }
        }
        context
    }
}

impl<'e> Context<'e> {
    /// The status in the envelope; that of the error may be another.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.value("status")?.as_integer()
    }

    /// A member that is a text, decoded.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<Cow<'e, str>> {
        self.value(name)?.as_text()
    }

    /// A member as the JSON that came.
    #[must_use]
    pub fn json(&self, name: &str) -> Option<&'e str> {
        self.value(name).map(Value::text)
    }

    /// The members that came, as JSON.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'e str)> + '_ {
        NAMES.into_iter().zip(&self.values).filter_map(|(name, value)| Some((name, value.as_ref()?.text())))
    }

    /// The members that came as one JSON object, their values with their bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut object = Object::with_capacity(256);
        for (name, json) in self.iter() {
            object.json(name, json);
        }
        object.finish()
    }

    fn value(&self, name: &str) -> Option<Value<'e>> {
        self.values[position(name)?]
    }
}

fn position(name: &str) -> Option<usize> {
    NAMES.into_iter().position(|known| known == name)
}

/// The object of [`to_json`](Context::to_json).
#[cfg(feature = "json")]
impl Serialize for Context<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_json(self.to_json(), serializer)
    }
}
