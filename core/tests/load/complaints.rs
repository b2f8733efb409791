use kuzzle_errors::{LoadOptions, Registry, Rule};
use serde_json::json;

use crate::{manifest, rules};

#[test]
fn complaints_are_told_line_by_line() {
    let text = "{\"name\": \"shop\",\n\"errors\": {\"a\": {\"code\": 70000, \"message\": \"m\"}}}";
    let invalid = LoadOptions::new().file_name("manifest.json").load_str(text).unwrap_err();
    let told = "invalid registry: 2 errors
manifest.json:2:17: error: $.errors.a.class: `class` is missing (missing-member)
manifest.json:2:26: error: $.errors.a.code: expected an integer from 1 to 65535 (code-range, value 70000)";
    assert_eq!(invalid.to_string(), told);
    let nameless = Registry::load_str("[]").unwrap_err();
    assert_eq!(nameless.to_string(), "invalid registry: 1 error\n1:1: error: $: expected an object (object, value [])");
}

#[test]
fn a_complaint_about_a_text_as_a_whole_has_no_place() {
    let invalid = LoadOptions::new().largest_file(1).load_str("{}").unwrap_err();
    let told = "invalid registry: 1 error\nerror: $: expected at most 1 bytes (file-size)";
    assert_eq!(invalid.to_string(), told);
}

#[test]
fn codes_by_order_end_where_their_range_does() {
    let domains: Vec<String> = (0..257).map(|number| format!(r#""d{number}": {{"subDomains": {{}}}}"#)).collect();
    let invalid = Registry::load_str(&format!("{{{}}}", domains.join(","))).unwrap_err();
    let (last, by_order) = invalid.complaints().split_last().unwrap();
    assert_eq!(by_order.len(), 256);
    assert!(by_order.iter().all(|complaint| complaint.rule() == Rule::CodeByOrder));
    assert_eq!((last.rule(), last.path(), last.value()), (Rule::CodeRange, "$.d256.code", None));
    assert_eq!(last.message(), "no code is written, and 256, the next in order, is above 255");
}

#[test]
fn all_that_is_wrong_about_an_error_is_told_at_once() {
    let text = r#"{"name": "shop", "errors": {"too_late": {
        "code": 70000, "class": "NotFound", "message": "", "retry": "soon", "audience": "nobody", "cause": 1}}}"#;
    let invalid = Registry::load_str(text).unwrap_err();
    let mut told = rules(invalid.complaints());
    told.sort_unstable();
    assert_eq!(
        told,
        ["audience-known", "class-known", "code-range", "non-empty-text", "non-empty-text", "retry-known"]
    );
}

#[test]
fn a_complaint_has_the_shape_of_all_languages() {
    let text = manifest("shop", &["a 70000 NotFoundError"]);
    let invalid = Registry::load_str(&text).unwrap_err();
    let expected = json!({
        "file": null, "path": "$.errors.a.code", "value": 70000, "rule": "code-range",
        "message": "expected an integer from 1 to 65535", "severity": "error", "line": 1, "column": 43,
    });
    assert_eq!(serde_json::to_value(invalid.complaints()).unwrap(), json!([expected]));
}

#[test]
fn long_values_and_names_are_cut() {
    let long = "é".repeat(10_000);
    let text = manifest("shop", &[&format!("{long} 1 NotFoundError")]);
    let invalid = Registry::load_str(&text).unwrap_err();
    let complaint = &invalid.complaints()[0];
    assert_eq!(complaint.rule(), Rule::IdPart);
    assert_eq!(complaint.path(), format!("$.errors.{}...", "é".repeat(128)));
    let text = manifest("shop", &["a 1 NotFoundError"]).replace("NotFoundError", &long);
    let invalid = Registry::load_str(&text).unwrap_err();
    let value: String = serde_json::from_str(invalid.complaints()[0].value().unwrap()).unwrap();
    // The JSON text with its opening quote, up to 256 bytes of it.
    assert_eq!(value, format!("\"{}...", "é".repeat(127)));
}

#[test]
fn parts_of_ids_may_have_128_bytes() {
    let (fits, too_long) = ("x".repeat(128), "x".repeat(129));
    assert!(Registry::load_str(&manifest(&fits, &[&format!("{fits} 1 NotFoundError")])).is_ok());
    for text in [manifest(&too_long, &[]), manifest("shop", &[&format!("{too_long} 1 NotFoundError")])] {
        assert_eq!(rules(Registry::load_str(&text).unwrap_err().complaints()), ["id-part"]);
    }
}

#[test]
fn a_domain_stands_in_one_file() {
    let domain = r#"{"code": 9, "subDomains": {}}"#;
    let invalid = LoadOptions::new().load_files([("next.json", domain), ("9-next.json", domain)]).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["duplicate-domain", "code-unique"]);
    assert_eq!(invalid.complaints()[0].file(), Some("9-next.json"));
    assert_eq!(invalid.complaints()[0].message(), "a file before this one has `next`");
}

#[test]
fn a_plugin_stands_in_one_file() {
    let shop = manifest("shop", &["a 1 NotFoundError"]);
    let invalid =
        LoadOptions::new().load_files([("one/manifest.json", &*shop), ("two/manifest.json", &shop)]).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["duplicate-domain"]);
}

#[test]
fn plugins_with_codes_of_their_own_share_none() {
    let with_code = |plugin| manifest(plugin, &[]).replacen('{', "{\"code\": 7, ", 1);
    let (one, other) = (with_code("one"), with_code("other"));
    let invalid = LoadOptions::new().load_files([("one", &*one), ("other", &other)]).unwrap_err();
    assert_eq!(rules(invalid.complaints()), ["code-unique"]);
    let (one, other) = (manifest("one", &["a 1 NotFoundError"]), manifest("other", &["b 1 NotFoundError"]));
    let registry = LoadOptions::new().load_files([("one", &*one), ("other", &other)]).unwrap();
    assert_eq!(crate::ids(&registry), ["plugin.one.a", "plugin.other.b"]);
    assert_eq!(registry.by_code(0x0400_0001).unwrap().id(), "plugin.one.a");
}

#[test]
fn warnings_don_t_prevent_loading() {
    let text = r#"{"app": {"code": 0, "subDomains": {"a": {"code": 0, "errors": {
        "b": {"code": 0, "class": "NotFoundError", "message": "m"}}}}}}"#;
    let registry = Registry::load_str(text).unwrap();
    assert_eq!(rules(registry.warnings()), ["number-zero"]);
    assert_eq!(registry.by_code(0).unwrap().id(), "app.a.b");
    assert!(Registry::kuzzle().warnings().is_empty());
}
