//! The npm packages that the lock files name. None is shipped: they build the packages, test them and make the site.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use serde::Deserialize;
use xshell::Shell;

use super::Allowed;

/// What `deny.toml` doesn't allow in what is shipped, and what is fine in tools.
const LICENSES_OF_TOOLS: [&str; 6] = ["0BSD", "BSD-3-Clause", "BlueOak-1.0.0", "CC-BY-4.0", "CC0-1.0", "MPL-2.0"];

/// A `package-lock.json`.
#[derive(Deserialize)]
struct Lock {
    /// By the folders that npm puts them into; the one without a name is the project itself.
    packages: BTreeMap<String, Package>,
}

#[derive(Deserialize)]
struct Package {
    license: Option<String>,
    integrity: Option<String>,
}

/// Complains of all packages in the lock file of a folder that have no allowed licence, or that could be changed in the
/// registry without being noticed.
pub(super) fn complain(
    shell: &Shell,
    folder: &str,
    allowed: &Allowed,
    wrong: &mut BTreeSet<String>,
) -> anyhow::Result<()> {
    let file = format!("{folder}/package-lock.json");
    complain_of(&shell.read_file(&file)?, allowed, wrong).context(file)
}

fn complain_of(lock: &str, allowed: &Allowed, wrong: &mut BTreeSet<String>) -> anyhow::Result<()> {
    let lock: Lock = serde_json::from_str(lock)?;
    let allowed = allowed.and(&LICENSES_OF_TOOLS);
    for (folder, package) in lock.packages.iter().filter(|(folder, _)| !folder.is_empty()) {
        let name = folder.rsplit("node_modules/").next().unwrap_or(folder);
        allowed.complain(name, package.license.as_deref(), wrong);
        if package.integrity.is_none() {
            wrong.insert(format!("{name}: no checksum in the lock file"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(package: &str) -> Vec<String> {
        let lock =
            format!(r#"{{"packages": {{"": {{"name": "own"}}, "node_modules/a/node_modules/@b/c": {package}}}}}"#);
        let mut wrong = BTreeSet::new();
        complain_of(&lock, &Allowed::new(["MIT"]), &mut wrong).unwrap();
        wrong.into_iter().collect()
    }

    #[test]
    fn packages_need_a_licence_and_a_checksum() {
        assert!(complaints(r#"{"license": "MIT", "integrity": "sha512-x"}"#).is_empty());
        assert!(complaints(r#"{"license": "(GPL-3.0 OR CC0-1.0)", "integrity": "sha512-x"}"#).is_empty());
        assert_eq!(
            complaints("{}"),
            ["@b/c: no checksum in the lock file", "@b/c: no licence that can be read: \"\"",]
        );
        let refused = complaints(r#"{"license": "GPL-3.0-only", "integrity": "sha512-x"}"#);
        assert_eq!(refused, ["@b/c: the licence GPL-3.0-only is not allowed"]);
    }
}
