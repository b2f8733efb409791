//! Decoding the strings of JSON.

use alloc::borrow::Cow;
use alloc::string::String;
use core::str::Chars;

use crate::render::json_text::{push_code_unit, push_escaped};

/// Decodes what stands between the quotes of a valid JSON string; a lone surrogate becomes U+FFFD.
#[inline]
pub(super) fn decode(source: &str) -> Cow<'_, str> {
    // Most strings have no escape; looking at the bytes is the quickest way to know.
    if source.as_bytes().contains(&b'\\') { Cow::Owned(unescape(source)) } else { Cow::Borrowed(source) }
}

fn unescape(source: &str) -> String {
    let mut decoded = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        decoded.push_str(plain);
        let mut characters = escaped.chars();
        decoded.push(escape(&mut characters).unwrap_or(char::REPLACEMENT_CHARACTER));
        rest = characters.as_str();
    }
    decoded.push_str(rest);
    decoded
}

/// Appends what stands between the quotes of a valid JSON string as `JSON.stringify` writes it: only what must be is
/// escaped, and lone surrogates, which no other notation has.
pub(super) fn push_rewritten(json: &mut String, source: &str) {
    let mut rest = source;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        json.push_str(plain);
        let mut characters = escaped.chars();
        match escape(&mut characters) {
            Ok(character) => push_escaped(json, character.encode_utf8(&mut [0; 4])),
            Err(LoneSurrogate(unit)) => push_code_unit(json, unit),
        }
        rest = characters.as_str();
    }
    json.push_str(rest);
}

/// Half of a pair of UTF-16 units, which is no character.
struct LoneSurrogate(u32);

/// Reads one escape, from behind its backslash.
fn escape(source: &mut Chars<'_>) -> Result<char, LoneSurrogate> {
    match source.next() {
        Some('b') => Ok('\u{8}'),
        Some('f') => Ok('\u{c}'),
        Some('n') => Ok('\n'),
        Some('r') => Ok('\r'),
        Some('t') => Ok('\t'),
        Some('u') => unicode_escape(source),
        Some(itself) => Ok(itself),
        None => Ok(char::REPLACEMENT_CHARACTER),
    }
}

/// Reads the four digits behind `\u` and, where they are the first half of a pair, the escape of the second.
fn unicode_escape(source: &mut Chars<'_>) -> Result<char, LoneSurrogate> {
    let unit = code_unit(source);
    if let Some(second_half) = source.as_str().strip_prefix("\\u").filter(|_| (0xd800..0xdc00).contains(&unit)) {
        let mut after = second_half.chars();
        let second = code_unit(&mut after);
        if (0xdc00..0xe000).contains(&second) {
            *source = after;
            let character = 0x1_0000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
            return char::from_u32(character).ok_or(LoneSurrogate(unit));
        }
    }
    char::from_u32(unit).ok_or(LoneSurrogate(unit))
}

fn code_unit(source: &mut Chars<'_>) -> u32 {
    source.by_ref().take(4).fold(0, |unit, digit| unit << 4 | digit.to_digit(16).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_without_escapes_are_borrowed() {
        assert!(matches!(decode("plain é €"), Cow::Borrowed("plain é €")));
        assert!(matches!(decode(""), Cow::Borrowed("")));
    }

    #[test]
    fn every_escape_is_decoded() {
        assert_eq!(decode(r#"\"\\\/\b\f\n\r\t"#), "\"\\/\u{8}\u{c}\n\r\t");
        assert_eq!(decode(r"a\u0041\u00e9\u20AC\u0000z"), "aA\u{e9}\u{20ac}\0z");
        assert_eq!(decode(r"\ud83d\ude00!"), "\u{1f600}!");
        assert_eq!(decode(r"\uDBFF\uDFFF"), "\u{10ffff}");
    }

    #[test]
    fn strings_are_rewritten_as_javascript_writes_them() {
        let rewritten = |source| {
            let mut json = String::new();
            push_rewritten(&mut json, source);
            json
        };
        assert_eq!(rewritten("plain é €"), "plain é €");
        assert_eq!(rewritten(r#"\/\"\\\b\f\n\r\t\u0000\u001F\u007f"#), "/\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}");
        assert_eq!(rewritten(r"\u0041\u00e9\u000A\ud83d\ude00\u2028"), "Aé\\n\u{1f600}\u{2028}");
        assert_eq!(rewritten(r"a\uD83D b\uDE00\ud83d\u0041"), r"a\ud83d b\ude00\ud83dA");
    }

    #[test]
    fn lone_surrogates_become_the_replacement_character() {
        assert_eq!(decode(r"a\ud83d"), "a\u{fffd}");
        assert_eq!(decode(r"\ude00b"), "\u{fffd}b");
        assert_eq!(decode(r"\ud83d\u0041"), "\u{fffd}A");
        assert_eq!(decode(r"\ud83d\n"), "\u{fffd}\n");
        assert_eq!(decode(r"\ud83d\ud83d\ude00"), "\u{fffd}\u{1f600}");
    }
}
