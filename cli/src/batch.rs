//! Answers to batches that failed in part and still are no errors.

use kuzzle_errors::Failure;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::value::RawValue;

/// A response that is no error, but lists failed items.
pub(crate) struct Batch {
    response: Box<RawValue>,
}

impl Batch {
    /// Takes one JSON value; `None` where it lists no failed items.
    pub(crate) fn read(json: &str) -> Option<Self> {
        let has_failures = !failures_in(json).is_empty();
        has_failures.then(|| RawValue::from_string(json.to_owned()).ok()).flatten().map(|response| Self { response })
    }

    pub(crate) fn failures(&self) -> Vec<Failure<'_>> {
        failures_in(self.response.get())
    }
}

fn failures_in(json: &str) -> Vec<Failure<'_>> {
    kuzzle_errors::failures(json).unwrap_or_default()
}

/// The members of an error that was read, `context` being the whole response.
impl Serialize for Batch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Batch", 7)?;
        for member in ["id", "class", "definition", "error"] {
            object.serialize_field(member, &())?;
        }
        object.serialize_field("context", &self.response)?;
        object.serialize_field("conflict", &())?;
        object.serialize_field("failures", &self.failures())?;
        object.end()
    }
}
