//! `cargo xtask codegen`: everything that is derived from `core/registry/`, checked in and proved fresh.

mod c_header;
mod registry_json;
mod rust_tables;
mod source;

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
    let stale: Vec<Output> = outputs(root)?.into_iter().filter(|output| is_stale(root, output)).collect();
    if check {
        let names: Vec<_> = stale.iter().map(|output| output.path.display().to_string()).collect();
        ensure!(stale.is_empty(), "stale, run cargo xtask codegen: {}", names.join(", "));
        return Ok(());
    }
    for output in stale {
        workspace::write(&root.join(&output.path), &output.content)?;
        println!("wrote {}", output.path.display());
    }
    Ok(())
}

fn outputs(root: &Path) -> anyhow::Result<Vec<Output>> {
    let source = Source::read(&root.join("core/registry"))?;
    source.keeps_every_number(kuzzle_errors::Registry::kuzzle())?;
    let mut outputs = rust_tables::generate(&source);
    outputs.extend(registry_json::generate(&source)?);
    outputs.push(Output::new("include/kuzzle_errors.h", c_header::generate(root)?));
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
