//! Errors and failed items inside other JSON: a list of responses, an entry of a log, a recorded exchange.

use std::collections::BTreeMap;
use std::fmt;

use kuzzle_errors::{Failure, Registry};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::answer::Answer;
use crate::batch::Batch;

/// How deep they are looked for: every level is read once more, so that time stays in proportion to the size.
const DEEPEST: usize = 32;

/// What is in a JSON text that is no error itself, in its order; objects inside an error or a batch are part of it.
pub(super) fn answers_in(text: &str, registry: &Registry) -> Vec<Answer<'static>> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let mut answers = Vec::new();
    // A stack of its own: nesting must not overflow that of the process.
    let mut open = vec![(text, 0)];
    while let Some((value, depth)) = open.pop() {
        if let Some(answer) = read(value, depth, registry) {
            answers.push(answer);
        } else if depth < DEEPEST {
            open.extend(children(value).iter().rev().map(|child| (child.get(), depth + 1)));
        }
    }
    // Where there is nothing else, items of any kind are failed items.
    if answers.is_empty() {
        answers.extend(Batch::read(text).map(Answer::Batch));
    }
    answers
}

fn read(value: &str, depth: usize, registry: &Registry) -> Option<Answer<'static>> {
    if !value.starts_with('{') {
        return None;
    }
    if let Some(error) = registry.parse(value, None).ok().flatten() {
        return Some(Answer::Received(error));
    }
    let batch = Batch::read(value)?;
    let has_item = batch.failures().iter().any(|failure| is_item(failure, registry));
    // Somewhere inside, a list called `errors` may be anything: there only responses are taken for batches.
    (has_item && (depth == 0 || has_result(value))).then_some(Answer::Batch(batch))
}

fn has_result(value: &str) -> bool {
    serde_json::from_str::<BTreeMap<String, &RawValue>>(value).is_ok_and(|members| members.contains_key("result"))
}

/// Whether an element of a list called `errors` is a failed item, and not an error or a response that says more when it
/// is read by itself.
fn is_item(failure: &Failure<'_>, registry: &Registry) -> bool {
    let is_error = || registry.parse(failure.raw.as_bytes(), None).is_ok_and(|error| error.is_some());
    failure.id.is_some() || (failure.reason.is_some() && !is_error())
}

/// The values of an object or an array, as they came.
fn children(value: &str) -> Vec<&RawValue> {
    let is_container = value.starts_with(['{', '[']);
    let children = is_container.then(|| serde_json::from_str(value).ok()).flatten();
    children.map_or_else(Vec::new, |Children(values)| values)
}

struct Children<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for Children<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Collect)
    }
}

struct Collect;

impl<'de> Visitor<'de> for Collect {
    type Value = Children<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or an array")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Children<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some((IgnoredAny, value)) = members.next_entry()? {
            values.push(value);
        }
        Ok(Children(values))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Children<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = elements.next_element()? {
            values.push(value);
        }
        Ok(Children(values))
    }
}
