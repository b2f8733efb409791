//! `cargo xtask package`: what users install, made in `target/package/<part>`.

pub(crate) mod c;
pub(crate) mod explorer;
pub(crate) mod node;
pub(crate) mod python;
mod rust;
mod sbom;
pub(crate) mod wasm;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::ValueEnum;
use xshell::{Shell, cmd};

use crate::tools::node as node_tools;
use crate::{docs, workspace};

/// What can be packaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The crates, as crates.io gets them.
    Crate,
    /// The C library with its header, in a folder.
    C,
    /// The Python wheel and the sdist.
    Python,
    /// The npm package for browsers.
    Wasm,
    /// The npm packages for Node.js.
    Node,
    /// The explorer, a static folder.
    Explorer,
    /// The documentation site.
    Docs,
    /// What the packages are made of, as CycloneDX.
    Sbom,
}

impl Part {
    /// Makes the package and answers where it is.
    fn make(self, shell: &Shell) -> anyhow::Result<PathBuf> {
        match self {
            Self::Crate => rust::make(shell),
            Self::C => c::make(shell),
            Self::Python => python::make(shell),
            Self::Wasm => wasm::make(shell),
            Self::Node => node::make(shell)?.folder(),
            Self::Explorer => explorer::make(shell),
            Self::Docs => docs::make(shell),
            Self::Sbom => sbom::make(shell),
        }
    }

    /// Installs the package where nothing else is, and uses it.
    ///
    /// What is served, not installed, is whole: the documentation's links are followed when it is made, and here those
    /// of the explorer, which the tests open in Chromium.
    fn check(self, shell: &Shell, package: &Path) -> anyhow::Result<()> {
        match self {
            Self::Crate => rust::check(shell, package),
            Self::C => c::check(shell, package),
            Self::Python => python::check(shell, package),
            Self::Wasm => check_npm(shell, "kuzzle-errors-wasm", &[package.to_owned()]),
            Self::Node => check_npm(shell, node::NAME, &shell.read_dir(package)?),
            Self::Explorer => explorer::check(shell, package),
            Self::Docs => Ok(()),
            Self::Sbom => sbom::check(shell, package),
        }
    }
}

/// Makes packages, all where none is named, installs each where nothing else is, and uses it.
pub(crate) fn run(parts: &[Part]) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let parts = if parts.is_empty() { Part::value_variants() } else { parts };
    for part in parts {
        let package = part.make(&shell)?;
        part.check(&shell, &package).with_context(|| format!("{} is not good", package.display()))?;
        println!("{}", package.display());
    }
    Ok(())
}

/// The new and empty folder in which a part is installed to be tried.
fn empty_place(part: &str) -> anyhow::Result<PathBuf> {
    let folder = workspace::target().join("package/tried").join(part);
    workspace::empty(&folder)?;
    Ok(folder)
}

/// The tarballs of a package are installed and used, with `import` and with `require`.
fn check_npm(shell: &Shell, name: &str, tarballs: &[PathBuf]) -> anyhow::Result<()> {
    let folder = empty_place(name)?;
    let _directory = shell.push_dir(&folder);
    workspace::write(&folder.join("package.json"), r#"{ "private": true }"#)?;
    cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --offline {tarballs...}").run()?;
    let use_it = "if (byCode(0x01010001).id !== 'services.storage.unknown_index') process.exit(1);";
    let import = format!("import {{ byCode }} from '{name}'; {use_it}");
    let require = format!("const {{ byCode }} = require('{name}'); {use_it}");
    cmd!(shell, "node --input-type=module --eval {import}").run()?;
    cmd!(shell, "node --input-type=commonjs --eval {require}").run()?;
    Ok(())
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
