//! From an id to its definition: a perfect hash, made at compile time, and one comparison.

use super::{COUNT, IDS, ROWS};

/// Shorter texts have no hash.
pub(crate) const SHORTEST: usize = 16;
const SLOTS: usize = 512;
const BUCKETS: usize = 128;
const MOST_IDS_IN_A_BUCKET: usize = 16;

/// Where a definition stands, and some bits of the hash of its id; vacant slots have the fingerprint 0.
#[derive(Clone, Copy)]
struct Slot {
    fingerprint: u16,
    position: u16,
}

const VACANT: Slot = Slot { fingerprint: 0, position: 0 };

/// The position of the built-in definition with exactly this id.
#[cfg(any(not(target_family = "wasm"), test))]
#[inline]
pub(crate) fn position(id: &str) -> Option<u16> {
    position_of_bytes(id.as_bytes())
}

/// As [`position`], for bytes that need not be UTF-8: no id has such.
#[inline]
pub(crate) fn position_of_bytes(id: &[u8]) -> Option<u16> {
    let hash = hash(id)?;
    let slot = INDEX.slots[slot_of(hash, INDEX.displacements[bucket_of(hash)])];
    // The fingerprint turns nearly every unknown id away before any text is read.
    if slot.fingerprint != fingerprint_of(hash) {
        return None;
    }
    equal(IDS.bytes(usize::from(slot.position)), id).then_some(slot.position)
}

/// Whether two texts are the same, read as four overlapping blocks where they fit: ids do, and of their many lengths
/// no branch predictor knows the next.
#[inline]
fn equal(one: &[u8], other: &[u8]) -> bool {
    let length = one.len();
    if length != other.len() {
        return false;
    }
    if !(BLOCK..=4 * BLOCK).contains(&length) {
        return one == other;
    }
    let last = length - BLOCK;
    let mut difference = 0;
    for start in [0, last.min(BLOCK), last.min(2 * BLOCK), last] {
        difference |= block(one, start) ^ block(other, start);
    }
    difference == 0
}

const BLOCK: usize = 16;

/// Sixteen bytes as a number; the caller stays within the text.
#[inline]
fn block(bytes: &[u8], start: usize) -> u128 {
    let chunk = bytes.get(start..).and_then(|rest| rest.first_chunk());
    chunk.map_or(0, |chunk: &[u8; BLOCK]| u128::from_le_bytes(*chunk))
}

/// Mixes the length, the first 8, the middle 8 and the last 16 bytes; `None` for texts shorter than every id.
#[inline]
pub(crate) const fn hash(id: &[u8]) -> Option<u64> {
    if id.len() < SHORTEST {
        return None;
    }
    let first = word(id, 0);
    let middle = word(id, id.len() / 2 - 4);
    let before_last = word(id, id.len() - 16);
    let last = word(id, id.len() - 8);
    let left = first ^ middle.rotate_left(23) ^ id.len() as u64;
    let right = last ^ before_last.rotate_left(29);
    let product = (left ^ 0x9e37_79b9_7f4a_7c15) as u128 * (right ^ 0xd1b5_4a32_d192_ed03) as u128;
    Some(product as u64 ^ (product >> 64) as u64)
}

/// Eight bytes as a number; the caller stays within the text.
#[inline]
const fn word(bytes: &[u8], start: usize) -> u64 {
    match bytes.split_at(start).1.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => 0,
    }
}

const fn bucket_of(hash: u64) -> usize {
    hash as usize % BUCKETS
}

const fn slot_of(hash: u64, displacement: u16) -> usize {
    let mixed = ((hash >> 32) as u32 ^ displacement as u32).wrapping_mul(0x9e37_79b1);
    (mixed >> (u32::BITS - SLOTS.ilog2())) as usize
}

/// Bits that neither the bucket nor much of the slot depends on, never 0.
const fn fingerprint_of(hash: u64) -> u16 {
    (hash >> 8) as u16 | 1
}

struct Index {
    displacements: [u16; BUCKETS],
    slots: [Slot; SLOTS],
}

static INDEX: Index = build();

/// Places the ids bucket by bucket, the fullest first, each with the first displacement that finds free slots.
const fn build() -> Index {
    let mut hashes = [0; COUNT];
    let mut sizes = [0; BUCKETS];
    let mut position = 0;
    while position < COUNT {
        hashes[position] = match hash(ROWS[position].id.as_bytes()) {
            Some(hash) => hash,
            None => panic!("an id is shorter than 16 bytes"),
        };
        sizes[bucket_of(hashes[position])] += 1;
        position += 1;
    }
    let mut index = Index { displacements: [0; BUCKETS], slots: [VACANT; SLOTS] };
    let mut size = MOST_IDS_IN_A_BUCKET;
    while size > 0 {
        let mut bucket = 0;
        while bucket < BUCKETS {
            if sizes[bucket] == size {
                place(&mut index, bucket, &hashes);
            }
            bucket += 1;
        }
        size -= 1;
    }
    index
}

const fn place(index: &mut Index, bucket: usize, hashes: &[u64; COUNT]) {
    let mut members = [0; MOST_IDS_IN_A_BUCKET];
    let mut count = 0;
    let mut position = 0;
    while position < COUNT {
        if bucket_of(hashes[position]) == bucket {
            members[count] = position;
            count += 1;
        }
        position += 1;
    }
    let members = members.split_at(count).0;
    assert!(hashes_differ(members, hashes), "two ids have the same hash, or are the same");
    let mut displacement = 0;
    while !try_displacement(index, members, hashes, displacement) {
        assert!(displacement < u16::MAX, "no displacement fits");
        displacement += 1;
    }
    index.displacements[bucket] = displacement;
}

const fn hashes_differ(members: &[usize], hashes: &[u64; COUNT]) -> bool {
    let mut one = 0;
    while one < members.len() {
        let mut other = one + 1;
        while other < members.len() {
            if hashes[members[one]] == hashes[members[other]] {
                return false;
            }
            other += 1;
        }
        one += 1;
    }
    true
}

/// Takes the slots for all members of a bucket, or none of them.
const fn try_displacement(index: &mut Index, members: &[usize], hashes: &[u64; COUNT], displacement: u16) -> bool {
    let mut taken = 0;
    while taken < members.len() {
        let slot = slot_of(hashes[members[taken]], displacement);
        if index.slots[slot].fingerprint != VACANT.fingerprint {
            while taken > 0 {
                taken -= 1;
                index.slots[slot_of(hashes[members[taken]], displacement)] = VACANT;
            }
            return false;
        }
        index.slots[slot] =
            Slot { fingerprint: fingerprint_of(hashes[members[taken]]), position: members[taken] as u16 };
        taken += 1;
    }
    true
}
