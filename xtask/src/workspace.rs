//! Where things stand in the workspace, and how its files are written.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::Shell;

/// A crate that is in what users install.
pub(crate) struct ShippedCrate {
    pub(crate) folder: &'static str,
    pub(crate) name: &'static str,
    /// What the documentation calls it.
    pub(crate) part: &'static str,
}

/// The crates that are shipped.
pub(crate) const SHIPPED: [ShippedCrate; 6] = [
    ShippedCrate { folder: "core", name: "kuzzle-errors", part: "core" },
    ShippedCrate { folder: "cli", name: "kuzzle-errors-cli", part: "command" },
    ShippedCrate { folder: "ffi-c", name: "kuzzle-errors-ffi", part: "C" },
    ShippedCrate { folder: "bindings-python", name: "kuzzle-errors-python", part: "Python" },
    ShippedCrate { folder: "bindings-node", name: "kuzzle-errors-node", part: "Node.js" },
    ShippedCrate { folder: "bindings-wasm", name: "kuzzle-errors-wasm", part: "browser" },
];

/// The folder of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is a folder of the workspace")
}

/// The folder of everything that is built or installed: `target`, wherever cargo was told to put it.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A shell that stands in the workspace's folder.
pub(crate) fn shell() -> anyhow::Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// Makes `folder` new and empty.
pub(crate) fn empty(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Copies a file into a folder under its own name.
pub(crate) fn copy_into(file: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    let name = file.file_name().with_context(|| format!("{} names no file", file.display()))?;
    let copy = folder.join(name);
    fs::copy(file, &copy).with_context(|| format!("cannot copy {} to {}", file.display(), folder.display()))?;
    Ok(copy)
}

/// Writes a whole file or nothing: into a temporary file beside it, which then takes its place.
pub(crate) fn write(file: &Path, contents: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let mut temporary = file.as_os_str().to_owned();
    temporary.push(".new");
    let temporary = PathBuf::from(temporary);
    fs::write(&temporary, contents).with_context(|| format!("cannot write {}", temporary.display()))?;
    fs::rename(&temporary, file).with_context(|| format!("cannot write {}", file.display()))
}

/// Makes `link` lead to `target`.
pub(crate) fn link(target: &Path, link: &Path) -> anyhow::Result<()> {
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(target, link);
    #[cfg(windows)]
    let linked = match link.parent().map(|folder| folder.join(target)) {
        Some(folder) if folder.is_dir() => std::os::windows::fs::symlink_dir(target, link),
        _ => std::os::windows::fs::symlink_file(target, link),
    };
    linked.with_context(|| format!("cannot link {}", link.display()))
}

/// Prints the size of a file.
pub(crate) fn print_size(file: &Path) -> anyhow::Result<()> {
    let bytes = fs::metadata(file).with_context(|| format!("cannot read {}", file.display()))?.len();
    let name = file.file_name().unwrap_or_default();
    println!("{}: {bytes} bytes", name.display());
    Ok(())
}
