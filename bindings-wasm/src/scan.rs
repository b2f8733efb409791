//! Errors in text that may be anything.

use alloc::string::String;

use kuzzle_errors::for_javascript::push_array;
use kuzzle_errors::scan::{Hit, Scanner};

use crate::registries::find;
use crate::text::{invalid, json};

/// Every hit in a text, in order; its place is counted in UTF-16 units, JavaScript's way.
#[must_use]
pub fn scan(registry: &str, text: &str) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let mut units = Units { text, byte: 0, before: 0 };
    let mut hits = alloc::vec::Vec::new();
    Scanner::new(&registry).scan(text.as_bytes(), |hit| {
        let place = units.before(hit.place.start)..units.before(hit.place.end);
        hits.push(json(&Hit { place, ..hit }));
    });
    let mut answer = String::new();
    push_array(&mut answer, hits, |answer, hit: String| answer.push_str(&hit));
    answer
}

/// Counts the UTF-16 units of a text, on from the place that was asked about last.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    before: usize,
}

impl Units<'_> {
    /// How many units stand before a byte.
    fn before(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.before) = (0, 0);
        }
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.before += between.encode_utf16().count();
        self.byte = byte;
        self.before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_javascript_counts() {
        let mut units = Units { text: "é🚕a", byte: 0, before: 0 };
        assert_eq!([2, 6, 7, 0, 2].map(|byte| units.before(byte)), [1, 3, 4, 0, 1]);
    }
}
