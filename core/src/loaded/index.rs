//! Positions found by hash.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// An open-addressed table from hashes to positions.
///
/// Files may be made so that all their hashes collide. No look-up tries more than [`PROBES`](Self::PROBES) slots and
/// no entry is put further away: what finds no slot there is left out, and the owner searches it in another way. So
/// building the table is linear, and a look-up is constant, whatever the hashes.
#[derive(Debug)]
pub(super) struct Index {
    /// A power of two of them.
    slots: Box<[Slot]>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    /// The lower half of the hash; the upper half tells the slot.
    tag: u32,
    position: u32,
}

/// What a look-up found.
pub(super) enum Found {
    At(u32),
    Nothing,
    /// Every slot in reach belongs to others: it may be one of those that were left out.
    Crowded,
}

impl Index {
    const PROBES: usize = 16;
    const VACANT: Slot = Slot { tag: 0, position: u32::MAX };

    /// Takes the hashes of the positions, and gives back the positions that found no slot.
    pub(super) fn new(entries: impl ExactSizeIterator<Item = (u32, u64)>) -> (Self, Vec<u32>) {
        let size = (2 * entries.len()).next_power_of_two().max(Self::PROBES);
        let mut index = Self { slots: vec![Self::VACANT; size].into() };
        let left_out = entries.filter(|&(position, hash)| !index.insert(position, hash));
        let left_out = left_out.map(|(position, _)| position).collect();
        (index, left_out)
    }

    /// Looks for the position with this hash that the question is answered with yes for.
    #[inline]
    pub(super) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Found {
        let (tag, start) = split(hash);
        for probe in 0..Self::PROBES {
            let slot = self.slots[(start + probe) & (self.slots.len() - 1)];
            if slot.position == u32::MAX {
                return Found::Nothing;
            }
            if slot.tag == tag && is_it(slot.position) {
                return Found::At(slot.position);
            }
        }
        Found::Crowded
    }

    fn insert(&mut self, position: u32, hash: u64) -> bool {
        let (tag, start) = split(hash);
        let mask = self.slots.len() - 1;
        let vacant =
            (0..Self::PROBES).map(|probe| (start + probe) & mask).find(|&slot| self.slots[slot].position == u32::MAX);
        if let Some(slot) = vacant {
            self.slots[slot] = Slot { tag, position };
        }
        vacant.is_some()
    }
}

/// The tag and the first slot to try.
#[expect(clippy::cast_possible_truncation, reason = "the halves of the hash")]
const fn split(hash: u64) -> (u32, usize) {
    (hash as u32, (hash >> 32) as u32 as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(hashes: &[u64]) -> (Index, Vec<u32>) {
        let entries: Vec<(u32, u64)> = (0..).zip(hashes.iter().copied()).collect();
        Index::new(entries.into_iter())
    }

    #[test]
    fn positions_are_found_by_hash_and_question() {
        let hash = |number: u64| number << 32 | 7;
        let (index, left_out) = index(&[hash(3), hash(3), hash(4)]);
        assert!(left_out.is_empty());
        assert!(matches!(index.find(hash(3), |_| true), Found::At(0)));
        assert!(matches!(index.find(hash(3), |position| position == 1), Found::At(1)));
        assert!(matches!(index.find(hash(4), |position| position == 2), Found::At(2)));
        assert!(matches!(index.find(hash(3), |_| false), Found::Nothing));
        assert!(matches!(index.find(hash(3) + 1, |_| true), Found::Nothing));
        assert!(matches!(index.find(hash(9), |_| true), Found::Nothing));
    }

    #[test]
    fn what_collides_too_often_is_left_out() {
        let (index, left_out) = index(&[5; 20]);
        assert_eq!(left_out, [16, 17, 18, 19]);
        assert!(matches!(index.find(5, |position| position == 15), Found::At(15)));
        assert!(matches!(index.find(5, |position| position == 16), Found::Crowded));
    }

    #[test]
    fn an_empty_index_has_nothing() {
        assert!(matches!(index(&[]).0.find(0, |_| true), Found::Nothing));
    }
}
