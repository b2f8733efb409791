//! The browser package in Chromium beside plain JavaScript, and what a page downloads of it.

use xshell::{Shell, cmd};

use super::group::Group;
use super::report::Report;
use crate::package;
use crate::tools::apt;
use crate::tools::node::Packages;

pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    apt::require(shell, "chromium", "chromium")?;
    let packages = Packages::provide(shell)?;
    package::wasm::make(shell)?;
    let chromium = cmd!(shell, "which chromium").quiet().read()?;
    let answer = cmd!(shell, "node bindings-wasm/benchmarks/browser.mjs")
        .env("TOOLS", packages.modules())
        .env("CHROMIUM", &chromium)
        .env("PACKAGE", package::wasm::contents())
        .quiet()
        .read()?;
    let version = cmd!(shell, "{chromium} --version").quiet().ignore_stderr().read()?;
    Ok(Report::new(Group::read(&answer)?).version(version.trim()))
}
