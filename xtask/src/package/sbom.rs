//! The parts that the packages are made of, as CycloneDX, one file for each crate that is shipped. The packages for
//! Python and JavaScript have no dependencies beside their crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::tools;
use crate::workspace::{self, SHIPPED, ShippedCrate};

/// The crates that are not shipped, with their folders, of which the tool tells as well.
const OTHERS: [(&str, &str); 3] =
    [("benchmarks", "kuzzle-errors-benchmarks"), ("vectors", "kuzzle-errors-vectors"), ("xtask", "xtask")];

/// Writes the files and answers their folder.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let folder = super::output("sbom")?;
    let cyclonedx = tools::cargo::provide(shell, "cargo-cyclonedx", "0.5.9")?;
    cmd!(shell, "{cyclonedx} cyclonedx --quiet --format json --all-features").run()?;
    // The tool lays a file into the folder of each crate.
    for ShippedCrate { folder: place, name, .. } in SHIPPED {
        let bill = taken(place, name)?;
        // Of crates in the workspace it says where they stand on this machine.
        let bill = bill.replace(&format!("file://{}", workspace::root().display()), "file://.");
        workspace::write(&folder.join(format!("{name}.cdx.json")), bill)?;
    }
    for (place, name) in OTHERS {
        taken(place, name)?;
    }
    Ok(folder)
}

/// The text of a file that is not to stay where it is.
fn taken(place: &str, name: &str) -> anyhow::Result<String> {
    let file = workspace::root().join(place).join(format!("{name}.cdx.json"));
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
    Ok(text)
}

/// Each is a bill of materials with parts in it.
pub(crate) fn check(shell: &Shell, folder: &Path) -> anyhow::Result<()> {
    for file in shell.read_dir(folder)? {
        let bill: Value = serde_json::from_str(&shell.read_file(&file)?)?;
        let components = bill["components"].as_array().map(Vec::len).unwrap_or_default();
        ensure!(bill["bomFormat"] == "CycloneDX" && components > 0, "{} lists nothing", file.display());
        println!("{}: {components} components", file.file_name().unwrap_or_default().display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_crate_of_the_workspace_is_known() {
        let manifest = fs::read_to_string(workspace::root().join("Cargo.toml")).unwrap();
        let (_, members) = manifest.split_once("members = [").unwrap();
        let (members, _) = members.split_once(']').unwrap();
        let members: BTreeSet<_> = members.split('"').skip(1).step_by(2).collect();
        let known: BTreeSet<_> =
            SHIPPED.iter().map(|shipped| shipped.folder).chain(OTHERS.map(|(place, _)| place)).collect();
        assert_eq!(known, members);
    }
}
