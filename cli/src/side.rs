//! The registries that are compared: releases of Kuzzle, the built-in one, files and folders.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use kuzzle_errors::{Registry, Release};
use serde_json::Value;

use crate::outcome::Failure;
use crate::registries;
use crate::streams::Streams;
use crate::text::{printable, quoted};

/// The word for the newest release that this command knows.
const BUILT_IN: &str = "builtin";

/// The largest `package.json` that is read for the version in it.
const LARGEST_PACKAGE: u64 = 1 << 20;

/// A registry to compare, and what to call it.
pub(crate) struct Side {
    pub(crate) registry: Registry,
    /// `Kuzzle 2.4.1`, or the path with what its `package.json` says of it.
    pub(crate) name: String,
}

impl Side {
    /// Opens what was asked for, and says what is wrong or strange about it.
    pub(crate) fn open(given: &Path, streams: &mut Streams<'_>) -> Result<Self, Failure> {
        let text = given.to_str().map(str::trim);
        if text == Some(BUILT_IN) {
            return Ok(Self::of_release(Release::NEWEST));
        }
        if let Some((text, Ok(release))) = text.map(|text| (text, Release::parse(text))) {
            if let Some(doubt) = doubt(text, release) {
                streams.warn(doubt);
            }
            return Ok(Self::of_release(release));
        }
        if !given.exists() {
            return Err(Failure::Complaint(nothing_of_this_name(&given.to_string_lossy())));
        }
        let registry = registries::load(&[given.to_path_buf()], streams)?;
        Ok(Self { registry, name: name_of(given) })
    }

    fn of_release(release: Release) -> Self {
        let narrowed = Registry::kuzzle().at(&release.to_string());
        // The text of a release is a release: nothing is lost where this is an error.
        let registry = narrowed.unwrap_or_else(|_| Registry::kuzzle().clone());
        Self { registry, name: format!("Kuzzle {release}") }
    }
}

/// Where a release is not the one that was typed: the one below it stands for what is unknown.
fn doubt(typed: &str, release: Release) -> Option<String> {
    let numbers = typed.trim_start_matches(['v', 'V']).split(['-', '+']).next().unwrap_or_default();
    if release.date().is_none() {
        return Some(format!("Kuzzle {typed} has no error codes: they begin with 1.9.0"));
    }
    let is_typed = format!("{release}.").starts_with(&format!("{numbers}."));
    (!is_typed).then(|| format!("Kuzzle {typed} is not known: {release} is taken; see kuzzle-errors releases"))
}

fn nothing_of_this_name(given: &str) -> String {
    let hint = if strsim::jaro(&given.to_lowercase(), BUILT_IN) > 0.8 {
        format!("did you mean {BUILT_IN}?")
    } else {
        format!("expected a release of Kuzzle (2, 2.4 or 2.4.1), {BUILT_IN}, or the path of a file or a folder")
    };
    format!("no release, file or folder is called {}; {hint}", quoted(given))
}

/// The path, and what an npm package there is called.
fn name_of(path: &Path) -> String {
    let shown = path.to_string_lossy();
    let name = package(&path.join("package.json")).map_or(shown.to_string(), |package| format!("{shown} ({package})"));
    printable(&name).replace('\n', " ")
}

/// `kuzzle 2.56.0`.
fn package(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.take(LARGEST_PACKAGE).read_to_string(&mut text).ok()?;
    let package: Value = serde_json::from_str(&text).ok()?;
    Some(format!("{} {}", package["name"].as_str()?, package["version"].as_str()?))
}
