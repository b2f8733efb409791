//! Errors inside other JSON: a list of responses, an entry of a log, a recorded exchange.

use std::fmt;

use kuzzle_errors::{KuzzleError, Registry};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// How deep errors are looked for: every level is read once more, so that time stays in proportion to the size.
const DEEPEST: usize = 32;

/// The errors in a JSON text that is no error itself, in their order; objects inside an error are part of it.
pub(super) fn errors_in(text: &str, registry: &Registry) -> Vec<KuzzleError> {
    let mut errors = Vec::new();
    // A stack of its own: nesting must not overflow that of the process.
    let mut open = vec![(text.trim_start_matches('\u{feff}').trim(), 0)];
    while let Some((value, depth)) = open.pop() {
        if let Some(error) = read(value, registry) {
            errors.push(error);
        } else if depth < DEEPEST {
            open.extend(children(value).iter().rev().map(|child| (child.get(), depth + 1)));
        }
    }
    errors
}

fn read(value: &str, registry: &Registry) -> Option<KuzzleError> {
    value.starts_with('{').then(|| registry.parse(value, None).ok().flatten()).flatten()
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
