//! Strings as Node's `util.inspect` shows them, under `%o` and `%O`.

use alloc::string::String;
use alloc::vec::Vec;

use super::decimal::decimal;
use super::json_text::push_code_unit;

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
    if !left_out.is_empty() {
        let plural = if left_out.len() == 1 { "" } else { "s" };
        quoted = [&quoted, "... ", &decimal(left_out.len()), " more character", plural].concat();
    }
    quoted
}

fn quoted_line(units: &[u16]) -> String {
    let quote = quote_for(units);
    let mut quoted = String::with_capacity(units.len() + 2);
    quoted.push(quote);
    for character in char::decode_utf16(units.iter().copied()) {
        match character {
            Ok('\n') => quoted.push_str("\\n"),
            Ok('\t') => quoted.push_str("\\t"),
            Ok('\r') => quoted.push_str("\\r"),
            Ok('\u{8}') => quoted.push_str("\\b"),
            Ok('\u{c}') => quoted.push_str("\\f"),
            Ok('\\') => quoted.push_str("\\\\"),
            Ok(character) if character == quote => quoted.extend(['\\', quote]),
            Ok(character) if character.is_control() => quoted.extend(escaped_control(character)),
            Ok(character) => quoted.push(character),
            // Half of a pair that the limit cut through.
            Err(half) => push_code_unit(&mut quoted, half.unpaired_surrogate().into()),
        }
    }
    quoted.push(quote);
    quoted
}

/// `\x1B`
fn escaped_control(character: char) -> [char; 4] {
    let digit = |shift: u32| char::from_digit(u32::from(character) >> shift & 0xf, 16).unwrap_or('0');
    ['\\', 'x', digit(4).to_ascii_uppercase(), digit(0).to_ascii_uppercase()]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_strings_are_cut_as_node_cuts_them() {
        let limit = "x".repeat(10_000);
        let quoted_limit = ["'", &limit, "'"].concat();
        assert_eq!(quoted(&limit), quoted_limit);
        assert_eq!(quoted(&(limit.clone() + "y")), quoted_limit.clone() + "... 1 more character");
        assert_eq!(quoted(&(limit.clone() + "abc")), quoted_limit + "... 3 more characters");
        let within_a_pair = [&limit[1..], "😀"].concat();
        assert_eq!(quoted(&within_a_pair), ["'", &limit[1..], "\\ud83d'... 1 more character"].concat());
    }

    #[test]
    fn strings_of_more_than_76_units_are_shown_line_by_line() {
        let (fits, too_long) = ("x".repeat(74) + "\nz", "x".repeat(75) + "\nz");
        assert_eq!(quoted(&fits), ["'", &fits[..74], "\\nz'"].concat());
        assert_eq!(quoted(&too_long), ["'", &too_long[..75], "\\n' +\n  'z'"].concat());
    }
}
