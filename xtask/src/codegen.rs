//! `cargo xtask codegen`: everything that is derived from `core/registry/`, checked in and proved fresh.

mod c_codes;
mod c_header;
mod c_vectors;
mod members;
mod python_types;
mod registry_json;
mod rust_tables;
mod source;
mod tsv;
mod typescript_types;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;
use source::Source;

use crate::workspace;

/// A generated file.
struct Output {
    /// Relative to the folder of the workspace.
    path: PathBuf,
    content: String,
}

impl Output {
    fn new(path: impl Into<PathBuf>, content: String) -> Self {
        Self { path: path.into(), content }
    }
}

/// Writes the generated files that are stale; with `check`, writes nothing and fails where one is.
pub(crate) fn run(check: bool) -> anyhow::Result<()> {
    let root = workspace::root();
    let source = Source::read(&root.join("core/registry"))?;
    source.keeps_every_number(kuzzle_errors::Registry::kuzzle())?;
    let mut stale = update(root, from_registry(&source)?, check)?;
    stale.extend(update(root, vec![c_vectors::generate(root)?], check)?);
    // The header is made of the library's source, of which a part has just been written.
    stale.extend(update(root, vec![c_header::generate(root, &source)?], check)?);
    ensure!(!check || stale.is_empty(), "stale, run cargo xtask codegen: {}", stale.join(", "));
    Ok(())
}

/// The cases of another folder of vectors as C data.
pub(crate) fn c_vectors_of(folder: &Path) -> anyhow::Result<String> {
    c_vectors::text_of(folder)
}

/// Answers which of the files are stale, and writes them unless this is a check.
fn update(root: &Path, outputs: Vec<Output>, check: bool) -> anyhow::Result<Vec<String>> {
    let mut stale = Vec::new();
    for output in outputs.into_iter().filter(|output| is_stale(root, output)) {
        if !check {
            workspace::write(&root.join(&output.path), &output.content)?;
            println!("wrote {}", output.path.display());
        }
        stale.push(output.path.display().to_string());
    }
    Ok(stale)
}

fn from_registry(source: &Source) -> anyhow::Result<Vec<Output>> {
    let mut outputs = rust_tables::generate(source);
    outputs.extend(registry_json::generate(source)?);
    outputs.extend(python_types::generate(source));
    outputs.extend(typescript_types::generate(source));
    outputs.push(Output::new("ffi-c/src/codes.rs", c_codes::constants(source)));
    Ok(outputs)
}

fn is_stale(root: &Path, output: &Output) -> bool {
    !fs::read_to_string(root.join(&output.path)).is_ok_and(|found| found == output.content)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_generated_files_are_fresh() {
        super::run(true).unwrap();
    }
}
