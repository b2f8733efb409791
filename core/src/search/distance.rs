//! How many typing errors lie between two words.

use alloc::vec::Vec;

/// The number of insertions, deletions, substitutions and swaps of neighbours between two words, if it is not above
/// the limit (optimal string alignment).
pub(super) fn distance_within(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut before_last = last.clone();
    let mut current = last.clone();
    for (row, &left) in one.iter().enumerate() {
        current[0] = row + 1;
        for (column, &right) in other.iter().enumerate() {
            let substituted = last[column] + usize::from(left != right);
            let mut fewest = substituted.min(last[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && left == other[column - 1] && one[row - 1] == right {
                fewest = fewest.min(before_last[column - 1] + 1);
            }
            current[column + 1] = fewest;
        }
        if current.iter().all(|&count| count > limit) {
            return None;
        }
        core::mem::swap(&mut before_last, &mut last);
        core::mem::swap(&mut last, &mut current);
    }
    last.last().copied().filter(|&count| count <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        distance_within(&letters(one), &letters(other), limit)
    }

    #[test]
    fn counts_typing_errors() {
        assert_eq!(distance("index", "index", 0), Some(0));
        assert_eq!(distance("indx", "index", 1), Some(1));
        assert_eq!(distance("indexx", "index", 1), Some(1));
        assert_eq!(distance("imdex", "index", 1), Some(1));
        assert_eq!(distance("unknwon", "unknown", 1), Some(1));
        assert_eq!(distance("kitten", "sitting", 3), Some(3));
        assert_eq!(distance("", "abc", 3), Some(3));
    }

    #[test]
    fn stops_at_the_limit() {
        assert_eq!(distance("kitten", "sitting", 2), None);
        assert_eq!(distance("index", "collection", 2), None);
        assert_eq!(distance("abcd", "wxyz", 3), None);
    }
}
