//! How the vectors are asked in each language.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::ensure;
use xshell::{Shell, cmd};

use crate::tools::apt;
use crate::tools::python::{Environment, Interpreter};
use crate::{codegen, package, test, workspace};

/// A language, or one of the ways to run it.
pub(super) struct Language {
    pub(super) name: &'static str,
    /// Builds what is needed once; what comes back asks the cases in a folder and writes a report.
    pub(super) prepare: fn(&Shell) -> anyhow::Result<Ask>,
}

/// Asks the cases in a folder and writes a report.
type Ask = Box<dyn Fn(&Shell, &Cases, &Path) -> anyhow::Result<()>>;

/// A folder of vectors.
pub(super) struct Cases {
    pub(super) folder: PathBuf,
    /// Whether the errors in it are generated: then most files have no case.
    pub(super) are_generated: bool,
}

pub(super) const LANGUAGES: [Language; 7] = [
    Language { name: "Rust", prepare: rust },
    Language { name: "C", prepare: c },
    Language { name: "Python", prepare: python },
    Language { name: "Node, addon", prepare: |shell| node(shell, "native") },
    Language { name: "Node, WASM", prepare: |shell| node(shell, "wasm") },
    Language { name: "WASM in Node", prepare: wasm },
    Language { name: "WASM in Chromium", prepare: browser },
];

/// The variables that the programs read.
const VECTORS: &str = "VECTORS";
const REPORT: &str = "CONFORMANCE_REPORT";

/// The test in JavaScript that asks cases.
const VECTORS_TEST: &str = "vectors.test.js";

/// The tests in Python that read the files of which there are generated cases.
const GENERATED_IN_PYTHON: &str = "built_errors or problems or attributes or (servers_send and not hostile)";

fn rust(shell: &Shell) -> anyhow::Result<Ask> {
    const TESTS: [&str; 6] = ["--package", "kuzzle-errors", "--features", "scan", "--test", "vectors"];
    cmd!(shell, "cargo test --quiet {TESTS...} --no-run").run()?;
    Ok(Box::new(|shell, cases, report| {
        let tests: &[&str] = if cases.are_generated { &["errors::", "parse::"] } else { &[] };
        cmd!(shell, "cargo test --quiet {TESTS...} -- {tests...}")
            .env(VECTORS, &cases.folder)
            .env(REPORT, report)
            .ignore_stdout()
            .run()?;
        Ok(())
    }))
}

fn c(shell: &Shell) -> anyhow::Result<Ask> {
    apt::require(shell, "gcc", "gcc")?;
    let package = package::c::make(shell)?;
    Ok(Box::new(move |shell, cases, report| {
        let (include, lib) = (package.join("include"), package.join("lib"));
        let folder = workspace::target().join("conformance/c");
        workspace::empty(&folder)?;
        for file in ["vectors.c", "json.h", "shapes.h"] {
            workspace::copy_into(&workspace::root().join("ffi-c/tests").join(file), &folder)?;
        }
        workspace::write(&folder.join("vectors.h"), codegen::c_vectors_of(&cases.folder)?)?;
        let (source, program) = (folder.join("vectors.c"), folder.join("vectors"));
        cmd!(shell, "gcc -std=gnu11 -I {include} {source} -L {lib} -lkuzzle_errors -Wl,-rpath,{lib} -o {program}")
            .run()?;
        let status = Command::new(program).stdout(File::create(report)?).status()?;
        ensure!(status.success(), "the program of C ends with {status}");
        Ok(())
    }))
}

fn python(shell: &Shell) -> anyhow::Result<Ask> {
    let wheel = package::python::make(shell)?;
    let requirements = workspace::root().join("bindings-python/tests/requirements.txt");
    let environment = Environment::provide_for(shell, &Interpreter::default(shell)?, &requirements)?;
    environment.install(shell, &["--force-reinstall".as_ref(), "--no-deps".as_ref(), "--no-index".as_ref(), &wheel])?;
    let python = environment.program("python");
    Ok(Box::new(move |shell, cases, report| {
        let flags = ["--quiet", "-p", "no:cacheprovider"];
        let tests: &[&str] = if cases.are_generated { &["-k", GENERATED_IN_PYTHON] } else { &[] };
        cmd!(shell, "{python} -m pytest {flags...} {tests...} bindings-python/tests/test_vectors.py")
            .env(VECTORS, &cases.folder)
            .env(REPORT, report)
            .ignore_stdout()
            .run()?;
        Ok(())
    }))
}

/// The package for Node.js by one of its engines.
fn node(shell: &Shell, engine: &'static str) -> anyhow::Result<Ask> {
    let tarballs = package::node::make(shell)?;
    let folder = test::node::install(shell, "node-conformance", &tarballs.both(), Path::new("bindings-node/tests"))?;
    workspace::copy_into(&workspace::root().join("bindings-wasm/tests/package/vectors.js"), &folder)?;
    Ok(node_test(folder, &[VECTORS_TEST], vec![("KUZZLE_ERRORS_ENGINE", engine.into())]))
}

fn wasm(shell: &Shell) -> anyhow::Result<Ask> {
    let tarball = package::wasm::make(shell)?;
    let folder = test::node::install(
        shell,
        "wasm-conformance",
        &[test::node::specifier("kuzzle-errors-wasm", &tarball)],
        Path::new("bindings-wasm/tests/package"),
    )?;
    Ok(node_test(folder, &[VECTORS_TEST], Vec::new()))
}

fn browser(shell: &Shell) -> anyhow::Result<Ask> {
    let tarball = package::wasm::make(shell)?;
    let (tools, chromium) = test::browser::tools(shell)?;
    Ok(Box::new(move |shell, cases, report| {
        let folder = test::browser::install(shell, &tarball, &cases.folder)?;
        let variables = vec![("TOOLS", tools.modules().into()), ("CHROMIUM", chromium.clone().into())];
        // The other tests there are about set-ups.
        node_test(folder, &["--test-name-pattern", "all vectors"], variables)(shell, cases, report)
    }))
}

/// Runs tests of the vectors in a folder.
fn node_test(folder: PathBuf, tests: &'static [&'static str], variables: Vec<(&'static str, OsString)>) -> Ask {
    Box::new(move |shell, cases, report| {
        let _directory = shell.push_dir(&folder);
        cmd!(shell, "node --test {tests...}")
            .env(VECTORS, &cases.folder)
            .env(REPORT, report)
            .envs(variables.iter().cloned())
            .ignore_stdout()
            .run()?;
        Ok(())
    })
}
