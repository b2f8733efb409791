//! Texts made of what logs are made of, whole and broken: the hits are those of the reference, in one piece or in many.

use kuzzle_errors::Registry;
use kuzzle_errors::scan::{Hit, Scanner, whole_records};

use crate::random::Random;
use crate::reference;

/// What the texts are composed of.
const PIECES: [&str; 78] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\\"",
    "\\\\\\\"",
    "\\",
    "\\n",
    ":",
    ",",
    " ",
    "\t",
    "\n",
    "\r\n",
    ".",
    "-",
    "_",
    "a",
    "é",
    "\"id\"",
    "\"id\":\"",
    "\\\"id\\\":\\\"",
    "\"id\": ",
    "\"code\"",
    "\"code\":",
    "\\\"code\\\": ",
    "\"status\":",
    "\\\"status\\\":",
    "\"message\":\"",
    "\\\"message\\\":",
    "\"result\":{",
    "\"body\":\"",
    "\"_source\":",
    "\"documents\":[",
    "\"errors\":[",
    "\"error\":{",
    "{\"",
    "{\\\"",
    "{\\\\\\\"",
    "\"log\":\"{\\\"",
    "\",\"",
    "\\\",\\\"",
    "\"}",
    "\\\"}",
    "\"}\n{\"",
    "services.storage.unknown_index",
    "services.storage.unknown_index_collection",
    "security.token.expired",
    "security.token.invalid",
    "core.fatal.unexpected_error",
    "app.orders.too_late",
    "1.2.3",
    "api.process",
    "0x01010001",
    "0x07010006",
    "0x0101000D",
    "0x12345678",
    "code 16842753",
    "Code=16842753",
    "errorCode: 16842753",
    "exit code 1",
    "16842753",
    "117506054",
    "305419896",
    "1",
    "412",
    "401",
    "500",
    "200",
    "null",
    "\u{1b}[31m",
    "2026-11-27T15:19:23.5Z",
    "2026-11-27 15:19:23,123+0130",
    "[27/Nov/2026:15:19:23 -0500]",
    "\"time\":1795793963",
    "\"@timestamp\": 1795793963123",
    "\"ts\":1795793963.25,",
];

/// Lines as they are written, to be broken.
const LINES: [&str; 6] = [
    r#"{"time":"2026-11-27T15:19:23Z","error":{"message":"There is no index \"nyc\"","status":412,"id":"services.storage.unknown_index","code":16842753,"props":["nyc"]}}"#,
    r#"{"log":"{\"status\":400,\"error\":{\"id\":\"services.storage.unknown_index\",\"status\":412,\"code\":1},\"result\":null}\n","stream":"stdout","time":"2026-11-27T15:19:23Z"}"#,
    "{\n  \"ts\": 1795793963,\n  \"error\": {\n    \"id\": \"app.orders.too_late\",\n    \"status\": 400\n  }\n}",
    r#"127.0.0.1 - - [27/Nov/2026:15:19:23 -0500] "POST /nyc/_create HTTP/1.1" 412 98 code=16842753"#,
    r#"{"msg":"security.token.expired","err":{"id":"security.token.expired","code":117506054},"body":"{\"a\":{\"id\":\"security.token.invalid\"}}"}"#,
    r#"{"log":"{\"log\":\"{\\\"code\\\":16842753,\\\"status\\\":400,\\\"message\\\":\\\"x\\\"}\"}"}"#,
];

fn composed(random: &mut Random) -> Vec<u8> {
    let mut text = String::new();
    for _ in 0..random.below(40) {
        text.push_str(random.pick(&PIECES));
    }
    text.into_bytes()
}

fn broken(random: &mut Random) -> Vec<u8> {
    let mut text = Vec::new();
    for _ in 0..=random.below(5) {
        text.extend_from_slice(random.pick(&LINES).as_bytes());
        text.push(b'\n');
    }
    let edits = random.below(6);
    edit(text, edits, random)
}

/// Lines of JSON as loggers write them, of which some are broken at one place.
fn objects(random: &mut Random) -> Vec<u8> {
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        text.push_str(random.pick(&["", "", "", "", "", "", "", " ", "}", "x "]));
        let time = random.pick(&["\"time\":\"2026-11-27T15:19:23.5Z\",", "\"time\":\"2026-11-27T15:19:23Z\",", ""]);
        let members = members(random, 3);
        let end = random.pick(&["\n", "\n", "\n", "\n", "\r\n", " ", "\n  ", ""]);
        text.extend(["{", time, &members, "}", end]);
    }
    let edits = random.below(3) / 2;
    edit(text.into_bytes(), edits, random)
}

/// The same in so many objects that not all are read.
fn deep_objects(random: &mut Random) -> Vec<u8> {
    let depth = 250 + random.below(10);
    let time = random.pick(&["\"time\":\"2026-11-27T15:19:23Z\",", ""]);
    let (inner, outer) = (members(random, 3), members(random, 1));
    let text = format!("{{{time}\"x\":{}{{{inner}}}{},{outer}}}", "{\"x\":".repeat(depth), "}".repeat(depth));
    let edits = random.below(3) / 2;
    edit(text.into_bytes(), edits, random)
}

/// The members of an object with objects in it down to some depth, most of them errors at last.
fn members(random: &mut Random, depth: usize) -> String {
    let is_error = random.below(3) > depth.saturating_sub(1);
    let members = if is_error { error_members(random) } else { Vec::new() };
    let mut members: Vec<String> = members.into_iter().filter(|_| random.below(12) > 0).collect();
    for _ in 0..random.below(3) {
        let place = random.below(members.len() + 1);
        members.insert(place, member(random, depth));
    }
    let comma = random.pick(&[",", ",", ",", ", ", "\t,"]);
    members.join(comma)
}

fn error_members(random: &mut Random) -> Vec<String> {
    let (id, code, status) = random.pick(&[
        ("services.storage.unknown_index", "16842753", "412"),
        ("security.token.expired", "117506054", "401"),
        ("security.token.expired", "16842753", "401"),
        ("core.fatal.unexpected_error", "1", "500"),
        ("app.orders.too_late", "305419896", "404"),
        ("bbc8bc66", "200", "200"),
    ]);
    let message =
        random.pick(&["x", "no \\\"y\\\" {", "see api.process.connection_dropped", "{z}", "0x01010001", "\\\\"]);
    let members = [
        format!("\"message\":\"{message}\""),
        format!("\"status\":{status}"),
        format!("\"id\":\"{id}\""),
        format!("\"code\":{code}"),
    ];
    let first = random.below(members.len());
    (0..members.len()).map(|place| members[(first + place) % members.len()].clone()).collect()
}

fn member(random: &mut Random, depth: usize) -> String {
    let name = random.pick(&["error", "errors", "err", "result", "body", "documents", "x", "message", "status", "ts"]);
    let colon = random.pick(&[":", ":", ":", ": ", " : ", ":\\n", "\u{c}:"]);
    let inner = if depth > 0 { format!("{{{}}}", members(random, depth - 1)) } else { "{}".to_owned() };
    let value = match random.below(8) {
        0..=2 => inner,
        3 => format!("[1,{inner}]"),
        4 => format!("\"{}\"", inner.replace('\\', "\\\\").replace('"', "\\\"")),
        5 => "1795793963".to_owned(),
        6 => format!("\"{}\"", random.pick(&["y", "{", "}", "a:b", "services.storage.unknown_index", "code 16842753"])),
        _ => "{\"a\":{\"b\":[]}}".to_owned(),
    };
    format!("\"{name}\"{colon}{value}")
}

fn edit(mut text: Vec<u8>, edits: usize, random: &mut Random) -> Vec<u8> {
    for _ in 0..edits {
        let (start, length) = (random.below(text.len()), random.below(12));
        let end = text.len().min(start + length);
        let piece = random.pick(&PIECES).as_bytes();
        match random.below(3) {
            0 => drop(text.drain(start..end)),
            1 => drop(text.splice(start..start, piece.iter().copied())),
            _ => text[start] = piece[0],
        }
        if text.is_empty() {
            break;
        }
    }
    text
}

fn scanned<'r, 't>(scanner: &Scanner<'r>, text: &'t [u8]) -> Vec<Hit<'r, 't>> {
    let mut hits = Vec::new();
    scanner.scan(text, |hit| hits.push(hit));
    hits
}

fn check(texts: usize, seed: u64, make: fn(&mut Random) -> Vec<u8>) {
    let registry = Registry::kuzzle();
    let scanner = Scanner::new(registry);
    let mut random = Random::new(seed);
    let mut total = 0;
    for _ in 0..texts {
        let text = make(&mut random);
        let expected = reference::hits(registry, &text);
        let found = scanned(&scanner, &text);
        assert_eq!(found, expected, "in {:?}", String::from_utf8_lossy(&text));
        check_parts(&scanner, &text, &found, &mut random);
        total += found.len();
    }
    assert!(total > texts / 4, "only {total} hits");
}

/// Scans a text as it comes in pieces.
fn check_parts(scanner: &Scanner<'_>, text: &[u8], whole: &[Hit<'_, '_>], random: &mut Random) {
    let (mut start, mut lines, mut arrived) = (0, 0, 0);
    let mut places = Vec::new();
    while start < text.len() {
        arrived = text.len().min(arrived + 1 + random.below(60));
        let rest = &text[start..arrived];
        let length = if arrived == text.len() { rest.len() } else { whole_records(rest) };
        lines +=
            scanner.scan(&rest[..length], |hit| places.push((hit.place.start + start, hit.line + lines, hit.time)));
        start += length;
    }
    let expected: Vec<_> = whole.iter().map(|hit| (hit.place.start, hit.line, hit.time)).collect();
    assert_eq!(places, expected, "in parts of {:?}", String::from_utf8_lossy(text));
    assert_eq!(lines, String::from_utf8_lossy(text).matches('\n').count());
}

#[test]
fn composed_texts_have_the_hits_of_the_reference() {
    check(2000, 0x5ca1, composed);
}

#[test]
fn broken_lines_have_the_hits_of_the_reference() {
    check(600, 0xb0de, broken);
}

#[test]
fn lines_of_objects_have_the_hits_of_the_reference() {
    check(2000, 0x0b7e, objects);
}

#[test]
fn deep_objects_have_the_hits_of_the_reference() {
    check(120, 0xdee9, deep_objects);
}

#[test]
fn a_narrowed_registry_has_the_hits_of_the_reference() {
    let registry = Registry::kuzzle().at("1.12.0").unwrap();
    let scanner = Scanner::new(&registry);
    let mut random = Random::new(0x1c12);
    for _ in 0..100 {
        let text = broken(&mut random);
        assert_eq!(scanned(&scanner, &text), reference::hits(&registry, &text));
    }
}

#[test]
#[cfg(feature = "json")]
fn a_domain_may_end_as_another_does() {
    let domain = |name: &str, code: u8, error: &str| {
        let definition = r#"{"code":1,"class":"BadRequestError","message":"x"}"#;
        format!(r#""{name}":{{"code":{code},"subDomains":{{"c":{{"code":1,"errors":{{"{error}":{definition}}}}}}}}}"#)
    };
    let file = format!("{{{},{}}}", domain("ab", 200, "d"), domain("nab", 201, "e"));
    let registry = Registry::load_str(&file).expect("a registry");
    let scanner = Scanner::new(&registry);
    for (text, id) in [("x\\nab.c.d", Some("ab.c.d")), ("x nab.c.e", Some("nab.c.e")), ("x nab.c.d", None)] {
        let found = scanned(&scanner, text.as_bytes());
        let ids: Vec<_> =
            found.iter().filter_map(|hit| hit.subject.definition()).map(kuzzle_errors::Definition::id).collect();
        assert_eq!(ids, Vec::from_iter(id), "in {text}");
        assert_eq!(found, reference::hits(&registry, text.as_bytes()));
    }
}
