//! The C library as a C and a C++ program use it: from the package, shared and static.

use std::path::Path;

use xshell::{Shell, cmd};

use crate::tools::apt;
use crate::tools::python::Environment;
use crate::{package, workspace};

/// The system libraries that the static library asks for: `rustc --print native-static-libs`.
const SYSTEM_LIBRARIES: [&str; 5] = ["-lgcc_s", "-lpthread", "-lm", "-ldl", "-lc"];

/// The compilers, each with the language it must accept the header in.
const LANGUAGES: [(&str, &[&str]); 2] = [("gcc", &["-std=c99"]), ("g++", &["-x", "c++", "-std=c++17"])];

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    apt::require(shell, "gcc", "gcc")?;
    apt::require(shell, "g++", "g++")?;
    apt::require(shell, "valgrind", "valgrind")?;
    let clang_format = Environment::provide(shell)?.program("clang-format");
    cmd!(shell, "{clang_format} --dry-run --Werror ffi-c/tests/lookups.c").run()?;

    let package = package::c::make(shell)?;
    let programs = workspace::target().join("test/c");
    workspace::empty(&programs)?;
    for (compiler, language) in LANGUAGES {
        compile_and_run(shell, compiler, language, &package, &programs)?;
    }
    workspace::print_size(&package.join("lib/libkuzzle_errors.so"))
}

/// Links the test with the shared and with the static library and runs both under valgrind.
fn compile_and_run(
    shell: &Shell,
    compiler: &str,
    language: &[&str],
    package: &Path,
    programs: &Path,
) -> anyhow::Result<()> {
    let strict = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-g"];
    let include = package.join("include");
    let lib = package.join("lib");
    let archive = lib.join("libkuzzle_errors.a");
    let object = programs.join(format!("{compiler}.o"));
    let shared = programs.join(format!("{compiler}-shared"));
    let fixed = programs.join(format!("{compiler}-static"));
    cmd!(shell, "{compiler} {language...} {strict...} -I {include} -c ffi-c/tests/lookups.c -o {object}").run()?;
    cmd!(shell, "{compiler} {object} -o {shared} -L {lib} -lkuzzle_errors -Wl,-rpath,{lib}").run()?;
    cmd!(shell, "{compiler} {object} -o {fixed} {archive} {SYSTEM_LIBRARIES...}").run()?;
    for program in [shared, fixed] {
        cmd!(shell, "valgrind --quiet --leak-check=full --show-leak-kinds=all --error-exitcode=9 {program}").run()?;
    }
    Ok(())
}
