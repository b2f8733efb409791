//! Full-text search over ids, descriptions, messages and causes.

use alloc::vec;
use alloc::vec::Vec;

use super::closeness::{SAME, Typos, closeness};
use super::{lower_case, write_lower_case};
use crate::{Definition, Registry};

/// What of a query is read at the most.
const MOST_CHARACTERS: usize = 512;
const MOST_WORDS: usize = 16;

/// Words of one letter say nothing.
const FEWEST_LETTERS: usize = 2;

impl Registry {
    /// The definitions that match some words, best first: the words are looked for in ids, descriptions, messages
    /// and causes, rare words count more, and typing errors are forgiven in ids and descriptions.
    ///
    /// Only what matches about as well as the best is in the answer; words that occur nowhere give none. Of the
    /// query 16 words and 512 characters are read, and no words of one letter.
    ///
    /// ```
    /// let registry = kuzzle_errors::Registry::kuzzle();
    /// assert_eq!(registry.search("unkown index")[0].id(), "services.storage.unknown_index");
    /// assert!(registry.search("teapot").is_empty());
    /// ```
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<Definition<'_>> {
        let words = query_words(words);
        let matches: Vec<Match<'_>> = self.iter().map(|definition| Match::of(definition, &words)).collect();
        let weights: Vec<u32> = (0..words.len()).map(|word| rarity(&matches, word)).collect();
        let mut ranked: Vec<(u32, Definition<'_>)> =
            matches.iter().map(|found| (found.score(&weights), found.definition)).collect();
        // The sort is stable: equal scores stay in code order.
        ranked.sort_by_key(|(score, _)| core::cmp::Reverse(*score));
        let best = ranked.first().map_or(0, |(score, _)| *score);
        ranked.retain(|(score, _)| *score > 0 && *score * 2 > best);
        ranked.into_iter().map(|(_, definition)| definition).collect()
    }
}

/// The built-in definitions that match some words: [`Registry::search`] of [`Registry::kuzzle`].
///
/// ```
/// assert_eq!(kuzzle_errors::search("token expired")[0].id(), "security.token.expired");
/// ```
#[must_use]
pub fn search(words: &str) -> Vec<Definition<'static>> {
    Registry::kuzzle().search(words)
}

/// How well one definition matches each word of a query.
struct Match<'r> {
    definition: Definition<'r>,
    points: Vec<u32>,
    /// How many words of its name nobody asked for.
    unasked: u32,
}

impl<'r> Match<'r> {
    fn of(definition: Definition<'r>, words: &[Vec<char>]) -> Self {
        let mut points = vec![0; words.len()];
        let mut candidate = Vec::new();
        for (weight, text, typos) in places(definition) {
            for written in words_of(text) {
                write_lower_case(written, &mut candidate);
                for (points, word) in points.iter_mut().zip(words) {
                    // Nothing here can be better than the same word in a more important place.
                    if *points < weight * SAME {
                        *points = (*points).max(weight * closeness(word, &candidate, typos));
                    }
                }
            }
        }
        let asked = |part: &[char]| words.iter().any(|word| closeness(word, part, Typos::Forgiven) > 0);
        let parts = words_of(definition.name()).map(lower_case);
        let unasked = parts.filter(|part| !asked(part)).count();
        Self { definition, points, unasked: u32::try_from(unasked).unwrap_or(u32::MAX) }
    }

    /// The points times the rarity of each word; of equally good matches the shorter name is the better.
    fn score(&self, weights: &[u32]) -> u32 {
        let sum: u32 = self.points.iter().zip(weights).map(|(points, weight)| points * weight).sum();
        (sum * 8).saturating_sub(self.unasked)
    }
}

/// Where words are looked for, the most important place first: its weight, and whether typing errors are forgiven.
fn places(definition: Definition<'_>) -> [(u32, &str, Typos); 6] {
    [
        (8, definition.name(), Typos::Forgiven),
        (6, definition.subdomain(), Typos::Forgiven),
        (6, definition.domain(), Typos::Forgiven),
        (5, definition.description(), Typos::Forgiven),
        (4, definition.message(), Typos::Refused),
        (3, definition.cause().unwrap_or_default(), Typos::Refused),
    ]
}

/// How much a word says: the fewer definitions have it, the more.
fn rarity(matches: &[Match<'_>], word: usize) -> u32 {
    let holders = matches.iter().filter(|found| found.points[word] > 0).count();
    matches.len().checked_div(holders).map_or(0, |ratio| ratio.ilog2() + 1)
}

/// The words of a query in lower case.
fn query_words(query: &str) -> Vec<Vec<char>> {
    let end = query.char_indices().nth(MOST_CHARACTERS).map_or(query.len(), |(end, _)| end);
    let words = words_of(&query[..end]).map(lower_case);
    words.filter(|word: &Vec<char>| word.len() >= FEWEST_LETTERS).take(MOST_WORDS).collect()
}

/// The words of a text: what stands between characters that are neither letters nor digits.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
