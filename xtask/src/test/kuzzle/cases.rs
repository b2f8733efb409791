//! The cases that the scripts write.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use kuzzle_errors::Prop;
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::workspace;

/// The folder of everything that the scripts write.
pub(super) fn folder() -> PathBuf {
    workspace::target().join("test").join("kuzzle")
}

/// Runs the script of this name: `node <name>.mjs <file of the cases> <arguments…>`.
pub(super) fn generate(shell: &Shell, name: &str, arguments: &[&Path]) -> anyhow::Result<Vec<Value>> {
    let file = shell.create_dir(folder())?.join(format!("{name}.ndjson"));
    let script = format!("xtask/node/kuzzle/{name}.mjs");
    let arguments = arguments.iter().map(AsRef::<OsStr>::as_ref);
    cmd!(shell, "node {script} {file} {arguments...}").run()?;
    let lines = shell.read_file(&file)?;
    let cases: Result<Vec<_>, _> = lines.lines().map(serde_json::from_str).collect();
    cases.with_context(|| format!("{} is not what the script should write", file.display()))
}

/// A member that is a text; empty where it is missing.
pub(super) fn text<'c>(case: &'c Value, name: &str) -> &'c str {
    case[name].as_str().unwrap_or_default()
}

/// The elements of a member that is a list; none where it is missing.
pub(super) fn list<'c>(case: &'c Value, name: &str) -> &'c [Value] {
    case[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// How a number is handed to the core.
#[derive(Clone, Copy, Debug)]
pub(super) enum NumberForm {
    Float,
    Text,
    /// Where it is an integer; otherwise as text.
    Integer,
}

impl NumberForm {
    pub(super) const ALL: [Self; 3] = [Self::Float, Self::Text, Self::Integer];

    fn prop<'c>(self, text: &'c str, bits: &str) -> Prop<'c> {
        match self {
            Self::Float => u64::from_str_radix(bits, 16).map_or(Prop::Undefined, |bits| f64::from_bits(bits).into()),
            Self::Integer if text != "-0" => text.parse::<i64>().map_or_else(|_| Prop::Number(text.into()), Prop::from),
            Self::Text | Self::Integer => Prop::Number(text.into()),
        }
    }
}

/// A value as `encode` in `cases.mjs` writes it.
pub(super) fn prop(value: &Value, form: NumberForm) -> Prop<'_> {
    match value {
        Value::Null => Prop::Null,
        Value::Bool(value) => (*value).into(),
        Value::String(text) => text.into(),
        _ if value["number"].is_string() => form.prop(text(value, "number"), text(value, "bits")),
        _ if value["big_integer"].is_string() => Prop::BigInteger(text(value, "big_integer").into()),
        _ if value["json"].is_string() => Prop::Json(text(value, "json").into()),
        _ => Prop::Undefined,
    }
}
