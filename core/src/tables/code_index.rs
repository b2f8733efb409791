//! From a code to its definition: two small arrays, no search.

use super::{CODES, COUNT};

/// Domains and subdomains of the built-in registry are numbered below these, powers of two.
const DOMAINS: u32 = 16;
const SUBDOMAINS: u32 = 8;

/// What a code of the built-in registry has no bit in.
const FOREIGN_BITS: u32 = !((DOMAINS - 1) << 24 | (SUBDOMAINS - 1) << 16 | 0xffff);

/// A slot without a definition.
const VACANT: u16 = u16::MAX;

/// The slots of one subdomain: the first, which is that of number 1, and how many there are.
#[derive(Clone, Copy)]
struct Run {
    first: u16,
    length: u16,
}

static RUNS: [Run; (DOMAINS * SUBDOMAINS) as usize] = RUNS_BY_SUBDOMAIN;

/// For each number of each subdomain the newest definition that holds the code.
static SLOTS: [u16; SLOT_COUNT] = {
    let mut slots = [VACANT; SLOT_COUNT];
    // From the last row up: of several holders of a code, the first (the newest) stays.
    let mut index = COUNT;
    while index > 0 {
        index -= 1;
        let code = CODES[index];
        let run = RUNS_BY_SUBDOMAIN[subdomain_of(code)];
        slots[run.first as usize + (code & 0xffff) as usize - 1] = index as u16;
    }
    slots
};

/// The newest built-in definition with this code.
#[inline]
pub(crate) fn position(code: u32) -> Option<u16> {
    if code & FOREIGN_BITS != 0 {
        return None;
    }
    let run = RUNS[subdomain_of(code)];
    let offset = (code & 0xffff).wrapping_sub(1);
    if offset >= u32::from(run.length) {
        return None;
    }
    let index = *SLOTS.get((u32::from(run.first) + offset) as usize)?;
    (index != VACANT).then_some(index)
}

/// The number of the subdomain among all of them; the caller has checked the foreign bits.
const fn subdomain_of(code: u32) -> usize {
    (code >> 24 << SUBDOMAINS.ilog2() | code >> 16 & (SUBDOMAINS - 1)) as usize
}

const SLOT_COUNT: usize = {
    let last = RUNS_BY_SUBDOMAIN[subdomain_of(CODES[COUNT - 1])];
    last.first as usize + last.length as usize
};

const RUNS_BY_SUBDOMAIN: [Run; (DOMAINS * SUBDOMAINS) as usize] = {
    let mut runs = [Run { first: 0, length: 0 }; (DOMAINS * SUBDOMAINS) as usize];
    let mut end = 0;
    let mut index = 0;
    // The rows rise by code: the last number of a subdomain is its highest.
    while index < COUNT {
        let code = CODES[index];
        assert!(code & FOREIGN_BITS == 0, "DOMAINS or SUBDOMAINS is too small");
        let number = (code & 0xffff) as u16;
        let is_last = index + 1 == COUNT || CODES[index + 1] >> 16 != code >> 16;
        if is_last {
            runs[subdomain_of(code)] = Run { first: end, length: number };
            end += number;
        }
        index += 1;
    }
    runs
};
