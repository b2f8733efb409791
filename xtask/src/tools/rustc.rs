//! Compilers from Debian's packages, unpacked under `target/tools` beside the one that is in use: the oldest that a
//! crate supports, and one that has the source of its standard library.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use super::{Missing, apt, on_path, provide};
use crate::workspace;

/// Starts the unpacked compiler with the unpacked libraries.
const WRAPPER: &str = r#"#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/root/usr/lib/x86_64-linux-gnu${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$here/root/usr/bin/rustc" "$@"
"#;

/// A `rustc` of one series (`1.85`); the newest that Debian has where none is named. With the source of the standard
/// library, where asked.
pub(crate) fn provide_debian(shell: &Shell, series: Option<&str>, with_source: bool) -> anyhow::Result<PathBuf> {
    let version = find_version(shell, series)?;
    let name = if with_source { "rustc-with-source".to_owned() } else { format!("rustc-{}", series_of(&version)) };
    let folder = provide(&name, &version, |folder| unpack(shell, &version, with_source, folder))?;
    Ok(folder.join("rustc"))
}

/// The full version of Debian's package for a series.
fn find_version(shell: &Shell, series: Option<&str>) -> anyhow::Result<String> {
    let missing =
        || Missing::new("other Rust compiler", format!("Rust {} beside this one", series.unwrap_or("with rust-src")));
    if std::env::consts::ARCH != "x86_64" || !on_path("apt-get") || !on_path("dpkg") {
        return Err(missing().into());
    }
    let find = || -> anyhow::Result<Option<String>> {
        let versions = cmd!(shell, "apt-cache madison rustc-web").quiet().read()?;
        let mut versions = versions.lines().filter_map(|line| Some(line.split('|').nth(1)?.trim()));
        Ok(versions.find(|version| series.is_none_or(|series| series_of(version) == series)).map(str::to_owned))
    };
    let found = match find()? {
        None if apt::update(shell) => find()?,
        found => found,
    };
    found.ok_or_else(|| missing().into())
}

/// `1.85` of `1.85.0+dfsg3-1`.
fn series_of(version: &str) -> &str {
    let end = version.match_indices('.').nth(1).map_or(version.len(), |(end, _)| end);
    &version[..end]
}

/// Downloads the packages of a compiler, whose checksums apt verifies, and unpacks them into `folder`.
fn unpack(shell: &Shell, version: &str, with_source: bool, folder: &Path) -> anyhow::Result<()> {
    let library = format!("libstd-rust-web-{}", series_of(version));
    let mut packages =
        vec![format!("rustc-web={version}"), format!("{library}={version}"), format!("libstd-rust-web-dev={version}")];
    if with_source {
        packages.push(format!("rust-web-src={version}"));
    }
    let llvm = llvm_of(shell, &library, version)?;
    packages.push(llvm.clone());

    let _directory = shell.push_dir(folder);
    cmd!(shell, "apt-get download --quiet {packages...}").run()?;
    for package in shell.read_dir(folder)? {
        cmd!(shell, "dpkg --extract {package} root").quiet().run()?;
        shell.remove_path(package)?;
    }
    let rustc = folder.join("rustc");
    workspace::write(&rustc, WRAPPER)?;
    cmd!(shell, "chmod +x {rustc}").quiet().run()?;
    prove_it_starts(shell, &rustc, &llvm)
}

/// The package with the LLVM that the compiler's library depends on.
fn llvm_of(shell: &Shell, library: &str, version: &str) -> anyhow::Result<String> {
    let description = cmd!(shell, "apt-cache show {library}={version}").quiet().read()?;
    let mut words = description.split([' ', ',', '\n']);
    let llvm = words.find(|word| word.starts_with("libllvm"));
    llvm.map(str::to_owned).with_context(|| format!("{library} {version} depends on no LLVM"))
}

/// LLVM needs libraries that a bare machine may lack: where the compiler does not start, apt installs LLVM with them.
fn prove_it_starts(shell: &Shell, rustc: &Path, llvm: &str) -> anyhow::Result<()> {
    let starts = || cmd!(shell, "{rustc} --version").run().is_ok();
    if starts() || (apt::install(shell, llvm)? && starts()) {
        return Ok(());
    }
    Err(Missing::new("library of Debian's Rust compiler", llvm).into())
}
