//! Messages: a template, and props behind it, each with the letter of its kind.

#![no_main]

use kuzzle_errors::{NO_PROPS, Prop, definitions::services::storage::UNKNOWN_INDEX, parse, render};
use kuzzle_errors_fuzz::{assert_is_json, pieces, prop};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let pieces: Vec<&str> = pieces(text.as_bytes()).filter_map(|piece| std::str::from_utf8(piece).ok()).collect();
    let template = pieces[0];
    let props: Vec<Prop<'_>> = pieces[1..].iter().map(|piece| prop(piece)).collect();
    let message = render(template, props.clone());

    // Nothing to put in changes nothing, and what has no place comes behind.
    assert_eq!(render(template, NO_PROPS), template);
    if !template.contains('%') {
        assert!(message.starts_with(template));
        assert_eq!(message.len() > template.len(), !props.is_empty());
    }

    let error = UNKNOWN_INDEX.error(props.clone()).with_message(message.as_str()).with_errors(props.clone());
    let json = error.to_json();
    assert_is_json(&json);
    assert_is_json(&error.to_problem_json());
    let read = parse(format!("{{\"error\":{json}}}"), None).expect("it is JSON").expect("it is an error");
    assert_eq!(read.message(), message);
    assert_eq!(read.props().len(), props.len());
    assert_eq!(read.to_json(), json);
});
