//! The JavaScript of the package: one file for each entry, and what TypeScript knows of them.

use std::fs;
use std::path::Path;

use xshell::{Shell, cmd};

use super::Module;
use crate::tools::node::Packages;
use crate::workspace;

/// What users import, as an ECMAScript module and for `require`.
const ENTRIES: [&str; 2] = ["index", "slim"];

/// What the entry with the modules in it loads later.
const LATER: &str = "all";

/// Writes each entry with all it needs in one file, for both kinds of modules.
pub(super) fn bundle(shell: &Shell, packages: &Packages, modules: &Path, contents: &Path) -> anyhow::Result<()> {
    let esbuild = packages.program("esbuild");
    let aliases = aliases(modules);
    let all_files = [&ENTRIES[..], &[LATER]].concat();
    for (format, extension, files) in [("esm", "js", &all_files[..]), ("cjs", "cjs", &ENTRIES[..])] {
        for file in files {
            let aliases = &aliases;
            let output = contents.join(file).with_extension(extension);
            cmd!(
                shell,
                "{esbuild} bindings-wasm/js/{file}.ts --bundle --format={format} --outfile={output} --target=es2022
                 --charset=utf8 --minify --log-level=warning --external:./{LATER}.js {aliases...}"
            )
            .quiet()
            .run()?;
        }
    }
    Ok(())
}

/// Writes the engine that knows everything as one file for `require`, which exports it as `engine`.
pub(super) fn bundle_engine(shell: &Shell, packages: &Packages, modules: &Path, file: &Path) -> anyhow::Result<()> {
    let (esbuild, aliases) = (packages.program("esbuild"), aliases(modules));
    cmd!(
        shell,
        "{esbuild} bindings-wasm/js/all.ts --bundle --format=cjs --platform=node --outfile={file} --target=es2022
         --charset=utf8 --minify --log-level=warning {aliases...}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// Where the imports stand that name what the build of the modules leaves.
fn aliases(modules: &Path) -> [String; 2] {
    Module::ALL.map(|module| {
        let name = module.name();
        format!("--alias:#{name}/module={}/{name}/module.js", modules.display())
    })
}

/// Writes the declarations, for both kinds of modules.
pub(super) fn declare(shell: &Shell, packages: &Packages, contents: &Path) -> anyhow::Result<()> {
    let tsc = packages.program("tsc");
    let types = contents.join("types");
    cmd!(shell, "{tsc} --project bindings-wasm --outDir {types}").run()?;
    workspace::copy_into(&workspace::root().join("bindings-wasm/layer/engine.d.ts"), &types.join("layer"))?;
    for folder in ["js", "layer", "layer/generated"] {
        for file in shell.read_dir(types.join(folder))? {
            let text = fs::read_to_string(&file).unwrap_or_default().replace(".js\"", ".cjs\"");
            if file.extension().is_some_and(|extension| extension == "ts") {
                workspace::write(&file.with_extension("cts"), text)?;
            }
        }
    }
    Ok(())
}
