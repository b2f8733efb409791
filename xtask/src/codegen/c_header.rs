//! `include/kuzzle_errors.h`: the C library's source as C declares it, between hand-written parts.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};

use super::source::Source;
use super::{Output, c_codes};

pub(super) fn generate(root: &Path, source: &Source) -> anyhow::Result<Output> {
    let folder = root.join("ffi-c");
    let part = |name: &str| {
        let file = folder.join("header").join(name);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let opening = part("opening.h")?;
    let closing = part("closing.h")?;
    let declarations = declarations(&folder)?;
    let table = c_codes::table(source);
    let header = format!("{opening}{declarations}{closing}");
    let header = filled(&header, source).replace("@TABLE@\n", table.trim_start());
    Ok(Output::new("include/kuzzle_errors.h", header))
}

/// What the library exports, and the types of it.
fn declarations(folder: &Path) -> anyhow::Result<String> {
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml")).map_err(|error| anyhow!(error))?;
    let bindings = cbindgen::generate_with_config(folder, config).context("cbindgen cannot read ffi-c")?;
    let mut declarations = Vec::new();
    bindings.write(&mut declarations);
    Ok(String::from_utf8(declarations)?)
}

/// The versions, put in their places.
fn filled(text: &str, source: &Source) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut numbers = version.split('.');
    let mut text = text.replace("@VERSION@", version).replace("@NEWEST_RELEASE@", &source.newest_release());
    for place in ["@MAJOR@", "@MINOR@", "@PATCH@"] {
        text = text.replace(place, numbers.next().unwrap_or_default());
    }
    text
}
