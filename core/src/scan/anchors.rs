//! Where to look: the few words without one of which no record has a hit.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::finder::Finder;
use super::mention::{self, Mention, is_id_byte};
use super::quote::{level_at, skip_backslashes, value_of};
use crate::{Definition, Registry};

/// The words, and how to find them.
pub(super) struct Anchors {
    finder: Finder,
    kinds: Vec<Kind>,
    /// The bytes of the longest id.
    longest_id: usize,
}

/// A place that an anchor found worth a closer look.
#[derive(Clone, Copy)]
pub(super) enum Sign<'r> {
    /// A known error in running text.
    Mention(Mention<'r>),
    /// A member that may make an error of its object.
    Member,
}

/// What begins with an anchor.
#[derive(Clone, Copy)]
enum Kind {
    IdMember,
    Code,
    Hex,
    Id,
}

impl Anchors {
    pub(super) fn of(registry: &Registry) -> Self {
        let domains: BTreeSet<&str> = registry.iter().map(Definition::domain).collect();
        let domains = domains.into_iter().filter(|domain| domain.bytes().all(is_id_byte));
        let bytes: BTreeSet<u8> = registry.iter().map(|definition| definition.code().domain()).collect();
        let hex = bytes.into_iter().flat_map(hex_spellings);
        let mut words: Vec<(String, Kind)> = domains.map(|domain| (format!("{domain}."), Kind::Id)).collect();
        words.extend(["\"id\"", "\"id\\"].map(|name| (name.into(), Kind::IdMember)));
        words.extend(["code", "Code", "CODE"].map(|word| (word.into(), Kind::Code)));
        words.extend(hex.map(|word| (word, Kind::Hex)));
        let finder = Finder::new(words.iter().map(|(word, _)| word.as_bytes()));
        let longest_id = registry.iter().map(|definition| definition.id().len()).max().unwrap_or_default();
        Self { finder, kinds: words.into_iter().map(|(_, kind)| kind).collect(), longest_id }
    }

    /// The places of a text without which it has no hit.
    pub(super) fn signs<'a, 'r, 't>(&'a self, registry: &'r Registry, text: &'t [u8]) -> Signs<'a, 'r, 't> {
        let mut signs = Signs { anchors: self, registry, text, searched: 0, next: None };
        signs.advance();
        signs
    }
}

/// The signs of a text from some position on, in their order.
pub(super) struct Signs<'a, 'r, 't> {
    anchors: &'a Anchors,
    registry: &'r Registry,
    text: &'t [u8],
    /// Where the search goes on.
    searched: usize,
    next: Option<(usize, Sign<'r>)>,
}

impl<'r> Signs<'_, 'r, '_> {
    /// The next sign, and where it stands.
    #[inline]
    pub(super) fn peek(&self) -> Option<(usize, Sign<'r>)> {
        self.next
    }

    /// The next sign, if it stands before a position.
    #[inline]
    pub(super) fn peek_before(&self, end: usize) -> Option<Sign<'r>> {
        self.next.filter(|(position, _)| *position < end).map(|(_, sign)| sign)
    }

    /// Looks for the sign behind the next one.
    pub(super) fn advance(&mut self) {
        self.next = None;
        while let Some((word, place)) = self.anchors.finder.next(self.text, self.searched) {
            let kind = self.anchors.kinds[word];
            // One domain may end as another does, which begins behind the letter of an escape: `\nab.` and `ab.`
            self.searched = if matches!(kind, Kind::Id) { place.start + 1 } else { place.end };
            if let Some(sign) = self.sign(kind, place.start) {
                self.next = Some((place.start, sign));
                break;
            }
        }
    }

    /// Goes on, or back, to the first sign from a position on at which no anchor goes on.
    pub(super) fn go_to(&mut self, position: usize) {
        self.searched = position;
        self.advance();
    }

    /// What the anchor at a position is a sign of.
    fn sign(&self, kind: Kind, start: usize) -> Option<Sign<'r>> {
        let Self { registry, text, .. } = *self;
        match kind {
            Kind::Id => mention::id_at(registry, self.anchors.longest_id, text, start).map(Sign::Mention),
            Kind::Hex => mention::hex_at(registry, text, start).map(Sign::Mention),
            Kind::Code if is_code_member(text, start) => Some(Sign::Member),
            Kind::Code => mention::code_at(registry, text, start).map(Sign::Mention),
            Kind::IdMember => is_id_member(text, start).then_some(Sign::Member),
        }
    }
}

/// Whether the `"id"` at a position names a member whose value may have the dots of an id.
fn is_id_member(text: &[u8], start: usize) -> bool {
    let value = value_of(text, start + "\"id".len()).filter(|value| level_at(text, *value).is_some());
    value.is_some_and(|value| {
        let content = text[skip_backslashes(text, value) + 1..].iter().take_while(|byte| !matches!(byte, b'"' | b'\\'));
        content.filter(|&&byte| byte == b'.').nth(1).is_some()
    })
}

/// Whether the `code` at a position names a member with a number.
fn is_code_member(text: &[u8], start: usize) -> bool {
    let end = start + "code".len();
    let is_member = text[start..].starts_with(b"code") && mention::is_member_name(text, start, end);
    is_member && value_of(text, end).is_some_and(|value| mention::number_at(text, value).is_some())
}

/// `0x` and the two digits of a byte, in capitals and not.
fn hex_spellings(byte: u8) -> BTreeSet<String> {
    let (high, low) = (byte >> 4, byte & 0xf);
    [
        format!("0x{high:x}{low:x}"),
        format!("0x{high:x}{low:X}"),
        format!("0x{high:X}{low:x}"),
        format!("0x{high:X}{low:X}"),
    ]
    .into()
}
