//! Numbers that look random and are the same in every run.

/// Marsaglia's xorshift.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below a limit.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % limit
    }

    /// True so many times of a hundred.
    pub(super) fn chance(&mut self, percentage: usize) -> bool {
        self.below(100) < percentage
    }

    /// An integer that every language can hold.
    pub(super) fn integer(&mut self) -> i64 {
        let shift = self.below(52) + 11;
        i64::try_from(self.next() >> shift).unwrap_or_default() - 1000
    }

    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
