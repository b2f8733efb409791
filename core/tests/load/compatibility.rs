//! What a newer registry may not do to an older one's ids.

use kuzzle_errors::{LoadOptions, Registry, Severity};
use serde_json::json;

const OLD: &str = r#"{
  "name": "shop",
  "errors": {
    "late": { "code": 1, "class": "BadRequestError", "message": "Too late for %s" },
    "teapot": { "code": 2, "class": "KuzzleError", "status": 418, "message": "I am a teapot" }
  }
}"#;

fn load(name: &str, text: &str) -> Registry {
    LoadOptions::new().file_name(name).load_str(text).unwrap()
}

/// The complaints about OLD with one text in place of another, a line each.
fn complaints(old: &str, new: &str) -> Vec<String> {
    assert!(OLD.contains(old), "{old}");
    let newer = load("new/manifest.json", &OLD.replace(old, new));
    let complaints = newer.check_against(&load("old/manifest.json", OLD));
    complaints.iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_broken() {
    for (old, new) in [
        ("Too late for %s", "Much too late for %s"),
        ("\"message\": \"Too", "\"deprecated\": \"1.1.0\", \"message\": \"Too"),
        (
            "\"errors\": {",
            "\"errors\": {\"never\": {\"code\": 3, \"class\": \"NotFoundError\", \"message\": \"Never\"},",
        ),
        ("  ", ""),
    ] {
        assert_eq!(complaints(old, new), [""; 0], "{new}");
    }
}

#[test]
fn an_id_is_gone() {
    let expected = "old/manifest.json:4:13: error: $.errors.late: `plugin.shop.late` (0x04000001) is gone in the \
                    newer registry (id-removed)";
    assert_eq!(complaints("\"late\"", "\"too_late\""), [expected]);
}

#[test]
fn an_id_has_another_code() {
    let expected = "new/manifest.json:4:23: error: $.errors.late.code: `plugin.shop.late` had the code 0x04000001, \
                    here it has 0x04000007 (code-changed, value 7)";
    assert_eq!(complaints("\"code\": 1", "\"code\": 7"), [expected]);
}

#[test]
fn an_id_has_another_class() {
    let expected = "new/manifest.json:4:35: error: $.errors.late.class: `plugin.shop.late` was BadRequestError, here \
                    it is NotFoundError (class-changed, value \"NotFoundError\")";
    assert_eq!(complaints("BadRequestError", "NotFoundError"), [expected]);
}

#[test]
fn a_kuzzle_error_has_another_status() {
    let expected = "new/manifest.json:5:15: error: $.errors.teapot: `plugin.shop.teapot` had the status 418, here it \
                    has 500 (status-changed)";
    assert_eq!(complaints("\"status\": 418, ", ""), [expected]);
}

#[test]
fn a_message_takes_other_values() {
    let expected = "new/manifest.json:4:13: warning: $.errors.late: `plugin.shop.late` took 1 value, here it takes \
                    2 values (order, time) (params-changed)";
    let message = "\"message\": \"Too late for %s at %s\", \"params\": [\"order\", \"time\"]";
    assert_eq!(complaints("\"message\": \"Too late for %s\"", message), [expected]);
}

#[test]
fn everything_at_once_in_the_order_of_the_places() {
    let newer = r#"{"name": "shop", "errors": {
        "teapot": {"code": 1, "class": "KuzzleError", "message": "%s"}
    }}"#;
    let complaints = load("new.json", newer).check_against(&load("old.json", OLD));
    let found: Vec<_> =
        complaints.iter().map(|complaint| (complaint.file(), complaint.line(), complaint.rule().name())).collect();
    let expected = [
        (Some("new.json"), Some(2), "status-changed"),
        (Some("new.json"), Some(2), "params-changed"),
        (Some("new.json"), Some(2), "code-changed"),
        (Some("old.json"), Some(4), "id-removed"),
    ];
    assert_eq!(found, expected);
    assert_eq!(complaints.iter().filter(|complaint| complaint.severity() == Severity::Error).count(), 3);
}

#[test]
fn what_is_built_in_has_no_place() {
    let (old, new) = (Registry::kuzzle().at("1.12.0").unwrap(), Registry::kuzzle().at("2.0.0").unwrap());
    let complaints = new.check_against(&old);
    let expected = json!({
        "file": null, "path": "$", "value": null, "rule": "id-removed", "severity": "error", "line": null,
        "column": null, "message": "`services.storage.index_reserved` (0x01010016) is gone in the newer registry",
    });
    assert!(complaints.iter().any(|complaint| json!(complaint) == expected), "{complaints:?}");
}
