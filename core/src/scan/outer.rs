//! What a place on a line of JSON stands in, found without a walk through all that stands before it.

use alloc::vec::Vec;

use super::bytes;
use super::quote::{before_blanks, level_at, skip_blanks};

/// Collects the opening braces of the objects around a position, the outermost first; tells whether that can be told.
///
/// It can where a line begins with an object and everything before the position stands in that, without a backslash
/// between it and the innermost brace: then all quotes are of one level, and what stands behind an odd number of them
/// stands in a string.
pub(super) fn find_braces(text: &[u8], line: usize, position: usize, braces: &mut Vec<usize>) -> bool {
    braces.clear();
    if text.get(line) != Some(&b'{') || level_at(text, skip_blanks(text, line + 1)) != Some(0) {
        return false;
    }
    braces.push(line);
    let mut counted = line;
    let mut in_string = false;
    for brace in bytes::positions_of_either(b'{', b'}', &text[line + 1..position]).map(|at| line + 1 + at) {
        let between = &text[counted..brace];
        if bytes::first(b'\\', between).is_some() {
            return false;
        }
        in_string ^= bytes::count(b'"', between) % 2 == 1;
        counted = brace;
        if in_string {
            continue;
        }
        if text[brace] == b'{' {
            braces.push(brace);
        } else if braces.pop().is_none_or(|closed| closed == line) {
            return false;
        }
    }
    true
}

/// The name of the member whose value an object is that begins at a brace; `None` where no name stands before it.
///
/// No backslash may stand before the brace.
pub(super) fn name_before(text: &[u8], brace: usize) -> Option<&[u8]> {
    let named = before_blanks(before_blanks(&text[..brace]).strip_suffix(b":")?).strip_suffix(b"\"")?;
    let quote = bytes::last(b'"', named)?;
    // What stands behind another colon is a value.
    let begins = matches!(before_blanks(&named[..quote]), [.., b',' | b'{']);
    begins.then(|| &named[quote + 1..])
}
