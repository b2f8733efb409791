//! Quotes, and the level of the JSON that they belong to.
//!
//! JSON in a string of JSON has its quotes escaped, in a string of that one again: at level 0 `"`, at level 1 `\"`, at
//! level 2 `\\\"`. Each level doubles the backslashes of the one before and adds one. Read the other way round, every
//! quote of a text belongs to one level: as many as there are ones at the end of the binary number of backslashes.

/// The deepest level that is read.
pub(super) const MAX_LEVEL: u32 = 16;

/// The level of the quote at a position.
#[inline]
pub(super) fn level_of(text: &[u8], quote: usize) -> u32 {
    let before = &text[..quote];
    if before.last() != Some(&b'\\') {
        return 0;
    }
    before.iter().rev().take_while(|&&byte| byte == b'\\').count().trailing_ones()
}

/// How many of the backslashes before a quote belong to it.
pub(super) const fn escape_length(level: u32) -> usize {
    (1 << level) - 1
}

/// The first position from `start` behind whitespace, written as such or escaped (`\n`).
#[inline]
pub(super) fn skip_blanks(text: &[u8], start: usize) -> usize {
    match text.get(start) {
        Some(b' ' | b'\t' | b'\r' | b'\n' | b'\\') => skip_some_blanks(text, start),
        _ => start,
    }
}

fn skip_some_blanks(text: &[u8], start: usize) -> usize {
    let mut position = start;
    loop {
        match text.get(position) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => position += 1,
            Some(b'\\') => {
                let behind = skip_backslashes(text, position);
                if !matches!(text.get(behind), Some(b'n' | b'r' | b't')) {
                    return position;
                }
                position = behind + 1;
            }
            _ => return position,
        }
    }
}

/// What stands before the whitespace at the end of a text in which nothing is escaped.
pub(super) fn before_blanks(text: &[u8]) -> &[u8] {
    let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    &text[..text.len() - text.iter().rev().take_while(is_blank).count()]
}

/// The level of the quote that stands at a position, the backslashes that belong to it included.
pub(super) fn level_at(text: &[u8], start: usize) -> Option<u32> {
    let quote = skip_backslashes(text, start);
    (text.get(quote) == Some(&b'"')).then(|| (quote - start).trailing_ones())
}

/// Where the value of a member begins, given the end of the member's name within its quotes.
pub(super) fn value_of(text: &[u8], name_end: usize) -> Option<usize> {
    level_at(text, name_end)?;
    let colon = skip_blanks(text, skip_backslashes(text, name_end) + 1);
    (text.get(colon) == Some(&b':')).then(|| skip_blanks(text, colon + 1))
}

pub(super) fn skip_backslashes(text: &[u8], start: usize) -> usize {
    start + text[start.min(text.len())..].iter().take_while(|&&byte| byte == b'\\').count()
}
