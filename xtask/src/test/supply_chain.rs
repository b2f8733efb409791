//! What comes from others: licences, sources and duplicate versions as `deny.toml` allows them, of npm packages, too, and
//! a reason for every direct dependency in `docs/dependencies.md`.
//!
//! cargo-deny reads the same file and says more (advisories), where it can be had; this needs nothing but cargo.

mod npm;
mod reasons;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, bail};
use serde::Deserialize;
use spdx::{Expression, Licensee, ParseMode};
use xshell::{Shell, cmd};

use crate::workspace;

/// Where npm packages are named.
const NODE_FOLDERS: [&str; 3] = ["bindings-node/peers", "docs", "xtask/node"];

/// Where lock files may say that something comes from.
const REGISTRIES: [&str; 2] = ["registry+https://github.com/rust-lang/crates.io-index", "https://registry.npmjs.org/"];

/// The part of `deny.toml` that is held against the lock file.
#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    skip: Vec<Skip>,
}

#[derive(Deserialize)]
struct Skip {
    /// `name@version`.
    #[serde(rename = "crate")]
    package: String,
}

/// What `cargo metadata` says.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Default, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// None where it belongs to a workspace.
    source: Option<String>,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `dev`, `build`, or none of them.
    kind: Option<String>,
}

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let deny: Deny = toml::from_str(&shell.read_file("deny.toml")?).context("deny.toml")?;
    let mut wrong = BTreeSet::new();
    let mut packages = read(shell, "Cargo.toml")?;
    complain_of_duplicates(&deny.bans, &packages, &mut wrong);
    packages.extend(read(shell, "fuzz/Cargo.toml")?);
    for package in packages.iter().filter(|package| package.source.is_some()) {
        complain_of_license(&deny.licenses, package, &mut wrong);
    }
    for file in cmd!(shell, "git ls-files *.lock *-lock.json").quiet().read()?.lines() {
        complain_of_sources(file, &shell.read_file(file)?, &mut wrong);
    }
    let allowed = Allowed::new(deny.licenses.allow.iter().map(String::as_str));
    for folder in NODE_FOLDERS {
        npm::complain(shell, folder, &allowed, &mut wrong)?;
    }
    reasons::complain(shell, &packages, &mut wrong)?;
    for complaint in &wrong {
        println!("{complaint}");
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{} complaints", wrong.len()) }
}

fn read(shell: &Shell, manifest: &str) -> anyhow::Result<Vec<Package>> {
    let manifest = workspace::root().join(manifest);
    let json = cmd!(shell, "cargo metadata --format-version 1 --manifest-path {manifest}").quiet().read()?;
    let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata")?;
    Ok(metadata.packages)
}

/// Two versions of one crate need a line in `skip`, and each line there needs them.
fn complain_of_duplicates(bans: &Bans, packages: &[Package], wrong: &mut BTreeSet<String>) {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in packages {
        versions.entry(&package.name).or_default().insert(&package.version);
    }
    let is_skipped =
        |name: &str, version: &str| bans.skip.iter().any(|skip| skip.package == format!("{name}@{version}"));
    for (name, versions) in &versions {
        let counted: Vec<_> = versions.iter().filter(|version| !is_skipped(name, version)).collect();
        if counted.len() > 1 {
            wrong.insert(format!("{name} is there in several versions: {counted:?}"));
        }
    }
    for Skip { package } in &bans.skip {
        let name = package.split('@').next().unwrap_or_default();
        if versions.get(name).is_none_or(|versions| versions.len() < 2) {
            wrong.insert(format!("deny.toml: {package} need not be skipped any more"));
        }
    }
}

fn complain_of_license(licenses: &Licenses, package: &Package, wrong: &mut BTreeSet<String>) {
    let own = licenses.exceptions.iter().filter(|exception| exception.name == package.name);
    let allowed = licenses.allow.iter().chain(own.flat_map(|exception| &exception.allow));
    let name = format!("{} {}", package.name, package.version);
    Allowed::new(allowed.map(String::as_str)).complain(&name, package.license.as_deref(), wrong);
}

/// Licences under which something may be used.
#[derive(Clone)]
struct Allowed(Vec<Licensee>);

impl Allowed {
    fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self(names.into_iter().filter_map(|name| Licensee::parse(name).ok()).collect())
    }

    fn and(&self, names: &[&str]) -> Self {
        Self([self.0.clone(), Self::new(names.iter().copied()).0].concat())
    }

    fn complain(&self, name: &str, license: Option<&str>, wrong: &mut BTreeSet<String>) {
        let text = license.unwrap_or_default();
        // "MIT/Apache-2.0" is how it was written once.
        let Ok(expression) = Expression::parse_mode(text, ParseMode::LAX) else {
            wrong.insert(format!("{name}: no licence that can be read: {text:?}"));
            return;
        };
        if !expression.evaluate(|asked| self.0.iter().any(|licensee| licensee.satisfies(asked))) {
            wrong.insert(format!("{name}: the licence {text} is not allowed"));
        }
    }
}

/// What a lock file names comes from the public registries.
fn complain_of_sources(file: &str, text: &str, wrong: &mut BTreeSet<String>) {
    for line in text.lines().map(str::trim_start) {
        let source = line.strip_prefix("source = \"").or_else(|| line.strip_prefix("\"resolved\": \""));
        if source.is_some_and(|source| !REGISTRIES.iter().any(|registry| source.starts_with(registry))) {
            wrong.insert(format!("{file}: from elsewhere: {line}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(license: &str) -> Package {
        let (name, version) = ("x".to_owned(), "1.0.0".to_owned());
        let source = Some("registry+https://example.org".to_owned());
        Package { name, version, license: Some(license.to_owned()), source, dependencies: Vec::new() }
    }

    #[test]
    fn licences_are_read_as_expressions() {
        let allow = ["MIT", "Apache-2.0"].map(str::to_owned).to_vec();
        let licenses = Licenses { allow, exceptions: Vec::new() };
        let complaints = |license: &str| {
            let mut wrong = BTreeSet::new();
            complain_of_license(&licenses, &package(license), &mut wrong);
            wrong.len()
        };
        let allowed = ["MIT", "GPL-3.0-only OR MIT", "MIT/Apache-2.0", "MIT AND Apache-2.0"].map(complaints);
        assert_eq!(allowed, [0; 4]);
        let refused = ["GPL-3.0-only", "MIT AND GPL-3.0-only", "", "my own"].map(complaints);
        assert_eq!(refused, [1; 4]);
    }

    #[test]
    fn duplicates_and_foreign_sources_are_told() {
        let mut wrong = BTreeSet::new();
        let other = Package { version: "2.0.0".to_owned(), ..package("MIT") };
        complain_of_duplicates(&Bans { skip: Vec::new() }, &[package("MIT"), other], &mut wrong);
        complain_of_sources("Cargo.lock", "source = \"git+https://example.org\"", &mut wrong);
        complain_of_sources("package-lock.json", r#"  "resolved": "git+ssh://x","#, &mut wrong);
        let line = format!("source = \"{}\"", REGISTRIES[0]);
        complain_of_sources("fuzz/Cargo.lock", &line, &mut wrong);
        assert_eq!(wrong.len(), 3, "{wrong:?}");
    }
}
