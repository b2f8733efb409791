//! Objects that are open, and what their members say.

use core::ops::Range;

use super::super::bytes;
use super::super::line::Line;
use super::super::mention::number_at;
use super::super::object::Members;
use super::super::quote::skip_blanks;
use crate::Code;
use crate::scan::Timestamp;

/// An object that is open.
pub(super) struct Object {
    /// The level of its quotes.
    pub(super) level: u32,
    /// Where the string that is being read begins.
    pub(super) string: Option<usize>,
    /// The member whose value is being read.
    pub(super) member: Member,
    /// Whether a value, and no name, begins with the next quote.
    pub(super) is_value: bool,
    /// Whether the object stands below a member that holds documents.
    pub(super) in_documents: bool,
    pub(super) members: Members,
    /// How many mentions stood before it on its line.
    pub(super) mentions_before: usize,
}

/// The members that matter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Member {
    Id,
    Code,
    Status,
    Message,
    Time,
    Documents,
    Other,
}

impl Member {
    pub(super) fn named(name: &[u8]) -> Self {
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
    pub(super) fn new(level: u32, in_documents: bool, mentions_before: usize) -> Self {
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

    pub(super) fn in_documents(&self) -> bool {
        self.in_documents || self.member == Member::Documents
    }

    /// Takes a string for the value that was waited for.
    #[inline]
    pub(super) fn end_value(&mut self, content: Range<usize>) {
        self.is_value = false;
        if self.member == Member::Id {
            self.members.id = Some(content);
        }
    }

    /// Takes a name with its colon, behind which the value begins.
    pub(super) fn begin_member(&mut self, text: &[u8], name: Range<usize>, start: usize, line: &mut Line<'_, '_>) {
        let value = skip_blanks(text, start);
        self.is_value = matches!(text.get(value), Some(b'"' | b'\\'));
        self.member = Member::named(&text[name]);
        if self.member != Member::Other {
            self.read_value(text, value, line);
        }
    }

    /// Reads members as far as they are written without blanks, escapes and objects; gives back where that ends.
    pub(super) fn read_members(&mut self, text: &[u8], start: usize, line: &mut Line<'_, '_>) -> usize {
        let mut position = start;
        while let Some(end) = self.read_member(text, position, line) {
            position = end;
            if text.get(position) == Some(&b',') {
                position += 1;
            }
        }
        position
    }

    /// Reads one member at level 0, and gives back its end.
    fn read_member(&mut self, text: &[u8], start: usize, line: &mut Line<'_, '_>) -> Option<usize> {
        let rest = text.get(start..)?.strip_prefix(b"\"")?;
        let name = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        let value = rest[name..].strip_prefix(b"\":")?;
        let start_of_value = text.len() - value.len();
        let length = match value.first()? {
            b'"' => {
                let length = bytes::first_of_two(b'"', b'\\', &value[1..])?;
                (value[1 + length] == b'"').then_some(length + 2)?
            }
            _ => value.iter().position(|byte| !byte.is_ascii_alphanumeric()).filter(|length| *length > 0)?,
        };
        self.begin_member(text, start + 1..start + 1 + name, start_of_value, line);
        if self.is_value {
            self.end_value(start_of_value + 1..start_of_value + length - 1);
        }
        Some(start_of_value + length)
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
            // A string is taken where it ends.
            Member::Id => self.members.id = None,
            Member::Documents | Member::Other => {}
        }
    }
}

/// The number of a member, and where it stands; one with which the record ends may be a part of another.
fn whole_number_at(text: &[u8], start: usize) -> Option<(Code, Range<usize>)> {
    let (number, length) = number_at(text, start)?;
    let end = start + length;
    (skip_blanks(text, end) < text.len()).then_some((number, start..end))
}
