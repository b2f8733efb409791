//! What the fuzz targets share.

use kuzzle_errors::Prop;

/// The pieces of an input that is made of several texts: they are separated by NUL.
pub fn pieces(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0)
}

/// A prop written as a letter that names its kind and its text; what names none is a text.
pub fn prop(piece: &str) -> Prop<'_> {
    let text = || piece.get(1..).unwrap_or_default().into();
    match piece.as_bytes().first() {
        None | Some(b'u') => Prop::Undefined,
        Some(b'0') => Prop::Null,
        Some(b't') => Prop::Bool(true),
        Some(b'f') => Prop::Bool(false),
        Some(b'i') => Prop::Integer(piece[1..].parse().unwrap_or(i64::MIN)),
        Some(b'n') => Prop::Number(text()),
        Some(b'b') => Prop::BigInteger(text()),
        Some(b'j') => Prop::Json(text()),
        Some(b's') => Prop::String(text()),
        Some(_) => Prop::String(piece.into()),
    }
}

/// Fails unless a text is JSON.
pub fn assert_is_json(text: &str) {
    let read: Result<&serde_json::value::RawValue, _> = serde_json::from_str(text);
    assert!(read.is_ok(), "{text}");
}
