//! The crates, as crates.io gets them.

use std::path::{Path, PathBuf};

use xshell::{Shell, cmd};

use crate::workspace;

/// The crates that are published, each after what it depends on.
const CRATES: [&str; 2] = ["kuzzle-errors", "kuzzle-errors-cli"];

/// What a program makes of the crate that was packed.
const PROGRAM: &str = "fn main() {
    let definition = kuzzle_errors::by_code(0x01010001).expect(\"it is known\");
    assert_eq!(definition.id(), \"services.storage.unknown_index\");
    assert_eq!(kuzzle_errors::iter().len(), 277);
}
";

/// Packs the crates, which cargo then builds from their archives, and answers the folder.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let folder = super::output("crate")?;
    let build = workspace::target().join("package/crate-build");
    let packages = CRATES.iter().flat_map(|name| ["--package", name]);
    cmd!(shell, "cargo package --quiet --allow-dirty {packages...} --target-dir {build}").run()?;
    for name in CRATES {
        workspace::copy_into(&archive(&build.join("package"), name), &folder)?;
    }
    Ok(folder)
}

/// A new program with the packed core as its only dependency runs, and so does the command, once it is installed.
pub(crate) fn check(shell: &Shell, folder: &Path) -> anyhow::Result<()> {
    let place = super::empty_place("crate")?;
    for name in CRATES {
        let archive = archive(folder, name);
        cmd!(shell, "tar --extract --file {archive} --directory {place}").run()?;
    }
    let [core, command] = CRATES.map(|name| format!("{name}-{}", env!("CARGO_PKG_VERSION")));
    let _directory = shell.push_dir(&place);
    check_core(shell, &place, &core)?;
    // The command asks crates.io for the core, where this version may not be yet.
    let patch = format!("patch.crates-io.{}.path=\"{}\"", CRATES[0], place.join(core).display());
    let build = workspace::target().join("package/crate-build");
    let options = ["--quiet", "--debug", "--no-track", "--config", &patch];
    cmd!(shell, "cargo install {options...} --path {command} --root {place} --target-dir {build}").run()?;
    cmd!(shell, "bin/kuzzle-errors explain 0x01010001").ignore_stdout().run()?;
    Ok(())
}

fn check_core(shell: &Shell, place: &Path, core: &str) -> anyhow::Result<()> {
    let manifest = format!(
        "[workspace]\n[package]\nname = \"program\"\nedition = \"2024\"\n[dependencies]\n\
         kuzzle-errors = {{ path = \"../{core}\" }}\n"
    );
    let program = shell.create_dir(place.join("program"))?;
    workspace::write(&program.join("Cargo.toml"), manifest)?;
    let source = shell.create_dir(program.join("src"))?;
    workspace::write(&source.join("main.rs"), PROGRAM)?;
    let _directory = shell.push_dir(&program);
    cmd!(shell, "cargo run --quiet").env_remove("CARGO_TARGET_DIR").run()?;
    Ok(())
}

fn archive(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}-{}.crate", env!("CARGO_PKG_VERSION")))
}
