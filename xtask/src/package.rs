//! `cargo xtask package`: what users install, made in `target/package/<part>`.

pub(crate) mod c;
pub(crate) mod explorer;
pub(crate) mod node;
pub(crate) mod python;
pub(crate) mod wasm;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ValueEnum;
use xshell::{Shell, cmd};

use crate::tools::node as node_tools;
use crate::workspace;

/// What can be packaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The C library with its header, in a folder.
    C,
    /// The Python wheel.
    Python,
    /// The npm package for browsers.
    Wasm,
    /// The npm package for Node.js.
    Node,
    /// The explorer, a static folder.
    Explorer,
}

/// Makes a package and answers where it is.
pub(crate) fn run(part: Part) -> anyhow::Result<PathBuf> {
    let shell = workspace::shell()?;
    match part {
        Part::C => c::make(&shell),
        Part::Python => python::make(&shell),
        Part::Wasm => wasm::make(&shell),
        Part::Node => node::make(&shell),
        Part::Explorer => explorer::make(&shell),
    }
}

/// The new and empty folder for a part's package.
fn output(part: &str) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("package").join(part);
    workspace::empty(&folder)?;
    Ok(folder)
}

/// The new and empty folder in which the contents of a part's package are put together.
fn contents(part: &str) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("package/contents").join(part);
    workspace::empty(&folder)?;
    Ok(folder)
}

/// Packs a folder as npm publishes it, under the version of the workspace, and answers the tarball.
fn pack(shell: &Shell, contents: &Path, output: &Path) -> anyhow::Result<PathBuf> {
    node_tools::require(shell)?;
    let version = env!("CARGO_PKG_VERSION");
    let _directory = shell.push_dir(contents);
    cmd!(shell, "npm version {version} --no-git-tag-version --allow-same-version").ignore_stdout().run()?;
    let name = cmd!(shell, "npm pack --silent --ignore-scripts --pack-destination {output}").read()?;
    Ok(output.join(name.lines().last().context("npm packed nothing")?))
}
