//! Node.js, and the npm packages that the tests use.

use std::path::PathBuf;

use anyhow::Context as _;
use xshell::{Shell, cmd};

use super::{Missing, on_path, provide};
use crate::workspace;

/// The oldest Node.js that the packages support.
const OLDEST: u32 = 20;

/// The npm packages of `xtask/node/package.json`, installed.
pub(crate) struct Packages {
    folder: PathBuf,
}

impl Packages {
    /// Installs the packages where they are not there yet.
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
