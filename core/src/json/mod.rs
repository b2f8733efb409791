//! Reading JSON without losing any of it.
//!
//! A text is checked first, by a walk that takes no stack, so that no depth of nesting overflows it. What is valid is
//! then split, with the exact source text of the values: duplicate keys stay, numbers are never turned into floats,
//! and strings with lone surrogates are readable. A parser for values does neither, and is far larger.
//!
//! ```text
//! let root = Value::read(text)?;                    // checks all
//! for member in root.members() {                    // in order, duplicate keys included
//!     match &*member.name() {
//!         "status" => member.value.as_integer::<u16>(),
//!         "error" => member.value.members(),        // splits one more level, when asked
//!         …
//! ```

mod check;
#[cfg(feature = "json")]
mod document;
mod malformed;
mod position;
mod split;
mod string;
mod tokens;
mod value;

pub(crate) use check::Listener;
use check::Nobody;
#[cfg(feature = "json")]
pub(crate) use document::Document;
pub use malformed::Malformed;
#[cfg(feature = "json")]
pub(crate) use position::{Position, PositionIndex};
pub(crate) use value::{Kind, Member, Value};

impl<'a> Value<'a> {
    /// Checks a text; a byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where the text is not one JSON value with nothing but blanks around it.
    pub(crate) fn read(text: &'a str) -> Result<Self, Malformed> {
        Self::read_within(text, usize::MAX, &mut Nobody)
    }

    /// Checks a text in which no more objects and arrays may stand in one another than a limit allows, and tells its
    /// members.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read), and [`Malformed`] where the text is deeper.
    pub(crate) fn read_within(
        text: &'a str,
        max_depth: usize,
        listener: &mut dyn Listener<'a>,
    ) -> Result<Self, Malformed> {
        let text = without_mark(text);
        match check::check(text, max_depth, listener) {
            Ok(()) => Ok(Self::checked(text.trim_matches(is_blank))),
            Err(flaw) => Err(Malformed::at(text, flaw.offset, flaw.message)),
        }
    }
}

/// A text without its byte order mark.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// What JSON allows between values; Unicode's other blanks are not.
const fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    #[test]
    fn members_come_in_order_with_duplicate_keys_and_exact_text() {
        let document = Document::read(" { \"b\" : [1, 2 ] ,\"a\":1e400,\"b\":\"\\u0041\" }\n").unwrap();
        let members: Vec<_> =
            document.root().members().iter().map(|member| (member.name(), member.value.text())).collect();
        let expected = [("b", "[1, 2 ]"), ("a", "1e400"), ("b", "\"\\u0041\"")];
        assert_eq!(members, expected.map(|(name, text)| (name.into(), text)));
        assert_eq!(document.root().text(), "{ \"b\" : [1, 2 ] ,\"a\":1e400,\"b\":\"\\u0041\" }");
    }

    #[test]
    fn a_root_that_is_no_object_has_no_members() {
        for text in ["[{\"a\":1}]", "\"text\"", "12", "true", "null"] {
            let document = Document::read(text).unwrap();
            assert_eq!(document.root().text(), text);
            assert!(document.root().members().is_empty());
        }
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let document = Document::read("\u{feff}{\"a\":1}").unwrap();
        assert_eq!(document.root().text(), "{\"a\":1}");
        assert_eq!(document.root().members().len(), 1);
        assert!(Document::read("\u{feff}\u{feff}{}").is_err());
    }

    #[test]
    fn malformed_texts_are_told_with_line_and_column() {
        let cases = [
            ("", 1, 1),
            ("  ", 1, 2),
            ("{\"a\":}", 1, 6),
            ("{\"a\":1,}", 1, 8),
            ("{\n  \"é\": nul\n}", 2, 11),
            ("{\"a\":1} x", 1, 9),
            ("{\"a\":01}", 1, 7),
            ("{a:1}", 1, 2),
            ("[1", 1, 2),
            ("\"a\nb\"", 1, 2),
            ("\"\\x\"", 1, 3),
            ("\"\\u12g4\"", 1, 7),
            ("NaN", 1, 1),
            ("'a'", 1, 1),
            ("\u{a0}1", 1, 1),
        ];
        for (text, line, column) in cases {
            let malformed = Document::read(text).unwrap_err();
            assert_eq!((malformed.line(), malformed.column()), (line, column), "{text:?}: {malformed}");
        }
    }

    #[test]
    fn two_hundred_thousand_levels_are_survived() {
        let deep = "[".repeat(200_000) + &"]".repeat(200_000);
        let text = "{\"deep\":".to_string() + &deep + ",\"error\":{\"more\":" + &deep + "}}";
        let document = Document::read(&text).unwrap();
        assert_eq!(document.root().members()[0].value.text(), deep);
        assert_eq!(document.root().members()[0].value.elements()[0].text().len(), deep.len() - 2);
        assert_eq!(document.root().members()[1].value.members()[0].value.text(), deep);
        assert_eq!(Document::read(&deep).unwrap().root().text(), deep);
        assert!(Document::read(&"[".repeat(200_000)).is_err());
        assert!(Document::read(&"{\"a\":".repeat(200_000)).is_err());
    }

    #[test]
    fn values_are_found_in_their_document_and_nowhere_else() {
        let text = String::from("{\n  \"a\": 1,\n  \"é\": [true, null]\n}");
        let document = Document::read(&text).unwrap();
        let place = |piece: &str| {
            let offset = document.offset_of(piece).unwrap();
            let Position { line, column } = document.position_index().at(offset);
            (line, column)
        };
        let [a, e] = document.root().members()[..] else { panic!("two members") };
        assert_eq!(place(a.key.text()), (2, 3));
        assert_eq!(place(a.value.text()), (2, 8));
        assert_eq!(place(e.value.text()), (3, 8));
        assert_eq!(place(e.value.elements()[1].text()), (3, 15));
        assert_eq!(document.offset_of("elsewhere"), None);
    }
}
