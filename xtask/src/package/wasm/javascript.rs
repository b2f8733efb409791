//! The JavaScript of the package: one file for each entry, and what TypeScript knows of them.

use std::fs;
use std::path::Path;

use xshell::{Shell, cmd};

use super::Module;
use crate::tools::node::Packages;
use crate::workspace;

/// What users import, as an ECMAScript module and for `require`.
const ENTRIES: [&str; 2] = ["index", "slim"];

/// What the entries load later.
const LATER: [&str; 2] = ["all", "all-glue"];

/// Writes each entry with all it needs in one file, for both kinds of modules.
pub(super) fn bundle(shell: &Shell, packages: &Packages, modules: &Path, contents: &Path) -> anyhow::Result<()> {
    let esbuild = packages.program("esbuild");
    let aliases: Vec<String> = Module::ALL
        .iter()
        .flat_map(|module| ["glue", "module"].map(|part| (module.name(), part)))
        .map(|(name, part)| format!("--alias:#{name}/{part}={}/{name}/{part}.js", modules.display()))
        .collect();
    let later = LATER.map(|file| format!("--external:./{file}.js"));
    for (format, extension, files) in [("esm", "js", &[ENTRIES, LATER].concat()[..]), ("cjs", "cjs", &ENTRIES[..])] {
        for file in files {
            let (aliases, later) = (&aliases, &later);
            let output = contents.join(file).with_extension(extension);
            // Names stay: they stand in the stacks of errors.
            cmd!(
                shell,
                "{esbuild} bindings-wasm/js/{file}.ts --bundle --format={format} --outfile={output} --target=es2022
                 --charset=utf8 --minify-whitespace --minify-syntax --log-level=warning {aliases...} {later...}"
            )
            .quiet()
            .run()?;
        }
    }
    Ok(())
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
