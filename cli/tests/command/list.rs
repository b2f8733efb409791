//! `list`: filters and formats.

use serde_json::{Value, json};

use crate::support::run;

/// The table of Kuzzle's 1.x documentation: id, code, class, status, description.
const PAGE: &str = include_str!("../../../core/tests/fixtures/kuzzle-1.x-error-codes.tsv");

/// The ids that `list` gives for some filters.
fn ids(filters: &[&str]) -> Vec<String> {
    let answer = run(&[&["list", "--format", "tsv"], filters].concat()).answer();
    answer.lines().skip(1).map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn without_filters_every_definition_is_listed_in_code_order() {
    let list = run(&["list", "--format", "json"]).json();
    let codes: Vec<u64> = list.as_array().expect("an array").iter().filter_map(|row| row["code"].as_u64()).collect();
    assert_eq!(codes.len(), 277);
    assert!(codes.is_sorted());
}

#[test]
fn filters_by_the_parts_of_the_id() {
    assert_eq!(ids(&["--domain", "cluster"]), ["cluster.fatal.desync"]);
    assert_eq!(ids(&["--domain", "protocol,cluster"]).len(), 4);
    assert_eq!(ids(&["--domain", "protocol", "--domain", "cluster"]).len(), 4);
    assert_eq!(ids(&["--subdomain", "token"]).len(), 9);
    // Of api, plugin and validation.
    assert_eq!(ids(&["--subdomain", "assert"]).len(), 46);
    assert_eq!(ids(&["--domain", "api", "--subdomain", "storage"]), [""; 0]);
}

#[test]
fn filters_by_class_and_status() {
    assert_eq!(ids(&["--class", "PluginImplementationError"]).len(), 78);
    let too_many = [
        "api.process.too_many_requests",
        "api.process.too_many_logins_requests",
        "network.websocket.ratelimit_exceeded",
    ];
    assert_eq!(ids(&["--class", "TooManyRequestsError"]), too_many);
    assert_eq!(ids(&["--status", "429"]), too_many);
    // BadRequestError and MultipleErrorsError share the status.
    assert_eq!(ids(&["--status", "400"]).len(), 79 + 2);
}

#[test]
fn filters_by_advice() {
    let login = ["security.token.invalid", "security.token.expired", "security.rights.unauthorized"];
    assert_eq!(ids(&["--retry", "login"]), login);
    let check = ["core.fatal.unexpected_error", "services.storage.unexpected_error", "plugin.runtime.too_many_pipes"];
    assert_eq!(ids(&["--retry", "check", "--audience", "operator"]), check);
}

#[test]
fn before_1_10_5_there_is_nothing_to_list() {
    let (answer, warning) = run(&["list", "--release", "1.10.4", "--format", "json"]).warned_answer();
    assert_eq!(answer, "[]\n");
    let expected =
        "there are no definitions before 1.10.5, but explain CODE --release 1.10.4 tells what a number meant";
    assert_eq!(warning, format!("warning: {expected}\n"));
    let (_, warning) = run(&["list", "--release", "1.8"]).warned_answer();
    assert_eq!(warning, "warning: errors have numbers since 1.9.0 only, and definitions since 1.10.5\n");
    // What else lists nothing needs no reason.
    assert_eq!(
        run(&["list", "--release", "2", "--domain", "api", "--subdomain", "storage"]).answer().lines().count(),
        1
    );
}

#[test]
fn filters_by_release() {
    assert_eq!(ids(&["--release", "1.12.0"]).len(), 209);
    assert_eq!(ids(&["--release", "2.56.0"]).len(), 274);
    assert_eq!(ids(&["--release", "2.4.1"]).len(), 231);
    assert_eq!(ids(&["--release", "1.12.0", "--domain", "cluster"]), [""; 0]);
}

#[test]
fn deprecated_means_in_the_release_that_was_asked_for() {
    let all = [
        "core.realtime.invalid_state",
        "core.realtime.too_many_terms",
        "services.storage.index_protected",
        "services.storage.forbidden_character",
        "plugin.runtime.pipe_timeout",
        "plugin.context.invalid_event",
        "security.role.invalid_rights",
        "security.role.closure_exec_failed",
        "security.role.closure_missing_test",
    ];
    assert_eq!(ids(&["--deprecated"]), all);
    let early = ["core.realtime.invalid_state", "services.storage.forbidden_character"];
    assert_eq!(ids(&["--deprecated", "--release", "2.0.1"]), early);
    assert_eq!(ids(&["--deprecated", "--release", "1.12.0"]), [""; 0]);
}

#[test]
fn json_and_ndjson_are_the_same_objects() {
    let array = run(&["list", "--domain", "security", "--format", "json"]).json();
    let lines = run(&["list", "--domain", "security", "--format", "ndjson"]).answer();
    let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(objects.len(), 40);
    assert_eq!(array, Value::from(objects));
    assert_eq!(run(&["list", "--release", "1.12", "--domain", "cluster", "--format", "json"]).json(), json!([]));
}

#[test]
fn a_definition_has_every_member() {
    let list = run(&["list", "--status", "504", "--domain", "core", "--format", "json"]).json();
    let mut sandbox = list[0].clone();
    for advice in ["message", "cause", "fix"] {
        assert!(sandbox[advice].as_str().is_some_and(|text| text.len() > 10), "{sandbox}");
        sandbox[advice] = Value::Null;
    }
    let expected = json!({
        "id": "core.sandbox.timeout", "code": 262_146, "hex": "0x00040002",
        "class": "GatewayTimeoutError", "status": 504,
        "description": "Sandbox execution timed out", "message": null, "params": ["timeout_ms"],
        "domain": "core", "subdomain": "sandbox", "name": "timeout",
        "releases": {"1": ["1.10.5", "1.12.0"], "2": ["2.0.0", null]}, "deprecated": null,
        "cause": null, "fix": null, "retry": "later", "audience": "client",
        "url": "https://docs.kuzzle.io/core/2/api/errors/error-codes/core/",
    });
    assert_eq!(sandbox, expected);
}

#[test]
fn separated_values_can_be_read_back() {
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let answer = run(&["list", "--format", format]).answer();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(answer.as_bytes());
        let header = reader.headers().expect("a header").iter().collect::<Vec<_>>().join(" ");
        let members = "id code hex class status description message params domain subdomain name releases deprecated \
                       cause fix retry audience url";
        assert_eq!(header, members);
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of equal length");
        assert_eq!(rows.len(), 277);
        let row = rows.iter().find(|row| &row[0] == "services.storage.index_protected").expect("the row");
        let facts: Vec<&str> = row.iter().take(5).chain(row.iter().skip(8).take(5)).collect();
        assert_eq!(
            facts,
            [
                "services.storage.index_protected",
                "16842772",
                "0x01010014",
                "BadRequestError",
                "400",
                "services",
                "storage",
                "index_protected",
                "1.10.5-1.12.0 2.0.0-",
                "2.5.0",
            ]
        );
        let row = rows.iter().find(|row| &row[0] == "services.storage.unknown_collection").expect("the row");
        assert_eq!((&row[7], &row[12]), ("index collection", ""));
    }
}

#[test]
fn markdown_of_1_12_0_has_the_rows_of_the_documentation() {
    let markdown = run(&["list", "--release", "1.12.0", "--format", "markdown"]).answer();
    let listed: Vec<Vec<String>> = markdown.lines().filter_map(parse_row).collect();
    let documented: Vec<Vec<String>> =
        PAGE.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect();
    assert_eq!(documented.len(), 209);
    assert_eq!(listed, documented);
}

#[test]
fn markdown_is_laid_out_as_in_the_documentation() {
    let markdown = run(&["list", "--release", "1.12.0", "--domain", "services", "--format", "markdown"]).answer();
    let start = "## 0x01: services\n\n### Subdomain: 0x0101: storage\n\n\
                 | Id | Error Type (Status Code)             | Message           |\n\
                 | ------ | -----------------| ------------------ |\n\
                 | services.storage.unknown_index<br/><pre>0x01010001</pre> | \
                 [PreconditionError](/core/1/api/essentials/errors/handling#preconditionerror) <pre>(412)</pre> | \
                 The provided data index does not exist |\n";
    assert!(markdown.starts_with(start), "{markdown}");
    assert!(markdown.contains("|\n\n### Subdomain: 0x0103: cache\n\n| Id |"), "{markdown}");
}

#[test]
fn markdown_of_2_x_links_to_its_documentation_and_shows_deprecation() {
    let filters = ["--release", "2.5.0", "--deprecated", "--domain", "services"];
    let markdown = run(&[&["list", "--format", "markdown"], &filters[..]].concat()).answer();
    let row = "| services.storage.index_protected<br/><pre>0x01010014</pre> deprecated: 2.5.0 | \
               [BadRequestError](https://docs.kuzzle.io/core/2/api/errors/types/#badrequesterror) <pre>(400)</pre> | \
               The content of a protected index cannot be modified with generic API routes |\n";
    assert!(markdown.contains(row), "{markdown}");
}

#[test]
fn a_piped_table_has_one_whole_line_per_definition() {
    let table = run(&["list", "--domain", "cluster,protocol"]).answer();
    let lines: Vec<Vec<&str>> =
        table.lines().map(|line| line.split("  ").filter(|cell| !cell.is_empty()).map(str::trim).collect()).collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0], ["CODE", "STATUS", "ID", "CLASS", "DESCRIPTION"]);
    assert_eq!(
        lines[1],
        [
            "0x06010001",
            "500",
            "protocol.runtime.invalid_connection",
            "PluginImplementationError",
            "Connection objects must have both their id and protocol set",
        ]
    );
    assert_eq!(lines[4][..3], ["0x08000001", "500", "cluster.fatal.desync"]);
}

/// The fields of one row of the page: id, code, class, status, description.
fn parse_row(line: &str) -> Option<Vec<String>> {
    let row = line.strip_prefix("| ")?.strip_suffix(" |")?;
    let (id, row) = row.split_once("<br/><pre>")?;
    let (code, row) = row.split_once("</pre> | [")?;
    let (class, row) = row.split_once("](")?;
    let (_, row) = row.split_once(" <pre>(")?;
    let (status, description) = row.split_once(")</pre> | ")?;
    Some([id, code, class, status, description].map(str::to_owned).to_vec())
}
