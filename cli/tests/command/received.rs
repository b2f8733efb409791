//! `explain -` and `explain --file`: what a server sent.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::support::{assert_golden, run, run_with_input};

/// An answer of Kuzzle 2.x.
const RESPONSE: &str = r#"{"status":412,"error":{"message":"The index \"nyc\" does not exist.","status":412,
"id":"services.storage.unknown_index","code":16842753,"props":["nyc"],"stack":"PreconditionError: The index\n    at x"},
"requestId":"2a1f7b2c","controller":"collection","action":"list","index":"nyc","collection":null,
"volatile":{"sdkName":"js@7.10.0"},"result":null,"node":"knode-zany-1"}"#;

/// A partial success of Kuzzle 2.x.
const BATCH: &str = r#"{"status":206,"error":{"id":"services.storage.incomplete_delete","code":16842761,"status":206,
"message":"Couldn't delete all the requested documents: 12 failures","count":12,"errors":["doc-1",
{"document":{"_id":"doc-2"},"status":404,"reason":"document not found"},{"index":{"_id":"doc-3","status":400,
"error":{"type":"mapper","reason":"failed\nto parse"}}},{"_id":"doc-4","reason":"version conflict"},
5,6,7,8,9,10,11,12]}}"#;

fn explain(input: &str) -> String {
    run_with_input(&["explain", "-"], input).answer()
}

#[test]
fn cards_are_as_reviewed() {
    assert_golden("received.txt", &explain(RESPONSE));
    assert_golden("received_batch.txt", &explain(BATCH));
    let conflict = r#"{"message":"Document not found","id":"services.storage.not_found","code":1,"status":400}"#;
    assert_golden("received_conflict.txt", &explain(conflict));
    let unknown = r#"{"status":400,"error":{"message":"too late","id":"app.orders.too_late","code":1,"status":400}}"#;
    assert_golden("received_unknown.txt", &explain(unknown));
    let undecided = r#"{"error":{"message":"who knows","code":16842753,"status":400}}"#;
    assert_golden("received_undecided.txt", &explain(undecided));
    let old = r#"{"error":{"message":"down","id":"api.server.elasticsearch_down","code":33685505,"status":500}}"#;
    assert_golden("received_old.txt", &explain(old));
}

#[test]
fn json_tells_everything_about_the_error() {
    let mut errors = run_with_input(&["explain", "-", "--format", "json"], RESPONSE).json();
    let definition = errors[0]["definition"].take();
    assert_eq!(definition, run(&["explain", "0x01010001", "--format", "json"]).json()[0]);
    let error: Value = serde_json::from_str::<Value>(RESPONSE).expect("JSON")["error"].take();
    let expected = json!([{
        "id": "services.storage.unknown_index",
        "class": "PreconditionError",
        "definition": null,
        "error": error,
        "context": {
            "status": 412, "requestId": "2a1f7b2c", "controller": "collection", "action": "list", "index": "nyc",
            "collection": null, "volatile": {"sdkName": "js@7.10.0"}, "result": null, "node": "knode-zany-1",
        },
        "conflict": null,
        "failures": [],
    }]);
    assert_eq!(errors, expected);
}

#[test]
fn files_are_read_like_standard_input() {
    let path = temporary_file("response.json", RESPONSE);
    let path = path.to_str().expect("a path in UTF-8");
    assert_eq!(run(&["explain", "--file", path]).answer(), explain(RESPONSE));
    let both = run(&["explain", "-f", path, "--file", path, "--format", "json"]).json();
    assert_eq!(both.as_array().map(Vec::len), Some(2));
    assert_eq!(run_with_input(&["explain", "--file", "-"], RESPONSE).answer(), explain(RESPONSE));
}

#[test]
fn standard_input_stands_among_the_targets() {
    let asked = ["explain", "1", "-", "security.token.expired", "--format", "json"];
    let answers = run_with_input(&asked, RESPONSE).json();
    let ids: Vec<&str> = answers.as_array().expect("an array").iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids, ["core.fatal.unexpected_error", "services.storage.unknown_index", "security.token.expired"]);
}

#[test]
fn errors_inside_other_json_are_found_in_order() {
    let log =
        format!(r#"[{{"exchange": {{"response": {RESPONSE}}}}}, null, {{"type": "TokenExpired"}}, "x", [[{BATCH}]]]"#);
    let found = run_with_input(&["explain", "-", "--format", "json"], &log).json();
    let ids: Vec<&str> = found.as_array().expect("an array").iter().filter_map(|one| one["id"].as_str()).collect();
    let expected = ["services.storage.unknown_index", "security.token.expired", "services.storage.incomplete_delete"];
    assert_eq!(ids, expected);
    assert_eq!(found[0]["context"]["requestId"], "2a1f7b2c");
}

#[test]
fn a_release_says_what_a_code_meant() {
    let error = r#"{"error":{"message":"reserved","code":16842774,"status":400}}"#;
    let id = |release: &str| {
        let option = format!("--release={release}");
        run_with_input(&["explain", "-", "--format", "json", &option], error).json()[0]["id"].take()
    };
    assert_eq!(id("1.12.0"), "services.storage.index_reserved");
    assert_eq!(id("2.4"), "services.storage.collection_reserved");
    assert_eq!(id("1.9"), Value::Null);
}

#[test]
fn before_1_10_5_the_meaning_of_a_code_is_told_beside_the_answer() {
    let explain = |code: u32, release: &str, format: &str| {
        let error = format!(r#"{{"error":{{"message":"down","code":{code},"status":500}}}}"#);
        run_with_input(&["explain", "-", "--release", release, "--format", format], error).warned_answer()
    };
    let id = "api.server.elasticsearch_down";
    for format in ["text", "json"] {
        let (answer, warning) = explain(0x0202_0001, "1.10.4", format);
        let expected = format!("in Kuzzle 1.10.4 0x02020001 meant {id}: see explain 0x02020001 --release 1.10.4");
        assert_eq!(warning, format!("warning: {expected}\n"));
        assert!(answer.contains("down") && !answer.contains(id), "{answer}");
    }
    let (_, warning) = explain(0x0101_0001, "1.9.2", "text");
    let expected = format!(
        "in Kuzzle 1.9.2 0x01010001 meant {id}: see explain 0x01010001 --release 1.9.2; servers of 1.9 sent only the \
         last four digits of a code"
    );
    assert_eq!(warning, format!("warning: {expected}\n"));
    assert_eq!(explain(0x0101_0001, "1.12", "json").1, "");
    assert_eq!(explain(9, "1.9.2", "json").1, "");
    let twice = r#"[{"error":{"message":"a","code":33685505}},{"error":{"message":"b","code":33685505}}]"#;
    let (_, warnings) = run_with_input(&["explain", "-", "--release", "1.10.4"], twice).warned_answer();
    assert_eq!(warnings.lines().count(), 1, "{warnings}");
    // An id says by itself which error it was, in 1.9 with hyphens and only the end of the code.
    let old = r#"{"error":{"message":"down","id":"api-server-elasticsearch_down","code":1,"status":500}}"#;
    let card = run_with_input(&["explain", "-", "--release", "1.9.2"], old).answer();
    assert!(card.contains("  id          api-server-elasticsearch_down (of Kuzzle 1.9.0 to 1.9.2)\n"), "{card}");
}

#[test]
fn a_code_on_standard_input_belongs_among_the_arguments() {
    for name in ["0x01010001", "services.storage.unknown_index", "16842753", "-5"] {
        let complaint = run_with_input(&["explain", "-"], format!(" {name}\n")).complaint(1);
        let expected = format!("JSON is read here, a code or an id is given as an argument: explain {name}");
        assert!(complaint.starts_with("error: standard input"), "{complaint}");
        assert!(complaint.ends_with(&format!("; {expected}\n")), "{complaint}");
        assert_eq!(complaint.lines().count(), 1);
    }
    let other = run_with_input(&["explain", "-"], "teapot").complaint(1);
    assert_eq!(other, "error: standard input: invalid JSON at line 1, column 2: expected ident\n");
}

#[test]
fn the_first_lines_of_a_page_are_shown() {
    let page =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\n\n  <body>\t\u{1b}[31mred\n<hr>\n<p>a\rb\n</body>\n";
    let card = run_with_input(&["explain", "-", "--http-status", "502"], page).answer();
    let expected = "Received\nHTTP status 502\n\n  id          none\n  class       KuzzleError (502)\n  \
                    body        <html>\n              <head><title>502 Bad Gateway</title></head>\n              \
                    <body>\\t\\u{1b}[31mred\n              <hr>\n              <p>a b\n              …\n";
    assert_eq!(card, expected);

    let long = run_with_input(&["explain", "-", "--http-status", "502"], "x".repeat(1_000_000)).answer();
    assert!(long.ends_with(&format!("\n  body        {}…\n", "x".repeat(72))), "{long}");
    let bytes = run_with_input(&["explain", "-", "--http-status", "502"], b"caf\xe9").answer();
    assert!(bytes.ends_with("\n  body        caf\u{fffd}\n"), "{bytes}");
    let other = run_with_input(&["explain", "-", "--http-status", "502"], r#"{"detail":"no upstream"}"#).answer();
    assert!(other.ends_with("\n  body        {\"detail\":\"no upstream\"}\n"), "{other}");
    let error = run_with_input(&["explain", "-", "--http-status", "412"], RESPONSE).answer();
    assert_eq!(error, explain(RESPONSE));
}

#[test]
fn the_page_of_a_proxy_needs_its_http_status() {
    let page = "<html><body>503 Service Unavailable</body></html>";
    let card = run_with_input(&["explain", "-", "--http-status", "503"], page).answer();
    assert_eq!(
        card,
        "Received\nHTTP status 503\n\n  id          none\n  class       ServiceUnavailableError (503)\n  \
                     body        <html><body>503 Service Unavailable</body></html>\n"
    );
    let complaint = run_with_input(&["explain", "-"], page).complaint(1);
    let expected = "invalid JSON at line 1, column 1: expected value; give the page of a proxy its --http-status";
    assert_eq!(complaint, format!("error: standard input: {expected}\n"));
    let nothing = run_with_input(&["explain", "-", "--http-status", "502"], "").answer();
    assert_eq!(nothing, "Received\nHTTP status 502\n\n  id          none\n  class       KuzzleError (502)\n");
}

#[test]
fn malformed_json_is_located() {
    let complaint = run_with_input(&["explain", "-"], "{\"error\": {\n  \"message\": \"x\",\n}}").complaint(1);
    assert!(complaint.starts_with("error: standard input: invalid JSON at line 3, column 1: "), "{complaint}");
    let path = temporary_file("cut.json", &RESPONSE[..50]);
    let complaint = run(&["explain", "--file", path.to_str().expect("a path in UTF-8")]).complaint(1);
    assert!(complaint.contains("cut.json: invalid JSON at line 1, column 50: EOF while parsing"), "{complaint}");
}

#[test]
fn what_holds_no_error_is_said_and_status_1() {
    let document = r#"{"status":200,"error":null,"result":{"_source":{"errors":["of", {"_id": "somebody"}]}}}"#;
    let message = r#"{"status":200,"error":null,"result":{"message":"hello"}}"#;
    for body in ["{}", "[]", "null", "5.5", "\"text\"", message, document] {
        let complaint = run_with_input(&["explain", "-"], body).complaint(1);
        assert_eq!(complaint, "error: standard input holds no error\n", "{body}");
    }
    let json = run_with_input(&["explain", "-", "--format", "json"], "{}");
    assert_eq!((json.status, json.output.as_str()), (1, "[]\n"));
}

#[test]
fn the_notice_of_an_expired_token_is_an_error() {
    let notice = r#"{"type":"TokenExpired","status":200,"message":"Authentication Token Expired","room":"r-1"}"#;
    let errors = run_with_input(&["explain", "-", "--format", "json"], notice).json();
    assert_eq!((&errors[0]["id"], &errors[0]["context"]["status"]), (&json!("security.token.expired"), &json!(200)));
    let card = explain(notice);
    assert!(
        card.starts_with("Received\nAuthentication Token Expired\n\n  class       UnauthorizedError (401)\n"),
        "{card}"
    );
    assert!(card.contains("\n\nsecurity.token.expired\n"), "{card}");
}

#[test]
fn a_bare_error_is_read_in_any_order_of_members() {
    let bare = r#"{"props":["nyc"],"id":"services.storage.unknown_index","message":"No index","extra":{"a": 1e400}}"#;
    let answer = run_with_input(&["explain", "-", "--format", "json"], bare).answer();
    let expected =
        r#""error":{"message":"No index","id":"services.storage.unknown_index","props":["nyc"],"extra":{"a": 1e400}}"#;
    assert!(answer.contains(expected), "{answer}");
}

/// The answer of Kuzzle 2.x to `document:mCreate` that is not strict.
const FAILED_ITEMS: &str = r#"{"status":206,"error":null,"requestId":"r-2","result":{"successes":[],"errors":[
{"document":{"_id":"doc-1"},"status":400,"reason":"document already exists"},"doc-2"]}}"#;

#[test]
fn failed_items_without_an_error_are_shown() {
    let expected = "Received\nno error, but 2 failed items\n\n  failures    doc-1 (400): document already exists\n  \
                    \x20           doc-2\n";
    assert_eq!(explain(FAILED_ITEMS), expected);
    let answer = run_with_input(&["explain", "-", "--format", "json"], FAILED_ITEMS).answer();
    let expected = [
        "[\n",
        r#"{"id":null,"class":null,"definition":null,"error":null,"context":"#,
        FAILED_ITEMS,
        r#","conflict":null,"failures":["#,
        r#"{"id":"doc-1","status":400,"reason":"document already exists","action":null,"#,
        r#""raw":{"document":{"_id":"doc-1"},"status":400,"reason":"document already exists"}},"#,
        r#"{"id":"doc-2","status":null,"reason":null,"action":null,"raw":"doc-2"}]}"#,
        "\n]\n",
    ];
    assert_eq!(answer, expected.concat());
}

#[test]
fn failed_items_are_found_among_errors() {
    let log = format!(r#"{{"errors":[{{"status":412,"exchange":{RESPONSE}}},{{"at":1,"answer":[{FAILED_ITEMS}]}}]}}"#);
    let found = run_with_input(&["explain", "-", "--format", "json"], &log).json();
    assert_eq!(found.as_array().map(Vec::len), Some(2));
    assert_eq!(found[0]["id"], "services.storage.unknown_index");
    assert_eq!((&found[1]["id"], &found[1]["failures"][1]["id"]), (&Value::Null, &json!("doc-2")));
}

#[test]
fn a_list_of_errors_is_one_of_failed_items_if_some_are_not_whole_errors() {
    let error = r#"{"message":"Document not found","status":404,"id":"services.storage.not_found"}"#;
    let whole =
        run_with_input(&["explain", "-", "--format", "json"], format!(r#"{{"errors":[{error},{error}]}}"#)).json();
    assert_eq!(
        (&whole[0]["id"], whole[1]["class"].as_str()),
        (&json!("services.storage.not_found"), Some("NotFoundError"))
    );
    let mixed = explain(&format!(r#"{{"result":{{"errors":[{error},"doc-2"]}}}}"#));
    assert!(mixed.contains("no error, but 2 failed items\n"), "{mixed}");
    let strange = explain(r#"{"result":{"errors":[5]}}"#);
    assert_eq!(strange, "Received\nno error, but a failed item\n\n  failures    5\n");
}

#[test]
fn what_cannot_be_read_is_said_and_status_1() {
    assert_eq!(run_with_input(&["explain", "-"], " \n").complaint(1), "error: standard input is empty\n");
    let missing = run(&["explain", "--file", "/no/such/file.json"]).complaint(1);
    assert!(missing.starts_with("error: cannot read /no/such/file.json: No such file or directory"), "{missing}");
    let folder = run(&["explain", "--file", "/"]).complaint(1);
    assert!(folder.starts_with("error: cannot read /: Is a directory"), "{folder}");
}

#[cfg(target_os = "linux")]
#[test]
fn endless_input_is_refused() {
    assert_eq!(
        run(&["explain", "--file", "/dev/zero"]).complaint(1),
        "error: cannot read /dev/zero: more than 64 MiB\n"
    );
}

#[test]
fn hostile_input_is_survived() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert_eq!(run_with_input(&["explain", "-"], deep).complaint(1), "error: standard input holds no error\n");
    let control = explain(r#"{"error":{"message":"red \u001b[31m\u0007","status":400,"id":"a.b.\u001b[2J"}}"#);
    assert!(control.starts_with("Received\nred \\u{1b}[31m\\u{7}\n"), "{control}");
    assert!(control.contains("a.b.\\u{1b}[2J") && !control.contains('\u{1b}'), "{control}");
    let bytes = run_with_input(&["explain", "-"], b"{\"error\":{\"message\":\"caf\xe9\",\"status\":400}}").answer();
    assert!(bytes.starts_with("Received\ncaf\u{fffd}\n"), "{bytes}");
    let marked = run_with_input(&["explain", "-"], format!("\u{feff} [{RESPONSE}]")).answer();
    assert!(marked.contains("services.storage.unknown_index"), "{marked}");
    let numbers = explain(r#"{"error":{"message":"m","status":1e400,"code":99999999999999999999,"props":[1e400]}}"#);
    assert!(numbers.starts_with("Received\nm\n"), "{numbers}");
}

fn temporary_file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).expect("the folder is writable");
    path
}
