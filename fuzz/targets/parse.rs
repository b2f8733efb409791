//! What a server sent, read and written again.

#![no_main]

use kuzzle_errors::{KuzzleError, ParseOptions, Registry, failures, parse};
use kuzzle_errors_fuzz::assert_is_json;
use libfuzzer_sys::fuzz_target;

/// What came beside the body.
const STATUSES: [Option<u16>; 6] = [None, Some(200), Some(206), Some(404), Some(500), Some(u16::MAX)];

fuzz_target!(|body: &[u8]| {
    let status = STATUSES[body.len() % STATUSES.len()];
    let listed = failures(body).map(|failures| serde_json::to_string(&failures).expect("failures are JSON"));
    match parse(body, status) {
        Err(malformed) => {
            assert!(malformed.line() >= 1 && malformed.column() >= 1, "{malformed}");
            assert!(listed.is_err(), "the failed items of what is malformed");
        }
        // An empty answer is no error; there is nothing to list in it.
        Ok(None) => assert!(listed.is_ok() || String::from_utf8_lossy(body).trim().is_empty()),
        Ok(Some(error)) => {
            assert_eq!(error.received(), Some(body));
            if let Ok(listed) = listed {
                assert_eq!(serde_json::to_string(&error.failures()).expect("failures are JSON"), listed);
            }
            ask(&error);
            write_and_read_again(&error);
        }
    }
    read_within_bounds(body, status);
});

fn ask(error: &KuzzleError) {
    let _ = (error.class(), error.definition(), error.conflict(), error.count(), error.stack(), error.retry());
    let _ = (error.report().to_string(), error.to_string(), error.props(), error.attributes(), error.context());
    for json in [error.to_problem_json(), error.to_attributes_json(), error.explanation().to_json()] {
        assert_is_json(&json);
    }
}

/// What is written stays what it is.
fn write_and_read_again(error: &KuzzleError) {
    let written = error.to_json();
    assert_is_json(&written);
    let again = parse(format!("{{\"error\":{written}}}"), error.status()).expect("it is JSON").expect("it is an error");
    assert_eq!(again.to_json(), written);
    assert_eq!(again.id(), error.id());
    // Of an error without definition the answer around it may have told the status, and that the class.
    assert!(error.definition().is_none() || again.class() == error.class(), "{written}");
    assert_eq!((again.props(), again.errors()), (error.props(), error.errors()));
}

/// Bounds refuse or change nothing.
fn read_within_bounds(body: &[u8], status: Option<u16>) {
    let options = ParseOptions::new().max_bytes(body.len() / 2).max_depth(8);
    if let (Ok(Some(bounded)), Ok(Some(unbounded))) =
        (Registry::kuzzle().parse_with(options, body, status), parse(body, status))
    {
        // Of what is too long only the status speaks.
        assert!(bounded.to_json() == unbounded.to_json() || bounded.definition().is_none());
    }
}
