//! Examples in the languages that the packages are for.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use xshell::{Shell, cmd};

use crate::tools::kuzzle::KUZZLE_2;
use crate::tools::python::Environment;
use crate::{package, workspace};

/// What prints in some language. An example that has one of these must print something.
const PRINTING: [&str; 4] = ["print(", "printf(", "puts(", "console.log("];

/// What a project has before it finds the library.
const PROJECT: &str = "cmake_minimum_required(VERSION 3.15)
project(readme C)
";

/// The packages, each installed where nothing else is.
pub(super) struct Packages {
    folder: PathBuf,
    c: PathBuf,
    python: PathBuf,
}

impl Packages {
    /// Makes the packages and installs them into a new folder.
    pub(super) fn install(shell: &Shell, folder: &Path) -> anyhow::Result<Self> {
        let environment = Environment::create(shell, &folder.join("python"))?;
        environment.install(shell, &["--no-index".as_ref(), &package::python::make(shell)?])?;
        let mut tarballs = package::node::make(shell)?.both();
        tarballs.push(package::wasm::make(shell)?);
        written(folder, "package.json", r#"{ "private": true, "type": "module" }"#)?;
        {
            let _directory = shell.push_dir(folder);
            cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --offline {tarballs...}").run()?;
        }
        workspace::link(&KUZZLE_2.provide(shell)?, &folder.join("node_modules/kuzzle"))?;
        let files = workspace::root().join("xtask/readme");
        workspace::copy_into(&files.join("manifest.json"), folder)?;
        workspace::copy_into(&files.join("old/manifest.json"), &shell.create_dir(folder.join("old"))?)?;
        Ok(Self { folder: folder.to_owned(), c: package::c::make(shell)?, python: environment.program("python") })
    }

    pub(super) fn run_c(&self, shell: &Shell, text: &str) -> anyhow::Result<()> {
        let (include, lib) = (self.c.join("include"), self.c.join("lib"));
        let source = written(&self.folder, "example.c", text)?;
        let program = self.folder.join("example");
        let strict = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
        cmd!(shell, "gcc {strict...} -I {include} {source} -L {lib} -lkuzzle_errors -Wl,-rpath,{lib} -o {program}")
            .run()?;
        check_printed(text, &cmd!(shell, "{program}").read()?)
    }

    /// The lines of a project that has a client in C.
    pub(super) fn run_cmake(&self, shell: &Shell, text: &str) -> anyhow::Result<()> {
        let (project, build, package) = (self.folder.join("project"), self.folder.join("build"), &self.c);
        workspace::empty(&project)?;
        workspace::copy_into(&workspace::root().join("ffi-c/examples/client.c"), &project)?;
        written(&project, "CMakeLists.txt", &format!("{PROJECT}add_executable(client client.c)\n{text}"))?;
        cmd!(shell, "cmake -S {project} -B {build} -D CMAKE_PREFIX_PATH={package}").ignore_stdout().run()?;
        cmd!(shell, "cmake --build {build}").ignore_stdout().run()?;
        Ok(())
    }

    pub(super) fn run_python(&self, shell: &Shell, text: &str) -> anyhow::Result<()> {
        let (python, source) = (&self.python, written(&self.folder, "example.py", text)?);
        check_printed(text, &cmd!(shell, "{python} {source}").read()?)
    }

    pub(super) fn run_javascript(&self, shell: &Shell, text: &str) -> anyhow::Result<()> {
        workspace::copy_into(&workspace::root().join("xtask/readme/stage.mjs"), &self.folder)?;
        written(&self.folder, "example.js", text)?;
        let _directory = shell.push_dir(&self.folder);
        check_printed(text, &cmd!(shell, "node --import ./stage.mjs example.js").read()?)
    }
}

fn written(folder: &Path, name: &str, text: &str) -> anyhow::Result<PathBuf> {
    let file = folder.join(name);
    workspace::write(&file, text)?;
    Ok(file)
}

fn check_printed(example: &str, printed: &str) -> anyhow::Result<()> {
    println!("{printed}");
    let prints = PRINTING.iter().any(|function| example.contains(function));
    ensure!(!prints || !printed.trim().is_empty(), "the example prints nothing");
    Ok(())
}
