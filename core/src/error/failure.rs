//! The failed items of a batch.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "json")]
use serde::ser::{Serialize, Serializer};

use super::find::Answer;
use super::object::Object;
use super::options::{ParseOptions, lossy_text};
use super::received::{Received, member};
use super::write::push_value;
#[cfg(feature = "json")]
use super::write::serialize_json;
use super::{KuzzleError, Prop};
use crate::Malformed;
use crate::json::{Kind, Member, Value};
use crate::render::decimal::decimal;

/// The actions of a line of `bulk:import`.
const BULK_ACTIONS: [&str; 4] = ["index", "create", "update", "delete"];

/// One failed item of a batch: a document that was not written, a user that was not deleted.
///
/// Kuzzle has many shapes for it, all read into this one; what a shape does not tell is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Failure<'a> {
    /// The id of the item.
    pub id: Option<Cow<'a, str>>,
    /// The HTTP status of the item.
    pub status: Option<u16>,
    /// Why it failed.
    pub reason: Option<Cow<'a, str>>,
    /// The bulk action: `index`, `create`, `update` or `delete`.
    pub action: Option<Cow<'a, str>>,
    /// The item as the JSON that came.
    pub raw: Cow<'a, str>,
}

/// Lists the failed items in the answer of a Kuzzle server, an error (206, 400) or not (200 with `result.errors`).
///
/// Understood are `{document, status, reason}`, `{_id, status, reason}`, `{id, reason}`, the items of a bulk import
/// (`{index: {_id, status, error}}` and those with an `action`), ids as plain texts, and whole errors, whose own id is
/// no item's; of anything else there is only the raw item.
///
/// # Errors
///
/// [`Malformed`] where the response is no JSON.
///
/// ```
/// let response = r#"{"status":200,"result":{"successes":[],"errors":[
///   {"document":{"_id":"doc-1","body":{}},"reason":"document already exists","status":400}]}}"#;
/// let failures = kuzzle_errors::failures(response)?;
/// assert_eq!(failures[0].id.as_deref(), Some("doc-1"));
/// assert_eq!(failures[0].status, Some(400));
/// # Ok::<(), kuzzle_errors::Malformed>(())
/// ```
pub fn failures<B: AsRef<[u8]> + ?Sized>(response: &B) -> Result<Vec<Failure<'_>>, Malformed> {
    match lossy_text(response.as_ref()) {
        Cow::Borrowed(text) => failures_in(text, usize::MAX),
        Cow::Owned(text) => Ok(failures_in(&text, usize::MAX)?.into_iter().map(Failure::into_owned).collect()),
    }
}

impl KuzzleError {
    /// The failed items of the batch that this error reports: its [`errors`](Self::errors), and the `result.errors`
    /// that came with it.
    ///
    /// ```
    /// # #[cfg(feature = "alloc")] {
    /// use kuzzle_errors::definitions::services::storage::INCOMPLETE_DELETE;
    ///
    /// let error = INCOMPLETE_DELETE.error(["2 users"]).with_errors(["user-1", "user-2"]);
    /// assert_eq!(error.failures()[1].id.as_deref(), Some("user-2"));
    /// # }
    /// ```
    #[must_use]
    pub fn failures(&self) -> Vec<Failure<'_>> {
        let received = self.inner.received.as_ref();
        let items = match self.inner.given.errors() {
            Some(errors) => errors.iter().map(Failure::of_prop).collect(),
            None => {
                received.and_then(Received::error).map(|error| listed(member(&error, "errors"))).unwrap_or_default()
            }
        };
        let envelope = received.and_then(Received::envelope).unwrap_or_default();
        items.into_iter().chain(in_result(&envelope)).collect()
    }
}

/// [`failures`] of a text that may not be deeper than a limit; decoding is not linked.
///
/// # Errors
///
/// As [`failures`]; also where the text is deeper.
pub fn failures_in(text: &str, max_depth: usize) -> Result<Vec<Failure<'_>>, Malformed> {
    let answer = Answer::read(text, ParseOptions::new().max_depth(max_depth))?;
    // What is no error may have a list all the same.
    let error = answer.error(false).map_or(Some(answer.root), |found| found.error);
    let error = error.map(Value::members).unwrap_or_default();
    Ok(listed(member(&error, "errors")).into_iter().chain(in_result(&answer.root.members())).collect())
}

/// The failures in `result.errors`.
fn in_result<'a>(envelope: &[Member<'a>]) -> Vec<Failure<'a>> {
    let result = member(envelope, "result").map(Value::members).unwrap_or_default();
    listed(member(&result, "errors"))
}

fn listed(list: Option<Value<'_>>) -> Vec<Failure<'_>> {
    let items = list.map(Value::elements).unwrap_or_default();
    items.into_iter().map(Failure::of).collect()
}

impl<'a> Failure<'a> {
    /// Reads one item.
    fn of(item: Value<'a>) -> Self {
        let failure = match item.kind() {
            Kind::String => Self { id: item.as_text(), ..Self::unknown() },
            Kind::Object => Self::of_object(&item.members()),
            _ => Self::unknown(),
        };
        Self { raw: item.text().into(), ..failure }
    }

    fn of_object(members: &[Member<'a>]) -> Self {
        if let [only] = members {
            let action = only.name();
            if BULK_ACTIONS.contains(&&*action) && only.value.kind() == Kind::Object {
                return Self { action: Some(action), ..Self::of_members(&only.value.members()) };
            }
        }
        Self::of_members(members)
    }

    fn of_members(members: &[Member<'a>]) -> Self {
        let text = |name| member(members, name)?.as_text();
        let nested = |name, inner| member(&member(members, name)?.members(), inner)?.as_text();
        // The id of a whole error says which error it is, not which item failed.
        let item_id = || text("id").filter(|_| member(members, "message").is_none());
        Self {
            id: nested("document", "_id").or_else(|| text("_id")).or_else(item_id),
            status: member(members, "status").and_then(Value::as_integer),
            reason: text("reason")
                .or_else(|| nested("error", "reason"))
                .or_else(|| text("error"))
                .or_else(|| text("message")),
            action: text("action"),
            raw: "".into(),
        }
    }

    /// Reads an item that was given here.
    fn of_prop(prop: &Prop<'_>) -> Failure<'static> {
        let mut raw = String::new();
        push_value(&mut raw, prop);
        Failure::of(Value::checked(&raw)).into_owned()
    }

    const fn unknown() -> Self {
        Self { id: None, status: None, reason: None, action: None, raw: Cow::Borrowed("") }
    }

    /// The same failure, owning its texts.
    #[must_use]
    pub fn into_owned(self) -> Failure<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Failure {
            id: self.id.map(owned),
            status: self.status,
            reason: self.reason.map(owned),
            action: self.action.map(owned),
            raw: owned(self.raw),
        }
    }

    /// The failure as a JSON object: `id`, `status`, `reason`, `action` (null where unknown) and `raw`, the item with
    /// its bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut object = Object::with_capacity(self.raw.len() + 96);
        object.text_or_null("id", self.id.as_deref());
        match self.status {
            Some(status) => object.json("status", &decimal(status)),
            None => object.json("status", "null"),
        }
        object.text_or_null("reason", self.reason.as_deref());
        object.text_or_null("action", self.action.as_deref());
        object.json("raw", &self.raw);
        object.finish()
    }
}

/// The object of [`to_json`](Failure::to_json).
#[cfg(feature = "json")]
impl Serialize for Failure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_json(self.to_json(), serializer)
    }
}
