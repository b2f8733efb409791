//! One walk through a record: its objects, its lines, and what stands where.
//!
//! Nothing is parsed and nothing is rejected: of the structure only braces, quotes and the colons behind names count.
//! So an object that breaks off is read as far as it goes, and a walk takes one look at each byte.

use alloc::vec::Vec;
use core::ops::Range;

use super::anchors::{Sign, Signs};
use super::bytes::Positions;
use super::line::{Line, LineNumbers};
use super::mention::number_at;
use super::object::Members;
use super::outer::{find_braces, name_before};
use super::quote::{MAX_LEVEL, escape_length, level_at, level_of, skip_blanks};
use super::record;
use super::{Hit, Timestamp};
use crate::{Code, Registry};

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

/// An object that is open.
struct Object {
    /// The level of its quotes.
    level: u32,
    /// Where the string that is being read begins.
    string: Option<usize>,
    /// The member whose value is being read.
    member: Member,
    /// Whether a value, and no name, begins with the next quote.
    is_value: bool,
    /// Whether the object stands below a member that holds documents.
    in_documents: bool,
    members: Members,
    /// How many mentions stood before it on its line.
    mentions_before: usize,
}

/// The members that matter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Member {
    Id,
    Code,
    Status,
    Message,
    Time,
    Documents,
    Other,
}

impl Member {
    fn named(name: &[u8]) -> Self {
        match name {
            b"id" => Self::Id,
            b"code" => Self::Code,
            b"status" => Self::Status,
            b"message" => Self::Message,
            b"timestamp" | b"time" | b"ts" | b"@timestamp" => Self::Time,
            b"result" | b"_source" | b"body" | b"documents" => Self::Documents,
            _ => Self::Other,
        }
    }
}

impl Object {
    fn new(level: u32, in_documents: bool, mentions_before: usize) -> Self {
        Self {
            level,
            string: None,
            member: Member::Other,
            is_value: false,
            in_documents,
            members: Members::default(),
            mentions_before,
        }
    }

    fn in_documents(&self) -> bool {
        self.in_documents || self.member == Member::Documents
    }
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

    /// Hands over the error, if it is one, of the object around the next sign, where that stands alone on a line of
    /// JSON which is a record; gives back the end of the line.
    ///
    /// Nothing but that object is walked through. Where more would be needed, the answer is `None`.
    pub(super) fn lone_error(
        &mut self,
        read: usize,
        signs: &mut Signs<'_, 'r, '_>,
        on_hit: &mut impl FnMut(Hit<'r, 't>),
    ) -> Option<usize> {
        let (position, _) = signs.peek()?;
        let line = record::line_around(self.text, read, position)?;
        let is_read = self.read_alone(&line, position, signs);
        let stamp = if is_read == Some(false) { Timestamp::find_rfc_3339(&self.text[line.clone()]) } else { None };
        self.open.clear();
        self.too_deep = 0;
        if stamp.is_some() {
            self.line.finish(self.text, line.clone(), stamp, &mut self.numbers, on_hit);
        } else {
            self.line.clear();
        }
        (is_read == Some(true) || stamp.is_some()).then_some(line.end)
    }

    /// Walks through the object around a position of a line.
    fn read_alone(&mut self, line: &Range<usize>, position: usize, signs: &mut Signs<'_, 'r, '_>) -> Option<bool> {
        let start = self.enter(line.start, position)?;
        let (end, is_known) = self.leave(start..line.end).filter(|(end, _)| *end > position)?;
        // What a known error mentions it says itself.
        if is_known {
            signs.go_to(end)
        } else {
            signs.advance()
        }
        signs.peek_before(line.end).is_none().then(|| self.line.is_empty())
    }

    /// Opens the objects of a line around a position, and gives back where the innermost begins.
    fn enter(&mut self, line: usize, position: usize) -> Option<usize> {
        if !find_braces(self.text, line, position, &mut self.braces) {
            return None;
        }
        for (outer, brace) in self.braces.iter().enumerate() {
            if outer > 0 {
                let member = Member::named(name_before(self.text, *brace)?);
                self.open.last_mut()?.member = member;
            }
            let in_documents = self.open.last().is_some_and(Object::in_documents);
            self.open.push(Object::new(0, in_documents, 0));
        }
        self.braces.last().map(|brace| brace + 1)
    }

    /// Walks on until the innermost object closes, and gives back where, and whether it is a known error; `None` where
    /// it does not.
    fn leave(&mut self, rest: Range<usize>) -> Option<(usize, bool)> {
        let text = &self.text[..rest.end];
        let depth = self.open.len();
        for position in Positions::new(self.text, rest, EVENTS) {
            let errors = self.line.objects();
            if self.take(text, position) {
                return None;
            }
            if self.open.len() < depth {
                return Some((position + 1, self.line.objects() > errors && self.line.ends_with_known_error()));
            }
        }
        None
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
            self.too_deep += 1;
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

impl Object {
    /// Takes a string for the value that was waited for.
    #[inline]
    fn end_value(&mut self, content: Range<usize>) {
        self.is_value = false;
        if self.member == Member::Id {
            self.members.id = Some(content);
        }
    }

    /// Takes a name with its colon, behind which the value begins.
    fn begin_member(&mut self, text: &[u8], name: Range<usize>, start: usize, line: &mut Line<'_, '_>) {
        let value = skip_blanks(text, start);
        self.is_value = matches!(text.get(value), Some(b'"' | b'\\'));
        self.member = Member::named(&text[name]);
        if self.member != Member::Other {
            self.read_value(text, value, line);
        }
    }

    /// Notes a member that is there, and its number.
    fn read_value(&mut self, text: &[u8], value: usize, line: &mut Line<'_, '_>) {
        match self.member {
            Member::Code => {
                self.members.has_code = true;
                self.members.code = whole_number_at(text, value);
            }
            Member::Status => {
                self.members.has_status = true;
                let number = whole_number_at(text, value);
                let status = number.and_then(|(number, _)| u16::try_from(number.get()).ok());
                self.members.status = status.filter(|status| (100..=599).contains(status));
            }
            Member::Message => self.members.has_message = true,
            Member::Time => line.epoch(|| Timestamp::from_epoch(&text[value..])),
            Member::Id | Member::Documents | Member::Other => {}
        }
    }
}

/// The number of a member, and where it stands; one with which the record ends may be a part of another.
fn whole_number_at(text: &[u8], start: usize) -> Option<(Code, Range<usize>)> {
    let (number, length) = number_at(text, start)?;
    let end = start + length;
    (skip_blanks(text, end) < text.len()).then_some((number, start..end))
}
