//! Strings as Node's `util.inspect` shows them, under `%o` and `%O`.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

/// In UTF-16 units, as JavaScript counts; what is longer is cut.
const LENGTH_LIMIT: usize = 10_000;
/// What is longer is shown line by line.
const LINE_LIMIT: usize = 76;

/// A string in quotes, with its control characters escaped.
pub(super) fn quoted(text: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (shown, left_out) = units.split_at(units.len().min(LENGTH_LIMIT));
    let mut quoted = if shown.len() > LINE_LIMIT {
        let lines = shown.split_inclusive(|&unit| unit == u16::from(b'\n'));
        lines.map(quoted_line).collect::<Vec<_>>().join(" +\n  ")
    } else {
        quoted_line(shown)
    };
    if let Some(count) = Some(left_out.len()).filter(|count| *count > 0) {
        let plural = if count == 1 { "" } else { "s" };
        // Writing into a String cannot fail.
        _ = write!(quoted, "... {count} more character{plural}");
    }
    quoted
}

fn quoted_line(units: &[u16]) -> String {
    let quote = quote_for(units);
    let mut quoted = String::with_capacity(units.len() + 2);
    quoted.push(quote);
    for character in char::decode_utf16(units.iter().copied()) {
        _ = match character {
            Ok('\n') => quoted.write_str("\\n"),
            Ok('\t') => quoted.write_str("\\t"),
            Ok('\r') => quoted.write_str("\\r"),
            Ok('\u{8}') => quoted.write_str("\\b"),
            Ok('\u{c}') => quoted.write_str("\\f"),
            Ok('\\') => quoted.write_str("\\\\"),
            Ok(character) if character == quote => write!(quoted, "\\{quote}"),
            Ok(character) if character.is_control() => write!(quoted, "\\x{:02X}", u32::from(character)),
            Ok(character) => quoted.write_char(character),
            // Half of a pair that the limit cut through.
            Err(half) => write!(quoted, "\\u{:04x}", half.unpaired_surrogate()),
        };
    }
    quoted.push(quote);
    quoted
}

/// Single quotes; double ones or back-ticks where the text holds single ones and not those.
fn quote_for(units: &[u16]) -> char {
    let holds = |byte: u8| units.contains(&u16::from(byte));
    let holds_template = || units.windows(2).any(|pair| pair == [u16::from(b'$'), u16::from(b'{')]);
    match (holds(b'\''), holds(b'"'), holds(b'`') || holds_template()) {
        (true, false, _) => '"',
        (true, true, false) => '`',
        _ => '\'',
    }
}
