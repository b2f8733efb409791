//! The C library as C and C++ programs use it.

mod examples;
mod interface;
mod programs;
mod sanitizers;

use xshell::{Shell, cmd};

use crate::tools::apt;
use crate::tools::python::Environment;
use crate::{package, workspace};

pub(super) use sanitizers::run as run_sanitized;

/// What every compiler is strict about.
const STRICT: [&str; 5] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"];

/// From the package, shared and static: header, interface, tests under valgrind, examples.
pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    for program in ["gcc", "g++", "clang", "valgrind", "cmake", "make", "pkg-config"] {
        apt::require(shell, program, program)?;
    }
    format(shell)?;
    let package = package::c::make(shell)?;
    let out = workspace::target().join("test/c");
    workspace::empty(&out)?;
    interface::check_header(shell, &package)?;
    interface::check_symbols(shell, &package)?;
    interface::check_layouts(shell, &package, &out)?;
    programs::run(shell, &package, &out)?;
    examples::run(shell, &package, &out)?;
    workspace::print_size(&package.join("lib").join(package::c::LIBRARY))
}

/// clang-format changes nothing.
fn format(shell: &Shell) -> anyhow::Result<()> {
    let clang_format = Environment::provide(shell)?.program("clang-format");
    let mut sources = Vec::new();
    for folder in ["ffi-c/tests", "ffi-c/examples"] {
        let files = shell.read_dir(folder)?;
        let is_source = |file: &&std::path::PathBuf| {
            let written_by_hand = file.file_name().is_some_and(|name| name != "vectors.h");
            let extension = file.extension().and_then(|extension| extension.to_str());
            written_by_hand && matches!(extension, Some("c" | "cpp" | "h"))
        };
        sources.extend(files.iter().filter(is_source).cloned());
    }
    cmd!(shell, "{clang_format} --dry-run --Werror {sources...}").run()?;
    Ok(())
}
