//! `--registry`: the errors of applications, of plugins and of other Kuzzles.

use serde_json::{Value, json};

use crate::support::{assert_golden, run, run_with_input};

const APP: &str = "tests/fixtures/app.json";
const PLUGIN: &str = "tests/fixtures/shop";
/// A Kuzzle with another text for one of its errors.
const KUZZLE: &str = "tests/fixtures/kuzzle";

/// What is strange about the application: an error without a code, and one with a code of Kuzzle's.
const APP_WARNINGS: &str = "\
tests/fixtures/app.json:8:20: warning: $.app.subDomains.orders.errors.empty.code: no code is written; Kuzzle gives 0 \
if it registers in this order (code-by-order)
tests/fixtures/app.json:8:20: warning: $.app.subDomains.orders.errors.empty.code: Kuzzle's own errors are numbered \
from 1 (number-zero)
tests/fixtures/app.json:15:21: warning: $.app.subDomains.orders.errors.too_late.code: `core.fatal.unexpected_error` \
has the code 0x00000001 too, and answers for it (code-shared, value 1)
";

#[test]
fn cards_are_as_reviewed() {
    let card = |target, registry| run(&["explain", target, "--registry", registry]).warned_answer().0;
    assert_golden("custom_full.txt", &card("plugin.shop.teapot", PLUGIN));
    assert_golden("custom_least.txt", &card("0x04000002", PLUGIN));
    assert_golden("custom_same_code.txt", &card("app.orders.too_late", APP));
    assert_golden("custom_deprecated.txt", &card("app.orders.empty", APP));
    assert_golden("overlay.txt", &card("core.fatal.unexpected_error", KUZZLE));
    let response = r#"{"status":400,"error":{"message":"Order 7 | it left at noon","status":400,"code":1,
        "id":"app.orders.too_late","props":["7","noon"]},"requestId":"r-1"}"#;
    let received = run_with_input(&["explain", "-", "--registry", APP], response).warned_answer().0;
    assert_golden("custom_received.txt", &received);
}

#[test]
fn a_code_of_two_errors_is_the_built_in_one_s_and_names_the_other() {
    let (card, _) = run(&["explain", "1", "--registry", APP]).warned_answer();
    assert!(card.starts_with("core.fatal.unexpected_error\n"), "{card}");
    assert!(card.contains("\n  same code   app.orders.too_late (BadRequestError)\n"), "{card}");
}

#[test]
fn what_a_custom_definition_lacks_is_null() {
    let found = run(&["explain", "plugin.shop.too_late", "--registry", PLUGIN, "--format", "json"]).json();
    let expected = json!([{
        "id": "plugin.shop.too_late", "code": 0x0400_0002, "hex": "0x04000002", "class": "ForbiddenError",
        "status": 403, "description": "Too late for %s", "message": "Too late for %s", "params": [],
        "domain": "plugin", "subdomain": "shop", "name": "too_late", "releases": null, "deprecated": null,
        "cause": null, "fix": null, "retry": null, "audience": null, "url": null,
    }]);
    assert_eq!(found, expected);
}

#[test]
fn custom_definitions_are_listed_with_the_built_in_ones() {
    let list = |filters: &[&str]| {
        let asked = ["list", "--registry", APP, "--registry", PLUGIN, "--registry", KUZZLE];
        run(&[&asked, filters].concat()).warned_answer().0
    };
    let json: Value = serde_json::from_str(&list(&["--format", "json"])).expect("JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(277 + 4));
    let table = "CODE        STATUS  ID                    CLASS            DESCRIPTION\n\
                 0x00000000  404     app.orders.empty      NotFoundError    The order holds nothing\n\
                 0x00000001  400     app.orders.too_late   BadRequestError  Order %s | it left at %s\n\
                 0x04000001  418     plugin.shop.teapot    KuzzleError      I am a teapot\n\
                 0x04000002  403     plugin.shop.too_late  ForbiddenError   Too late for %s\n";
    assert_eq!(list(&["--subdomain", "orders,shop"]), table);
    assert_eq!(list(&["--custom"]), table);
    let ndjson = list(&["--deprecated", "--domain", "app", "--release", "1.12.0", "--format", "ndjson"]);
    assert!(ndjson.starts_with("{\"id\":\"app.orders.empty\",") && ndjson.lines().count() == 1, "{ndjson}");
    let csv = list(&["--status", "418", "--format", "csv"]);
    let row = "plugin.shop.teapot,67108865,0x04000001,KuzzleError,418,I am a teapot,I am a teapot,,plugin,shop,teapot,\
               ,,Somebody asked for coffee.,Ask for tea.,never,client,";
    assert_eq!(csv.lines().nth(1), Some(row));
    let overlay = list(&["--domain", "core", "--format", "tsv"]);
    assert!(overlay.contains("\tNobody saw this coming\tNobody saw this coming: %s\terror_id\tcore\t"), "{overlay}");
}

#[test]
fn domains_with_one_number_stay_together_in_markdown() {
    let asked = ["list", "--registry", APP, "--subdomain", "orders,fatal", "--domain", "app,core"];
    let (markdown, _) = run(&[&asked[..], &["--format", "markdown"]].concat()).warned_answer();
    let headings: Vec<&str> = markdown.lines().filter(|line| line.starts_with('#')).collect();
    let expected = ["## 0x00: app", "### Subdomain: 0x0000: orders", "## 0x00: core", "### Subdomain: 0x0000: fatal"];
    assert_eq!(headings, expected);
    let row = "| app.orders.too_late<br/><pre>0x00000001</pre> | \
               [BadRequestError](https://docs.kuzzle.io/core/2/api/errors/types/#badrequesterror) <pre>(400)</pre> | \
               Order %s \\| it left at %s |\n";
    assert!(markdown.contains(row), "{markdown}");
}

#[test]
fn values_of_custom_definitions_are_known_to_the_filters() {
    assert!(run(&["list", "--domain", "app"]).complaint(2).contains("invalid value 'app'"));
    let complaint = run(&["list", "--registry", PLUGIN, "--status", "419"]).complaint(2);
    assert!(complaint.contains("413, 418, 429"), "{complaint}");
}

#[test]
fn custom_definitions_are_found_by_words_and_suggested() {
    let (found, _) = run(&["search", "coffee", "--registry", PLUGIN]).warned_answer();
    assert_eq!(found, "0x04000001  418  plugin.shop.teapot\n                 I am a teapot\n");
    let complaint = run(&["explain", "plugin.shop.teapto", "--registry", PLUGIN]).complaint(1);
    assert_eq!(complaint, "error: no error has the id \"plugin.shop.teapto\"; did you mean plugin.shop.teapot?\n");
}

#[test]
fn custom_errors_are_built() {
    let build = |arguments: &[&str]| run(&[&["new"], arguments].concat()).warned_answer();
    let teapot = r#"{"message":"I am a teapot","status":418,"id":"plugin.shop.teapot","code":67108865,"props":[]}"#;
    assert_eq!(build(&["plugin.shop.teapot", "--registry", PLUGIN]), (format!("{teapot}\n"), String::new()));
    let late = concat!(
        r#"{"message":"Order 7 | it left at noon","status":400,"id":"app.orders.too_late","code":1,"#,
        r#""props":["7","noon"]}"#,
    );
    let named = ["app.orders.too_late", "--param", "time=noon", "--param", "order=7", "--registry", APP];
    assert_eq!(build(&named), (format!("{late}\n"), APP_WARNINGS.to_owned()));
    let other_text = build(&["1", "x", "--registry", KUZZLE]).0;
    assert!(other_text.starts_with(r#"{"message":"Nobody saw this coming: x","status":500,"#), "{other_text}");
    let problem = build(&["plugin.shop.too_late", "us", "--registry", PLUGIN, "--format", "problem"]).0;
    assert!(problem.starts_with(r#"{"type":"about:blank","title":"ForbiddenError","status":403,"#), "{problem}");
    // Nothing tells how many texts a message without named params takes.
    assert_eq!(build(&["plugin.shop.too_late", "--registry", PLUGIN]).1, "");
}

#[test]
fn warnings_are_shown_and_the_work_goes_on() {
    for asked in [&["explain", "2"][..], &["list", "--domain", "cluster"], &["search", "desync"], &["new", "2"]] {
        let plain = run(asked).warned_answer();
        let (answer, warnings) = run(&[asked, &["--registry", APP]].concat()).warned_answer();
        assert_eq!((answer, warnings), (plain.0, format!("{APP_WARNINGS}{}", plain.1)), "{asked:?}");
    }
}

#[test]
fn every_error_of_every_file_is_told_with_its_place() {
    let expected = "\
tests/fixtures/broken/manifest.json:4:27: error: $.errors.too_late.code: expected an integer from 1 to 65535 \
(code-range, value 70000)
tests/fixtures/broken/manifest.json:5:69: error: $.errors.too_soon.message: expected a string that is not empty \
(non-empty-text, value \"\")
/no/such: error: $: No such file or directory (os error 2) (file)
error: 3 errors in the registries; kuzzle-errors check PATH shows them in their lines
";
    for command in [&["explain", "1"][..], &["list"], &["search", "index"], &["new", "1"]] {
        let registries = ["--registry", "tests/fixtures/broken", "--registry", PLUGIN, "--registry", "/no/such"];
        assert_eq!(run(&[command, &registries].concat()).complaint(1), expected, "{command:?}");
    }
}

#[test]
fn registries_that_contradict_each_other_are_refused() {
    let complaint = run(&["list", "--registry", PLUGIN, "--registry", "tests/fixtures/conflict"]).complaint(1);
    let expected = "\
tests/fixtures/conflict/manifest.json:4:37: error: $.errors.teapot.class: `plugin.shop.teapot` is KuzzleError with \
the code 0x04000001 already, here it is BadRequestError with 0x04000001 (id-conflict, value \"BadRequestError\")
error: 1 error in the registries; kuzzle-errors check PATH shows them in their lines
";
    assert_eq!(complaint, expected);
}

#[test]
fn hostile_registries_are_survived() {
    let path = format!("{}/hostile.json", env!("CARGO_TARGET_TMPDIR"));
    let complaint = |text: &str| {
        std::fs::write(&path, text).expect("the folder is writable");
        run(&["list", "--registry", &path]).complaint(1)
    };
    let value = complaint("{\"app\": {\"code\": {\n\"a\": \"\u{202e}\u{9b}31m\"}, \"subDomains\": {}}}");
    assert!(value.contains("value { \"a\": \"\\u{202e}\\u{9b}31m\"}"), "{value}");
    assert_eq!(value.lines().count(), 2);
    let deep = complaint(&("[".repeat(200_000) + &"]".repeat(200_000)));
    assert!(deep.contains("\nerror: 1 error in the registries; "), "{deep}");
    assert!(complaint("{").contains("hostile.json:1:1: error: $: "));
}
