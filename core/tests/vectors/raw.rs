//! Vectors whose cases hold JSON that must stay as it is written: in order, with every digit.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::case;

/// One case of a file.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) output: Box<RawValue>,
    input: Box<RawValue>,
}

impl Case {
    /// A member of the input.
    pub(crate) fn input(&self, name: &str) -> Option<&RawValue> {
        members(self.input.get()).get(name).copied()
    }
}

/// The cases of a file in `vectors/`, in order.
pub(crate) fn cases(file: &str) -> Vec<Case> {
    let path = case::folder().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases: Vec<&RawValue> = serde_json::from_str(members(&text)["cases"].get()).unwrap();
    cases
        .into_iter()
        .map(|case| {
            let members = members(case.get());
            let name = serde_json::from_str(members["name"].get()).unwrap();
            Case { name, input: members["in"].to_owned(), output: members["out"].to_owned() }
        })
        .collect()
}

/// The members of an object.
pub(crate) fn members(json: &str) -> BTreeMap<String, &RawValue> {
    serde_json::from_str(json).unwrap()
}

/// The text that a value stands for: a string for itself, anything else for its compact JSON.
pub(crate) fn text(value: &RawValue) -> String {
    String::from_utf8(bytes(value)).expect("the vector is a text")
}

/// The bytes that a value stands for: a string for its text, the forms `{"text"}`, `{"base64"}` and `{"repeat"}` for
/// what they say, anything else for its compact JSON.
pub(crate) fn bytes(value: &RawValue) -> Vec<u8> {
    let parsed: Value = serde_json::from_str(value.get()).unwrap_or_default();
    if let Some(text) = parsed.as_str().or(parsed["text"].as_str()) {
        return text.into();
    }
    if let Some(text) = parsed["base64"].as_str() {
        return base64(text);
    }
    match (parsed["repeat"][0].as_str(), parsed["repeat"][1].as_u64()) {
        (Some(piece), Some(count)) => piece.repeat(usize::try_from(count).unwrap()).into(),
        _ => compact(value.get()).into(),
    }
}

/// JSON without the blanks between its tokens.
pub(crate) fn compact(json: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    let kept = json.chars().filter(|&character| {
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

fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for character in text.bytes().filter(|&character| character != b'=') {
        let digit = ALPHABET.iter().position(|&letter| letter == character).expect("base64");
        bits = bits << 6 | u32::try_from(digit).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    bytes
}
