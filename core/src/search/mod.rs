//! Finding a definition by words, and the one that a misspelt id means.

use alloc::vec::Vec;

mod closeness;
mod distance;
mod suggest;
mod words;

pub use suggest::suggest;
pub use words::search;

/// The letters of a text in lower case.
fn lower_case(text: &str) -> Vec<char> {
    let mut letters = Vec::new();
    write_lower_case(text, &mut letters);
    letters
}

/// Puts the letters of a text in lower case in the place of what was there.
fn write_lower_case(text: &str, letters: &mut Vec<char>) {
    letters.clear();
    for letter in text.chars() {
        // Nearly all are ASCII, and the tables of Unicode cost a lot.
        if letter.is_ascii() {
            letters.push(letter.to_ascii_lowercase());
        } else {
            letters.extend(letter.to_lowercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alphabet_has_its_lower_case() {
        assert_eq!(lower_case("ÜBER Index_2"), "über index_2".chars().collect::<Vec<_>>());
    }
}
