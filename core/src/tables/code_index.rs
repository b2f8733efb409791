//! From a code to its definition: two small arrays, no search.

use super::{CODES, COUNT};

/// Domains and subdomains of the built-in registry are numbered below these.
const DOMAINS: usize = 9;
const SUBDOMAINS: usize = 8;

/// A slot without a definition.
const VACANT: u16 = u16::MAX;

/// For each subdomain the slot of its number 1; one more entry ends the last.
static FIRST_SLOT: [u16; DOMAINS * SUBDOMAINS + 1] = FIRST_SLOTS;

/// For each number of each subdomain the newest definition that holds the code.
static SLOTS: [u16; SLOT_COUNT] = {
    let mut slots = [VACANT; SLOT_COUNT];
    // From the last row up: of several holders of a code, the first (the newest) stays.
    let mut index = COUNT;
    while index > 0 {
        index -= 1;
        let code = CODES[index];
        let first = FIRST_SLOTS[subdomain_of(code)] as usize;
        slots[first + (code & 0xffff) as usize - 1] = index as u16;
    }
    slots
};

/// The newest built-in definition with this code.
#[inline]
pub(crate) fn position(code: u32) -> Option<u16> {
    let subdomain = subdomain_of(code);
    if subdomain >= DOMAINS * SUBDOMAINS || (code >> 16) & 0xff >= SUBDOMAINS as u32 {
        return None;
    }
    let first = usize::from(FIRST_SLOT[subdomain]);
    let slot = first.wrapping_add((code & 0xffff) as usize).wrapping_sub(1);
    if slot < first || slot >= usize::from(FIRST_SLOT[subdomain + 1]) {
        return None;
    }
    let index = *SLOTS.get(slot)?;
    (index != VACANT).then_some(index)
}

const fn subdomain_of(code: u32) -> usize {
    (code >> 24) as usize * SUBDOMAINS + ((code >> 16) & 0xff) as usize
}

const SLOT_COUNT: usize = FIRST_SLOTS[DOMAINS * SUBDOMAINS] as usize;

const FIRST_SLOTS: [u16; DOMAINS * SUBDOMAINS + 1] = {
    let mut first = [0; DOMAINS * SUBDOMAINS + 1];
    let mut index = 0;
    // The rows rise by code: the last number of a subdomain is its highest.
    while index < COUNT {
        let code = CODES[index];
        assert!((code >> 24) < DOMAINS as u32 && (code >> 16) & 0xff < SUBDOMAINS as u32);
        assert!(code & 0xffff != 0);
        first[subdomain_of(code) + 1] = (code & 0xffff) as u16;
        index += 1;
    }
    let mut subdomain = 0;
    while subdomain < DOMAINS * SUBDOMAINS {
        first[subdomain + 1] += first[subdomain];
        subdomain += 1;
    }
    first
};
