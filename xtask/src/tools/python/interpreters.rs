//! The interpreters of this machine that the Python package is made for.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Context as _;
use serde_json::Value;
use xshell::{Shell, cmd};

use super::Environment;

/// What the package asks for, as its `pyproject.toml` has it.
const SUPPORTED: &str = ">=3.10";

/// A CPython that can load the wheel.
pub(crate) struct Interpreter {
    /// Such as `3.11.7`.
    pub(crate) version: String,
    pub(crate) program: PathBuf,
}

impl Interpreter {
    /// What `python3` runs.
    pub(crate) fn default(shell: &Shell) -> anyhow::Result<Self> {
        super::require(shell)?;
        let program = "import platform, sys; print(platform.python_version(), sys.executable)";
        let told = cmd!(shell, "python3 -c {program}").quiet().read()?;
        let (version, program) = told.split_once(' ').context("python3 tells its version and its path")?;
        Ok(Self { version: version.to_owned(), program: program.into() })
    }

    /// The default, and one of each other minor version that is on the path or was built by pyenv; the oldest first.
    pub(crate) fn all(shell: &Shell) -> anyhow::Result<Vec<Self>> {
        let uv = Environment::provide(shell)?.program("uv");
        // What pyenv puts on the path refuses to run where its version is not the chosen one: uv warns of each.
        let listed = cmd!(shell, "{uv} python list --only-installed --output-format json {SUPPORTED}")
            .env("PATH", search_path()?)
            .ignore_stderr()
            .quiet()
            .read()?;
        let listed: Vec<Value> = serde_json::from_str(&listed).context("uv lists interpreters as JSON")?;
        let listed = listed.iter().filter(|interpreter| can_load_the_wheel(interpreter));
        let default = Self::default(shell)?;
        let mut found = BTreeMap::from([(minor(&default.version)?, default)]);
        for interpreter in listed {
            let (version, program) = (text(interpreter, "version")?, text(interpreter, "path")?);
            found.entry(minor(version)?).or_insert(Self { version: version.to_owned(), program: program.into() });
        }
        Ok(found.into_values().collect())
    }
}

/// The second part of a version.
fn minor(version: &str) -> anyhow::Result<u32> {
    let part = version.split('.').nth(1).and_then(|part| part.parse().ok());
    part.with_context(|| format!("{version} is no version of Python"))
}

/// Free-threaded builds take no wheels of the stable interface, and other implementations wheels of their own.
fn can_load_the_wheel(interpreter: &Value) -> bool {
    interpreter["implementation"] == "cpython" && interpreter["variant"] == "default"
}

fn text<'json>(interpreter: &'json Value, member: &str) -> anyhow::Result<&'json str> {
    interpreter[member].as_str().with_context(|| format!("uv tells no {member} of {interpreter}"))
}

/// The path, and behind it the folders of the interpreters that pyenv built.
fn search_path() -> anyhow::Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let pyenv = env::var_os("PYENV_ROOT").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".pyenv")));
    let versions = pyenv.and_then(|folder| folder.join("versions").read_dir().ok());
    let built = versions.into_iter().flatten().flatten().map(|version| version.path().join("bin"));
    Ok(env::join_paths(env::split_paths(&path).chain(built))?)
}
