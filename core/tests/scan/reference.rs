//! `docs/scan.md` once more, as simply as it can be written down: byte after byte, every id at every place.

use std::ops::Range;

use kuzzle_errors::scan::{Hit, Subject, Timestamp};
use kuzzle_errors::{Code, Conflict, Definition, Registry, ResolvedBy};

use crate::reference_time;

/// The hits of a text of less than a mebibyte.
pub(crate) fn hits<'r, 't>(registry: &'r Registry, text: &'t [u8]) -> Vec<Hit<'r, 't>> {
    let mentions = mentions(registry, text);
    let mut hits = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let mut end = start;
        loop {
            end += text[end..].iter().position(|&byte| byte == b'\n').map_or(text.len() - end, |at| at + 1);
            if !matches!(text.get(end), Some(b' ' | b'\t' | b'}' | b']')) || text[end - 1] != b'\n' {
                break;
            }
        }
        let mut record = Record {
            registry,
            text,
            end,
            position: start,
            line_start: start,
            base: 0,
            depth: 0,
            mentions: &mentions,
            line: Line::default(),
            hits: Vec::new(),
        };
        record.read();
        hits.append(&mut record.hits);
        start = end;
    }
    hits
}

/// An id or a code in text.
#[derive(Clone)]
struct Mention<'r> {
    definition: Definition<'r>,
    place: Range<usize>,
    by: ResolvedBy,
}

fn mentions<'r>(registry: &'r Registry, text: &[u8]) -> Vec<Mention<'r>> {
    let definitions: Vec<Definition<'r>> = registry.iter().collect();
    (0..text.len()).filter_map(|start| mention_at(registry, &definitions, text, start)).collect()
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn begins_word(text: &[u8], start: usize, more: &[u8]) -> bool {
    let mut before = &text[..start];
    while let Some(rest) = before.strip_suffix(b".") {
        before = rest;
    }
    let Some((&last, rest)) = before.split_last() else { return true };
    let is_escape = b"nrtbf".contains(&last) && rest.last() == Some(&b'\\');
    let mut colour = rest;
    for _ in 0..16 {
        match colour.split_last() {
            Some((byte, shorter)) if byte.is_ascii_digit() || *byte == b';' => colour = shorter,
            _ => break,
        }
    }
    let is_colour = last == b'm' && colour.last() == Some(&b'[');
    is_escape || is_colour || !(is_word(last) || more.contains(&last))
}

fn mention_at<'r>(
    registry: &'r Registry,
    definitions: &[Definition<'r>],
    text: &[u8],
    start: usize,
) -> Option<Mention<'r>> {
    let rest = &text[start..];
    for definition in definitions.iter().copied().filter(|_| rest[0].is_ascii_lowercase()) {
        let Some(behind) = rest.strip_prefix(definition.id().as_bytes()) else { continue };
        let dots = behind.iter().take_while(|&&byte| byte == b'.').count();
        let goes_on = behind.get(dots).is_some_and(|&byte| is_word(byte) || byte == b'-');
        if !goes_on && begins_word(text, start, b"-") {
            let place = start..start + definition.id().len();
            return Some(Mention { definition, place, by: ResolvedBy::Id });
        }
    }
    if let Some(digits) = rest.strip_prefix(b"0x").and_then(|digits| digits.get(..8)) {
        let value =
            std::str::from_utf8(digits).ok().filter(|digits| digits.chars().all(|digit| digit.is_ascii_hexdigit()));
        let code = value.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let is_bounded = !rest.get(10).copied().is_some_and(is_word) && begins_word(text, start, b"");
        let definition = code.filter(|_| is_bounded).and_then(|code| registry.by_code(code));
        return definition.map(|definition| Mention { definition, place: start..start + 10, by: ResolvedBy::Code });
    }
    if [&b"code"[..], b"Code", b"CODE"].iter().any(|word| rest.starts_with(word)) {
        let is_name = text[..start].ends_with(b"\"") && matches!(rest.get(4), Some(b'"' | b'\\'));
        let gap = rest[4..].iter().take_while(|byte| b" \t:=#\"'\\([".contains(byte)).count();
        let (code, length) = number(&rest[4 + gap..])?;
        let definition = registry.by_code(code).filter(|_| !is_name && gap > 0 && code.get() >= 65_536)?;
        let place = start + 4 + gap..start + 4 + gap + length;
        return Some(Mention { definition, place, by: ResolvedBy::Code });
    }
    None
}

/// A decimal integer of 32 bits at the beginning of a text.
fn number(text: &[u8]) -> Option<(Code, usize)> {
    let sign = usize::from(text.first() == Some(&b'-'));
    let digits = text[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let end = sign + digits;
    let is_fraction = text.get(end) == Some(&b'.') && text.get(end + 1).is_some_and(u8::is_ascii_digit);
    if digits == 0 || digits > 18 || is_fraction || text.get(end).copied().is_some_and(is_word) {
        return None;
    }
    let value: i64 = std::str::from_utf8(&text[..end]).ok()?.parse().ok()?;
    Some((Code::try_from(value).ok()?, end))
}

/// What a line holds so far.
#[derive(Default)]
struct Line<'r, 't> {
    objects: Vec<Hit<'r, 't>>,
    mentions: Vec<Hit<'r, 't>>,
    epoch: Option<Timestamp>,
}

struct Record<'r, 't, 'm> {
    registry: &'r Registry,
    text: &'t [u8],
    end: usize,
    position: usize,
    line_start: usize,
    /// The level of the outermost object.
    base: u32,
    /// How many objects are open.
    depth: usize,
    mentions: &'m [Mention<'r>],
    line: Line<'r, 't>,
    hits: Vec<Hit<'r, 't>>,
}

/// Why an object is over.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Closed,
    /// At a quote of a lower level, which the outer object takes.
    Quote,
    /// At a line end.
    Line,
    End,
}

/// The members of an object.
#[derive(Default)]
struct Object {
    name: Vec<u8>,
    value_is_string: bool,
    id: Option<Range<usize>>,
    code: Option<(Code, Range<usize>)>,
    status: Option<u16>,
    names: Vec<Vec<u8>>,
}

impl Object {
    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|given| given == name.as_bytes())
    }

    fn holds_documents(&self) -> bool {
        [&b"result"[..], b"_source", b"body", b"documents"].contains(&self.name.as_slice())
    }
}

impl<'r, 't> Record<'r, 't, '_> {
    fn at(&self, position: usize) -> Option<u8> {
        self.text[..self.end].get(position).copied()
    }

    /// One byte on, in text of documents or not.
    fn step(&mut self, in_documents: bool) {
        let here = self.mentions.iter().find(|mention| mention.place.start == self.position);
        if let Some(Mention { definition, place, by }) = here.cloned() {
            let hit = self.hit(Subject::Definition(definition), by, None, in_documents, place);
            self.line.mentions.push(hit);
        }
        self.position += 1;
    }

    fn read(&mut self) {
        while let Some(byte) = self.at(self.position) {
            match (byte, self.opening(self.position + 1)) {
                (b'{', Some(level)) => {
                    self.base = level;
                    self.object(level, false);
                }
                (b'\n', _) => {
                    self.step(false);
                    self.end_line();
                }
                _ => self.step(false),
            }
        }
        self.end_line();
    }

    /// The level of the quote that stands behind blanks.
    fn opening(&self, start: usize) -> Option<u32> {
        let start = self.skip_blanks(start);
        let backslashes = (start..self.end).take_while(|&at| self.text[at] == b'\\').count();
        let level = backslashes.trailing_ones();
        (self.at(start + backslashes) == Some(b'"') && level <= 16).then_some(level)
    }

    fn skip_blanks(&self, start: usize) -> usize {
        let mut position = start;
        loop {
            let backslashes = (position..self.end).take_while(|&at| self.text[at] == b'\\').count();
            match (backslashes, self.at(position + backslashes)) {
                (0, Some(b' ' | b'\t' | b'\r' | b'\n')) => position += 1,
                (1.., Some(b'n' | b'r' | b't')) => position += backslashes + 1,
                _ => return position,
            }
        }
    }

    fn level(&self, quote: usize) -> u32 {
        (0..quote).rev().take_while(|&at| self.text[at] == b'\\').count().trailing_ones()
    }

    /// Reads an object from its brace on.
    fn object(&mut self, level: u32, outer_in_documents: bool) -> Stop {
        let mut object = Object::default();
        let mentions = self.line.mentions.len();
        self.step(outer_in_documents);
        self.depth += 1;
        let stop = self.members(level, outer_in_documents, &mut object);
        self.depth -= 1;
        if let Some(hit) = self.decide(&object, outer_in_documents) {
            if hit.subject.definition().is_some() {
                self.line.mentions.truncate(mentions);
            }
            self.line.objects.push(hit);
        }
        stop
    }

    fn members(&mut self, level: u32, outer: bool, object: &mut Object) -> Stop {
        loop {
            let in_documents = outer || object.holds_documents();
            match self.at(self.position) {
                None => return Stop::End,
                Some(b'}') => {
                    self.step(in_documents);
                    return Stop::Closed;
                }
                Some(b'\n') if level > self.base => return Stop::Line,
                Some(b'{') => match self.object(level, in_documents) {
                    Stop::Closed => {}
                    stop => return stop,
                },
                Some(b'"') if self.level(self.position) < level => return Stop::Quote,
                Some(b'"') if self.level(self.position) == level => {
                    self.step(in_documents);
                    let start = self.position;
                    if let Some(stop) = self.string(level, in_documents) {
                        return stop;
                    }
                    let content = start..self.position - ((1 << level) - 1);
                    self.step(in_documents);
                    self.take_string(content, object);
                }
                Some(_) => self.step(in_documents),
            }
        }
    }

    /// Reads a string up to its closing quote, or says why there is none.
    fn string(&mut self, level: u32, in_documents: bool) -> Option<Stop> {
        loop {
            match self.at(self.position) {
                None => return Some(Stop::End),
                Some(b'\n') => return Some(Stop::Line),
                Some(b'"') if self.level(self.position) < level => return Some(Stop::Quote),
                Some(b'"') if self.level(self.position) == level => return None,
                Some(b'{') => match self.opening(self.position + 1).filter(|inner| *inner > level) {
                    Some(inner) => match self.object(inner, in_documents) {
                        Stop::Closed | Stop::Quote => {}
                        stop => return Some(stop),
                    },
                    None => self.step(in_documents),
                },
                Some(_) => self.step(in_documents),
            }
        }
    }

    fn take_string(&mut self, content: Range<usize>, object: &mut Object) {
        if std::mem::take(&mut object.value_is_string) {
            if object.name == b"id" {
                object.id = Some(content);
            }
            return;
        }
        let colon = self.skip_blanks(self.position);
        if self.at(colon) != Some(b':') || self.depth > 256 {
            return;
        }
        let value = self.skip_blanks(colon + 1);
        object.value_is_string = matches!(self.at(value), Some(b'"' | b'\\'));
        object.name = self.text[content].to_vec();
        object.names.push(object.name.clone());
        let number = number(&self.text[value.min(self.end)..self.end]);
        let number = number.filter(|(_, length)| self.skip_blanks(value + length) < self.end);
        match object.name.as_slice() {
            b"code" => object.code = number.map(|(code, length)| (code, value..value + length)),
            b"status" => {
                let status = number.and_then(|(number, _)| u16::try_from(number.get()).ok());
                object.status = status.filter(|status| (100..600).contains(status));
            }
            b"id" => object.id = None,
            b"timestamp" | b"time" | b"ts" | b"@timestamp" if self.line.epoch.is_none() => {
                self.line.epoch = reference_time::epoch(&self.text[value.min(self.end)..self.end]);
            }
            _ => {}
        }
    }

    fn decide(&self, object: &Object, in_documents: bool) -> Option<Hit<'r, 't>> {
        let is_failure = |status: u16| status == 206 || status >= 400;
        let hit = |subject, by, conflict, place| Some(self.hit(subject, by, conflict, in_documents, place));
        let code = object.code.as_ref().map(|(code, _)| *code);
        if let Some(place) = object.id.clone() {
            let id = std::str::from_utf8(&self.text[place.clone()]).unwrap_or_default();
            let conflict = self.registry.resolve(Some(id), code, object.status).conflict;
            if let Some(definition) = self.registry.by_id(id) {
                return hit(Subject::Definition(definition), ResolvedBy::Id, conflict, place);
            }
            let stands_beside = object.has("status") || object.has("code") || object.has("message");
            if has_form(id) && stands_beside && object.status.is_none_or(is_failure) {
                return hit(Subject::UnknownId(id), ResolvedBy::Id, conflict, place);
            }
        }
        let (code, place) = object.code.clone()?;
        let is_large = code.get() >= 65_536;
        let is_error = object.has("message") && object.status.is_some_and(is_failure);
        let by = ResolvedBy::Code;
        let Some(definition) = self.registry.by_code(code) else {
            return if is_error { hit(Subject::UnknownCode(code), by, None, place) } else { None };
        };
        let has_other_status =
            definition.class().fixes_status() && object.status.is_some_and(|status| status != definition.status());
        if has_other_status {
            let conflict = self.registry.resolve(None, Some(code), object.status).conflict;
            return if is_large || is_error { hit(Subject::Contradiction(code), by, conflict, place) } else { None };
        }
        let is_said = is_large || object.status == Some(definition.status());
        if is_said { hit(Subject::Definition(definition), by, None, place) } else { None }
    }

    fn hit(
        &self,
        subject: Subject<'r, 't>,
        by: ResolvedBy,
        conflict: Option<Conflict<'r>>,
        in_documents: bool,
        place: Range<usize>,
    ) -> Hit<'r, 't> {
        let line = self.text[..place.start].split(|&byte| byte == b'\n').count();
        Hit { subject, by, conflict, in_documents, time: None, place, line, lines: 0..0 }
    }

    fn end_line(&mut self) {
        let lines = self.line_start..self.position;
        self.line_start = self.position;
        let Line { objects, mentions, epoch } = std::mem::take(&mut self.line);
        let text = &self.text[lines.clone()];
        let time = reference_time::rfc_3339(text).or(epoch).or_else(|| reference_time::common_log(text));
        let mut hits: Vec<Hit<'r, 't>> = Vec::new();
        let by_id = |hit: &Hit<'r, 't>| hit.by == ResolvedBy::Id;
        let is_same = |one: &Hit<'r, 't>, other: &Hit<'r, 't>| {
            let (one_of, other_of) = (one.subject.definition(), other.subject.definition());
            one_of.is_some() && one_of == other_of && one.in_documents == other.in_documents
        };
        hits.extend(objects.iter().filter(|hit| by_id(hit)).cloned());
        for mention in mentions.iter().filter(|hit| by_id(hit)) {
            if !hits.iter().any(|hit| is_same(hit, mention)) {
                hits.push(mention.clone());
            }
        }
        let has_id = !hits.is_empty();
        let ids = hits.clone();
        for object in objects.iter().filter(|hit| !by_id(hit)) {
            if !ids.iter().any(|hit| is_same(hit, object)) {
                hits.push(object.clone());
            }
        }
        for mention in mentions.iter().filter(|hit| !by_id(hit)) {
            if !has_id && !hits.iter().any(|hit| is_same(hit, mention)) {
                hits.push(mention.clone());
            }
        }
        hits.sort_by_key(|hit| hit.place.start);
        self.hits.extend(hits.into_iter().map(|hit| Hit { time, lines: lines.clone(), ..hit }));
    }
}

fn has_form(id: &str) -> bool {
    let parts: Vec<&str> = id.split('.').collect();
    let is_part = |part: &&str| {
        part.chars().all(|character| character.is_ascii_alphanumeric() || "_-".contains(character))
            && part.chars().any(|character| character.is_ascii_alphabetic())
    };
    id.len() <= 255 && parts.len() == 3 && parts.iter().all(is_part)
}
