//! The constants that the command writes compile under the strictest flags of their languages.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use super::Command;
use crate::tools::node::Packages;
use crate::tools::python::Environment;
use crate::workspace;

/// Whose constants: those of a plugin, those that are hard on every language, and all of Kuzzle's.
const REGISTRIES: [(&str, &str); 3] =
    [("shop", "cli/tests/fixtures/shop"), ("strange", "cli/tests/fixtures/strange/app.json"), ("own", "core/registry")];

/// Warnings that are errors to C and to C++.
const STRICT: [&str; 7] = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wshadow", "-Wconversion", "-Wundef"];

pub(super) fn run(shell: &Shell, command: &Command) -> anyhow::Result<()> {
    let folder = workspace::target().join("test/teams");
    workspace::empty(&folder)?;
    let written = |language: &str, extension: &str| -> anyhow::Result<Vec<PathBuf>> {
        REGISTRIES
            .iter()
            .map(|(name, registry)| write(shell, command, language, registry, &folder, name, extension))
            .collect()
    };
    compile_c(shell, &folder, &written("c", "h")?)?;
    check_python(shell, &folder, &written("python", "py")?)?;
    check_typescript(shell, &folder, &written("typescript", "ts")?)
}

/// Has the command write the constants of a registry into a file.
fn write(
    shell: &Shell,
    command: &Command,
    language: &str,
    registry: &str,
    folder: &Path,
    name: &str,
    extension: &str,
) -> anyhow::Result<PathBuf> {
    let file = folder.join(name).with_extension(extension);
    let output = file.display().to_string();
    command.answer(shell, &["codegen", "--lang", language, "--registry", registry, "--output", &output])?;
    Ok(file)
}

/// Headers alone, and as the program uses them that stands beside this file's tests.
fn compile_c(shell: &Shell, folder: &Path, headers: &[PathBuf]) -> anyhow::Result<()> {
    let python = Environment::provide(shell)?.program("python");
    let python = python.display().to_string();
    let clang = [python.as_str(), "-m", "ziglang", "cc"];
    let clang_cpp = [python.as_str(), "-m", "ziglang", "c++"];
    let compilers: [(&[&str], &[&str]); 4] = [
        (&["gcc"], &["-std=c99", "-x", "c"]),
        (&["g++"], &["-std=c++17", "-x", "c++"]),
        (&clang, &["-std=c99", "-x", "c"]),
        (&clang_cpp, &["-std=c++17", "-x", "c++"]),
    ];
    for (compiler, language) in compilers {
        for header in headers {
            let object = folder.join("nothing.o");
            cmd!(
                shell,
                "env {compiler...} {STRICT...} {language...} -include {header} -c xtask/teams/nothing.c -o {object}"
            )
            .run()?;
        }
        let (object, program) = (folder.join("shop.o"), folder.join("shop"));
        cmd!(
            shell,
            "env {compiler...} {STRICT...} {language...} -I include -I {folder} -c xtask/teams/shop.c -o {object}"
        )
        .run()?;
        // Zig would build the libraries of its languages first.
        if compiler.len() == 1 {
            cmd!(shell, "env {compiler...} {object} -o {program}").run()?;
            cmd!(shell, "{program}").run()?;
        }
    }
    Ok(())
}

/// Ruff with all its rules and pyright in its strictest mode, over the modules and a program that uses them.
fn check_python(shell: &Shell, folder: &Path, modules: &[PathBuf]) -> anyhow::Result<()> {
    let package = folder.join("python");
    shell.create_dir(&package)?;
    for module in modules {
        workspace::copy_into(module, &package)?;
    }
    for file in shell.read_dir("xtask/teams/python")? {
        workspace::copy_into(&file, &package)?;
    }
    let environment = Environment::provide(shell)?;
    let (ruff, python) = (environment.program("ruff"), environment.program("python"));
    // Two rules contradict two others, and a licence stands once in a project.
    let rules = ["--isolated", "--select", "ALL", "--ignore", "D203,D213,CPY,INP001", "--no-cache"];
    cmd!(shell, "{ruff} check {rules...} {modules...}").run()?;
    let pyright = Packages::provide(shell)?.program("pyright");
    let _directory = shell.push_dir(&package);
    cmd!(shell, "{pyright} --project .").run()?;
    cmd!(shell, "{python} -B use.py").run()?;
    Ok(())
}

/// The TypeScript compiler in its strictest mode, and biome, over the modules and a program that uses them.
fn check_typescript(shell: &Shell, folder: &Path, modules: &[PathBuf]) -> anyhow::Result<()> {
    let package = folder.join("typescript");
    shell.create_dir(&package)?;
    for module in modules {
        workspace::copy_into(module, &package)?;
    }
    for file in shell.read_dir("xtask/teams/typescript")? {
        workspace::copy_into(&file, &package)?;
    }
    // The project's own settings leave out what lies here.
    workspace::write(&package.join("biome.json"), r#"{ "root": true }"#)?;
    let packages = Packages::provide(shell)?;
    let (tsc, biome) = (packages.program("tsc"), packages.program("biome"));
    let _directory = shell.push_dir(&package);
    cmd!(shell, "{tsc} --project .").run()?;
    cmd!(shell, "{biome} lint --error-on-warnings .").run()?;
    cmd!(shell, "node out/use.js").run()?;
    Ok(())
}
