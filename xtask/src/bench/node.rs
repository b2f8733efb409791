//! The Node package beside its peers, as `bindings-node/benchmarks/peers.mjs` measures them.

use anyhow::Context as _;
use serde_json::Value;
use xshell::{Shell, cmd};

use super::group::Group;
use super::report::Report;
use crate::tools::kuzzle::{KUZZLE_1, KUZZLE_2};
use crate::tools::node::Packages;
use crate::{package, test, workspace};

/// Installs the packages, and measures beside Kuzzle and kuzzle-sdk.
pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
    let (one, two) = (KUZZLE_1.provide(shell)?, KUZZLE_2.provide(shell)?);
    let sdk = Packages::provide_from(shell, "bindings-node/peers")?.modules().join("kuzzle-sdk");
    let tarballs = package::node::make(shell)?.both();
    let benchmarks = workspace::root().join("bindings-node/benchmarks");
    let folder = test::node::install(shell, "node-benchmarks", &tarballs, &benchmarks)?;
    let version = cmd!(shell, "node --version").quiet().read()?;
    let sdk_manifest: Value = serde_json::from_str(&shell.read_file(sdk.join("package.json"))?)?;
    let sdk_version = sdk_manifest["version"].as_str().context("kuzzle-sdk has no version")?;
    let _directory = shell.push_dir(folder);
    let answer = cmd!(shell, "node --allow-natives-syntax peers.mjs {one} {two} {sdk}").read()?;
    let report = Report::new(Group::read(&answer)?).version(format!("Node.js {version}"));
    Ok(report.version(format!("kuzzle-sdk {sdk_version}")))
}
