//! Kuzzle's own checker of error-code files, run over the registry.

use xshell::{Shell, cmd};

use crate::tools::{kuzzle, node};

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let library = kuzzle::provide_library(shell)?;
    let packages = node::Packages::provide(shell)?;
    cmd!(shell, "node --test xtask/node/check-domains.test.mjs")
        .env("KUZZLE_LIBRARY", library)
        .env("NODE_PATH", packages.modules())
        .run()?;
    Ok(())
}
