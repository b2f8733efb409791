//! Looking for several words at once.

#[cfg(feature = "scan-fast")]
pub(super) use fast::Finder;
#[cfg(not(feature = "scan-fast"))]
pub(super) use plain::Finder;

/// With SIMD, where the processor has it.
#[cfg(feature = "scan-fast")]
mod fast {
    use aho_corasick::packed::Searcher;
    use aho_corasick::{AhoCorasick, Match, MatchKind};
    use alloc::boxed::Box;
    use alloc::vec::Vec;

    /// Looks for several words at once.
    pub(crate) enum Finder {
        Packed(Searcher),
        /// For processors without SIMD, and for many words.
        Automaton(Option<Box<AhoCorasick>>),
    }

    impl Finder {
        pub(crate) fn new<'w>(words: impl Iterator<Item = &'w [u8]>) -> Self {
            let words: Vec<&[u8]> = words.collect();
            Searcher::new(&words).map_or_else(
                || {
                    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(&words);
                    // Fails only for words of gigabytes.
                    Self::Automaton(automaton.ok().map(Box::new))
                },
                Self::Packed,
            )
        }

        /// Tells which word stands where, from left to right, without overlaps.
        pub(crate) fn find(&self, text: &[u8], mut on_word: impl FnMut(usize, usize)) {
            let on_match = |found: Match| on_word(found.pattern().as_usize(), found.start());
            match self {
                Self::Packed(searcher) => searcher.find_iter(text).for_each(on_match),
                Self::Automaton(Some(automaton)) => automaton.find_iter(text).for_each(on_match),
                Self::Automaton(None) => {}
            }
        }
    }
}

/// Without anything.
#[cfg(not(feature = "scan-fast"))]
mod plain {
    use alloc::boxed::Box;
    use alloc::vec::Vec;

    /// Looks for several words at once.
    pub(crate) struct Finder {
        words: Vec<Box<[u8]>>,
        /// Whether a word begins with a byte.
        begins: [bool; 256],
    }

    impl Finder {
        pub(crate) fn new<'w>(words: impl Iterator<Item = &'w [u8]>) -> Self {
            let words: Vec<Box<[u8]>> = words.map(Into::into).collect();
            let mut begins = [false; 256];
            for first in words.iter().filter_map(|word| word.first()) {
                begins[usize::from(*first)] = true;
            }
            Self { words, begins }
        }

        /// Tells which word stands where, from left to right, without overlaps.
        pub(crate) fn find(&self, text: &[u8], mut on_word: impl FnMut(usize, usize)) {
            let begins = |byte: &u8| self.begins[usize::from(*byte)];
            let mut from = 0;
            while let Some(start) = text[from..].iter().position(begins).map(|at| from + at) {
                let word = self.words.iter().position(|word| text[start..].starts_with(word));
                from = start + word.map_or(1, |word| self.words[word].len());
                if let Some(word) = word {
                    on_word(word, start);
                }
            }
        }
    }
}
