//! Small helpers for texts that people read.

use std::borrow::Cow;
use std::fmt::Write;

/// The longest piece of somebody else's text that a line of complaint repeats.
const LONGEST_QUOTE: usize = 100;

/// A text that came from outside, safe for a terminal: control characters are spelled out, line breaks stay.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unsafe(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// A text in double quotes on one line, cut where it is very long.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        None => format!("{text:?}"),
        Some((end, _)) => format!("{:?}…", &text[..end]),
    }
}

/// A text on one line, cut where it has more characters than some.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let line = |text: &str| text.replace(['\r', '\n'], " ");
    match text.char_indices().nth(most) {
        None => line(text),
        Some((end, _)) => line(&text[..end]) + "…",
    }
}

/// `1 error`, `2 errors`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// `A`, `A or B`, `A, B or C`.
pub(crate) fn alternatives<'t>(texts: impl ExactSizeIterator<Item = &'t str>) -> String {
    let last = texts.len().saturating_sub(1);
    let mut joined = String::new();
    for (position, text) in texts.enumerate() {
        let separator = match position {
            0 => "",
            _ if position == last => " or ",
            _ => ", ",
        };
        let _ = write!(joined, "{separator}{text}");
    }
    joined
}

/// Control characters, and those that turn the direction of writing around.
fn is_unsafe(character: char) -> bool {
    let turns_direction = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns_direction || (character.is_control() && character != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_spelled_out() {
        assert_eq!(printable("red \u{1b}[31m\ttext\r\nnext"), "red \\u{1b}[31m\\ttext\\r\nnext");
        assert_eq!(printable("\u{202e}txt.exe"), "\\u{202e}txt.exe");
        assert_eq!(printable("déjà vu"), "déjà vu");
    }

    #[test]
    fn quotes_stay_on_one_line() {
        assert_eq!(quoted("a\n\"b\""), r#""a\n\"b\"""#);
        assert_eq!(quoted(&"é".repeat(200)), format!("\"{}\"…", "é".repeat(100)));
    }

    #[test]
    fn shortened_texts_are_cut_between_characters() {
        assert_eq!(shortened("one\ntwo", 7), "one two");
        assert_eq!(shortened("ééé", 2), "éé…");
    }

    #[test]
    fn alternatives_read_as_a_sentence() {
        assert_eq!(alternatives(["a"].into_iter()), "a");
        assert_eq!(alternatives(["a", "b"].into_iter()), "a or b");
        assert_eq!(alternatives(["a", "b", "c"].into_iter()), "a, b or c");
    }
}
