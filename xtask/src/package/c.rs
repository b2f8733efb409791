//! The C library in one folder, laid out as it is installed: `include`, `lib`, `lib/pkgconfig`, `lib/cmake`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::apt;
use crate::workspace;

/// The name that programs linked with the library ask for; ffi-c/build.rs writes it into the library.
const SONAME: &str = "libkuzzle_errors.so.0";

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The file that the links lead to.
pub(crate) const LIBRARY: &str = concat!("libkuzzle_errors.so.", env!("CARGO_PKG_VERSION"));

/// A program that uses the library.
const PROGRAM: &str = "#include <kuzzle_errors.h>
int main(void) { return kuzzle_errors_by_code(0x01010001) == NULL; }
";

/// Builds the library and puts the package together.
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
    shell.copy_file(built.join("libkuzzle_errors.so"), lib.join(LIBRARY))?;
    workspace::link(LIBRARY.as_ref(), &lib.join(SONAME))?;
    workspace::link(SONAME.as_ref(), &lib.join("libkuzzle_errors.so"))?;
    describe(shell, &lib)?;
    Ok(folder)
}

/// A copy in another place is found by pkg-config, and a program that is linked with it runs.
pub(super) fn check(shell: &Shell, package: &Path) -> anyhow::Result<()> {
    for program in ["gcc", "pkg-config"] {
        apt::require(shell, program, program)?;
    }
    let place = super::empty_place("c")?;
    cmd!(shell, "cp --archive {package}/. {place}").run()?;
    let (source, program, lib) = (place.join("program.c"), place.join("program"), place.join("lib"));
    workspace::write(&source, PROGRAM)?;
    let flags =
        cmd!(shell, "pkg-config --cflags --libs kuzzle_errors").env("PKG_CONFIG_PATH", lib.join("pkgconfig")).read()?;
    let flags: Vec<&str> = flags.split_whitespace().collect();
    cmd!(shell, "gcc {source} {flags...} -Wl,-rpath,{lib} -o {program}").run()?;
    cmd!(shell, "{program}").run()?;
    Ok(())
}

/// Tells pkg-config and CMake about the library.
fn describe(shell: &Shell, lib: &Path) -> anyhow::Result<()> {
    let private = private_libraries(shell)?;
    let files = [
        ("kuzzle_errors.pc", "pkgconfig"),
        ("KuzzleErrorsConfig.cmake", "cmake/KuzzleErrors"),
        ("KuzzleErrorsConfigVersion.cmake", "cmake/KuzzleErrors"),
    ];
    for (name, folder) in files {
        let template = shell.read_file(format!("ffi-c/package/{name}.in"))?;
        let text = template
            .replace("@VERSION@", VERSION)
            .replace("@MAJOR@", VERSION.split('.').next().unwrap_or_default())
            .replace("@SONAME@", SONAME)
            .replace("@PRIVATE_LIBRARIES@", &private);
        let folder = lib.join(folder);
        fs::create_dir_all(&folder)?;
        workspace::write(&folder.join(name), text)?;
    }
    Ok(())
}

/// What a program links beside the static library, as the compiler tells it.
fn private_libraries(shell: &Shell) -> anyhow::Result<String> {
    let archive = workspace::target().join("package/empty.a");
    let note = cmd!(shell, "rustc --crate-type staticlib --print native-static-libs -o {archive} -").stdin("");
    let note = note.quiet().read_stderr()?;
    let libraries = note.lines().find_map(|line| line.split_once("native-static-libs: "));
    libraries.map(|(_, libraries)| libraries.to_owned()).context("rustc tells no native-static-libs")
}
