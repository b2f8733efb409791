//! Files made to hurt: nothing panics, and nothing takes more than linear time, which shows in that these end.

use kuzzle_errors::Registry;

use crate::{manifest, rules};

#[test]
fn any_depth_of_nesting_is_survived() {
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let text = manifest("shop", &["a 1 NotFoundError"]).replacen('{', &format!("{{\"deep\": {deep},"), 1);
    assert_eq!(Registry::load_str(&text).unwrap().iter().count(), 1);
    let expected = [
        (format!(r#"{{"name": "shop", "errors": {{"a": {deep}}}}}"#), vec!["object"]),
        (manifest("shop", &["a 1 NotFoundError"]).replace("1,", &format!("{deep},")), vec!["code-integer"]),
        (r#"{"a":"#.repeat(200_000), vec!["json"]),
        // An object of domains whose only domain has no code and no subdomains.
        (format!("{}1{}", r#"{"a":"#.repeat(200_000), "}".repeat(200_000)), vec!["code-by-order", "missing-member"]),
    ];
    for (text, expected) in expected {
        assert_eq!(rules(Registry::load_str(&text).unwrap_err().complaints()), expected);
    }
}

#[test]
fn ids_of_one_hash_are_all_found() {
    // Ids of one length with the same beginning, middle and end.
    let names: Vec<String> = (0..20_000).map(|number| format!("{number:06}{}", "x".repeat(60))).collect();
    let rows: Vec<String> = (1..).zip(&names).map(|(code, name)| format!("{name} {code} NotFoundError")).collect();
    let text = manifest("shop", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let registry = Registry::load_str(&text).unwrap();
    for (number, name) in (1_u32..).zip(&names) {
        let id = format!("plugin.shop.{name}");
        assert_eq!(registry.by_id(&id).unwrap().code().get(), 0x0400_0000 + number);
        assert_eq!(registry.by_code(0x0400_0000 + number).unwrap().id(), id);
    }
    assert_eq!(registry.by_id(&format!("plugin.shop.020000{}", "x".repeat(60))), None);
    assert_eq!(registry.by_code(0x0400_0000 + 20_001), None);
}

#[test]
fn short_ids_are_found() {
    let text = r#"{"a": {"code": 1, "subDomains": {"b": {"code": 1, "errors": {
        "c": {"code": 1, "class": "NotFoundError", "message": "m"},
        "d": {"code": 2, "class": "NotFoundError", "message": "m"}}}}}}"#;
    let registry = Registry::load_str(text).unwrap();
    assert_eq!(registry.by_id("a.b.c").unwrap().code().number(), 1);
    assert_eq!(registry.by_id("a.b.d").unwrap().code().number(), 2);
    for unknown in ["a.b.e", "a.b.", "a.b.c\0", "a.b.c\0\0\0\0\0\0\0\0\0\0\0", ""] {
        assert_eq!(registry.by_id(unknown), None, "{unknown:?}");
    }
}

#[test]
fn a_hundred_thousand_complaints_are_told() {
    let members = r#""a":1,"#.repeat(100_000);
    let text = format!(r#"{{"name": "shop", {members} "errors": {{{members} "b": 1}}}}"#);
    let invalid = Registry::load_str(&text).unwrap_err();
    // All but the first `a` of each object, then the first one of the errors and `b`, which are no objects.
    assert_eq!(invalid.complaints().len(), 99_999 + 99_999 + 2);
    let last = invalid.complaints().last().unwrap();
    assert_eq!((last.path(), last.column()), ("$.errors.b", Some(text.len() - 2)));
}

#[test]
fn numbers_of_any_size_are_complaints() {
    for number in ["9".repeat(100_000), "1e400".into(), "-0.5".into(), "1E-400".into()] {
        let text = manifest("shop", &[&format!("a {number} NotFoundError")]);
        assert_eq!(Registry::load_str(&text).unwrap_err().complaints().len(), 1);
    }
}

#[test]
fn lone_surrogates_stand_in_names_as_replacement_characters() {
    let text = manifest("shop", &["\\ud800 1 NotFoundError"]);
    assert_eq!(crate::ids(&Registry::load_str(&text).unwrap()), ["plugin.shop.\u{fffd}"]);
}

#[test]
fn control_characters_stand_in_no_id() {
    for name in ["\\u0000", "a\\n", "\\u007f", "\\u00a0", "\\u2028"] {
        let text = manifest("shop", &[]).replace("\"errors\": {", &format!("\"errors\": {{\"{name}\": {{}}"));
        assert_eq!(rules(Registry::load_str(&text).unwrap_err().complaints()), ["id-part"], "{name}");
    }
}

#[test]
fn no_short_text_panics() {
    let pieces =
        ["{", "}", "\"errors\":", "\"name\":", "\"a\"", ":", ",", "[", "]", "1", "null", "\"subDomains\":", "{}"];
    let text = |number: usize| {
        let digits = [number % 13, number / 13 % 13, number / 169 % 13, number / 2197 % 13, number / 28561];
        digits.map(|digit| pieces[digit]).concat()
    };
    for number in 0..13_usize.pow(5) {
        let _ = Registry::load_str(&text(number));
    }
}
