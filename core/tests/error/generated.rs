//! What holds for every input, tried on inputs that look random and are the same in every run.

use std::fmt::Write;

use kuzzle_errors::{failures, parse};

use crate::random::Random;

const KNOWN: [&str; 8] = ["message", "status", "id", "code", "props", "stack", "errors", "count"];
const NAMES: [&str; 14] =
    ["message", "status", "id", "code", "props", "stack", "errors", "count", "x", "é", "\\u0078", "\\ud83d", "", "a b"];
const SCALARS: [&str; 20] = [
    "0",
    "-0",
    "1.50",
    "1e400",
    "-1E-400",
    "404",
    "412",
    "16842753",
    "-1",
    "123456789012345678901234567890",
    "true",
    "false",
    "null",
    "\"\"",
    "\"services.storage.unknown_index\"",
    "\"a\\u0041\\n\\\"\\\\\"",
    "\"\\ud83d\\u00e9\"",
    "\"é😀\"",
    "\"TokenExpired\"",
    "\"[{,:}]\"",
];
const BLANKS: [&str; 6] = ["", "", "", " ", "\n\t", "\r\n  "];

/// Appends a random value.
fn value(random: &mut Random, json: &mut String, depth: usize) {
    match random.below(if depth == 0 { 3 } else { 5 }) {
        0..=2 => json.push_str(random.pick(&SCALARS)),
        3 => {
            list(random, json, "[", "]", |random, json| value(random, json, depth - 1));
        }
        _ => object(random, json, depth - 1, &NAMES),
    }
}

fn object(random: &mut Random, json: &mut String, depth: usize, names: &[&str]) {
    list(random, json, "{", "}", |random, json| {
        let name = random.pick(names);
        _ = write!(json, "\"{name}\"{}:{}", random.pick(&BLANKS), random.pick(&BLANKS));
        value(random, json, depth);
    });
}

fn list(random: &mut Random, json: &mut String, open: &str, close: &str, item: impl Fn(&mut Random, &mut String)) {
    json.push_str(open);
    for position in 0..random.below(7) {
        if position > 0 {
            json.push(',');
        }
        json.push_str(random.pick(&BLANKS));
        item(random, json);
        json.push_str(random.pick(&BLANKS));
    }
    json.push_str(close);
}

/// The unknown members of the outermost level as text, split by a plain counting of brackets.
fn unknown_members(object: &str) -> Vec<(String, String)> {
    let (mut depth, mut in_string, mut escaped) = (0, false, false);
    let mut pieces = vec![String::new()];
    for character in object[1..object.len() - 1].chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = in_string,
            '"' => in_string = !in_string,
            '[' | '{' if !in_string => depth += 1,
            ']' | '}' if !in_string => depth -= 1,
            ',' | ':' if !in_string && depth == 0 => {
                pieces.push(String::new());
                continue;
            }
            _ => {}
        }
        pieces.last_mut().unwrap().push(character);
    }
    let pieces: Vec<&str> = pieces.iter().map(|piece| piece.trim_matches([' ', '\t', '\r', '\n'])).collect();
    let members = pieces.chunks_exact(2).map(|member| (member[0].to_owned(), member[1].to_owned()));
    members.filter(|(name, _)| !KNOWN.contains(&name.trim_matches('"'))).collect()
}

#[test]
fn nothing_is_lost_of_any_error() {
    let mut random = Random::new(0x10ad);
    for _ in 0..3_000 {
        let mut error = String::new();
        object(&mut random, &mut error, 4, &NAMES);
        let body = format!("{}{{\"error\":{}{error} }}", random.pick(&BLANKS), random.pick(&BLANKS));
        let read = parse(&body, None).unwrap().unwrap();
        assert_eq!(read.received(), Some(body.as_bytes()));
        let written = read.to_json();
        // Unknown members end the object, in their order and with their bytes.
        let unknown: Vec<String> =
            unknown_members(&error).into_iter().map(|(name, value)| format!("{name}:{value}")).collect();
        assert!(written.ends_with(&(unknown.join(",") + "}")), "{body}\n{written}");
        // What is written stays what it is when it is read and written again.
        let wrapped = format!("{{\"error\":{written}}}");
        let again = parse(&wrapped, None).unwrap().unwrap();
        assert_eq!(again.to_json(), written, "{body}");
        assert_eq!((again.id(), again.class(), again.status()), (read.id(), read.class(), read.status()));
        assert_eq!((again.props(), again.errors(), again.failures()), (read.props(), read.errors(), read.failures()));
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let mut random = Random::new(0xbad);
    let bytes: Vec<u8> = (0..=255).collect();
    for round in 0..6_000 {
        let mut error = String::new();
        object(&mut random, &mut error, 3, &NAMES);
        let mut body = format!("{{\"error\":{error},\"result\":{{\"errors\":[{error}]}}}}").into_bytes();
        for _ in 0..random.below(4) {
            let position = random.below(body.len().max(1));
            match random.below(4) {
                _ if body.is_empty() => {}
                0 => body[position] = random.pick(&bytes),
                1 => body.insert(position, random.pick(b"\"\\{}[],:\xff\x80u0")),
                2 => drop(body.remove(position)),
                _ => body.truncate(position.max(1)),
            }
        }
        let http_status = [None, Some(200), Some(404), Some(u16::MAX)][round % 4];
        ask_everything(&body, http_status);
    }
    for length in 0..300 {
        let noise: Vec<u8> = (0..length).map(|_| random.pick(&bytes)).collect();
        ask_everything(&noise, None);
        ask_everything(&noise, Some(500));
    }
}

/// Calls everything there is to ask; what is written must be JSON.
fn ask_everything(body: &[u8], http_status: Option<u16>) {
    if let Ok(failures) = failures(body) {
        assert_is_json(&serde_json::to_string(&failures).unwrap());
    }
    let Ok(Some(error)) = parse(body, http_status) else { return };
    assert_eq!(error.received(), Some(body));
    let _ = (error.props(), error.errors(), error.count(), error.stack(), error.report().to_string());
    for json in [error.to_json(), error.to_problem_json(), error.to_attributes_json(), error.explanation().to_json()] {
        assert_is_json(&json);
    }
}

fn assert_is_json(json: &str) {
    let checked: Result<&serde_json::value::RawValue, _> = serde_json::from_str(json);
    assert!(checked.is_ok(), "{json}");
}
