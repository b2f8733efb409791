//! Looking for several words at once.

#[cfg(feature = "scan-fast")]
pub(super) use fast::Finder;
#[cfg(not(feature = "scan-fast"))]
pub(super) use plain::Finder;

/// With SIMD, where the processor has it.
#[cfg(feature = "scan-fast")]
mod fast {
    use aho_corasick::packed::Searcher;
    use aho_corasick::{AhoCorasick, MatchKind};
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

        /// Which word stands where, from left to right, without overlaps.
        pub(crate) fn find_iter(&self, text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
            let (packed, automaton) = match self {
                Self::Packed(searcher) => (Some(searcher.find_iter(text)), None),
                Self::Automaton(automaton) => (None, automaton.as_ref().map(|automaton| automaton.find_iter(text))),
            };
            let found = packed.into_iter().flatten().chain(automaton.into_iter().flatten());
            found.map(|found| (found.pattern().as_usize(), found.start()))
        }
    }
}

/// Without anything.
#[cfg(not(feature = "scan-fast"))]
mod plain {
    use alloc::boxed::Box;
    use alloc::vec::Vec;

    use crate::scan::bytes::skip_until;

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

        /// Which word stands where, from left to right, without overlaps.
        pub(crate) fn find_iter(&self, text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
            let mut from = 0;
            core::iter::from_fn(move || {
                loop {
                    let start = skip_until(text, from, |byte| self.begins[usize::from(byte)]);
                    let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
                    let word = self.words.iter().position(|word| rest.starts_with(word));
                    from = start + word.map_or(1, |word| self.words[word].len());
                    if let Some(word) = word {
                        return Some((word, start));
                    }
                }
            })
        }
    }
}
