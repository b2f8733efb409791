//! Splitting objects and arrays that are known to be valid, one level at a time.

use super::value::{Member, Value};

/// The members of an object.
pub(super) fn members(object: &str) -> impl Iterator<Item = Member<'_>> {
    let mut values = elements(object);
    core::iter::from_fn(move || Some(Member { key: values.next()?, value: values.next()? }))
}

/// The elements of an array.
pub(super) fn elements(array: &str) -> impl Iterator<Item = Value<'_>> {
    Values { rest: inside(array) }
}

/// What stands between the brackets.
fn inside(container: &str) -> &str {
    container.get(1..container.len().saturating_sub(1)).unwrap_or_default()
}

/// The values in a row, keys among them.
struct Values<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Values<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        let start = self.rest.bytes().position(|byte| !is_between_values(byte))?;
        let from_value = self.rest.get(start..)?;
        let (value, rest) = from_value.split_at_checked(length(from_value.as_bytes()))?;
        self.rest = rest;
        Some(Value::checked(value))
    }
}

const fn is_between_values(byte: u8) -> bool {
    matches!(byte, b',' | b':' | b' ' | b'\t' | b'\n' | b'\r')
}

/// The length of the value at the beginning.
fn length(bytes: &[u8]) -> usize {
    match bytes.first() {
        Some(b'"') => string_end(bytes, 1),
        Some(b'{' | b'[') => container_end(bytes),
        _ => bytes.iter().position(|&byte| is_between_values(byte)).unwrap_or(bytes.len()),
    }
}

/// The position behind the quote that ends a string, seen from a position within the string.
fn string_end(bytes: &[u8], within: usize) -> usize {
    let mut position = within;
    loop {
        match bytes.get(position) {
            Some(b'"') => return position + 1,
            Some(b'\\') => position += 2,
            Some(_) => position += 1,
            None => return bytes.len(),
        }
    }
}

/// The position behind the bracket that ends the container at the beginning.
fn container_end(bytes: &[u8]) -> usize {
    let (mut position, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(position) {
        position += 1;
        match byte {
            b'"' => position = string_end(bytes, position),
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return position,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn texts<'a>(values: impl IntoIterator<Item = Value<'a>>) -> Vec<&'a str> {
        values.into_iter().map(Value::text).collect()
    }

    #[test]
    fn members_are_split() {
        let split = |object| texts(members(object).flat_map(|member| [member.key, member.value]));
        assert_eq!(split("{}"), [""; 0]);
        assert_eq!(split("{ \t\r\n }"), [""; 0]);
        let object = r#"{"a":1, "b\"}":"c\\" ,"d": {"e":["}"]} ,"f":[],"é":null , "" : -1.5e+3}"#;
        let expected = [
            "\"a\"",
            "1",
            r#""b\"}""#,
            r#""c\\""#,
            "\"d\"",
            r#"{"e":["}"]}"#,
            "\"f\"",
            "[]",
            "\"é\"",
            "null",
            "\"\"",
            "-1.5e+3",
        ];
        assert_eq!(split(object), expected);
    }

    #[test]
    fn elements_are_split() {
        assert_eq!(texts(elements("[]")), [""; 0]);
        assert_eq!(
            texts(elements(r#"[ 1,"a,b\"]",[[],{"a":[1]}] ,true,{ }]"#)),
            ["1", r#""a,b\"]""#, r#"[[],{"a":[1]}]"#, "true", "{ }"]
        );
    }

    #[test]
    fn text_that_is_not_valid_ends_all_the_same() {
        for text in ["", "{", "[", "[\"", "[\"\\", "{\"a\"", "[[[", "[}]", "[\"é\\", "]", "[1}2]", "é"] {
            assert!(elements(text).count() <= text.len());
            assert!(members(text).count() <= text.len());
        }
    }
}
