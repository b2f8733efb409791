//! The values of the files.

use std::collections::BTreeMap;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// A JSON value that keeps the text that it is written as: the order of members, every digit.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Json(Box<RawValue>);

/// Bytes that are given so many times, one behind the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The bytes.
    pub piece: Vec<u8>,
    /// How many times they are given.
    pub count: usize,
}

impl Json {
    /// The value, as it is written.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.get()
    }

    /// The value without the blanks between its tokens.
    #[must_use]
    pub fn compact(&self) -> String {
        let (mut in_string, mut escaped) = (false, false);
        let kept = self.source().chars().filter(|&character| {
            let is_blank = !in_string && character.is_ascii_whitespace();
            (in_string, escaped) = match character {
                _ if escaped => (in_string, false),
                '"' => (!in_string, false),
                _ => (in_string, in_string && character == '\\'),
            };
            !is_blank
        });
        kept.collect()
    }

    /// The parsed value; null where it is too deep for that.
    #[must_use]
    pub fn value(&self) -> Value {
        serde_json::from_str(self.source()).unwrap_or_default()
    }

    /// The members of an object; none of anything else.
    #[must_use]
    pub fn members(&self) -> BTreeMap<String, Self> {
        serde_json::from_str(self.source()).unwrap_or_default()
    }

    /// A member of an object.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<Self> {
        self.members().remove(name)
    }

    /// The text of a member, see [`as_text`](Self::as_text).
    #[must_use]
    pub fn text(&self, name: &str) -> Option<String> {
        self.member(name)?.as_text()
    }

    /// The integer of a member, where it is one of 64 bits.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.member(name)?.value().as_i64()
    }

    /// The elements of an array; none of anything else.
    #[must_use]
    pub fn elements(&self) -> Vec<Self> {
        serde_json::from_str(self.source()).unwrap_or_default()
    }

    /// The text that is given: a string, or one in the form `{"text"}` or `{"repeat"}`; `None` for other values.
    #[must_use]
    pub fn as_text(&self) -> Option<String> {
        let value = self.value();
        let is_text = value.is_string() || value.get("text").is_some() || value.get("repeat").is_some();
        is_text.then(|| self.to_text())
    }

    /// The [`bytes`](Self::bytes) as a text, with U+FFFD for what is none.
    #[must_use]
    pub fn to_text(&self) -> String {
        String::from_utf8_lossy(&self.bytes()).into_owned()
    }

    /// The bytes that it stands for: a string for its text, the forms `{"text"}`, `{"base64"}` and `{"repeat"}` for
    /// what they say, anything else for its compact JSON.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let Repeated { piece, count } = self.repeated();
        piece.repeat(count)
    }

    /// The same, before it is repeated.
    #[must_use]
    pub fn repeated(&self) -> Repeated {
        let value = self.value();
        let once = |piece: Vec<u8>| Repeated { piece, count: 1 };
        if let Some(text) = value.as_str().or(value["text"].as_str()) {
            return once(text.into());
        }
        if let Some(bytes) = value["base64"].as_str().and_then(|text| BASE64_STANDARD.decode(text).ok()) {
            return once(bytes);
        }
        let count = value["repeat"][1].as_u64().and_then(|count| usize::try_from(count).ok());
        match (value["repeat"][0].as_str(), count) {
            (Some(piece), Some(count)) => Repeated { piece: piece.into(), count },
            _ => once(self.compact().into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(source: &str) -> Json {
        serde_json::from_str(source).unwrap()
    }

    #[test]
    fn every_form_stands_for_its_bytes() {
        for (source, bytes) in [
            (r#""a\u0000b""#, &b"a\0b"[..]),
            (r#"{"text": "null"}"#, b"null"),
            (r#"{"base64": "/w=="}"#, b"\xff"),
            (r#"{"repeat": ["ab", 3]}"#, b"ababab"),
            (r#"{ "a b" : [ 1.50 , "\" ," ] }"#, br#"{"a b":[1.50,"\" ,"]}"#),
            ("-0", b"-0"),
        ] {
            assert_eq!(json(source).bytes(), bytes, "{source}");
        }
    }

    #[test]
    fn texts_are_told_from_other_values() {
        let texts = [r#""""#, r#"{"text": "1"}"#, r#"{"repeat": ["x", 2]}"#];
        let others = ["1", "null", "[]", r#"{"base64": "/w=="}"#, r#"{"message": "1"}"#];
        assert_eq!(texts.map(|source| json(source).as_text()), ["", "1", "xx"].map(|text| Some(text.into())));
        assert_eq!(others.map(|source| json(source).as_text()), [const { None }; 5]);
        assert_eq!(others.map(|source| json(source).to_text()), ["1", "null", "[]", "\u{fffd}", r#"{"message":"1"}"#]);
    }

    #[test]
    fn members_and_elements_keep_their_texts() {
        let object = json(r#"{"b": 1e400, "a": [1.0, {"c": 2}]}"#);
        assert_eq!(object.member("b").unwrap().source(), "1e400");
        let elements = object.member("a").unwrap().elements();
        assert_eq!(elements.iter().map(Json::source).collect::<Vec<_>>(), ["1.0", r#"{"c": 2}"#]);
        assert!(object.member("c").is_none() && object.elements().is_empty());
    }

    #[test]
    fn members_of_another_type_are_none() {
        let object = json(r#"{"text": "1", "number": -1, "fraction": 1.0, "large": 9223372036854775808}"#);
        assert_eq!((object.text("text").as_deref(), object.integer("number")), (Some("1"), Some(-1)));
        assert_eq!((object.text("number"), object.text("missing")), (None, None));
        assert_eq!(["text", "fraction", "large"].map(|name| object.integer(name)), [None; 3]);
    }

    #[test]
    fn what_is_too_deep_for_a_value_keeps_its_text() {
        let deep = "[".repeat(200) + &"]".repeat(200);
        assert!(json(&deep).value().is_null());
        assert_eq!(json(&deep).bytes(), deep.as_bytes());
    }
}
