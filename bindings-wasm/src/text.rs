//! Answers as JSON text.

use serde_json::to_string;

/// A value as JSON. The types of the core that are given here cannot fail to be written.
pub(crate) fn json(value: &(impl serde::Serialize + ?Sized)) -> String {
    to_string(value).unwrap_or_default()
}

/// An object of members that are JSON already.
pub(crate) fn object(members: &[(&str, &str)]) -> String {
    let mut text = String::from("{");
    for (position, (name, value)) in members.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(name);
        text.push_str("\":");
        text.push_str(value);
    }
    text.push('}');
    text
}

/// An array of elements that are JSON already.
pub(crate) fn array(elements: impl IntoIterator<Item = String>) -> String {
    let mut text = String::from("[");
    for (position, element) in elements.into_iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        text.push_str(&element);
    }
    text.push(']');
    text
}

/// The answer of a question that cannot be answered: what is wrong with it.
pub(crate) fn invalid(reason: &str) -> String {
    object(&[("invalid", &json(reason))])
}
