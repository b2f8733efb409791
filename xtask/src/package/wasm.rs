//! The npm package for browsers: the WASM module inside a JavaScript module, and the JavaScript in front of it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use wasm_bindgen_cli_support::Bindgen;
use xshell::{Cmd, Shell, cmd};

use crate::tools::{node, rustc};
use crate::workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the module, puts the package together and answers its tarball.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let optimizer = node::Packages::provide(shell)?.program("wasm-opt");
    let module = compile(shell)?;
    let contents = super::contents("wasm")?;
    let source = workspace::root().join("bindings-wasm");
    for file in ["package.json", "js/index.js", "js/index.d.ts"] {
        workspace::copy_into(&source.join(file), &contents)?;
    }
    let module = bind(&module, &contents)?;
    cmd!(shell, "{optimizer} -Oz {module} -o {module}").run()?;
    inline(&module)?;
    super::pack(shell, &contents, &super::output("wasm")?)
}

/// The WASM module of a package that [`make`] has made.
pub(crate) fn module() -> PathBuf {
    workspace::target().join("package/contents/wasm/kuzzle_errors_wasm_bg.wasm")
}

/// Compiles the crate and answers the module.
fn compile(shell: &Shell) -> anyhow::Result<PathBuf> {
    let target = workspace::target().join("wasm");
    let build =
        cmd!(shell, "cargo build --package kuzzle-errors-wasm --profile wasm --target {TARGET} --target-dir {target}");
    let build = if has_target(shell)? { build } else { with_library_from_source(shell, build)? };
    build.run()?;
    Ok(target.join(TARGET).join("wasm/kuzzle_errors_wasm.wasm"))
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

/// Writes the module and the JavaScript that calls it into a folder, as the command wasm-bindgen does.
fn bind(module: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    Ok(folder.join("kuzzle_errors_wasm_bg.wasm"))
}

/// Writes the module as JavaScript beside it, so that it is there without a request or a bundler's help.
fn inline(module: &Path) -> anyhow::Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let text = format!("export default \"{}\";\n", BASE64_STANDARD.encode(bytes));
    workspace::write(&module.with_file_name("module.js"), text)
}
