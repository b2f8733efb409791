//! How close a word that somebody looks for is to one that stands in a text.

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
/// Both words are in lower case.
pub(super) fn closeness(asked: &[char], candidate: &[char], typos: Typos) -> u32 {
    let common = asked.iter().zip(candidate).take_while(|(left, right)| left == right).count();
    if common == asked.len() {
        return if common == candidate.len() {
            SAME
        } else if common >= 3 {
            3
        } else {
            0
        };
    }
    let longer = asked.len().max(candidate.len());
    if common >= 5 && common * 3 >= longer * 2 {
        return 2;
    }
    let allowed = allowed_errors(asked.len());
    if typos == Typos::Refused || allowed == 0 {
        return 0;
    }
    if distance_within(asked, candidate, allowed).is_some() { 2 } else { 0 }
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
    use alloc::vec::Vec;

    use super::*;

    fn close(asked: &str, candidate: &str) -> u32 {
        graded(asked, candidate, Typos::Forgiven)
    }

    fn graded(asked: &str, candidate: &str, typos: Typos) -> u32 {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        closeness(&letters(asked), &letters(candidate), typos)
    }

    #[test]
    fn words_are_graded() {
        assert_eq!(close("index", "index"), 4);
        assert_eq!(close("coll", "collection"), 3);
        assert_eq!(close("connection", "connected"), 2);
        assert_eq!(close("unkown", "unknown"), 2);
        assert_eq!(close("colection", "collections"), 2);
    }

    #[test]
    fn other_words_are_none() {
        for (asked, candidate) in [("index", "collection"), ("cors", "core"), ("in", "index"), ("token", "to")] {
            assert_eq!(close(asked, candidate), 0, "{asked} {candidate}");
        }
        assert_eq!(graded("unkown", "unknown", Typos::Refused), 0);
    }
}
