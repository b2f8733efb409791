//! Reading JSON without losing any of it.
//!
//! serde_json checks the text (its walk over nested values takes no stack, so no depth of nesting overflows it) and is
//! asked for nothing else: all of its other ways would link the reading and printing of floats. What is valid is split
//! here, with the exact source text of the values: duplicate keys stay, numbers are never turned into floats, and
//! strings with lone surrogates are readable.
//!
//! ```text
//! let document = Document::read(text)?;             // checks all, splits the outermost object
//! for member in document.members() {                // in order, duplicate keys included
//!     match &*member.name() {
//!         "status" => member.value.as_integer::<u16>(),
//!         "error" => member.value.members(),        // splits one more level, when asked
//!         …
//! ```

mod malformed;
mod position;
mod split;
mod string;
mod value;

pub use malformed::Malformed;
pub(crate) use position::{Position, PositionIndex};
pub(crate) use value::{Kind, Member, Value};

use alloc::vec::Vec;

use serde::de::{Deserializer as _, IgnoredAny};
use serde_json::Deserializer;

/// A whole JSON text, known to be valid.
#[derive(Clone, Debug)]
pub(crate) struct Document<'a> {
    text: &'a str,
    root: Value<'a>,
    members: Vec<Member<'a>>,
}

impl<'a> Document<'a> {
    /// Checks a text and, where it is an object, splits it into its members; a byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where the text is not one JSON value with nothing but blanks around it.
    pub(crate) fn read(text: &'a str) -> Result<Self, Malformed> {
        let root = Value::read(text)?;
        Ok(Self { text: without_mark(text), root, members: root.members() })
    }

    /// The one value that the text is.
    pub(crate) const fn root(&self) -> Value<'a> {
        self.root
    }

    /// The members of the root in order, duplicate keys included; empty where it is no object.
    pub(crate) fn members(&self) -> &[Member<'a>] {
        &self.members
    }

    /// The byte offset of a value (or of any other piece) of this document; `None` for foreign text.
    pub(crate) fn offset_of(&self, piece: &str) -> Option<usize> {
        let offset = piece.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        (offset.checked_add(piece.len())? <= self.text.len()).then_some(offset)
    }

    /// An index that finds lines and columns in any order.
    pub(crate) fn position_index(&self) -> PositionIndex<'a> {
        PositionIndex::new(self.text)
    }
}

impl<'a> Value<'a> {
    /// Checks a text; a byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// [`Malformed`] where the text is not one JSON value with nothing but blanks around it.
    pub(crate) fn read(text: &'a str) -> Result<Self, Malformed> {
        let text = without_mark(text);
        let mut deserializer = Deserializer::from_str(text);
        let checked = deserializer.deserialize_ignored_any(IgnoredAny).and_then(|_| deserializer.end());
        checked.map_err(|error| Malformed::new(text, &error))?;
        Ok(Self::checked(text.trim_matches(is_blank)))
    }
}

/// A text without its byte order mark.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// What JSON allows between values; Unicode's other blanks are not.
const fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    #[test]
    fn members_come_in_order_with_duplicate_keys_and_exact_text() {
        let document = Document::read(" { \"b\" : [1, 2 ] ,\"a\":1e400,\"b\":\"\\u0041\" }\n").unwrap();
        let members: Vec<_> = document.members().iter().map(|member| (member.name(), member.value.text())).collect();
        let expected = [("b", "[1, 2 ]"), ("a", "1e400"), ("b", "\"\\u0041\"")];
        assert_eq!(members, expected.map(|(name, text)| (name.into(), text)));
        assert_eq!(document.root().text(), "{ \"b\" : [1, 2 ] ,\"a\":1e400,\"b\":\"\\u0041\" }");
        assert_eq!(document.root().members(), document.members());
    }

    #[test]
    fn a_root_that_is_no_object_has_no_members() {
        for text in ["[{\"a\":1}]", "\"text\"", "12", "true", "null"] {
            let document = Document::read(text).unwrap();
            assert_eq!(document.root().text(), text);
            assert!(document.members().is_empty());
        }
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let document = Document::read("\u{feff}{\"a\":1}").unwrap();
        assert_eq!(document.root().text(), "{\"a\":1}");
        assert_eq!(document.members().len(), 1);
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
        assert_eq!(document.members()[0].value.text(), deep);
        assert_eq!(document.members()[0].value.elements()[0].text().len(), deep.len() - 2);
        assert_eq!(document.members()[1].value.members()[0].value.text(), deep);
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
        let [a, e] = document.members() else { panic!("two members") };
        assert_eq!(place(a.key.text()), (2, 3));
        assert_eq!(place(a.value.text()), (2, 8));
        assert_eq!(place(e.value.text()), (3, 8));
        assert_eq!(place(e.value.elements()[1].text()), (3, 15));
        assert_eq!(document.offset_of("elsewhere"), None);
    }
}
