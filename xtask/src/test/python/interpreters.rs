//! The Pythons of this machine.

use std::collections::BTreeMap;
use std::path::PathBuf;

use xshell::{Shell, cmd};

/// The oldest minor version of Python 3 that the package supports.
const OLDEST: u32 = 10;

/// One interpreter for each version that is installed, by pyenv too, and that the package supports.
pub(super) fn all(shell: &Shell) -> Vec<PathBuf> {
    let found = candidates(shell).into_iter().filter_map(|candidate| Some((version(shell, &candidate)?, candidate)));
    // Of several with one version the first is taken.
    let mut by_version = BTreeMap::new();
    for (version, interpreter) in found.filter(|(version, _)| version.1 >= OLDEST) {
        by_version.entry(version).or_insert(interpreter);
    }
    by_version.into_values().collect()
}

/// The interpreters on the path and those of pyenv; some may not run.
fn candidates(shell: &Shell) -> Vec<PathBuf> {
    let pyenv = std::env::var_os("PYENV_ROOT").map(PathBuf::from);
    let pyenv = pyenv.or_else(|| Some(std::env::home_dir()?.join(".pyenv")));
    let versions = pyenv.and_then(|root| shell.read_dir(root.join("versions")).ok()).unwrap_or_default();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).map(|folder| folder.join("python3"));
    versions.into_iter().map(|folder| folder.join("bin/python3")).chain(folders).filter(|file| file.is_file()).collect()
}

/// The minor version and the patch of a Python 3; `None` where it doesn't run.
fn version(shell: &Shell, interpreter: &PathBuf) -> Option<(u32, u32)> {
    let program = "import sys; print(*sys.version_info[:3])";
    let answer = cmd!(shell, "{interpreter} -c {program}").quiet().ignore_stderr().read().ok()?;
    let mut parts = answer.split(' ').map(str::parse);
    (parts.next()?.ok()? == 3).then_some(())?;
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}
