//! What the benchmarks share: keys in random order, the same in every run.

/// How many look-ups one round makes.
pub const ROUND: usize = 8192;

/// Draws `ROUND` of the keys in an order that no branch predictor knows, the same in every run.
///
/// ```
/// let drawn = kuzzle_errors_benchmarks::shuffled(&[1, 2, 3]);
/// assert_eq!(drawn.len(), kuzzle_errors_benchmarks::ROUND);
/// assert_eq!(drawn, kuzzle_errors_benchmarks::shuffled(&[1, 2, 3]));
/// ```
///
/// # Panics
///
/// Where there are no keys.
#[must_use]
pub fn shuffled<K: Clone>(keys: &[K]) -> Vec<K> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = || {
        // Xorshift: Marsaglia 2003.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or_default() % keys.len()
    };
    (0..ROUND).map(|_| keys[draw()].clone()).collect()
}

/// A typical answer of a Kuzzle server, as it comes over HTTP.
pub const RESPONSE: &[u8] = include_bytes!("response.json");
