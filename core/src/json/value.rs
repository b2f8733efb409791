//! One value of a JSON text.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{split, string};
use crate::render::json_text::push_string;

/// What kind of value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    String,
    Number,
    Bool,
    Null,
}

/// The exact source text of one valid JSON value, without blanks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value<'a> {
    text: &'a str,
}

/// A key of an object with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member<'a> {
    /// The key as it is written, a string with its quotes.
    pub(crate) key: Value<'a>,
    pub(crate) value: Value<'a>,
}

impl<'a> Member<'a> {
    /// The decoded key; lone surrogates are U+FFFD.
    #[inline]
    pub(crate) fn name(&self) -> Cow<'a, str> {
        self.key.as_text().unwrap_or_default()
    }
}

impl<'a> Value<'a> {
    /// Takes a text that was found to be one JSON value before; of any other the answers are empty.
    pub(crate) const fn checked(text: &'a str) -> Self {
        Self { text }
    }

    /// The text as it is written.
    pub(crate) const fn text(self) -> &'a str {
        self.text
    }

    /// Seen from the first byte.
    pub(crate) const fn kind(self) -> Kind {
        match self.text.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// The members of an object in order, duplicate keys included; of other values none.
    pub(crate) fn members(self) -> Vec<Member<'a>> {
        let object = Some(self.text).filter(|_| self.kind() == Kind::Object);
        object.into_iter().flat_map(split::members).collect()
    }

    /// The elements of an array in order; of other values none.
    pub(crate) fn elements(self) -> Vec<Value<'a>> {
        let array = Some(self.text).filter(|_| self.kind() == Kind::Array);
        array.into_iter().flat_map(split::elements).collect()
    }

    /// The decoded text of a string, lone surrogates as U+FFFD; `None` for other values.
    #[inline]
    pub(crate) fn as_text(self) -> Option<Cow<'a, str>> {
        self.quoted().map(string::decode)
    }

    /// Appends the decoded text of a string as JSON, and nothing for other values: as it is written, where no escape of it
    /// can be half of a pair.
    pub(crate) fn push_decoded(self, json: &mut String) {
        match self.quoted() {
            // As bytes: the search of texts would be a tenth of what a browser loads.
            Some(source) if source.as_bytes().windows(2).any(|pair| pair == b"\\u") => {
                push_string(json, &string::decode(source));
            }
            Some(_) => json.push_str(self.text),
            None => {}
        }
    }

    /// Appends the value: a string as `JSON.stringify` writes it, anything else as it is written.
    pub(crate) fn push_canonical(self, json: &mut String) {
        match self.quoted() {
            Some(source) => {
                json.push('"');
                string::push_rewritten(json, source);
                json.push('"');
            }
            None => json.push_str(self.text),
        }
    }

    /// The number, where it is an integer that the type holds: `12`, `-0`, also `12.0` (with nothing but zeros).
    ///
    /// `1.5`, `1e2` and other values are `None`: no number is taken for another one, and no exponent is worked out.
    pub(crate) fn as_integer<T: TryFrom<i128>>(self) -> Option<T> {
        let digits = match self.text.split_once('.') {
            Some((digits, fraction)) => Some(digits).filter(|_| fraction.bytes().all(|digit| digit == b'0'))?,
            None => self.text,
        };
        let (digits, is_negative) = digits.strip_prefix('-').map_or((digits, false), |digits| (digits, true));
        let magnitude = i128::from(digits.parse::<u64>().ok()?);
        T::try_from(if is_negative { -magnitude } else { magnitude }).ok()
    }

    /// The value of `true` or `false`; `None` for other values.
    pub(crate) fn as_bool(self) -> Option<bool> {
        self.text.parse().ok()
    }

    /// What stands between the quotes of a string.
    #[inline]
    fn quoted(self) -> Option<&'a str> {
        let [b'"', .., b'"'] = self.text.as_bytes() else { return None };
        self.text.get(1..self.text.len() - 1)
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_seen() {
        let kinds =
            ["{}", "[]", "\"\"", "-1.5e3", "0", "true", "false", "null"].map(|text| Value::checked(text).kind());
        let expected =
            [Kind::Object, Kind::Array, Kind::String, Kind::Number, Kind::Number, Kind::Bool, Kind::Bool, Kind::Null];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn integers_are_exact_or_nothing() {
        let integer = |text| Value::checked(text).as_integer::<i64>();
        assert_eq!(integer("-9223372036854775808"), Some(i64::MIN));
        assert_eq!(integer("9223372036854775808"), None);
        assert_eq!(integer("-0"), Some(0));
        assert_eq!(integer("404.00"), Some(404));
        for text in ["1.5", "1e2", "1E2", "1.0e1", "\"1\"", "null", "true", "[1]", "1e400"] {
            assert_eq!(integer(text), None, "{text}");
        }
        assert_eq!(Value::checked("70000").as_integer::<u16>(), None);
        assert_eq!(Value::checked("-1").as_integer::<u64>(), None);
        assert_eq!(Value::checked("18446744073709551615").as_integer::<u64>(), Some(u64::MAX));
        assert_eq!(Value::checked("9".repeat(5000).as_str()).as_integer::<u64>(), None);
    }

    #[test]
    fn texts_and_booleans_are_read_from_their_own_kind_only() {
        assert_eq!(Value::checked("\"a\\u0062\"").as_text().as_deref(), Some("ab"));
        assert_eq!(Value::checked("12").as_text(), None);
        assert_eq!(Value::checked("true").as_bool(), Some(true));
        assert_eq!(Value::checked("false").as_bool(), Some(false));
        assert_eq!(Value::checked("\"true\"").as_bool(), None);
        assert!(Value::checked("null").is_null());
        assert!(!Value::checked("0").is_null());
    }

    #[test]
    fn keys_with_lone_surrogates_are_read() {
        let members = Value::checked(r#"{"\ud83d":1,"\u0065rror":2}"#).members();
        assert_eq!(members[0].name(), "\u{fffd}");
        assert_eq!(members[0].key.text(), r#""\ud83d""#);
        assert_eq!(members[1].name(), "error");
    }

    #[test]
    fn elements_come_in_order_with_exact_text() {
        let elements = Value::checked("[ 1.50, {\"a\" : [ ]},null ]").elements();
        let texts: Vec<_> = elements.iter().map(|element| element.text()).collect();
        assert_eq!(texts, ["1.50", "{\"a\" : [ ]}", "null"]);
        assert!(Value::checked("[]").elements().is_empty());
        assert!(Value::checked("{\"a\":1}").elements().is_empty());
        assert!(Value::checked("[1]").members().is_empty());
    }
}
