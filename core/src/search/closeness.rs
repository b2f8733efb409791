//! How close a word that somebody looks for is to one that stands in a text.

use alloc::vec::Vec;

use super::distance::distance_within;

/// The closeness of a word to itself, the highest.
pub(super) const SAME: u32 = 4;

/// Whether a misspelt word still matches.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Typos {
    Forgiven,
    Refused,
}

/// 4 for the same word, 3 for its beginning, 2 for an inflection or one with a typing error, 0 for another word.
///
/// The word that is looked for is in lower case; the case of the other doesn't matter.
pub(super) fn closeness(asked: &[char], candidate: &str, typos: Typos) -> u32 {
    let mut letters = candidate.chars().flat_map(char::to_lowercase);
    let common = asked.iter().zip(&mut letters).take_while(|(left, right)| **left == *right).count();
    if common == asked.len() {
        let is_whole = letters.next().is_none();
        return if is_whole {
            SAME
        } else if common >= 3 {
            3
        } else {
            0
        };
    }
    // Lower case hardly changes how many bytes a word has; this spares the count of its letters.
    let longer = asked.len().max(candidate.len());
    if common >= 5 && common * 3 >= longer * 2 {
        return 2;
    }
    let allowed = allowed_errors(asked.len());
    if typos == Typos::Refused || allowed == 0 || asked.len().abs_diff(candidate.len()) > 2 * allowed {
        return 0;
    }
    let candidate: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
    if distance_within(asked, &candidate, allowed).is_some() { 2 } else { 0 }
}

/// How many typing errors a word of so many letters may have: short words are too close to each other.
const fn allowed_errors(letters: usize) -> usize {
    match letters {
        0..5 => 0,
        5..8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(asked: &str, candidate: &str) -> u32 {
        closeness(&asked.chars().collect::<Vec<_>>(), candidate, Typos::Forgiven)
    }

    #[test]
    fn words_are_graded() {
        assert_eq!(close("index", "Index"), 4);
        assert_eq!(close("coll", "collection"), 3);
        assert_eq!(close("connection", "connected"), 2);
        assert_eq!(close("unkown", "unknown"), 2);
        assert_eq!(close("colection", "collections"), 2);
        assert_eq!(close("über", "ÜBER"), 4);
    }

    #[test]
    fn other_words_are_none() {
        for (asked, candidate) in [("index", "collection"), ("cors", "core"), ("in", "index"), ("token", "to")] {
            assert_eq!(close(asked, candidate), 0, "{asked} {candidate}");
        }
        assert_eq!(closeness(&['u', 'n', 'k', 'o', 'w', 'n'], "unknown", Typos::Refused), 0);
    }
}
