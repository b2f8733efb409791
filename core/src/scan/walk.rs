//! One walk through a record: its objects, its lines, and what stands where.
//!
//! Nothing is parsed and nothing is rejected: of the structure only braces, quotes and the colons behind names count.
//! So an object that breaks off is read as far as it goes, and a walk takes one look at each byte.

mod lone;
mod open;

use alloc::vec::Vec;
use core::ops::Range;

use super::anchors::{Sign, Signs};
use super::bytes::Positions;
use super::line::{Line, LineNumbers};
use super::quote::{MAX_LEVEL, escape_length, level_at, level_of, skip_blanks};
use super::{Hit, Timestamp};
use crate::Registry;
use open::Object;

/// The bytes at which something may change.
const EVENTS: [u8; 4] = [b'"', b'{', b'}', b'\n'];

/// Objects in one another beyond this depth belong to nobody.
const MAX_DEPTH: usize = 256;

/// A walk through the records of a text, one after the other.
pub(super) struct Walk<'r, 't> {
    registry: &'r Registry,
    text: &'t [u8],
    /// The objects that are open, the innermost last.
    open: Vec<Object>,
    /// How many more are open within the innermost.
    too_deep: usize,
    line: Line<'r, 't>,
    numbers: LineNumbers,
    /// The braces of the objects that are entered at once.
    braces: Vec<usize>,
}

impl<'r, 't> Walk<'r, 't> {
    pub(super) fn new(registry: &'r Registry, text: &'t [u8]) -> Self {
        Self {
            registry,
            text,
            open: Vec::new(),
            too_deep: 0,
            line: Line::default(),
            numbers: LineNumbers::default(),
            braces: Vec::new(),
        }
    }

    /// Walks through one record with its signs, and hands over its hits.
    pub(super) fn record(
        &mut self,
        record: Range<usize>,
        signs: &mut Signs<'_, 'r, '_>,
        on_hit: &mut impl FnMut(Hit<'r, 't>),
    ) {
        let text = &self.text[..record.end];
        let mut line_start = record.start;
        for position in Positions::new(self.text, record, EVENTS) {
            self.take_signs(signs, position);
            if text[position] == b'"' {
                self.quote(text, position);
            } else if self.take(text, position) {
                self.finish_line(line_start..position + 1, on_hit);
                line_start = position + 1;
            }
        }
        self.take_signs(signs, text.len());
        self.finish_line(line_start..text.len(), on_hit);
    }

    /// Whether an object, or a string in one, is still open at the end of the text, which is one record.
    pub(super) fn breaks_off(mut self) -> bool {
        for position in Positions::new(self.text, 0..self.text.len(), EVENTS) {
            if self.take(self.text, position) && !self.open.is_empty() {
                return true;
            }
        }
        !self.open.is_empty()
    }

    /// How many lines end in the whole text.
    pub(super) fn line_ends(self) -> usize {
        self.numbers.total(self.text)
    }

    /// Takes the signs before a position.
    fn take_signs(&mut self, signs: &mut Signs<'_, 'r, '_>, position: usize) {
        while let Some(sign) = signs.peek_before(position) {
            if let Sign::Mention(mention) = sign {
                self.line.mention(mention, self.open.last().is_some_and(Object::in_documents));
            }
            signs.advance();
        }
    }

    /// Takes one event, and tells whether a line ends with it.
    #[inline]
    fn take(&mut self, text: &[u8], position: usize) -> bool {
        match text[position] {
            b'"' => self.quote(text, position),
            b'{' => self.open_brace(text, position),
            b'}' => self.close_brace(),
            _ => return self.is_line_end(),
        }
        false
    }

    fn open_brace(&mut self, text: &[u8], brace: usize) {
        let outer = self.open.last();
        let level = match outer {
            Some(outer) if outer.string.is_none() => outer.level,
            // In a text only what begins like an object of a deeper level is one.
            _ => {
                let first = level_at(text, skip_blanks(text, brace + 1)).filter(|level| *level <= MAX_LEVEL);
                match first {
                    Some(first) if outer.is_none_or(|outer| first > outer.level) => first,
                    _ => return,
                }
            }
        };
        if self.open.len() == MAX_DEPTH {
            // What begins in a string ends with it: there braces that close are not looked at.
            self.too_deep += usize::from(outer.is_some_and(|outer| outer.string.is_none()));
            return;
        }
        let in_documents = outer.is_some_and(Object::in_documents);
        self.open.push(Object::new(level, in_documents, self.line.mentions()));
    }

    fn close_brace(&mut self) {
        if self.open.last().is_none_or(|object| object.string.is_some()) {
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.close();
        }
    }

    /// A quote begins or ends a string of the innermost object of its level; objects in the string end with it.
    #[expect(clippy::inline_always, reason = "most of what happens in a record are quotes")]
    #[inline(always)]
    fn quote(&mut self, text: &[u8], quote: usize) {
        let level = level_of(text, quote);
        if self.open.last().is_some_and(|object| object.level > level) {
            self.close_above(level);
        }
        let Some(object) = self.open.last_mut().filter(|object| object.level == level) else { return };
        match object.string.take() {
            None => object.string = Some(quote + 1),
            Some(_) if self.too_deep > 0 => {}
            Some(start) if object.is_value => object.end_value(start..quote - escape_length(level)),
            Some(start) => {
                let colon = skip_blanks(text, quote + 1);
                if text.get(colon) == Some(&b':') {
                    object.begin_member(text, start..quote - escape_length(level), colon + 1, &mut self.line);
                }
            }
        }
    }

    #[cold]
    fn close_above(&mut self, level: u32) {
        while self.open.last().is_some_and(|object| object.level > level) {
            self.close();
        }
    }

    /// Whether a line end is the end of what belongs together: not between the members of an object.
    fn is_line_end(&self) -> bool {
        match (self.open.first(), self.open.last()) {
            (Some(outermost), Some(innermost)) => innermost.string.is_some() || innermost.level > outermost.level,
            _ => true,
        }
    }

    fn close(&mut self) {
        self.too_deep = 0;
        let Some(object) = self.open.pop() else { return };
        if let Some(decision) = object.members.decide(self.registry, self.text, &self.line) {
            self.line.object(decision, object.in_documents, object.mentions_before);
        }
    }

    fn finish_line(&mut self, lines: Range<usize>, on_hit: &mut impl FnMut(Hit<'r, 't>)) {
        while !self.open.is_empty() {
            self.close();
        }
        if self.line.is_empty() {
            self.line.clear();
            return;
        }
        let stamp = Timestamp::find_rfc_3339(&self.text[lines.clone()]);
        self.line.finish(self.text, lines, stamp, &mut self.numbers, on_hit);
    }
}
