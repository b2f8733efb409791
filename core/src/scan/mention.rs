//! Ids and codes in running text.

use core::str;

use crate::{Code, Definition, Registry};

/// Smaller decimal numbers name errors of `core.fatal`, but far more often something else: `exit code 1`.
pub(super) const SMALLEST_DECIMAL: u32 = 0x1_0000;

/// Leading zeros aside, a 32-bit integer has ten.
const MOST_DIGITS: usize = 18;

/// A known error that a text names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention<'r> {
    pub(super) definition: Definition<'r>,
    /// Where the id, or the number, stands.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_id: bool,
}

/// The known id of at most `longest` bytes that begins at a position, if it is bounded by bytes that no id has.
pub(super) fn id_at<'r>(registry: &'r Registry, longest: usize, text: &[u8], start: usize) -> Option<Mention<'r>> {
    let run = run_of(text, start, longest, is_id_byte);
    let run = &run[..run.len() - run.iter().rev().take_while(|&&byte| byte == b'.').count()];
    let definition = registry.by_id(str::from_utf8(run).ok()?)?;
    let end = start + run.len();
    let behind = text[end..].iter().find(|&&byte| byte != b'.');
    let is_bounded = !behind.is_some_and(|&byte| is_id_byte(byte)) && begins(text, start, is_id_byte);
    is_bounded.then_some(Mention { definition, start, end, is_id: true })
}

/// The known code that `0x` and eight hexadecimal digits at a position are.
pub(super) fn hex_at<'r>(registry: &'r Registry, text: &[u8], start: usize) -> Option<Mention<'r>> {
    let digits = run_of(text, start + 2, 9, is_word_byte);
    if digits.len() != 8 || !begins(text, start, is_word_byte) {
        return None;
    }
    let code = u32::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
    let definition = registry.by_code(code)?;
    Some(Mention { definition, start, end: start + 10, is_id: false })
}

/// The known code that stands behind the word `code` at a position; a member of an object is none.
pub(super) fn code_at<'r>(registry: &'r Registry, text: &[u8], start: usize) -> Option<Mention<'r>> {
    let behind = start + "code".len();
    if is_member_name(text, start, behind) {
        return None;
    }
    let separators = run_of(text, behind, usize::MAX, is_separator).len();
    let (code, length) = number_at(text, behind + separators)?;
    let definition = registry.by_code(code).filter(|_| separators > 0 && code.get() >= SMALLEST_DECIMAL)?;
    let start = behind + separators;
    Some(Mention { definition, start, end: start + length, is_id: false })
}

/// The decimal 32-bit integer that begins at a position, and its length.
pub(super) fn number_at(text: &[u8], start: usize) -> Option<(Code, usize)> {
    let rest = text.get(start..)?;
    let is_negative = rest.first() == Some(&b'-');
    let sign = usize::from(is_negative);
    let mut digits = 0;
    let mut value = 0_i64;
    for byte in rest[sign..].iter().take(MOST_DIGITS).take_while(|byte| byte.is_ascii_digit()) {
        value = value * 10 + i64::from(byte - b'0');
        digits += 1;
    }
    let end = sign + digits;
    let goes_on = match rest.get(end) {
        Some(b'.') => rest.get(end + 1).is_some_and(u8::is_ascii_digit),
        next => next.is_some_and(|&byte| is_word_byte(byte)),
    };
    if digits == 0 || goes_on {
        return None;
    }
    let code = Code::try_from(if is_negative { -value } else { value }).ok()?;
    Some((code, end))
}

/// Whether a text between two positions is in double quotes, escaped or not, as the name of a member is.
pub(super) fn is_member_name(text: &[u8], start: usize, end: usize) -> bool {
    text[..start].last() == Some(&b'"') && matches!(text.get(end), Some(b'"' | b'\\'))
}

/// What an id may have. The ids of Kuzzle have no capitals and no hyphens; those of plugins may.
pub(super) const fn is_id_byte(byte: u8) -> bool {
    is_word_byte(byte) || matches!(byte, b'-' | b'.')
}

const fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// What may stand between the word `code` and its number.
const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b':' | b'=' | b'#' | b'"' | b'\'' | b'\\' | b'(' | b'[')
}

/// At most so many bytes from a position on that are of some kind.
fn run_of(text: &[u8], start: usize, most: usize, belongs: fn(u8) -> bool) -> &[u8] {
    let rest = text.get(start..).unwrap_or_default();
    &rest[..rest.iter().take(most).position(|&byte| !belongs(byte)).unwrap_or(rest.len().min(most))]
}

/// Whether nothing that belongs to the same word stands before a position: dots alone do not, nor does the letter of
/// an escape (`\n`), nor a terminal's colour (`[31m`).
fn begins(text: &[u8], start: usize, belongs: fn(u8) -> bool) -> bool {
    let dots = text[..start].iter().rev().take_while(|&&byte| byte == b'.').count();
    match &text[..start - dots] {
        [] | [.., b'\\', b'n' | b'r' | b't' | b'b' | b'f'] => true,
        [before @ .., b'm'] => ends_colour(before),
        [.., byte] => !belongs(*byte),
    }
}

/// Whether a text ends with the beginning of a colour: `[`, then digits and semicolons.
fn ends_colour(text: &[u8]) -> bool {
    let numbers = text.iter().rev().take(16).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    text[..text.len() - numbers].last() == Some(&b'[')
}
