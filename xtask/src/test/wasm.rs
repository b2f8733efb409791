//! The npm package for browsers, in Node.js.

use xshell::{Shell, cmd};

use super::node::test_installed;
use crate::package;

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let tarball = package::wasm::make(shell)?;
    test_installed(shell, "kuzzle-errors-wasm", &tarball)?;
    let module = package::wasm::module();
    cmd!(shell, "node xtask/node/sizes.mjs {module}").quiet().run()?;
    Ok(())
}
