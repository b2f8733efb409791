//! The npm packages for Node.js: the one that users install, with the JavaScript and the WASM engine, and for the
//! platform of this machine one with the addon, which the first names among its optional dependencies.

mod platform;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde_json::{Map, Value};
use xshell::{Cmd, Shell, cmd};

use self::platform::Platform;
use super::{contents, output, pack, wasm};
use crate::tools::node::Packages;
use crate::workspace;

/// The name of the package that users install.
pub(crate) const NAME: &str = "kuzzle-errors";

/// What users import or require.
const ENTRIES: [&str; 3] = ["index", "kerror", "kerror-1x"];

/// esbuild exports getters, which each use would call; what they answer here never changes.
const PLAIN_EXPORTS: &str = "--footer:js=module.exports = { ...module.exports };";

/// The tarballs of the packages.
pub(crate) struct Tarballs {
    pub(crate) main: PathBuf,
    /// `None` where the main package names none for the platform of this machine.
    pub(crate) platform: Option<PathBuf>,
}

impl Tarballs {
    /// The folder with all of them.
    pub(crate) fn folder(&self) -> anyhow::Result<PathBuf> {
        Ok(self.main.parent().context("a tarball stands in a folder")?.to_owned())
    }

    /// What npm is told to install, with the addon or without.
    pub(crate) fn both(&self) -> Vec<PathBuf> {
        [Some(self.main.clone()), self.platform.clone()].into_iter().flatten().collect()
    }
}

/// Builds the addon and the WASM engine, puts the packages together and answers their tarballs.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<Tarballs> {
    let packages = Packages::provide(shell)?;
    let output = output("node")?;
    let main = make_main(shell, &packages, &output)?;
    let platform = Platform::of_this_machine();
    let is_named = shell.read_file("bindings-node/package.json")?.contains(&format!("\"{}\"", platform.package()));
    let platform = is_named.then(|| make_platform(shell, &platform, &output)).transpose()?;
    Ok(Tarballs { main, platform })
}

/// The files that say what a package is.
fn copy_about(contents: &Path) -> anyhow::Result<()> {
    let root = workspace::root();
    for file in ["bindings-node/README.md", "LICENSE", "NOTICE"] {
        workspace::copy_into(&root.join(file), contents)?;
    }
    Ok(())
}

fn make_main(shell: &Shell, packages: &Packages, output: &Path) -> anyhow::Result<PathBuf> {
    let contents = contents("node")?;
    copy_about(&contents)?;
    workspace::copy_into(&workspace::root().join("registry.json"), &contents)?;
    let manifest = shell.read_file("bindings-node/package.json")?;
    workspace::write(&contents.join("package.json"), manifest.replace("0.0.0", env!("CARGO_PKG_VERSION")))?;
    bundle(shell, packages, &contents)?;
    declare(shell, packages, &contents)?;
    wasm::make_engine(shell, packages, &contents.join("wasm.js"))?;
    pack(shell, &contents, output)
}

/// Writes each entry for `require`, which share the library in a file of its own, and a thin one for `import`.
fn bundle(shell: &Shell, packages: &Packages, contents: &Path) -> anyhow::Result<()> {
    for file in ["library", "kerror", "kerror-1x", "command"] {
        let output = contents.join(file).with_extension("js");
        // Names stay: they stand in the stacks of errors.
        let options =
            ["--format=cjs", "--minify-whitespace", "--minify-syntax", "--external:./library.js", PLAIN_EXPORTS];
        esbuild(shell, packages, file, &output).args(options).run()?;
    }
    let names = public_names(shell, packages)?.join(", ");
    let index = format!("const {{ {names} }} = require(\"./library.js\");\nmodule.exports = {{ {names} }};\n");
    workspace::write(&contents.join("index.js"), index)?;
    for entry in ENTRIES {
        let thin = format!("export * from \"./{entry}.js\";\n");
        workspace::write(&contents.join(entry).with_extension("mjs"), thin)?;
    }
    Ok(())
}

/// What the entry `index` exports, as esbuild tells it: the library has more, which is nobody else's business.
fn public_names(shell: &Shell, packages: &Packages) -> anyhow::Result<Vec<String>> {
    let output = shell.create_dir(workspace::target().join("package/names"))?.join("index.mjs");
    let description = output.with_extension("json");
    esbuild(shell, packages, "index", &output)
        .arg("--format=esm")
        .arg(format!("--metafile={}", description.display()))
        .run()?;
    let description: Value = serde_json::from_str(&shell.read_file(description)?)?;
    let outputs = description["outputs"].as_object().into_iter().flat_map(Map::values);
    let names = outputs.flat_map(|output| output["exports"].as_array().into_iter().flatten());
    Ok(names.filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Bundles a file for Node.js, but for the engine that it may load.
fn esbuild<'s>(shell: &'s Shell, packages: &Packages, file: &str, output: &Path) -> Cmd<'s> {
    let esbuild = packages.program("esbuild");
    cmd!(
        shell,
        "{esbuild} bindings-node/js/{file}.ts --bundle --platform=node --outfile={output} --target=es2022
         --charset=utf8 --log-level=warning --external:./wasm.js"
    )
    .quiet()
}

/// Writes what TypeScript knows of the entries.
fn declare(shell: &Shell, packages: &Packages, contents: &Path) -> anyhow::Result<()> {
    let (tsc, known, types) = (packages.program("tsc"), packages.modules().join("@types"), contents.join("types"));
    cmd!(shell, "{tsc} --project bindings-node --typeRoots {known} --outDir {types}").run()?;
    workspace::copy_into(
        &workspace::root().join("bindings-wasm/layer/engine.d.ts"),
        &types.join("bindings-wasm/layer"),
    )?;
    for entry in ENTRIES {
        let thin = format!("export * from \"./types/bindings-node/js/{entry}.js\";\n");
        for extension in ["d.ts", "d.mts"] {
            workspace::write(&contents.join(entry).with_extension(extension), &thin)?;
        }
    }
    Ok(())
}

/// The package with the addon.
fn make_platform(shell: &Shell, platform: &Platform, output: &Path) -> anyhow::Result<PathBuf> {
    cmd!(shell, "cargo build --package kuzzle-errors-node --release").run()?;
    let contents = contents("node-platform")?;
    copy_about(&contents)?;
    workspace::write(&contents.join("package.json"), platform.manifest())?;
    shell.copy_file(workspace::target().join("release").join(Platform::library()), contents.join(Platform::ADDON))?;
    pack(shell, &contents, output)
}

/// The addon in the package that [`make`] has made.
pub(crate) fn addon() -> PathBuf {
    workspace::target().join("package/contents/node-platform").join(Platform::ADDON)
}
