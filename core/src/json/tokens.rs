//! The pieces that JSON is made of.

use alloc::borrow::Cow;

use crate::render::plain::plain_length;

/// What keeps a text from being JSON, and the byte offset where reading stopped.
pub(super) struct Flaw {
    pub(super) offset: usize,
    pub(super) message: Cow<'static, str>,
}

/// A position in a text, which passes one piece after the other.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    pub(super) position: usize,
}

impl<'a> Tokens<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), position: 0 }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.position).copied()
    }

    #[inline]
    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.position += 1;
        Some(byte)
    }

    #[inline]
    pub(super) fn peek_behind_blanks(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.position += 1;
        }
        self.peek()
    }

    /// Passes a value that begins with this byte and holds no others.
    pub(super) fn scalar(&mut self, first: u8) -> Result<(), Flaw> {
        match first {
            b'"' => self.string().map(drop),
            b'-' | b'0'..=b'9' => self.number(),
            b'n' => self.word(b"null"),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            _ => Err(self.flaw("expected value")),
        }
    }

    /// Passes a string, and answers whether there are escapes in it.
    pub(super) fn string(&mut self) -> Result<bool, Flaw> {
        self.position += 1;
        let mut has_escapes = false;
        loop {
            self.position += self.bytes.get(self.position..).map_or(0, plain_length);
            match self.next() {
                Some(b'"') => return Ok(has_escapes),
                Some(b'\\') => {
                    has_escapes = true;
                    self.escape()?;
                }
                Some(_) => {
                    self.position -= 1;
                    return Err(self.flaw_before("control character (\\u0000-\\u001F) found while parsing a string"));
                }
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
    pub(super) fn flaw(&self, message: &'static str) -> Flaw {
        Flaw { offset: self.position.min(self.bytes.len().saturating_sub(1)), message: message.into() }
    }

    /// The byte before this position is wrong, or where the text ends too early.
    fn flaw_before(&self, message: &'static str) -> Flaw {
        Flaw { offset: self.position.saturating_sub(1), message: message.into() }
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
}

const INVALID_NUMBER: &str = "invalid number";
const UNFINISHED_STRING: &str = "EOF while parsing a string";
