//! `scan`: logs in any form, and what is wrong with them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::{run, run_with_input};

const UNKNOWN_INDEX: &str =
    r#"{"time":"2026-11-27T15:19:23Z","error":{"id":"services.storage.unknown_index","status":412,"code":16842753}}"#;

/// A folder of its own for one test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scan").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Writes a file and gives back its path.
pub(crate) fn file(folder: &Path, name: &str, contents: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, contents).expect("the file is writable");
    path.to_str().expect("a path of text").to_owned()
}

/// The answer about an input.
fn scan(arguments: &[&str], input: &str) -> Value {
    run_with_input(&[&["scan", "--format", "json"], arguments].concat(), input).json()
}

/// The ids and counts of an answer.
fn counts(answer: &Value) -> Vec<(&str, u64)> {
    let rows = answer["errors"].as_array().expect("a list");
    rows.iter().filter_map(|row| Some((row["id"].as_str()?, row["count"].as_u64()?))).collect()
}

#[test]
fn the_answer_has_the_members_of_the_contract() {
    let log = [
        UNKNOWN_INDEX,
        "security.token.expired at nobody knows when",
        r#"{"time":"2026-11-27T15:20:23Z","id":"services.storage.unknown_index","status":400}"#,
        r#"{"id":"app.orders.too_late","message":"x"}"#,
        r#"{"code":305419896,"status":500,"message":"x"}"#,
        r#"{"result":{"id":"services.storage.unknown_index"}}"#,
    ];
    let answer = scan(&[], &log.join("\n"));
    let sight = |time: Option<&str>, line: u64| json!({"time": time, "file": "-", "line": line});
    let expected = json!({
        "errors": [
            {"id": "services.storage.unknown_index", "count": 2, "share": 2.0 / 3.0, "class": "PreconditionError",
             "status": 412, "retry": "never", "audience": "client",
             "first": sight(Some("2026-11-27T15:19:23.000Z"), 1), "last": sight(Some("2026-11-27T15:20:23.000Z"), 3)},
            {"id": "security.token.expired", "count": 1, "share": 1.0 / 3.0, "class": "UnauthorizedError",
             "status": 401, "retry": "login", "audience": "client", "first": sight(None, 2), "last": sight(None, 2)},
        ],
        "in_documents": 1,
        "conflicts": [
            {"id": "services.storage.unknown_index",
             "conflict": {"code": null, "status": {"received": 400, "expected": 412}}, "count": 1,
             "first": sight(Some("2026-11-27T15:20:23.000Z"), 3), "last": sight(Some("2026-11-27T15:20:23.000Z"), 3)},
        ],
        "unknown_ids": [{"id": "app.orders.too_late", "count": 1, "first": sight(None, 4), "last": sight(None, 4)}],
        "unknown_codes": [
            {"code": 305_419_896, "hex": "0x12345678", "count": 1, "first": sight(None, 5), "last": sight(None, 5)},
        ],
        "skipped": [],
    });
    assert_eq!(answer, expected);
}

#[test]
fn files_folders_and_archives_are_read_alike() {
    let folder = folder("archives");
    let log = format!("{UNKNOWN_INDEX}\n").repeat(1000);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(log.as_bytes()).expect("memory");
    let gzip = gzip.finish().expect("memory");
    let level = ruzstd::encoding::CompressionLevel::Fastest;
    let zstandard = ruzstd::encoding::compress_to_vec(log.as_bytes(), level);
    // Several members of gzip, several frames of Zstandard, a frame to be skipped.
    let skipped = [&[0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3][..], &zstandard].concat();
    file(&folder, "a.log", &log);
    file(&folder, "b.log.gz", [gzip.clone(), gzip].concat());
    fs::create_dir(folder.join("c")).expect("a folder");
    let last = file(&folder.join("c"), "d.zst", [&zstandard[..], &skipped].concat());
    let answer = run(&["scan", "--format", "json", folder.to_str().expect("text")]).json();
    assert_eq!(counts(&answer), [("services.storage.unknown_index", 5000)]);
    assert_eq!(answer["errors"][0]["last"], json!({"time": "2026-11-27T15:19:23.000Z", "file": last, "line": 2000}));
    assert_eq!(answer["skipped"], json!([]));
}

#[test]
fn what_is_broken_is_told_and_the_rest_is_read() {
    let folder = folder("broken");
    let log = format!("{UNKNOWN_INDEX}\n").repeat(20_000);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(log.as_bytes()).expect("memory");
    let gzip = gzip.finish().expect("memory");
    let truncated = file(&folder, "a.gz", &gzip[..gzip.len() - 9]);
    let zstandard = ruzstd::encoding::compress_to_vec(log.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    let cut = file(&folder, "b.zst", &zstandard[..zstandard.len() / 2]);
    let lines = file(&folder, "c.log", b"{\"a\":{\"id\":\"security.token.expired\"\ncaf\xe9 security.token.expired\n");
    let missing = folder.join("d.log").to_str().expect("text").to_owned();
    let run = run(&["scan", "--format", "json", &truncated, &cut, &lines, &missing]);
    assert_eq!(run.status, 1);
    let complaints: Vec<&str> = run.errors.lines().map(|line| &line[..line.find(": ").unwrap_or(0) + 2]).collect();
    assert_eq!(complaints, ["error: "; 3], "{}", run.errors);
    let answer: Value = serde_json::from_str(&run.output).expect("JSON");
    let found = counts(&answer);
    assert_eq!(found[1], ("security.token.expired", 2));
    assert!(found[0].1 > 20_000 && found[0].1 < 40_000, "{found:?}");
    // Where an archive is cut a line may be cut, too.
    let is_whole =
        |row: &&Value| row["file"] != cut.as_str() || row["reason"] != "lines that break off within an object";
    let skipped: Vec<_> = answer["skipped"].as_array().expect("a list").iter().filter(is_whole).collect();
    let files: Vec<_> = skipped.iter().filter_map(|row| row["file"].as_str()).collect();
    assert_eq!(files, [truncated.as_str(), &cut, &lines, &lines, &missing]);
    assert_eq!(skipped[2]["reason"], "lines that break off within an object");
    assert_eq!((&skipped[3]["reason"], &skipped[3]["bytes"]), (&json!("lines that are not UTF-8"), &json!(28)));
}

#[test]
fn counts_by_each_group() {
    let log = "2026-11-27T15:59:59Z security.token.expired\n2026-11-27T16:00:00Z security.token.invalid\n\
               2026-11-27T16:10:00Z services.storage.unknown_index\n";
    for (by, keys) in [
        ("class", json!(["UnauthorizedError", "PreconditionError"])),
        ("domain", json!(["security", "services"])),
        ("status", json!([401, 412])),
        ("retry", json!(["login", "never"])),
        ("audience", json!(["client"])),
        ("hour", json!(["2026-11-27T15:00:00.000Z", "2026-11-27T16:00:00.000Z"])),
    ] {
        let answer = scan(&["--by", by], log);
        let rows = answer["errors"].as_array().expect("a list");
        assert_eq!(rows.iter().map(|row| row[by].clone()).collect::<Value>(), keys);
        assert_eq!(rows.iter().filter_map(|row| row["count"].as_u64()).sum::<u64>(), 3);
    }
}

#[test]
fn top_keeps_the_most_frequent() {
    let log = "security.token.expired\n".repeat(3) + "services.storage.unknown_index\n";
    let unknown =
        ["app.a.b", "app.a.b", "app.a.c", "app.a.d"].map(|id| format!("{{\"id\":\"{id}\",\"status\":400}}\n"));
    let answer = scan(&["--top", "1"], &(log + &unknown.concat()));
    assert_eq!(counts(&answer), [("security.token.expired", 3)]);
    assert_eq!(answer["errors"][0]["share"], 0.75);
    // Nothing is dropped.
    assert_eq!((&answer["unknown_ids"][0]["count"], &answer["untold"]), (&2.into(), &2.into()));
}

#[test]
fn lines_and_rows_of_the_other_formats() {
    let log = format!("{UNKNOWN_INDEX}\n{{\"id\":\"app.a.b\",\"status\":400}}\n");
    let lines = run_with_input(&["scan", "--format", "ndjson"], &log).answer();
    let kinds: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("an object")["kind"].take()).collect();
    assert_eq!(kinds, ["error", "unknown_id"]);
    let table = run_with_input(&["scan", "--format", "csv"], &log).answer();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().take(3).collect::<Vec<_>>(), ["kind", "id", "count"]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of equal length");
    assert_eq!(&rows[0][1], "services.storage.unknown_index");
    assert_eq!((&rows[0][7], &rows[0][8], &rows[0][10]), ("client", "2026-11-27T15:19:23.000Z", "1"));
    let table = run_with_input(&["scan"], &log).answer();
    let words: Vec<&str> = table.lines().nth(1).unwrap_or_default().split_whitespace().collect();
    assert_eq!(words[..5], ["1", "100.0", "%", "services.storage.unknown_index", "PreconditionError"]);
    assert!(table.contains("\nunknown ids\n"), "{table}");
}

#[test]
fn registries_and_releases_narrow_and_widen() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/shop/manifest.json");
    let listed = run(&["list", "--registry", manifest, "--format", "json"]).json();
    let own = listed.as_array().expect("a list").iter().find(|row| row["url"].is_null()).expect("a custom one");
    let id = own["id"].as_str().expect("an id");
    let log = format!("{{\"id\":\"{id}\",\"status\":{}}}\n", own["status"]);
    assert_eq!(counts(&scan(&["--registry", manifest], &log)), [(id, 1)]);
    assert_eq!(scan(&[], &log)["unknown_ids"][0]["id"], id);
    let newer = r#"{"id":"core.debugger.not_enabled","status":412}"#;
    assert_eq!(scan(&["--release", "1.12.0"], newer)["unknown_ids"][0]["id"], "core.debugger.not_enabled");
}

#[test]
fn annotations_stand_below_the_lines_with_errors() {
    let log = format!("one\n{UNKNOWN_INDEX}\n{{\n  \"id\": \"security.token.expired\"\n}}\ntwo app");
    let annotated = run_with_input(&["scan", "--annotate"], &log).answer();
    let own: String =
        annotated.split_inclusive('\n').filter(|line| !line.starts_with("  ^ ") && !line.starts_with("    ")).collect();
    assert_eq!(own, log);
    let notes: Vec<usize> = annotated
        .lines()
        .enumerate()
        .filter(|(_, line)| line.starts_with("  ^ "))
        .map(|(position, _)| position)
        .collect();
    assert_eq!(notes, [2, 7], "{annotated}");
    assert!(annotated.contains("  ^ services.storage.unknown_index, PreconditionError (412): The provided data index"));
}

#[test]
fn wrong_usage_is_explained() {
    for arguments in [
        &["scan", "--by", "colour"][..],
        &["scan", "--annotate", "--format", "json"],
        &["scan", "--top", "x"],
        &["scan", "--top", "0"],
    ] {
        assert!(run(arguments).complaint(2).starts_with("error: "));
    }
}

#[test]
fn a_log_that_is_not_there_may_have_been_meant_otherwise() {
    let folder = folder("meant");
    let there = file(&folder, "kuzzle.log", "");
    for (given, hint) in [("kuzle.log", format!("; did you mean {there}?")), ("other.txt", String::new())] {
        let given = folder.join(given).display().to_string();
        let run = run(&["scan", &given]);
        let reason = "No such file or directory (os error 2)";
        assert_eq!((run.status, run.errors), (1, format!("error: cannot read {given}: {reason}{hint}\n")));
    }
}
