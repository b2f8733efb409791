//! The npm package for browsers: two WASM modules, and the JavaScript layer in front of them.

mod javascript;
mod module;
mod text;

use std::path::{Path, PathBuf};

use xshell::Shell;

use self::module::Module;
use crate::tools::node;
use crate::workspace;

/// Builds the modules and the JavaScript, puts the package together and answers its tarball.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let packages = node::Packages::provide(shell)?;
    let modules = workspace::target().join("package/modules");
    let contents = super::contents("wasm")?;
    let source = workspace::root().join("bindings-wasm");
    for file in ["package.json", "README.md", "../LICENSE", "../NOTICE"] {
        workspace::copy_into(&source.join(file), &contents)?;
    }
    for module in Module::ALL {
        module.build(shell, &packages, &modules.join(module.name()))?;
        workspace::copy_into(&module.file(&modules), &contents)?;
    }
    javascript::bundle(shell, &packages, &modules, &contents)?;
    javascript::declare(shell, &packages, &contents)?;
    super::pack(shell, &contents, &super::output("wasm")?)
}

/// Builds the module that knows everything, and writes it as a file of JavaScript for `require`, with its `engine`.
pub(crate) fn make_engine(shell: &Shell, packages: &node::Packages, file: &Path) -> anyhow::Result<()> {
    let modules = workspace::target().join("package/modules");
    Module::All.build(shell, packages, &modules.join(Module::All.name()))?;
    javascript::bundle_engine(shell, packages, &modules, file)
}

/// The folder with the files of a package that [`make`] has made.
pub(crate) fn contents() -> PathBuf {
    workspace::target().join("package/contents/wasm")
}
