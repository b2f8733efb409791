//! `releases`: every release with its day and its number of errors.

use serde_json::{Value, json};

use crate::support::run;

/// Release, day and number of errors, counted in Kuzzle's own files.
const KNOWN: [(&str, &str, u64); 10] = [
    ("1.9.0", "2019-08-01", 61),
    ("1.10.0", "2019-09-11", 369),
    ("1.10.4", "2019-10-02", 369),
    ("1.10.5", "2019-11-05", 208),
    ("1.12.0", "2020-12-18", 209),
    ("2.0.0", "2019-11-21", 212),
    ("2.0.6", "2019-12-24", 216),
    ("2.4.5", "2020-09-21", 231),
    ("2.31.0", "2024-07-22", 274),
    ("2.56.0", "2026-06-23", 274),
];

#[test]
fn every_release_with_its_day_and_its_errors() {
    let list = run(&["releases", "--format", "json"]).json();
    let rows = list.as_array().expect("an array");
    assert_eq!(rows.len(), 191);
    for (release, date, errors) in KNOWN {
        let row: &Value = rows.iter().find(|row| row["release"] == release).expect(release);
        assert_eq!(*row, json!({"release": release, "date": date, "errors": errors}));
    }
}

#[test]
fn the_list_for_people() {
    let list = run(&["releases"]).answer();
    assert!(list.starts_with("RELEASE  DATE        ERRORS\n1.9.0    2019-08-01      61\n"), "{list}");
    assert!(list.ends_with("2.56.0   2026-06-23     274\n"), "{list}");
    assert_eq!(list.lines().count(), 192);
}
