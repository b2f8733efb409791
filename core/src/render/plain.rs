//! What stands in the strings of JSON for itself.

/// How many bytes at the beginning stand in a string for themselves: up to a quote, a backslash or a control character.
#[inline]
pub(crate) fn plain_length(text: &[u8]) -> usize {
    let mut length = 0;
    while let Some(block) = text.get(length..).and_then(<[u8]>::first_chunk) {
        let special = special_in(*block);
        length += (special.trailing_zeros() / 8) as usize;
        if special != 0 {
            return length;
        }
    }
    length + text.iter().skip(length).take_while(|byte| !matches!(byte, ..b' ' | b'"' | b'\\')).count()
}

/// The highest bit of the first byte that does not stand for itself; those behind it may be marked wrongly.
#[inline]
fn special_in(block: [u8; 8]) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGHEST: u64 = u64::from_le_bytes([0x80; 8]);
    let block = u64::from_le_bytes(block);
    // Of bytes below 0x80 those that a subtraction takes below zero.
    let below = |block: u64, bound: u8| block.wrapping_sub(ONES * u64::from(bound)) & !block;
    let equal = |byte: u8| below(block ^ (ONES * u64::from(byte)), 1);
    (below(block, b' ') | equal(b'"') | equal(b'\\')) & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_that_does_not_stand_for_itself_ends_what_is_plain() {
        for (text, length) in
            [("", 0), ("\"", 0), ("a\"b\\", 1), ("é€ ~\u{7f}", 8), ("12345678", 8), ("123456789\n", 9)]
        {
            assert_eq!(plain_length(text.as_bytes()), length, "{text:?}");
        }
        for special in [b'"', b'\\', 0, 0x1f] {
            for position in 0..20 {
                let mut text = [b'!'; 20];
                text[position] = special;
                assert_eq!(plain_length(&text), position, "{special} at {position}");
            }
        }
    }
}
