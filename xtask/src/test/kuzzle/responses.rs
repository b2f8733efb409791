use std::path::Path;
use xshell::Shell;
use super::differences::Differences;
pub(super) fn compare(_: &Shell, _: &Path, _: &Path) -> anyhow::Result<Differences> { Ok(Differences::new("x")) }
