//! A WASM module: compiled, made small, written as JavaScript.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Cmd, Shell, cmd};

use super::text;
use crate::tools::{node, rustc};
use crate::workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// A module of the package.
#[derive(Clone, Copy)]
pub(super) enum Module {
    /// Look-ups, build, read and write.
    Main,
    /// Everything.
    All,
}

impl Module {
    pub(super) const ALL: [Self; 2] = [Self::Main, Self::All];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::All => "all",
        }
    }

    const fn features(self) -> &'static str {
        match self {
            Self::Main => "",
            Self::All => "complete",
        }
    }

    /// The module itself, where [`build`](Self::build) has left it in the folder of its name.
    pub(super) fn file(self, modules: &Path) -> PathBuf {
        let name = self.name();
        modules.join(name).join(name).with_extension("wasm")
    }

    /// Leaves the module in a folder, and the module as text in JavaScript (`module.js`).
    pub(super) fn build(self, shell: &Shell, packages: &node::Packages, folder: &Path) -> anyhow::Result<()> {
        workspace::empty(folder)?;
        let compiled = self.compile(shell)?;
        let module = folder.join(self.name()).with_extension("wasm");
        let optimizer = packages.program("wasm-opt");
        // No static data lies below the stack, and a function that is called once compresses better as one.
        let flags = ["-Oz", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=0"];
        let strip = ["--strip-debug", "--strip-producers"];
        cmd!(shell, "{optimizer} {flags...} {strip...} {compiled} -o {module}").run()?;
        inline(&module)
    }

    /// Compiles the crate and answers what the compiler made.
    fn compile(self, shell: &Shell) -> anyhow::Result<PathBuf> {
        let target = workspace::target().join("wasm");
        let features = self.features();
        let build = cmd!(
            shell,
            "cargo build --package kuzzle-errors-wasm --features={features} --profile wasm --target {TARGET}
             --target-dir {target}"
        );
        let build = if has_target(shell)? { build } else { with_library_from_source(shell, build)? };
        build.run()?;
        Ok(target.join(TARGET).join("wasm/kuzzle_errors_wasm.wasm"))
    }
}

/// Whether the compiler in use has the standard library for WASM, or rustup can add it.
fn has_target(shell: &Shell) -> anyhow::Result<bool> {
    let library = cmd!(shell, "rustc --print target-libdir --target {TARGET}").quiet().read()?;
    if Path::new(&library).is_dir() {
        return Ok(true);
    }
    Ok(crate::tools::on_path("rustup") && cmd!(shell, "rustup target add {TARGET}").run().is_ok())
}

/// Has a build use Debian's compiler, which can be had with the source of its standard library, and compile that too.
fn with_library_from_source<'s>(shell: &'s Shell, build: Cmd<'s>) -> anyhow::Result<Cmd<'s>> {
    let rustc = rustc::provide_debian(shell, None, true)?;
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    let linker = Path::new(&sysroot).join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld");
    Ok(build
        .arg("-Zbuild-std=std,panic_abort")
        .env("RUSTC", rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker))
}

/// Writes the module as JavaScript beside it, so that it is there without a request or a bundler's help.
fn inline(module: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let text = format!("export default \"{}\";\n", text::encode(&bytes));
    workspace::write(&module.with_file_name("module.js"), text)
}
