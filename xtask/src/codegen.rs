//! `cargo xtask codegen`.

mod c_header;

use crate::workspace;

/// Writes the generated files; with `check`, writes nothing and fails where one is stale.
pub(crate) fn run(check: bool) -> anyhow::Result<()> {
    let file = workspace::root().join("include/kuzzle_errors.h");
    let text = c_header::generate(workspace::root())?;
    if std::fs::read_to_string(&file).is_ok_and(|found| found == text) {
        return Ok(());
    }
    anyhow::ensure!(!check, "{} is stale: run cargo xtask codegen", file.display());
    std::fs::create_dir_all(workspace::root().join("include"))?;
    workspace::write(&file, text)
}
