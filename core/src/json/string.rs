//! Decoding the strings of JSON.

use alloc::borrow::Cow;
use alloc::string::String;
use core::str::Chars;

/// Decodes what stands between the quotes of a valid JSON string; a lone surrogate becomes U+FFFD.
pub(super) fn decode(source: &str) -> Cow<'_, str> {
    let Some((plain, escaped)) = source.split_once('\\') else {
        return Cow::Borrowed(source);
    };
    let mut decoded = String::with_capacity(source.len());
    decoded.push_str(plain);
    let mut rest = escaped;
    loop {
        let mut characters = rest.chars();
        decoded.push(escape(&mut characters));
        let Some((plain, escaped)) = characters.as_str().split_once('\\') else {
            decoded.push_str(characters.as_str());
            return Cow::Owned(decoded);
        };
        decoded.push_str(plain);
        rest = escaped;
    }
}

/// Reads one escape, from behind its backslash.
fn escape(source: &mut Chars<'_>) -> char {
    match source.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('u') => unicode_escape(source),
        Some(itself) => itself,
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// Reads the four digits behind `\u` and, where they are the first half of a pair, the escape of the second.
fn unicode_escape(source: &mut Chars<'_>) -> char {
    let unit = code_unit(source);
    if let Some(second_half) = source.as_str().strip_prefix("\\u").filter(|_| (0xd800..0xdc00).contains(&unit)) {
        let mut after = second_half.chars();
        let second = code_unit(&mut after);
        if (0xdc00..0xe000).contains(&second) {
            *source = after;
            let character = 0x1_0000 + ((unit - 0xd800) << 10) + (second - 0xdc00);
            return char::from_u32(character).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)
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
    fn lone_surrogates_become_the_replacement_character() {
        assert_eq!(decode(r"a\ud83d"), "a\u{fffd}");
        assert_eq!(decode(r"\ude00b"), "\u{fffd}b");
        assert_eq!(decode(r"\ud83d\u0041"), "\u{fffd}A");
        assert_eq!(decode(r"\ud83d\n"), "\u{fffd}\n");
        assert_eq!(decode(r"\ud83d\ud83d\ude00"), "\u{fffd}\u{1f600}");
    }
}
