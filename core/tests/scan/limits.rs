//! Long lines, deep objects, many levels.

use kuzzle_errors::Registry;
use kuzzle_errors::scan::{Damage, Defect, Scanner, whole_records};

const ID: &str = "services.storage.unknown_index";
const MEBIBYTE: usize = 1 << 20;

/// The lines in which a text has hits, and the ids that are known.
fn lines(text: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    Scanner::new(Registry::kuzzle()).scan(text.as_bytes(), |hit| lines.push(hit.line));
    lines
}

/// A text in a string of JSON.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[test]
fn json_in_strings_is_read_down_to_16_levels() {
    let nested = |levels: usize| {
        (0..levels)
            .fold(r#"{"id":"app.a.b","status":400}"#.to_owned(), |inner, _| format!(r#"{{"a":"{}"}}"#, escaped(&inner)))
    };
    assert_eq!(lines(&nested(15)), [1]);
    assert_eq!(lines(&nested(16)), [1]);
    assert_eq!(lines(&nested(17)), [0; 0]);
}

#[test]
fn objects_are_read_down_to_256_levels() {
    let nested = |depth: usize| {
        let inner = r#"{"id":"app.a.b","status":400}"#;
        format!(r#"{}{inner}{} {{"id":"app.c.d","status":400}}"#, r#"{"a":"#.repeat(depth - 1), "}".repeat(depth - 1))
    };
    for stamp in ["", " 2026-11-27T15:19:23Z"] {
        let hits = |depth: usize| lines(&(nested(depth) + stamp)).len();
        assert_eq!([hits(256), hits(257), hits(300), hits(100_000)], [2, 1, 1, 1]);
    }
}

#[test]
fn an_object_alone_on_its_line_is_read_down_to_256_levels() {
    for inner in [r#"{"id":"app.a.b","status":400}"#, r#"{"log":"{\"x\":1}","id":"app.a.b","status":400}"#] {
        for stamp in ["", " 2026-11-27T15:19:23Z"] {
            let nested = |depth| format!("{}{inner}{}{stamp}", r#"{"a":"#.repeat(depth - 1), "}".repeat(depth - 1));
            let hits = |depth: usize| lines(&nested(depth)).len();
            assert_eq!([hits(256), hits(257), hits(300), hits(100_000)], [1, 0, 0, 0]);
        }
    }
}

#[test]
fn objects_are_read_over_lines_up_to_a_mebibyte() {
    let printed = |filling: usize| {
        let filling = format!("  \"a\": \"{}\",\n", "x".repeat(1000)).repeat(filling);
        format!("{{\n{filling}  \"status\": 400,\n  \"id\": \"app.a.b\"\n}}\n{ID}\n")
    };
    assert_eq!(lines(&printed(1000)), [1003, 1005]);
    // A longer one is a row of lines: the unknown id stands beside nothing.
    assert_eq!(lines(&printed(1100)), [1105]);
}

#[test]
fn long_lines_are_read_in_pieces() {
    let text = format!("{} {ID} {} {ID}\n{ID}", "x".repeat(2 * MEBIBYTE), ",".repeat(MEBIBYTE));
    assert_eq!(lines(&text), [1, 1, 2]);
    let rest = &text.as_bytes()[..MEBIBYTE + 10];
    assert_eq!(whole_records(&rest[..MEBIBYTE - 1]), 0);
    assert_eq!(whole_records(rest), MEBIBYTE);
}

#[test]
fn hostile_texts_take_no_more_than_a_look_at_each_byte() {
    // Each of these would take hours if anything began again for each of its pieces.
    let pieces =
        ["{\"", "\"id\":\"", "{", "\\", "code ", ".", "0x00", "api.", "{\"a\":", "\"code\":1,", "  \n", "}\n", "{\\\""];
    for piece in pieces {
        let text = piece.repeat(MEBIBYTE / piece.len());
        lines(&text);
        lines(&format!("{{\"time\":\"2026-11-27T15:19:23Z\",\"x\":{text}"));
        assert_eq!(Damage::of(text.as_bytes()).not_utf_8.count, 0);
    }
}

/// A plugin with so many errors, and their ids.
#[cfg(feature = "json")]
fn large_registry(errors: usize) -> (Registry, Vec<String>) {
    let names = || (1..=errors).map(|code| (code, format!("e{code:05}")));
    let error = |(code, name)| format!(r#""{name}":{{"code":{code},"class":"BadRequestError","message":"x"}}"#);
    let members: Vec<String> = names().map(error).collect();
    let registry = Registry::load_str(&format!(r#"{{"name":"s","errors":{{{}}}}}"#, members.join(",")));
    let ids = names().map(|(_, name)| format!("plugin.s.{name}")).collect();
    (registry.expect("a registry"), ids)
}

#[test]
#[cfg(feature = "json")]
fn a_line_may_tell_of_every_error_of_a_large_registry() {
    // Each of these would take minutes if every error were compared with all those before it.
    let (registry, ids) = large_registry(50_000);
    let scanner = Scanner::new(&registry);
    let hits = |text: &str| {
        let mut hits = 0;
        scanner.scan(text.as_bytes(), |_| hits += 1);
        hits
    };
    assert_eq!(hits(&ids.join(" ")), 50_000);
    let (first, others) = ids.split_at(25_000);
    let objects: Vec<String> = first.iter().map(|id| format!("{{\"id\":\"{id}\"}}")).collect();
    assert_eq!(hits(&(objects.concat() + &others.join(" "))), 50_000);
}

#[test]
fn damage_is_measured() {
    let text = b"{\"a\":1}\n{\"a\":\n{\"a\":\"b\n{x\n{\n  \"a\": 1\n}\n{\"a\":1},\n\xff\n\xff\xfe ok\nok";
    let damage = Damage::of(text);
    assert_eq!(damage.broken_off, Defect { count: 2, bytes: 6 + 8 });
    assert_eq!(damage.not_utf_8, Defect { count: 2, bytes: 2 + 6 });
}

#[test]
fn damage_adds_up() {
    let mut damage = Damage::of(b"{\"a\":\nok");
    damage.add(&Damage::of(b"{\"a\":\"b\n\xff\n"));
    damage.add(&Damage::of(b"ok"));
    assert_eq!(damage.broken_off, Defect { count: 2, bytes: 6 + 8 });
    assert_eq!(damage.not_utf_8, Defect { count: 1, bytes: 2 });
}
