//! The conformance vectors for what is written in Rust; the README beside this crate describes the files.
//!
//! ```
//! let cases = kuzzle_errors_vectors::cases("lookups.json")?;
//! assert!(cases.iter().any(|case| case.input.member("code").is_some()));
//! # std::io::Result::Ok(())
//! ```

mod json;

use std::path::{Path, PathBuf};
use std::{fs, io};

use serde::Deserialize;

pub use json::{Json, Repeated};

/// One case of a file.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// What is special about it; no other case of the file has this name.
    pub name: String,
    /// What is given.
    #[serde(rename = "in")]
    pub input: Json,
    /// What must come back.
    #[serde(rename = "out")]
    pub output: Json,
}

/// The folder of the vectors: `vectors/` of this repository, or another that the environment variable `VECTORS` names.
#[must_use]
pub fn folder() -> PathBuf {
    std::env::var_os("VECTORS").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

/// The cases of a file in the [`folder`], in order.
///
/// # Errors
///
/// As [`cases_of`].
pub fn cases(file: &str) -> io::Result<Vec<Case>> {
    cases_of(&folder().join(file))
}

/// The cases of a file, in order.
///
/// # Errors
///
/// Where there is no such file, or it holds something else; the message names it.
pub fn cases_of(path: &Path) -> io::Result<Vec<Case>> {
    #[derive(Deserialize)]
    struct File {
        cases: Vec<Case>,
    }
    let read = || io::Result::Ok(serde_json::from_str::<File>(&fs::read_to_string(path)?)?.cases);
    read().map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let missing = cases("no-such.json").unwrap_err();
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
        assert!(missing.to_string().contains("no-such.json"), "{missing}");

        let other = cases_of(&folder().join("README.md")).unwrap_err();
        assert!(other.to_string().contains("README.md"), "{other}");
    }
}
