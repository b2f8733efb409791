//! What the generated rows must hold, or the crate does not compile.

use super::row::Row;
use super::{ADVICE_ROWS, COUNT, LEGACY, RELEASES, ROWS, URLS};

const _: () = {
    assert!(ADVICE_ROWS.len() == COUNT);
    let mut index = 1;
    while index < COUNT {
        let (before, row) = (&ROWS[index - 1], &ROWS[index]);
        assert!(before.code <= row.code, "codes rise");
        if before.code == row.code {
            assert!(!share_a_line(before, row), "a code is unique per major line");
            assert!(newest(before) > newest(row), "of several holders of a code the newest comes first");
        }
        let same_code = before.code >> 16 == row.code >> 16;
        let same_name = bytes_equal(prefix(before.id, 2), prefix(row.id, 2));
        assert!(same_code == same_name, "a subdomain and its code belong to each other");
        let same_domain_code = before.code >> 24 == row.code >> 24;
        let same_domain_name = bytes_equal(prefix(before.id, 1), prefix(row.id, 1));
        assert!(same_domain_code == same_domain_name, "a domain and its code belong to each other");
        index += 1;
    }
};

const _: () = {
    let mut index = 0;
    while index < COUNT {
        let row = &ROWS[index];
        let domain = (row.code >> 24) as usize;
        assert!(domain < URLS.len() && names_the_domain(URLS[domain], row.id), "a code stands in its domain");
        assert!(row.code & 0xffff != 0, "numbers start at 1");
        assert!(!row.message.is_empty(), "every message is written");
        assert!(row.releases[0].is_some() || row.releases[1].is_some(), "a definition exists in some release");
        index += 1;
    }
};

const _: () = {
    let mut index = 1;
    while index < RELEASES.len() {
        assert!(RELEASES[index - 1].ordinal() < RELEASES[index].ordinal(), "releases rise");
        index += 1;
    }
};

const _: () = {
    let mut index = 1;
    while index < COUNT {
        if ROWS[index - 1].code >> 16 != ROWS[index].code >> 16 {
            let mut before = 0;
            while before < index {
                let same_name = bytes_equal(prefix(ROWS[before].id, 2), prefix(ROWS[index].id, 2));
                assert!(!same_name, "a subdomain has one code");
                before += 1;
            }
        }
        index += 1;
    }
};

const _: () = {
    let mut index = 1;
    while index < LEGACY.len() {
        let (before, meaning) = (&LEGACY[index - 1], &LEGACY[index]);
        assert!(before.code <= meaning.code, "old codes rise");
        if before.code == meaning.code {
            assert!(before.last.ordinal() >= meaning.last.ordinal(), "the newest meaning comes first");
        }
        index += 1;
    }
};

/// Whether the page of a domain, `…/services/`, is that of an id, `services.…`.
const fn names_the_domain(url: &str, id: &str) -> bool {
    let (url, domain) = (url.as_bytes(), prefix(id, 1));
    let name = domain.split_at(domain.len() - 1).0;
    let (start, end) = url.split_at(url.len() - 1 - name.len());
    start[start.len() - 1] == b'/' && bytes_equal(end.split_at(name.len()).0, name)
}

const fn share_a_line(one: &Row, other: &Row) -> bool {
    (one.releases[0].is_some() && other.releases[0].is_some())
        || (one.releases[1].is_some() && other.releases[1].is_some())
}

/// The newest release of a row, as a number that orders as releases do.
const fn newest(row: &Row) -> u64 {
    match (row.line(0), row.line(1)) {
        (_, Some(line)) | (Some(line), None) => match line.last {
            Some(last) => last.ordinal(),
            None => u64::MAX,
        },
        (None, None) => 0,
    }
}

/// The first dot-separated parts of an id, each with its dot.
const fn prefix(id: &str, parts: usize) -> &[u8] {
    let bytes = id.as_bytes();
    let mut dots = 0;
    let mut length = 0;
    while dots < parts {
        if bytes[length] == b'.' {
            dots += 1;
        }
        length += 1;
    }
    bytes.split_at(length).0
}

const fn bytes_equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}
