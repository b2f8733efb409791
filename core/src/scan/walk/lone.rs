//! The way of most errors of most logs: one object on a line of JSON, and nothing else on the line that speaks of errors.

use core::ops::Range;

use super::super::anchors::Signs;
use super::super::bytes::Positions;
use super::super::outer::{find_braces, name_before};
use super::super::{Hit, Timestamp, record};
use super::open::{Member, Object};
use super::{EVENTS, MAX_DEPTH, Walk};

/// How an object ended that was walked through alone.
struct Ending {
    /// Behind its closing brace.
    end: usize,
    is_known_error: bool,
}

impl<'r, 't> Walk<'r, 't> {
    /// Hands over the error, if it is one, of the object around the next sign, if that stands alone on a line of JSON
    /// that is a record; gives back the end of the line. All before `from` has been read.
    ///
    /// Only that object is walked through. Where this does not tell everything, nothing happens but that the signs go
    /// on: the answer is `None`.
    pub(in crate::scan) fn lone_error(
        &mut self,
        from: usize,
        signs: &mut Signs<'_, 'r, '_>,
        on_hit: &mut impl FnMut(Hit<'r, 't>),
    ) -> Option<usize> {
        let (position, _) = signs.peek()?;
        let line = record::line_around(self.text, from, position)?;
        let is_alone = self.read_object(&line, position, signs).is_some() && signs.peek_before(line.end).is_none();
        let is_error = !self.line.is_empty();
        // Without a stamp a member may tell the time, anywhere on the line.
        let stamp = || Timestamp::find_rfc_3339(&self.text[line.clone()]);
        let stamp = if is_alone && is_error { stamp() } else { None };
        self.open.clear();
        self.too_deep = 0;
        if stamp.is_some() {
            self.line.finish(self.text, line.clone(), stamp, &mut self.numbers, on_hit);
        }
        self.line.clear();
        (is_alone && (stamp.is_some() || !is_error)).then_some(line.end)
    }

    /// Walks through the object around a position, and goes on to the first sign that it does not speak for.
    fn read_object(&mut self, line: &Range<usize>, position: usize, signs: &mut Signs<'_, 'r, '_>) -> Option<()> {
        let start = self.enter(line.start, position)?;
        let ending = self.leave(start..line.end).filter(|ending| ending.end > position)?;
        // What a known error mentions it says itself.
        if ending.is_known_error {
            signs.go_to(ending.end);
        } else {
            signs.advance();
        }
        Some(())
    }

    /// Opens the objects of a line around a position, and gives back where the members of the innermost begin.
    fn enter(&mut self, line: usize, position: usize) -> Option<usize> {
        if !find_braces(self.text, line, position, &mut self.braces) || self.braces.len() > MAX_DEPTH {
            return None;
        }
        let mut start = None;
        for &brace in &self.braces {
            if let Some(outer) = self.open.last_mut() {
                outer.member = Member::named(name_before(self.text, brace)?);
            }
            let in_documents = self.open.last().is_some_and(Object::in_documents);
            self.open.push(Object::new(0, in_documents, 0));
            start = Some(brace + 1);
        }
        start
    }

    /// Walks on until the innermost object closes; `None` where a line ends before.
    fn leave(&mut self, rest: Range<usize>) -> Option<Ending> {
        let text = &self.text[..rest.end];
        let depth = self.open.len();
        let start = self.open.last_mut()?.read_members(text, rest.start, &mut self.line);
        let errors = self.line.objects();
        if text.get(start) == Some(&b'}') {
            self.close();
            return Some(Ending { end: start + 1, is_known_error: self.line.has_known_error_since(errors) });
        }
        for position in Positions::new(self.text, start..rest.end, EVENTS) {
            let errors = self.line.objects();
            if self.take(text, position) {
                return None;
            }
            if self.open.len() < depth {
                return Some(Ending { end: position + 1, is_known_error: self.line.has_known_error_since(errors) });
            }
        }
        None
    }
}
