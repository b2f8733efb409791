//! The real packages of Kuzzle: the steps of CONTRIBUTING.md for a new release, and the errors of a plugin.

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};
use xshell::Shell;

use super::Command;
use crate::tools::kuzzle::{KUZZLE_1, KUZZLE_2, KUZZLE_2_53, PASSPORT_LOCAL, Release};

/// The errors in the manifest of the plugin, typed from it: name, code, class.
const PLUGIN_ERRORS: [(&str, u32, &str); 7] = [
    ("expired_password", 0x0400_0001, "UnauthorizedError"),
    ("expired_token", 0x0400_0002, "UnauthorizedError"),
    ("invalid_token", 0x0400_0003, "BadRequestError"),
    ("login_in_password", 0x0400_0004, "BadRequestError"),
    ("must_change_password", 0x0400_0005, "UnauthorizedError"),
    ("reused_password", 0x0400_0006, "BadRequestError"),
    ("weak_password", 0x0400_0007, "BadRequestError"),
];

pub(super) fn run(shell: &Shell, command: &Command) -> anyhow::Result<()> {
    for kuzzle in [&KUZZLE_1, &KUZZLE_2_53, &KUZZLE_2] {
        equals_built_in(shell, command, kuzzle)?;
    }
    follow(shell, command)?;
    migrate(shell, command)?;
    check_plugin(shell, command)
}

/// A package has what the built-in registry says of its release.
fn equals_built_in(shell: &Shell, command: &Command, kuzzle: &Release) -> anyhow::Result<()> {
    let difference = diff(shell, command, kuzzle.version, &path(shell, kuzzle)?)?;
    for list in ["added", "removed", "changed", "reused"] {
        ensure!(difference[list] == json!([]), "Kuzzle {} differs: {list} {}", kuzzle.version, difference[list]);
    }
    Ok(())
}

/// The first step for a new release: what is shown is what has to be written down.
fn follow(shell: &Shell, command: &Command) -> anyhow::Result<()> {
    let newest = path(shell, &KUZZLE_2)?;
    let nothing = command.answer(shell, &["diff", "builtin", &newest])?;
    ensure!(nothing.ends_with("274 and 274 errors: no difference\n"), "{nothing}");
    // As it was shown when 2.16.0 was the newest release known.
    let before = diff(shell, command, "2.16.0", &newest)?;
    let facts = diff(shell, command, "2.16.0", "builtin")?;
    ensure!(before["added"].as_array().is_some_and(|added| !added.is_empty()), "nothing new since 2.16.0: {before}");
    for list in ["removed", "reused"] {
        ensure!(before[list] == facts[list], "{list}: {} and {}", before[list], facts[list]);
    }
    ensure!(ids(&before["added"]) == ids(&facts["added"]), "added: {} and {}", before["added"], facts["added"]);
    Ok(())
}

/// From package to package: what a migration from 1.x to 2.x looks at, texts too.
fn migrate(shell: &Shell, command: &Command) -> anyhow::Result<()> {
    let difference = diff(shell, command, &path(shell, &KUZZLE_1)?, &path(shell, &KUZZLE_2)?)?;
    let facts = diff(shell, command, KUZZLE_1.version, "builtin")?;
    for list in ["added", "removed"] {
        ensure!(ids(&difference[list]) == ids(&facts[list]), "{list}: {} and {}", difference[list], facts[list]);
    }
    ensure!(difference["reused"] == facts["reused"], "reused: {}", difference["reused"]);
    let changed = difference["changed"].as_array().context("no list")?;
    let find = |id: &str| changed.iter().find(|change| change["id"] == id).with_context(|| format!("{id} is the same"));
    // Typed from the files of both packages.
    let params = json!({"from": [null], "to": [null, null]});
    ensure!(find("services.storage.unknown_collection")?["params"] == params, "{changed:?}");
    let message = json!({
        "from": "The collection \"%s\" does not exist.",
        "to": "The collection \"%s\":\"%s\" does not exist.",
    });
    ensure!(find("services.storage.unknown_collection")?["message"] == message, "{changed:?}");
    ensure!(changed.iter().all(|change| change["code"].is_null() && change["class"].is_null()), "{changed:?}");
    Ok(())
}

/// The errors of a real plugin pass, and are read as they stand there.
fn check_plugin(shell: &Shell, command: &Command) -> anyhow::Result<()> {
    let plugin = path(shell, &PASSPORT_LOCAL)?;
    let manifest = format!("{plugin}/manifest.json");
    for path in [&plugin, &manifest] {
        let checked = command.answer(shell, &["check", path, "--warnings-as-errors", "--against", &manifest])?;
        ensure!(checked == "7 definitions: no complaint\n", "{checked}");
    }
    let listed = command.answer(shell, &["list", "--registry", &plugin, "--domain", "plugin", "--format", "json"])?;
    let listed: Value = serde_json::from_str(&listed)?;
    for (name, code, class) in PLUGIN_ERRORS {
        let id = format!("plugin.kuzzle-plugin-auth-passport-local.{name}");
        let row = listed.as_array().and_then(|rows| rows.iter().find(|row| row["id"] == id));
        let row = row.with_context(|| format!("{id} is not listed"))?;
        ensure!(row["code"] == code && row["class"] == class, "{row}");
    }
    Ok(())
}

fn diff(shell: &Shell, command: &Command, from: &str, to: &str) -> anyhow::Result<Value> {
    let answer = command.answer(shell, &["diff", from, to, "--format", "json"])?;
    serde_json::from_str(&answer).with_context(|| format!("diff {from} {to}"))
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(|entry| entry["id"].as_str()).collect()
}

fn path(shell: &Shell, package: &Release) -> anyhow::Result<String> {
    Ok(package.provide(shell)?.display().to_string())
}
