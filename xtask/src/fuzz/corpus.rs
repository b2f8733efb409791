//! Inputs as files in a folder, as libFuzzer wants them, and as lines of one file each target has in `fuzz/corpora`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::workspace;

/// The most bytes of an input that is kept.
const LARGEST_KEPT: usize = 256;

/// Writes inputs into a folder, a file for each.
pub(super) fn write(folder: &Path, inputs: impl IntoIterator<Item = Vec<u8>>) -> anyhow::Result<()> {
    for (number, input) in inputs.into_iter().enumerate() {
        fs::write(folder.join(format!("{number:05}")), input)?;
    }
    Ok(())
}

/// The inputs in a folder.
pub(super) fn read(folder: &Path) -> anyhow::Result<Vec<Vec<u8>>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    entries.map(|entry| Ok(fs::read(entry?.path())?)).collect()
}

/// The inputs that were found worth keeping; none where nothing has been kept yet.
pub(super) fn kept(target: &str) -> anyhow::Result<Vec<Vec<u8>>> {
    let file = file_of(target);
    if !file.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(&file)?;
    let inputs = text.lines().map(|line| Ok(BASE64_STANDARD.decode(line)?)).collect::<anyhow::Result<_>>();
    inputs.with_context(|| file.display().to_string())
}

/// Keeps these inputs and no others, the short ones, so that the files stay small: in base64, a line for each, in order,
/// so that changes can be read.
pub(super) fn keep(target: &str, inputs: impl IntoIterator<Item = Vec<u8>>) -> anyhow::Result<()> {
    let short = inputs.into_iter().filter(|input| input.len() <= LARGEST_KEPT);
    let lines: BTreeSet<String> = short.map(|input| BASE64_STANDARD.encode(input) + "\n").collect();
    let file = file_of(target);
    fs::create_dir_all(file.parent().unwrap_or(workspace::root()))?;
    workspace::write(&file, lines.into_iter().collect::<String>())
}

fn file_of(target: &str) -> PathBuf {
    workspace::root().join("fuzz/corpora").join(format!("{target}.txt"))
}
