//! Node.js, and the npm packages that the tests use.

use std::env::consts::{ARCH, OS};
use std::path::PathBuf;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use super::{Missing, on_path, provide};
use crate::workspace;

/// The oldest Node.js that the packages support.
const OLDEST: u32 = 20;

/// The releases of Node.js that the packages are tested with beside the one on the path.
const OTHERS: [&str; 2] = ["22.23.3", "24.9.0"];

/// The npm packages that a `package.json` names, installed.
pub(crate) struct Packages {
    folder: PathBuf,
}

impl Packages {
    /// The tools of `xtask/node/package.json`, installed where they are not there yet.
    pub(crate) fn provide(shell: &Shell) -> anyhow::Result<Self> {
        Self::provide_from(shell, "xtask/node")
    }

    /// Installs what the `package.json` and the lock file in a folder of the workspace name.
    pub(crate) fn provide_from(shell: &Shell, source: &str) -> anyhow::Result<Self> {
        require(shell)?;
        let source = workspace::root().join(source);
        let (manifest, lock) = (source.join("package.json"), source.join("package-lock.json"));
        let versions = shell.read_file(&lock)?;
        let name = source.file_name().unwrap_or_default().to_string_lossy();
        let folder = provide(&name, &versions, |folder| {
            workspace::copy_into(&manifest, folder)?;
            workspace::copy_into(&lock, folder)?;
            let _directory = shell.push_dir(folder);
            // `npm ci` would refuse a lock file that was written where a registry lacks the binaries of foreign
            // platforms; `npm install` takes the same locked versions and verifies the same checksums.
            cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund").run()?;
            Ok(())
        })?;
        Ok(Self { folder })
    }

    /// A program that one of the packages brings.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.modules().join(".bin").join(name)
    }

    /// The folder in which Node.js finds the packages.
    pub(crate) fn modules(&self) -> PathBuf {
        self.folder.join("node_modules")
    }
}

/// The programs of the other releases of Node.js; one that npm doesn't have for this machine is left out, and said.
pub(crate) fn others(shell: &Shell) -> Vec<PathBuf> {
    OTHERS.iter().filter_map(|version| other(shell, version)).collect()
}

fn other(shell: &Shell, version: &str) -> Option<PathBuf> {
    let cpu = if ARCH == "aarch64" { "arm64" } else { "x64" };
    let system = if OS == "macos" { "darwin" } else { OS };
    let package = format!("node-{system}-{cpu}");
    let installed = provide(&format!("node-{version}"), version, |folder| {
        let _directory = shell.push_dir(folder);
        workspace::write(&folder.join("package.json"), "{}")?;
        cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund {package}@{version}").run()?;
        Ok(())
    });
    match installed {
        Ok(folder) => Some(folder.join("node_modules").join(package).join("bin/node")),
        Err(error) => {
            eprintln!("Node.js {version} can't be had here, and nothing is tested with it: {error:#}");
            None
        }
    }
}

/// Sees to it that Node.js is there and new enough.
pub(crate) fn require(shell: &Shell) -> anyhow::Result<()> {
    let missing = || Missing::new("Node.js with npm", format!("Node.js {OLDEST} or newer"));
    if !on_path("node") || !on_path("npm") {
        return Err(missing().into());
    }
    let version = cmd!(shell, "node --version").quiet().read()?;
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    let major: u32 = major.parse().with_context(|| format!("`node --version` says {version}"))?;
    if major < OLDEST { Err(missing().into()) } else { Ok(()) }
}
