//! `explain` of codes and ids.

use serde_json::{Value, json};

use crate::support::{assert_golden, command, run, run_in_terminal};

#[test]
fn cards_are_as_reviewed() {
    for (name, target) in [
        ("unknown_index", "0x01010001"),
        ("collection_reserved", "services.storage.collection_reserved"),
        ("pipe_timeout", "plugin.runtime.pipe_timeout"),
        ("get_limit_exceeded", "services.storage.get_limit_exceeded"),
        ("desync", "cluster.fatal.desync"),
    ] {
        assert_golden(&format!("{name}.txt"), &run(&["explain", target]).answer());
    }
    let card = |columns| run_in_terminal(columns, &mut command(&["explain", "0x01010001"]));
    assert_golden("unknown_index_60_columns_colored.txt", &card(60));
    assert_golden("unknown_index_120_columns_colored.txt", &card(120));
}

#[test]
fn a_card_says_everything() {
    let card = run(&["explain", "services.storage.unknown_collection"]).answer();
    let definition = kuzzle_errors::by_id("services.storage.unknown_collection").expect("built in");
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    for text in [definition.cause(), definition.fix(), Some(definition.message()), definition.url()] {
        assert!(words(&card).contains(&words(text.expect("a built-in text"))), "{card}");
    }
    for expected in [
        "services.storage.unknown_collection\nThe provided data collection does not exist\n\n",
        "  code        0x01010002 (16842754)\n",
        "  class       PreconditionError (412)\n",
        "  params      index, collection (in 1.x: collection)\n",
        "  retry       never. The same request fails again until",
        "  audience    client. To be fixed by the author of the client",
        "  releases    1.10.5 to 1.12.0, 2.0.0 and later\n",
    ] {
        assert!(card.contains(expected), "{expected} in\n{card}");
    }
}

#[test]
fn codes_are_understood_in_every_spelling() {
    for target in ["0x01010001", "0X01010001", "0x1010001", "16842753", "services.storage.unknown_index"] {
        let card = run(&["explain", target]).answer();
        assert!(card.starts_with("services.storage.unknown_index\n"), "{target}: {card}");
    }
    let complaint = run(&["explain", "-5"]).complaint(1);
    assert_eq!(complaint, "error: no error has the code -5 (0xfffffffb)\n");
    let complaint = run(&["explain", "4294967291"]).complaint(1);
    assert_eq!(complaint, "error: no error has the code 4294967291 (0xfffffffb)\n");
    let complaint = run(&["explain", "0XFFFFFFFB"]).complaint(1);
    assert_eq!(complaint, "error: no error has the code 0XFFFFFFFB (4294967291)\n");
    let complaint = run(&["explain", &format!("0x{}9", "0".repeat(100_000))]).complaint(1);
    assert_eq!(complaint, "error: no error has the code 0x000000000000000000… (9)\n");
    for text in ["0xZZ", "0x", "0X 1"] {
        let complaint = run(&["explain", text]).complaint(1);
        let expected = "is not a code: expected hexadecimal digits after 0x, or a decimal integer";
        assert_eq!(complaint, format!("error: {text:?} {expected}\n"));
    }
    let complaint = run(&["explain", "4294967296"]).complaint(1);
    assert_eq!(complaint, "error: \"4294967296\" is not a code: more than 32 bits\n");
}

#[test]
fn answers_come_in_the_order_asked() {
    let asked = ["explain", "7", "0x01010001", "-5", "security.token.expired", "0x01010001"];
    let all = run(&[&asked[..], &["--format", "json"]].concat());
    let array: Value = serde_json::from_str(&all.output).expect("JSON");
    let ids: Vec<&str> = array.as_array().expect("an array").iter().filter_map(|row| row["id"].as_str()).collect();
    let expected = ["services.storage.unknown_index", "security.token.expired", "services.storage.unknown_index"];
    assert_eq!(ids, expected);
    assert_eq!(all.status, 1);
    let complaints: Vec<&str> = all.errors.lines().collect();
    assert_eq!(complaints.len(), 2);
    assert!(complaints[0].contains("7 (0x00000007)") && complaints[1].contains("-5 (0xfffffffb)"), "{complaints:?}");
}

#[test]
fn cards_are_separated_by_an_empty_line() {
    let both = run(&["explain", "1", "2"]).answer();
    let (one, other) = (run(&["explain", "1"]).answer(), run(&["explain", "2"]).answer());
    assert_eq!(both, format!("{one}\n{other}"));
}

#[test]
fn options_may_follow_the_targets() {
    assert_eq!(run(&["explain", "1", "--format", "json"]).json()[0]["id"], "core.fatal.unexpected_error");
    let reserved = run(&["explain", "0x01010016", "--release", "1.12.0", "--format=json"]).json();
    assert_eq!(reserved[0]["id"], "services.storage.index_reserved");
    let reserved = run(&["explain", "0x01010016", "--format=json"]).json();
    assert_eq!(reserved[0]["id"], "services.storage.collection_reserved");
}

#[test]
fn what_is_misspelt_is_met_with_a_suggestion() {
    let cases = [
        ("services.storage.unknwon_index", "did you mean services.storage.unknown_index?"),
        ("Services.Storage.Unknown_Index", "did you mean services.storage.unknown_index?"),
        ("01010001", "did you mean 0x01010001 (services.storage.unknown_index)?"),
        ("0101000b", "did you mean 0x0101000b (services.storage.not_found)?"),
    ];
    for (target, suggestion) in cases {
        let complaint = run(&["explain", target]).complaint(1);
        assert!(complaint.ends_with(&format!("; {suggestion}\n")), "{complaint}");
        assert_eq!(complaint.lines().count(), 1);
    }
}

#[test]
fn what_is_no_code_and_no_id_is_met_with_a_list() {
    let cases = [
        ("code 412 (0x0000019c)", "412", "--status 412"),
        ("id \"services\"", "services", "--domain services"),
        ("id \"storage\"", "storage", "--subdomain storage"),
        ("id \"services.storage\"", "services.storage", "--subdomain storage --domain services"),
        ("id \"PreconditionError\"", "PreconditionError", "--class PreconditionError"),
    ];
    for (what, target, filter) in cases {
        let complaint = run(&["explain", target]).complaint(1);
        assert_eq!(complaint, format!("error: no error has the {what}; try list {filter}\n"));
        let list = [&["list"], &filter.split(' ').collect::<Vec<_>>()[..]].concat();
        assert!(run(&list).answer().contains("services.storage.unknown_index"), "{filter}");
    }
    // No error has this status, and this subdomain belongs to another domain.
    assert_eq!(run(&["explain", "418"]).complaint(1), "error: no error has the code 418 (0x000001a2)\n");
    let complaint = run(&["explain", "api.storage"]).complaint(1);
    assert_eq!(complaint, "error: no error has the id \"api.storage\"\n");
}

#[test]
fn blanks_around_a_target_do_not_count() {
    for target in [" 0x01010001", "16842753\n", "\tservices.storage.unknown_index "] {
        assert_eq!(run(&["explain", target]).answer(), run(&["explain", "0x01010001"]).answer());
        let built = run(&["new", target, " nyc "]).json();
        assert_eq!((&built["id"], &built["props"]), (&json!("services.storage.unknown_index"), &json!([" nyc "])));
    }
    let reserved = run(&["explain", " 0x01010016 ", "--release", " 1.12.0 "]).answer();
    assert!(reserved.starts_with("services.storage.index_reserved\n"), "{reserved}");
}

#[test]
fn strange_targets_are_quoted_on_one_line() {
    assert_eq!(run(&["explain", ""]).complaint(1), "error: no error has the id \"\"\n");
    let hostile = run(&["explain", "a\n\u{1b}[31m"]).complaint(1);
    assert_eq!(hostile, "error: no error has the id \"a\\n\\u{1b}[31m\"\n");
    let long = run(&["explain", &"x".repeat(100_000)]).complaint(1);
    assert_eq!(long, format!("error: no error has the id \"{}\"…\n", "x".repeat(100)));
}

#[test]
fn other_releases_are_named_where_one_was_asked_for() {
    let complaint = run(&["explain", "cluster.fatal.desync", "--release", "2.4.0"]).complaint(1);
    let expected = "no error has the id \"cluster.fatal.desync\" in Kuzzle 2.4.0; it exists in 2.11.0 and later";
    assert_eq!(complaint, format!("error: {expected}\n"));
    let complaint = run(&["explain", "0x01010008", "--release", "2"]).complaint(1);
    let expected = "no error has the code 0x01010008 (16842760) in Kuzzle 2.56.0; it has meant \
                    services.storage.incomplete_fetch (1.10.5 to 1.12.0)";
    assert!(complaint.starts_with(&format!("error: {expected}")), "{complaint}");
}

#[test]
fn before_1_10_5_a_code_has_its_old_meanings() {
    let meanings = run(&["explain", "0x02020001", "--release", "1.9.2", "--format", "json"]).json();
    let meaning = |id: &str| {
        let (code, hex, class) = (0x0202_0001, "0x02020001", "InternalError");
        json!({"id": id, "code": code, "hex": hex, "class": class, "first": "1.9.0", "last": "1.9.2"})
    };
    let expected = json!([
        meaning("external.internal_engine.lock_wait_timeout"),
        meaning("external.internal_engine.plugin_bootstrap_lock_wait_timeout"),
    ]);
    assert_eq!(meanings, expected);
    assert_golden("legacy.txt", &run(&["explain", "0x02020001", "--release", "1.9.2"]).answer());
}

#[test]
fn what_only_old_releases_knew_is_named() {
    let complaint = run(&["explain", "0x00020003"]).complaint(1);
    let expected = "no error has the code 0x00020003 (131075); it has meant \
                    internal.hotelclerk.rooms_attribute_type (1.9.0 to 1.10.4)";
    assert_eq!(complaint, format!("error: {expected}\n"));
    let complaint = run(&["explain", "services.storage.unknown_index", "--release", "1.10.4"]).complaint(1);
    assert!(complaint.contains("in Kuzzle 1.10.4; it exists in 1.10.5 to 1.12.0, 2.0.0 and later"), "{complaint}");
    for release in ["1.9", "1.10.4"] {
        let complaint = run(&["explain", "teapot", "--release", release]).complaint(1);
        let release = if release == "1.9" { "1.9.2" } else { release };
        let expected = format!(
            "no error has the id \"teapot\" in Kuzzle {release}; there are no definitions before 1.10.5, but explain \
             CODE --release {release} tells what a number meant"
        );
        assert_eq!(complaint, format!("error: {expected}\n"));
    }
    let complaint = run(&["explain", "teapot", "--release", "1.8.2"]).complaint(1);
    let expected = "in Kuzzle 1.8.2; errors have numbers since 1.9.0 only, and definitions since 1.10.5\n";
    assert!(complaint.ends_with(expected), "{complaint}");
}

#[test]
fn old_ids_are_named_with_their_codes_and_explained_in_their_releases() {
    let was = "it was 0x02020001 in 1.10.0 to 1.10.4, 0x01010001 in 1.9.0 to 1.9.2";
    let id = "api.server.elasticsearch_down";
    let complaint = format!("error: no error has the id \"{id}\"; {was}; try explain --release 1.10.4\n");
    assert_eq!(run(&["explain", id]).complaint(1), complaint);
    assert_eq!(run(&["new", id]).complaint(1), complaint);
    for (release, code, hex) in [("1.9.2", 0x0101_0001, "0x01010001"), ("1.10.4", 0x0202_0001, "0x02020001")] {
        let meanings = run(&["explain", id, "--release", release, "--format", "json"]).json();
        assert_eq!(meanings.as_array().map(Vec::len), Some(1));
        let meaning = &meanings[0];
        let columns = json!([meaning["id"], meaning["code"], meaning["hex"], meaning["last"]]);
        assert_eq!(columns, json!([id, code, hex, release]));
    }
    // Servers of 1.9 wrote ids with hyphens.
    let hyphens = "api-server-elasticsearch_down";
    let complaint = run(&["explain", hyphens]).complaint(1);
    let expected = "it was 0x01010001 in 1.9.0 to 1.9.2; try explain --release 1.9.2";
    assert_eq!(complaint, format!("error: no error has the id \"{hyphens}\"; {expected}\n"));
    let in_1_9 = |id| run(&["explain", id, "--release", "1.9.2"]).answer();
    assert_eq!(in_1_9(hyphens), in_1_9(id));
    run(&["explain", hyphens, "--release", "1.10.4"]).complaint(1);
    // Nothing is built from what a release of that time has.
    let complaint = run(&["new", "api.server.elasticsearch_down", "--release", "1.9.2"]).complaint(1);
    let expected = format!("no error has the id \"api.server.elasticsearch_down\" in Kuzzle 1.9.2; {was}");
    assert_eq!(complaint, format!("error: {expected}\n"));
}
