//! "Did you mean": the ids that a misspelt one is close to.

use alloc::vec::Vec;

use super::distance::distance_within;
use super::lower_case;
use crate::{Definition, Registry};

/// How many definitions are suggested at the most.
const MOST_SUGGESTIONS: usize = 3;

/// Texts beyond this number of characters are no misspelt id.
const LONGEST_ID: usize = 128;

/// What a different domain or subdomain counts beside typing errors in the name.
const OTHER_PLACE: usize = 2;

/// What the words of the name in another order count.
const OTHER_ORDER: usize = 3;

impl Registry {
    /// The definitions that a misspelt id may mean, the closest first, at most three; often none.
    ///
    /// Typing errors, another case, a missing or wrong domain or subdomain, and the words of the name in another order
    /// are forgiven. Texts of more than 128
    /// characters mean nothing.
    ///
    /// ```
    /// let registry = kuzzle_errors::Registry::kuzzle();
    /// let suggested = registry.suggest("services.storage.unknwon_index");
    /// assert_eq!(suggested[0].id(), "services.storage.unknown_index");
    /// assert!(registry.suggest("teapot").is_empty());
    /// ```
    #[must_use]
    pub fn suggest(&self, id: &str) -> Vec<Definition<'_>> {
        let id = id.trim();
        if id.is_empty() || id.chars().nth(LONGEST_ID).is_some() {
            return Vec::new();
        }
        let asked = Asked::new(id);
        let mut found: Vec<(usize, Definition<'_>)> =
            self.iter().filter_map(|definition| Some((asked.distance_to(definition)?, definition))).collect();
        found.sort_by_key(|(distance, _)| *distance);
        let closest = found.first().map_or(0, |(distance, _)| *distance);
        let close_enough = found.into_iter().take_while(|(distance, _)| *distance <= closest + 1);
        close_enough.take(MOST_SUGGESTIONS).map(|(_, definition)| definition).collect()
    }
}

/// The built-in definitions that a misspelt id may mean: [`Registry::suggest`] of [`Registry::kuzzle`].
///
/// ```
/// assert_eq!(kuzzle_errors::suggest("security.token.expird")[0].id(), "security.token.expired");
/// ```
#[must_use]
pub fn suggest(id: &str) -> Vec<Definition<'static>> {
    Registry::kuzzle().suggest(id)
}

/// The text that somebody typed for an id, in lower case.
struct Asked {
    whole: Vec<char>,
    /// What stands behind the last dot.
    name: Vec<char>,
}

impl Asked {
    fn new(text: &str) -> Self {
        let whole = lower_case(text);
        let name = whole.rsplit(|&letter| letter == '.').next().unwrap_or_default().to_vec();
        Self { whole, name }
    }

    /// The distance to an id, or to its name alone where the rest is wrong or missing; `None` if it is too far.
    fn distance_to(&self, definition: Definition<'_>) -> Option<usize> {
        let whole = distance_within(&self.whole, &lower_case(definition.id()), self.whole.len() / 6 + 1);
        let other_name = lower_case(definition.name());
        let name = distance_within(&self.name, &other_name, self.name.len() / 5).map(|distance| distance + OTHER_PLACE);
        let same_words = sorted_words(&self.name) == sorted_words(&other_name);
        whole.into_iter().chain(name).chain(same_words.then_some(OTHER_ORDER)).min()
    }
}

fn sorted_words(name: &[char]) -> Vec<&[char]> {
    let mut words: Vec<_> = name.split(|&letter| letter == '_').collect();
    words.sort_unstable();
    words
}
