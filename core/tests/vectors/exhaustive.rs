//! Look-ups over everything there is, against plain maps made of the vectors.

use std::collections::{HashMap, HashSet};

use kuzzle_errors::{Definition, Registry, Release, by_code, by_id, releases};
use serde_json::Value;

use crate::case::cases;

/// What stands in for a byte of an id: letters of ids, and what no id holds.
const OTHER_BYTES: &str = "adeinstxz_.\0 -0IS\u{7f}";

/// A definition as the vectors have it.
struct Row {
    id: String,
    code: u32,
    /// First and last release of each line; no last while it is still there.
    lines: Vec<([u16; 3], Option<[u16; 3]>)>,
}

impl Row {
    fn is_in(&self, release: Release) -> bool {
        let release = [release.major(), release.minor(), release.patch()];
        self.lines.iter().any(|(first, last)| *first <= release && last.is_none_or(|last| release <= last))
    }
}

fn rows() -> Vec<Row> {
    cases("definitions.json")
        .into_iter()
        .map(|case| {
            let columns = case.output.value();
            let lines = columns["releases"].as_object().unwrap().values();
            Row {
                id: case.name,
                code: u32::try_from(columns["code"].as_u64().unwrap()).unwrap(),
                lines: lines.map(|line| (numbers(&line[0]).unwrap(), numbers(&line[1]))).collect(),
            }
        })
        .collect()
}

/// `"2.4.1"` as numbers, which order as releases do.
fn numbers(release: &Value) -> Option<[u16; 3]> {
    let parts: Vec<u16> = release.as_str()?.split('.').map(|part| part.parse().unwrap()).collect();
    Some(parts.try_into().unwrap())
}

/// The newest holder of each code.
fn ids_by_code(rows: &[Row]) -> HashMap<u32, &str> {
    let mut ids = HashMap::new();
    for row in rows {
        let is_newest = row.lines.iter().any(|(_, last)| last.is_none());
        if is_newest || !ids.contains_key(&row.code) {
            ids.insert(row.code, row.id.as_str());
        }
    }
    ids
}

fn id_by_code(code: u32) -> Option<&'static str> {
    by_code(code).map(Definition::id)
}

#[test]
fn by_code_answers_as_a_plain_map() {
    let rows = rows();
    let ids = ids_by_code(&rows);
    for domain in 0..16 {
        for subdomain in 0..16 {
            for number in 0..256 {
                let code = domain << 24 | subdomain << 16 | number;
                assert_eq!(id_by_code(code), ids.get(&code).copied(), "{code:#010x}");
            }
        }
    }
}

#[test]
fn a_code_with_one_bit_changed_answers_as_a_plain_map() {
    let rows = rows();
    let ids = ids_by_code(&rows);
    for row in &rows {
        for bit in 0..u32::BITS {
            let code = row.code ^ 1 << bit;
            assert_eq!(id_by_code(code), ids.get(&code).copied(), "{code:#010x}");
        }
    }
}

#[test]
fn an_id_with_one_byte_changed_missing_or_more_is_unknown() {
    let rows = rows();
    let ids: HashSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    for id in &ids {
        for position in 0..id.len() {
            let (start, rest) = id.split_at(position);
            assert_known_only_if(ids.contains(start), start);
            let missing = format!("{start}{}", &rest[1..]);
            assert_known_only_if(ids.contains(missing.as_str()), &missing);
            for byte in OTHER_BYTES.chars() {
                let changed = format!("{start}{byte}{}", &rest[1..]);
                assert_known_only_if(ids.contains(changed.as_str()), &changed);
                let longer = format!("{start}{byte}{rest}");
                assert_known_only_if(ids.contains(longer.as_str()), &longer);
            }
        }
    }
}

fn assert_known_only_if(known: bool, id: &str) {
    assert_eq!(by_id(id).map(Definition::id), known.then_some(id));
}

#[test]
fn each_release_has_what_the_vectors_say() {
    let rows = rows();
    for release in releases() {
        let registry = Registry::kuzzle().at(&release.to_string()).unwrap();
        let visible: Vec<&Row> = rows.iter().filter(|row| row.is_in(release)).collect();
        let ids: Vec<&str> = visible.iter().map(|row| row.id.as_str()).collect();
        let holders: HashMap<u32, &str> = visible.iter().map(|row| (row.code, row.id.as_str())).collect();
        assert_eq!(holders.len(), ids.len(), "a code has one holder in {release}");
        assert_eq!(registry.iter().map(Definition::id).collect::<Vec<_>>(), ids, "{release}");
        for row in &rows {
            let there = row.is_in(release).then_some(row.id.as_str());
            assert_eq!(registry.by_id(&row.id).map(Definition::id), there, "{} in {release}", row.id);
            let holder = holders.get(&row.code).copied();
            assert_eq!(registry.by_code(row.code).map(Definition::id), holder, "{:#010x} in {release}", row.code);
        }
    }
}
