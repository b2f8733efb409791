//! Checking that a text is JSON.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::render::decimal::decimal;

/// What keeps a text from being JSON, and the byte offset where reading stopped.
pub(super) struct Flaw {
    pub(super) offset: usize,
    pub(super) message: Cow<'static, str>,
}

/// Checks that a text is one value with nothing but blanks around it, and that no more objects and arrays stand in one
/// another than a limit allows. Nested values take no stack.
pub(super) fn check(text: &str, max_depth: usize) -> Result<(), Flaw> {
    let mut scanner = Scanner { bytes: text.as_bytes(), position: 0 };
    let mut open = Vec::new();
    loop {
        let mut is_first = false;
        match scanner.peek_behind_blanks() {
            Some(bracket @ (b'[' | b'{')) => {
                if open.len() >= max_depth {
                    return Err(scanner.too_deep(max_depth));
                }
                scanner.position += 1;
                open.push(bracket);
                is_first = true;
            }
            Some(byte) => scanner.scalar(byte)?,
            None => return Err(scanner.flaw("EOF while parsing a value")),
        }
        if !scanner.advance_to_next_value(&mut open, is_first)? {
            return Ok(());
        }
    }
}

/// A position in a text.
struct Scanner<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.position += 1;
        Some(byte)
    }

    fn peek_behind_blanks(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.position += 1;
        }
        self.peek()
    }

    /// Behind a value, or an opening bracket (`is_first`): passes what closes here, then what leads to the next value;
    /// false where the text ends as it should.
    fn advance_to_next_value(&mut self, open: &mut Vec<u8>, mut is_first: bool) -> Result<bool, Flaw> {
        while let Some(&bracket) = open.last() {
            let is_object = bracket == b'{';
            match self.peek_behind_blanks() {
                Some(b']') if !is_object => _ = open.pop(),
                Some(b'}') if is_object => _ = open.pop(),
                Some(b',') if !is_first => {
                    self.position += 1;
                    return self.key_where(is_object);
                }
                Some(_) if is_first => return self.key_where(is_object),
                Some(_) if is_object => return Err(self.flaw("expected `,` or `}`")),
                Some(_) => return Err(self.flaw("expected `,` or `]`")),
                None if is_object => return Err(self.flaw("EOF while parsing an object")),
                None => return Err(self.flaw("EOF while parsing a list")),
            }
            self.position += 1;
            is_first = false;
        }
        match self.peek_behind_blanks() {
            Some(_) => Err(self.flaw("trailing characters")),
            None => Ok(false),
        }
    }

    /// Passes a key and its colon, in objects.
    fn key_where(&mut self, is_object: bool) -> Result<bool, Flaw> {
        if is_object {
            match self.peek_behind_blanks() {
                Some(b'"') => self.string()?,
                Some(_) => return Err(self.flaw("key must be a string")),
                None => return Err(self.flaw("EOF while parsing an object")),
            }
            match self.peek_behind_blanks() {
                Some(b':') => self.position += 1,
                Some(_) => return Err(self.flaw("expected `:`")),
                None => return Err(self.flaw("EOF while parsing an object")),
            }
        }
        Ok(true)
    }

    /// Passes a value that begins with this byte and holds no others.
    fn scalar(&mut self, first: u8) -> Result<(), Flaw> {
        match first {
            b'"' => self.string(),
            b'-' | b'0'..=b'9' => self.number(),
            b'n' => self.word(b"null"),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            _ => Err(self.flaw("expected value")),
        }
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Flaw> {
        for &expected in word {
            match self.next() {
                Some(byte) if byte == expected => {}
                Some(_) => return Err(self.flaw_before("expected ident")),
                None => return Err(self.flaw_before("EOF while parsing a value")),
            }
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Flaw> {
        if self.peek() == Some(b'-') {
            self.position += 1;
        }
        match self.next() {
            Some(b'0') if matches!(self.peek(), Some(b'0'..=b'9')) => return Err(self.flaw(INVALID_NUMBER)),
            Some(b'0') => {}
            Some(b'1'..=b'9') => _ = self.digits(),
            _ => return Err(self.flaw_before(INVALID_NUMBER)),
        }
        if self.peek() == Some(b'.') {
            self.position += 1;
            if !self.digits() {
                return Err(self.flaw(INVALID_NUMBER));
            }
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.position += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.position += 1;
            }
            if !self.digits() {
                self.next();
                return Err(self.flaw_before(INVALID_NUMBER));
            }
        }
        Ok(())
    }

    /// Passes digits, and answers whether there were any.
    fn digits(&mut self) -> bool {
        let start = self.position;
        while let Some(b'0'..=b'9') = self.peek() {
            self.position += 1;
        }
        self.position > start
    }

    fn string(&mut self) -> Result<(), Flaw> {
        self.position += 1;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.position += 1;
                    return Ok(());
                }
                Some(b'\\') => {
                    self.position += 1;
                    self.escape()?;
                }
                Some(..b' ') => {
                    return Err(self.flaw_before("control character (\\u0000-\\u001F) found while parsing a string"));
                }
                Some(_) => self.position += 1,
                None => return Err(self.flaw_before(UNFINISHED_STRING)),
            }
        }
    }

    /// Passes an escape, from behind its backslash.
    fn escape(&mut self) -> Result<(), Flaw> {
        match self.next() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => return Ok(()),
            Some(b'u') => {}
            Some(_) => return Err(self.flaw_before("invalid escape")),
            None => return Err(self.flaw_before(UNFINISHED_STRING)),
        }
        let digits = self.bytes.get(self.position..self.position + 4);
        self.position = self.bytes.len().min(self.position + 4);
        match digits {
            Some(digits) if digits.iter().all(u8::is_ascii_hexdigit) => Ok(()),
            Some(_) => Err(self.flaw_before("invalid escape")),
            None => Err(self.flaw_before(UNFINISHED_STRING)),
        }
    }

    /// The byte that comes next is wrong, or the end.
    fn flaw(&self, message: &'static str) -> Flaw {
        Flaw { offset: self.position.min(self.bytes.len().saturating_sub(1)), message: message.into() }
    }

    /// The byte before this position is wrong, or where the text ends too early.
    fn flaw_before(&self, message: &'static str) -> Flaw {
        Flaw { offset: self.position.saturating_sub(1), message: message.into() }
    }

    fn too_deep(&self, max_depth: usize) -> Flaw {
        let message = ["deeper than the limit of ", &decimal(max_depth), " levels"].concat();
        Flaw { offset: self.position, message: message.into() }
    }
}

const INVALID_NUMBER: &str = "invalid number";
const UNFINISHED_STRING: &str = "EOF while parsing a string";

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
        let found = check(text, usize::MAX).err().map(|flaw| (flaw.message.into_owned(), flaw.offset));
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
        let depth_of = |text: &str, limit| check(text, limit).err().map(|flaw| (flaw.offset, flaw.message));
        assert_eq!(depth_of("[{\"a\":[]}]", 3), None);
        assert_eq!(depth_of("[[],[],{}]", 2), None);
        assert_eq!(depth_of("[\"[[[[\"]", 1), None);
        assert_eq!(depth_of("1", 0), None);
        assert_eq!(depth_of("[{\"a\":[", 2), Some((6, "deeper than the limit of 2 levels".into())));
    }

    #[test]
    fn the_place_is_told_in_lines_and_characters() {
        let flaw = check("{\n \"é\": x", usize::MAX).err().unwrap();
        let malformed = Malformed::at("{\n \"é\": x", flaw.offset, flaw.message);
        assert_eq!((malformed.line(), malformed.column(), malformed.message()), (2, 7, "expected value"));
    }
}
