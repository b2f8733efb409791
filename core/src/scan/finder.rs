//! Looking for several words at once.

#[cfg(feature = "scan-fast")]
pub(super) use fast::Finder;
#[cfg(not(feature = "scan-fast"))]
pub(super) use plain::Finder;

/// With SIMD, where the processor has it.
#[cfg(feature = "scan-fast")]
mod fast {
    use aho_corasick::packed::Searcher;
    use aho_corasick::{AhoCorasick, Input, MatchKind, Span};
    use alloc::boxed::Box;
    use alloc::vec::Vec;
    use core::ops::Range;

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

        /// The first word from a position on, and where it stands.
        pub(crate) fn next(&self, text: &[u8], from: usize) -> Option<(usize, Range<usize>)> {
            let rest = Span { start: from, end: text.len() };
            let found = match self {
                Self::Packed(searcher) => searcher.find_in(text, rest),
                Self::Automaton(automaton) => automaton.as_ref()?.find(Input::new(text).span(rest)),
            }?;
            Some((found.pattern().as_usize(), found.range()))
        }
    }
}

/// Without anything.
#[cfg(not(feature = "scan-fast"))]
mod plain {
    use alloc::boxed::Box;
    use alloc::vec::Vec;
    use core::ops::Range;

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

        /// The first word from a position on, and where it stands.
        pub(crate) fn next(&self, text: &[u8], from: usize) -> Option<(usize, Range<usize>)> {
            (from..text.len()).filter(|&start| self.begins[usize::from(text[start])]).find_map(|start| {
                let word = self.words.iter().position(|word| text[start..].starts_with(word))?;
                Some((word, start..start + self.words[word].len()))
            })
        }
    }
}
