//! `include/kuzzle_errors.h`, made from the C library's source.

use std::path::Path;

use anyhow::{Context as _, anyhow};

/// The text of the header.
pub(crate) fn generate(root: &Path) -> anyhow::Result<String> {
    let folder = root.join("ffi-c");
    let config = cbindgen::Config::from_file(folder.join("cbindgen.toml")).map_err(|error| anyhow!(error))?;
    let bindings = cbindgen::generate_with_config(&folder, config).context("cbindgen cannot read ffi-c")?;
    let mut header = Vec::new();
    bindings.write(&mut header);
    Ok(String::from_utf8(header)?)
}
