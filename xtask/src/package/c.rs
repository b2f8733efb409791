//! The C library in one folder: `include` and `lib`.

use std::os::unix::fs::symlink;
use std::path::PathBuf;

use xshell::{Shell, cmd};

use crate::workspace;

/// The name that programs linked with the library ask for; ffi-c/build.rs writes it into the library.
const SONAME: &str = "libkuzzle_errors.so.0";

/// Builds the library and lays it out as it is installed.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    cmd!(shell, "cargo build --release --package kuzzle-errors-ffi").run()?;
    let built = workspace::target().join("release");
    let folder = super::output("c")?;
    let include = folder.join("include");
    let lib = folder.join("lib");
    workspace::empty(&include)?;
    workspace::empty(&lib)?;

    workspace::copy_into(&workspace::root().join("include/kuzzle_errors.h"), &include)?;
    workspace::copy_into(&built.join("libkuzzle_errors.a"), &lib)?;
    shell.copy_file(built.join("libkuzzle_errors.so"), lib.join(SONAME))?;
    symlink(SONAME, lib.join("libkuzzle_errors.so"))?;
    Ok(folder)
}
