//! Counting hits.

use kuzzle_errors::Registry;
use kuzzle_errors::scan::{Place, Scanner, Summary, Tally, Timestamp};

fn summary(text: &str, file: u32) -> Summary<'static> {
    let mut summary = Summary::new();
    Scanner::new(Registry::kuzzle()).scan(text.as_bytes(), |hit| summary.add(&hit, file));
    summary
}

fn time(text: &str) -> Timestamp {
    Timestamp::find(text.as_bytes()).expect("a time")
}

#[test]
fn first_and_last_go_by_time_where_there_is_one() {
    let log = "security.token.expired\n2026-11-27T16:00:00Z security.token.expired\n\
               2026-11-27T15:00:00Z security.token.expired\nsecurity.token.expired\n";
    let summary = summary(log, 3);
    let (_, tally) = summary.errors().next().expect("an error");
    let place = |time, line| Place { time, file: 3, line };
    let (first, last) = (place(Some(time("2026-11-27T15:00:00Z")), 3), place(Some(time("2026-11-27T16:00:00Z")), 2));
    assert_eq!(tally, Tally { count: 4, first, last });
    let hours: Vec<_> = summary.hours().map(|(hour, tally)| (hour, tally.count)).collect();
    assert_eq!(hours, [(None, 2), (Some(time("2026-11-27T15:00:00Z")), 1), (Some(time("2026-11-27T16:00:00Z")), 1)]);
}

#[test]
fn parts_go_together() {
    let parts = [
        "x\nsecurity.token.expired\n{\"id\":\"app.a.b\",\"code\":1}\n",
        "{\"body\":\"security.token.expired\"}\nsecurity.token.expired",
    ];
    let mut together = summary(parts[0], 0);
    together.append(summary(parts[1], 0), 3);
    let whole = summary(&parts.concat(), 0);
    assert_eq!(together.errors().collect::<Vec<_>>(), whole.errors().collect::<Vec<_>>());
    assert_eq!(together.conflicts().collect::<Vec<_>>(), whole.conflicts().collect::<Vec<_>>());
    assert_eq!(together.unknown_ids().collect::<Vec<_>>(), whole.unknown_ids().collect::<Vec<_>>());
    let (_, tally) = together.errors().next().expect("an error");
    assert_eq!((tally.count, tally.first.line, tally.last.line), (2, 2, 5));
    assert_eq!((together.in_documents(), together.unknown_ids().count()), (1, 1));
}

#[test]
fn unknown_codes_are_apart_and_only_so_many_are_told_apart() {
    let line = |number: u32| format!("{{\"code\":{},\"status\":500,\"message\":\"x\"}}", 0x7000_0000 + number);
    let text = (0..10_005).map(line).collect::<Vec<_>>().join("\n");
    let summary = summary(&text, 0);
    assert_eq!((summary.unknown_codes().count(), summary.untold(), summary.errors().count()), (10_000, 5, 0));
}
