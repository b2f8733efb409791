//! What the tests need beyond Rust. Language packages are installed into `target/tools`, once for each version;
//! system packages through apt, where it may; what cannot be had is [`Missing`], and its step is skipped.

pub(crate) mod apt;
pub(crate) mod cargo;
pub(crate) mod kuzzle;
pub(crate) mod node;
pub(crate) mod python;
pub(crate) mod rustc;

use std::error::Error;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

/// A tool that this machine lacks and that cannot be installed from here.
#[derive(Debug)]
pub(crate) struct Missing {
    tool: String,
    remedy: String,
}

impl Missing {
    /// `remedy` says what a person would install.
    pub(crate) fn new(tool: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { tool: tool.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no {}: install {}", self.tool, self.remedy)
    }
}

impl Error for Missing {}

/// Whether a program of this name is on the path.
pub(crate) fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The folder `target/tools/<name>` as `install` fills it. It is filled again when `version` differs from the one
/// that fills it now, or when an earlier installation did not come to its end.
fn provide(name: &str, version: &str, install: impl FnOnce(&Path) -> anyhow::Result<()>) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("tools").join(name);
    let stamp = folder.join("installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == version) {
        return Ok(folder);
    }
    workspace::empty(&folder)?;
    install(&folder)?;
    workspace::write(&stamp, version)?;
    Ok(folder)
}
