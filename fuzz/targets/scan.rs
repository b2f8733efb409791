//! Errors in logs and other texts.

#![no_main]

use std::sync::LazyLock;

use kuzzle_errors::Registry;
use kuzzle_errors::scan::{Hit, Scanner, Subject, whole_records};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let (hits, line_ends) = scan(text);
    assert_eq!(line_ends, text.iter().filter(|byte| **byte == b'\n').count());
    let mut end = 0;
    for hit in &hits {
        assert!(hit.lines.start <= hit.place.start && hit.place.end <= hit.lines.end && hit.lines.end <= text.len());
        assert!(hit.line >= 1 && hit.line <= line_ends + 1);
        assert!(hit.place.start >= end, "hits overlap");
        end = hit.place.end;
        if let Subject::UnknownId(id) = hit.subject {
            assert!(kuzzle_errors::by_id(id).is_none());
        }
        let _ = serde_json::to_string(hit);
    }
    // In two parts, cut where that is allowed, the same is found.
    let cut = whole_records(&text[..text.len() / 2]);
    let (mut in_parts, first_lines) = scan(&text[..cut]);
    in_parts.extend(scan(&text[cut..]).0.into_iter().map(|hit| moved(hit, cut, first_lines)));
    assert_eq!(in_parts, hits);
});

static SCANNER: LazyLock<Scanner<'static>> = LazyLock::new(|| Scanner::new(Registry::kuzzle()));

fn scan(text: &[u8]) -> (Vec<Hit<'static, '_>>, usize) {
    let mut hits = Vec::new();
    let line_ends = SCANNER.scan(text, |hit| hits.push(hit));
    (hits, line_ends)
}

/// A hit as it would be said of a text with more before it.
fn moved<'t>(hit: Hit<'static, 't>, bytes: usize, lines: usize) -> Hit<'static, 't> {
    Hit {
        place: hit.place.start + bytes..hit.place.end + bytes,
        lines: hit.lines.start + bytes..hit.lines.end + bytes,
        line: hit.line + lines,
        ..hit
    }
}
