//! Debian's packages.

use std::cell::Cell;

use xshell::{Shell, cmd};

use super::{Missing, on_path};

thread_local! {
    /// Whether this run has fetched the lists of packages: once is enough.
    static UPDATED: Cell<bool> = const { Cell::new(false) };
}

/// Sees to it that `program` is there: as root through apt, where `package` brings it.
pub(crate) fn require(shell: &Shell, program: &str, package: &str) -> anyhow::Result<()> {
    if on_path(program) || (install(shell, package)? && on_path(program)) {
        return Ok(());
    }
    Err(Missing::new(program, package).into())
}

/// Installs a package and tells whether that was possible.
pub(crate) fn install(shell: &Shell, package: &str) -> anyhow::Result<bool> {
    if !on_path("apt-get") || cmd!(shell, "id -u").quiet().read()? != "0" {
        return Ok(false);
    }
    let install = || {
        cmd!(shell, "apt-get install --yes --quiet --no-install-recommends {package}")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    };
    Ok(install().is_ok() || (update(shell) && install().is_ok()))
}

/// Fetches the lists of packages, unless this run has done so, and tells whether they are new.
pub(crate) fn update(shell: &Shell) -> bool {
    !UPDATED.replace(true) && cmd!(shell, "apt-get update --quiet").run().is_ok()
}
