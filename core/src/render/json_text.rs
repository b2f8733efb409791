//! Pieces of JSON text as `JSON.stringify` writes them.

use alloc::borrow::Cow;
use alloc::string::String;

use super::plain::plain_length;

/// Appends a text as a JSON string, byte for byte as `JSON.stringify` does.
pub fn push_string(json: &mut String, text: &str) {
    json.push('"');
    push_escaped(json, text);
    json.push('"');
}

/// Appends what stands between the quotes: `"`, `\` and control characters are escaped, nothing else is.
pub(crate) fn push_escaped(json: &mut String, text: &str) {
    let mut rest = text;
    while let Some((plain, special)) = rest.split_at_checked(plain_length(rest.as_bytes())) {
        json.push_str(plain);
        let Some(byte) = special.bytes().next() else { return };
        match byte {
            b'"' => json.push_str("\\\""),
            b'\\' => json.push_str("\\\\"),
            b'\n' => json.push_str("\\n"),
            b'\r' => json.push_str("\\r"),
            b'\t' => json.push_str("\\t"),
            0x08 => json.push_str("\\b"),
            0x0c => json.push_str("\\f"),
            _ => push_code_unit(json, byte.into()),
        }
        rest = special.get(1..).unwrap_or_default();
    }
}

/// Appends the escape of a UTF-16 unit. `write!` would do, and is far larger.
pub(crate) fn push_code_unit(json: &mut String, unit: u32) {
    json.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        json.push(char::from_digit(unit >> shift & 0xf, 16).unwrap_or('0'));
    }
}

/// JSON text without the blanks between its tokens; strings and numbers stay as they are written.
pub(crate) fn compact(json: &str) -> Cow<'_, str> {
    let mut in_string = false;
    let mut escaped = false;
    let mut keep = |character: char| {
        let is_blank = !in_string && matches!(character, ' ' | '\t' | '\n' | '\r');
        in_string ^= character == '"' && !escaped;
        escaped = in_string && character == '\\' && !escaped;
        !is_blank
    };
    let compact: String = json.chars().filter(|character| keep(*character)).collect();
    if compact.len() == json.len() { json.into() } else { compact.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_written_as_javascript_writes_them() {
        let mut json = String::new();
        push_string(&mut json, "a\"b\\c/\u{8}\u{c}\n\r\t\0\u{1f}\u{7f}é\u{2028}€😀");
        assert_eq!(json, "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}é\u{2028}€😀\"");
    }

    #[test]
    fn blanks_between_tokens_are_left_out() {
        assert_eq!(compact(" { \"a b\" : [ 1 ,\n\t2 ] }\r\n"), "{\"a b\":[1,2]}");
        assert_eq!(compact(r#"{"\" \\" : "\\ \" x" , "é" : 1}"#), r#"{"\" \\":"\\ \" x","é":1}"#);
        assert!(matches!(compact("[1,\"a b\"]"), Cow::Borrowed("[1,\"a b\"]")));
        assert_eq!(compact(""), "");
    }
}
