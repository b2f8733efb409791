//! From an id or a code to its definition without an index, which would cost more to download than it saves.

use super::{CODES, COUNT, END, IDS};

/// The position of the built-in definition with exactly this id.
pub(crate) fn position_of_id(id: &str) -> Option<u16> {
    let texts = IDS.text.split_terminator('\0');
    (0..END).zip(texts).find(|(_, text)| *text == id).map(|(position, _)| position)
}

/// The newest built-in definition with this code: the first of those that have it, and codes rise.
pub(crate) fn position_of_code(code: u32) -> Option<u16> {
    let position = CODES.partition_point(|other| *other < code);
    (position < COUNT && CODES[position] == code).then_some(position as u16)
}

#[cfg(test)]
mod tests {
    use super::super::{code_index, id_index};
    use super::*;

    #[test]
    fn what_is_searched_for_is_what_the_indexes_find() {
        for (position, code) in CODES.into_iter().enumerate() {
            let id = IDS.get(position);
            assert_eq!(position_of_id(id), id_index::position(id));
            for code in [code - 1, code, code + 1] {
                assert_eq!(position_of_code(code), code_index::position(code));
            }
        }
        for id in ["", "core", "services.storage.unknown", "services.storage.unknown_index\0", "x"] {
            assert_eq!(position_of_id(id), None);
        }
        assert_eq!(position_of_code(u32::MAX), None);
    }
}
