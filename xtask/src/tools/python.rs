//! Python, and the packages that the tests use.

mod interpreters;

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use super::{Missing, apt, provide};
use crate::workspace;

pub(crate) use self::interpreters::Interpreter;

/// A virtual environment.
pub(crate) struct Environment {
    folder: PathBuf,
}

impl Environment {
    /// The environment with the tools of `xtask/python/requirements.txt`, made where it is not there yet.
    pub(crate) fn provide(shell: &Shell) -> anyhow::Result<Self> {
        require(shell)?;
        let requirements = workspace::root().join("xtask/python/requirements.txt");
        let python = cmd!(shell, "python3 --version").quiet().read()?;
        let versions = format!("{python}\n{}", shell.read_file(&requirements)?);
        let folder = provide("python", &versions, |folder| {
            let environment = Self::create(shell, folder)?;
            environment.install(shell, &["--requirement".as_ref(), &requirements])
        })?;
        Ok(Self { folder })
    }

    /// The environment of one interpreter with what a file of requirements names, made where it is not there yet.
    pub(crate) fn provide_for(shell: &Shell, interpreter: &Interpreter, requirements: &Path) -> anyhow::Result<Self> {
        let uv = Self::provide(shell)?.program("uv");
        let Interpreter { version, program } = interpreter;
        let place = requirements.parent().and_then(Path::file_name).unwrap_or_default().display();
        let versions = format!("{version} {}\n{}", program.display(), shell.read_file(requirements)?);
        let folder = provide(&format!("python-{place}-{version}"), &versions, |folder| {
            // Where several environments get the same packages uv takes seconds, pip minutes.
            cmd!(shell, "{uv} venv --quiet --seed --clear --python {program} {folder}").run()?;
            let arguments = ["--quiet", "--compile-bytecode"];
            cmd!(shell, "{uv} pip install {arguments...} --python {folder} --requirement {requirements}").run()?;
            Ok(())
        })?;
        Ok(Self { folder })
    }

    /// A new environment in `folder`, with nothing but pip in it.
    pub(crate) fn create(shell: &Shell, folder: &Path) -> anyhow::Result<Self> {
        require(shell)?;
        cmd!(shell, "python3 -m venv --clear {folder}").run()?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Has pip install what `arguments` name.
    pub(crate) fn install(&self, shell: &Shell, arguments: &[&Path]) -> anyhow::Result<()> {
        let python = self.program("python");
        cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check {arguments...}").run()?;
        Ok(())
    }

    /// A program of the environment.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }
}

/// Sees to it that Python is there, new enough, and can make environments, which Debian keeps in a package of its own.
fn require(shell: &Shell) -> anyhow::Result<()> {
    apt::require(shell, "python3", "python3")?;
    let runs = |program: &str| cmd!(shell, "python3 -c {program}").quiet().ignore_stderr().run().is_ok();
    if !runs("import sys; sys.exit(sys.version_info < (3, 10))") {
        return Err(Missing::new("Python that is new enough", "Python 3.10 or newer").into());
    }
    let has_venv = || runs("import ensurepip, venv");
    if has_venv() || (apt::install(shell, "python3-venv")? && has_venv()) {
        return Ok(());
    }
    Err(Missing::new("Python's venv", "python3-venv").into())
}
