//! Integers as text.

use alloc::string::String;

/// An integer in decimal; one of more than 64 bits as the largest.
///
/// `to_string` would do as well, and brings the formatting of the standard library along: several kB of a WASM module
/// that is downloaded.
#[must_use]
pub fn decimal(integer: impl TryInto<i64>) -> String {
    let integer = integer.try_into().unwrap_or(i64::MAX);
    let mut text = String::new();
    if integer < 0 {
        text.push('-');
    }
    let magnitude = integer.unsigned_abs();
    let mut place = 1;
    while magnitude / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + (magnitude / place % 10) as u8));
        place /= 10;
    }
    text
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString as _;

    use super::decimal;

    #[test]
    fn integers_are_spelled_as_the_standard_library_spells_them() {
        for integer in [0, 1, -1, 9, 10, -10, 404, 16_842_753, -939_458_555, i64::MAX, i64::MIN, i64::MIN + 1] {
            assert_eq!(decimal(integer), integer.to_string());
        }
        assert_eq!(decimal(u64::MAX), i64::MAX.to_string());
    }
}
