//! Checking that a text is JSON.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::string::decode;
use super::tokens::{Flaw, Tokens};
use super::value::Value;
use crate::render::decimal::decimal;

/// Is told the members of the outermost object, and of the objects that are their values.
pub(crate) trait Listener<'a> {
    /// A member of the outermost object, with its decoded name.
    fn member(&mut self, name: &str, value: Value<'a>);

    /// A member of an object that is a value in the outermost one, under the name `outer`; that member is told behind it.
    fn inner_member(&mut self, outer: &str, name: &str, value: Value<'a>);
}

/// Is told nothing.
pub(super) struct Nobody;

impl Listener<'_> for Nobody {
    fn member(&mut self, _: &str, _: Value<'_>) {}

    fn inner_member(&mut self, _: &str, _: &str, _: Value<'_>) {}
}

/// Checks that a text is one value with nothing but blanks around it, and that no more objects and arrays stand in one
/// another than a limit allows. Nested values take no stack. What is told of a text with a flaw means nothing.
pub(super) fn check<'a>(text: &'a str, max_depth: usize, listener: &mut dyn Listener<'a>) -> Result<(), Flaw> {
    let mut walk =
        Walk { text, tokens: Tokens::new(text), max_depth, open: Vec::new(), begun: Default::default(), listener };
    while walk.advance()? {}
    Ok(())
}

/// A member of which not all is read.
#[derive(Default)]
struct Begun<'a> {
    name: Cow<'a, str>,
    /// Where the value begins.
    value: usize,
}

/// The way through a text.
struct Walk<'a, 'l> {
    text: &'a str,
    tokens: Tokens<'a>,
    max_depth: usize,
    /// The brackets that are open.
    open: Vec<u8>,
    /// The last members of the two outermost levels.
    begun: [Begun<'a>; 2],
    listener: &'l mut dyn Listener<'a>,
}

impl<'a> Walk<'a, '_> {
    /// Passes a scalar or an opening bracket, and what leads to the next value; false where the text ends as it should.
    fn advance(&mut self) -> Result<bool, Flaw> {
        let first = self.tokens.peek_behind_blanks();
        let start = self.tokens.position;
        if let Some(member) = self.begun() {
            member.value = start;
        }
        match first {
            Some(bracket @ (b'[' | b'{')) => {
                if self.open.len() >= self.max_depth {
                    return Err(self.too_deep());
                }
                self.tokens.position += 1;
                self.open.push(bracket);
                self.advance_to_next_value(true)
            }
            Some(byte) => {
                self.tokens.scalar(byte)?;
                self.end_member();
                self.advance_to_next_value(false)
            }
            None => Err(self.tokens.flaw("EOF while parsing a value")),
        }
    }

    /// Behind a value, or an opening bracket (`is_first`): passes what closes here, then what leads to the next value;
    /// false where the text ends as it should.
    fn advance_to_next_value(&mut self, mut is_first: bool) -> Result<bool, Flaw> {
        while let Some(&bracket) = self.open.last() {
            let is_object = bracket == b'{';
            match self.tokens.peek_behind_blanks() {
                Some(b']') if !is_object => _ = self.open.pop(),
                Some(b'}') if is_object => _ = self.open.pop(),
                Some(b',') if !is_first => {
                    self.tokens.position += 1;
                    return self.key_where(is_object);
                }
                Some(_) if is_first => return self.key_where(is_object),
                Some(_) if is_object => return Err(self.tokens.flaw("expected `,` or `}`")),
                Some(_) => return Err(self.tokens.flaw("expected `,` or `]`")),
                None if is_object => return Err(self.tokens.flaw("EOF while parsing an object")),
                None => return Err(self.tokens.flaw("EOF while parsing a list")),
            }
            self.tokens.position += 1;
            self.end_member();
            is_first = false;
        }
        match self.tokens.peek_behind_blanks() {
            Some(_) => Err(self.tokens.flaw("trailing characters")),
            None => Ok(false),
        }
    }

    /// Passes a key and its colon, in objects.
    fn key_where(&mut self, is_object: bool) -> Result<bool, Flaw> {
        if is_object {
            match self.tokens.peek_behind_blanks() {
                Some(b'"') => self.key()?,
                Some(_) => return Err(self.tokens.flaw("key must be a string")),
                None => return Err(self.tokens.flaw("EOF while parsing an object")),
            }
            match self.tokens.peek_behind_blanks() {
                Some(b':') => self.tokens.position += 1,
                Some(_) => return Err(self.tokens.flaw("expected `:`")),
                None => return Err(self.tokens.flaw("EOF while parsing an object")),
            }
        }
        Ok(true)
    }

    fn key(&mut self) -> Result<(), Flaw> {
        let start = self.tokens.position;
        let has_escapes = self.tokens.string()?;
        let text = self.text;
        let end = self.tokens.position;
        if let Some(member) = self.begun() {
            let source = text.get(start + 1..end - 1).unwrap_or_default();
            member.name = if has_escapes { decode(source) } else { source.into() };
        }
        Ok(())
    }

    /// The member that is read, where it is one that is told.
    #[inline]
    fn begun(&mut self) -> Option<&mut Begun<'a>> {
        self.begun.get_mut(self.open.len().checked_sub(1)?)
    }

    /// Tells the member whose value ends here, where it is one that is told.
    #[inline]
    fn end_member(&mut self) {
        let [outer, inner] = &self.begun;
        let value = |from: usize| Value::checked(self.text.get(from..self.tokens.position).unwrap_or_default());
        match *self.open {
            [b'{'] => self.listener.member(&outer.name, value(outer.value)),
            [b'{', b'{'] => self.listener.inner_member(&outer.name, &inner.name, value(inner.value)),
            _ => {}
        }
    }

    fn too_deep(&self) -> Flaw {
        let message = ["deeper than the limit of ", &decimal(self.max_depth), " levels"].concat();
        Flaw { offset: self.tokens.position, message: message.into() }
    }
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use serde::de::{Deserializer as _, IgnoredAny};

    use super::*;
    use crate::json::Malformed;

    /// What is wrong with a text and where, both as serde_json has it.
    fn serde_json_flaw(text: &str) -> Option<(String, usize)> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let checked = deserializer.deserialize_ignored_any(IgnoredAny).and_then(|_| deserializer.end());
        let error = checked.err()?;
        let lines_before = text.split_inclusive('\n').take(error.line() - 1).map(str::len).sum::<usize>();
        let message = format!("{error}");
        let (message, _) = message.rsplit_once(" at line ").expect("the message names the place");
        Some((message.into(), (lines_before + error.column()).saturating_sub(1)))
    }

    fn assert_agrees_with_serde_json(text: &str) {
        let found = check(text, usize::MAX, &mut Nobody).err().map(|flaw| (flaw.message.into_owned(), flaw.offset));
        assert_eq!(found, serde_json_flaw(text), "{text:?}");
    }

    #[test]
    fn the_same_texts_are_refused_as_by_serde_json_with_the_same_words_at_the_same_place() {
        let pieces = [
            "",
            " ",
            "\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"",
            "\"\\",
            "\"\\u00e",
            "\"\\u00eg\"",
            "\"\\q\"",
            "\"\\u00E9\\n\"",
            "\"é\t\"",
            "null",
            "nul",
            "nulL",
            "true",
            "false",
            "fals\n",
            "-",
            "-1",
            "0",
            "00",
            "01",
            "1.",
            "1.5",
            "1e",
            "1e+",
            "1E-7",
            "1.5e3",
            "-a",
            "1ex",
            ".5",
            "é",
            "\u{a0}",
            "{\"a\":",
            "[1,",
        ];
        for one in pieces {
            for two in pieces {
                assert_agrees_with_serde_json(&[one, two].concat());
                for three in pieces {
                    assert_agrees_with_serde_json(&[one, two, three].concat());
                    assert_agrees_with_serde_json(&["[{\"k\" : ", one, two, three, " } ]"].concat());
                }
            }
        }
    }

    #[test]
    fn depth_is_bounded_before_anything_behind_is_read() {
        let depth_of =
            |text: &str, limit| check(text, limit, &mut Nobody).err().map(|flaw| (flaw.offset, flaw.message));
        assert_eq!(depth_of("[{\"a\":[]}]", 3), None);
        assert_eq!(depth_of("[[],[],{}]", 2), None);
        assert_eq!(depth_of("[\"[[[[\"]", 1), None);
        assert_eq!(depth_of("1", 0), None);
        assert_eq!(depth_of("[{\"a\":[", 2), Some((6, "deeper than the limit of 2 levels".into())));
    }

    #[test]
    fn the_place_is_told_in_lines_and_characters() {
        let flaw = check("{\n \"é\": x", usize::MAX, &mut Nobody).err().unwrap();
        let malformed = Malformed::at("{\n \"é\": x", flaw.offset, flaw.message);
        assert_eq!((malformed.line(), malformed.column(), malformed.message()), (2, 7, "expected value"));
    }
}
