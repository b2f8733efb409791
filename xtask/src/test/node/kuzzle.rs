//! What the drop-ins are compared with.

use std::path::PathBuf;

use xshell::{PushEnv, Shell, cmd};

use crate::tools::kuzzle::{KUZZLE_1, KUZZLE_2};
use crate::workspace;

/// Kuzzle itself, and the errors that it builds.
pub(super) struct Kuzzle {
    one: PathBuf,
    two: PathBuf,
    cases: PathBuf,
    application: PathBuf,
}

impl Kuzzle {
    /// Has both lines of Kuzzle build their errors, as the comparison with the core does.
    pub(super) fn provide(shell: &Shell) -> anyhow::Result<Self> {
        let (one, two) = (KUZZLE_1.provide(shell)?, KUZZLE_2.provide(shell)?);
        let folder = shell.create_dir(workspace::target().join("test/node-kuzzle"))?;
        let (cases, application) = (folder.join("building.ndjson"), folder.join("application.json"));
        cmd!(shell, "node xtask/node/kuzzle/building.mjs {cases} {one} {two} {application}").run()?;
        Ok(Self { one, two, cases, application })
    }

    /// Tells the tests where all of it is.
    pub(super) fn environment<'s>(&self, shell: &'s Shell) -> [PushEnv<'s>; 5] {
        [
            shell.push_env("KUZZLE_1", &self.one),
            shell.push_env("KUZZLE_2", &self.two),
            shell.push_env("CASES", &self.cases),
            shell.push_env("APPLICATION", &self.application),
            shell.push_env("DIFFERENCES", workspace::root().join("vectors/differences.json")),
        ]
    }
}
