//! Every error of the registry files has the members of this project's format: all of them, and no misspelt ones.
//!
//! The loader checks the values. It serves the files of others too, where most of these members may be missing and
//! more may stand beside them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

const REQUIRED: [&str; 10] =
    ["code", "class", "description", "message", "params", "releases", "cause", "fix", "retry", "audience"];

const OPTIONAL: [&str; 2] = ["params_1x", "deprecated"];

/// Checks all files of errors in a folder.
pub(super) fn check(folder: &Path) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        // What is no JSON is complained of by the loader, with line and column.
        if let Ok(value) = serde_json::from_str(&text) {
            check_below(&value, "$").with_context(|| file.display().to_string())?;
        }
    }
    Ok(())
}

/// Checks the errors at any depth: what stands in an object `errors`.
fn check_below(value: &Value, path: &str) -> anyhow::Result<()> {
    let Some(members) = value.as_object() else { return Ok(()) };
    for (name, member) in members {
        let path = format!("{path}.{name}");
        if name != "errors" {
            check_below(member, &path)?;
            continue;
        }
        for (name, error) in member.as_object().into_iter().flatten() {
            check_error(error, &format!("{path}.{name}"))?;
        }
    }
    Ok(())
}

fn check_error(error: &Value, path: &str) -> anyhow::Result<()> {
    let Some(members) = error.as_object() else { bail!("{path}: expected an object, not {error}") };
    for (name, value) in members {
        let is_known = REQUIRED.contains(&name.as_str()) || OPTIONAL.contains(&name.as_str());
        ensure!(is_known, "{path}: no member is called {name:?}, value {value}");
    }
    for name in REQUIRED {
        ensure!(members.contains_key(name), "{path}: {name:?} is missing");
    }
    Ok(())
}
