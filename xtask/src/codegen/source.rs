//! What is generated from: the registry files, read and checked by the loader that users' files go through.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use kuzzle_errors::{Definition, LoadOptions, Registry, RegistryKind};

use super::members;
use super::tsv::{self, LegacyMeaning, PublishedRelease};

/// The content of `core/registry/`.
pub(super) struct Source {
    /// The definitions that the newest release has.
    live: Registry,
    /// Those that only 1.x had.
    only_1x: Registry,
    /// Every release, oldest first.
    pub(super) releases: Vec<PublishedRelease>,
    /// What the codes meant before 1.10.5, by code, the newest meaning first.
    pub(super) legacy: Vec<LegacyMeaning>,
}

impl Source {
    /// Reads and checks the files of the folder; what breaks a rule is an error with file, place and value.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        members::check(folder)?;
        let source = Self {
            live: load(folder)?,
            only_1x: load(&folder.join("1.x-only.json"))?,
            releases: tsv::releases(&folder.join("releases.tsv"))?,
            legacy: tsv::legacy(&folder.join("legacy.tsv"))?,
        };
        for definition in source.definitions() {
            source.check_releases(definition).with_context(|| definition.id().to_owned())?;
        }
        source.check_domains()?;
        Ok(source)
    }

    /// Every release that has a definition was published; the one that deprecated it need not be, Kuzzle's own files
    /// name a 2.12.3 that never was.
    fn check_releases(&self, definition: Definition<'_>) -> anyhow::Result<()> {
        let published = |text: &str| self.releases.iter().any(|published| published.text() == text);
        let lines = definition.releases().flat_map(|line| [Some(line.first()), line.last()]).flatten();
        for release in lines.map(|release| release.to_string()) {
            ensure!(published(&release), "releases: {release} is not in releases.tsv");
        }
        if let Some(release) = definition.deprecated() {
            tsv::release_numbers(release).context("deprecated")?;
        }
        Ok(())
    }

    /// Domains are numbered from 0 without gaps: their pages stand in an array.
    fn check_domains(&self) -> anyhow::Result<()> {
        let mut codes: Vec<u8> = self.definitions().iter().map(|definition| definition.code().domain()).collect();
        codes.dedup();
        let without_gaps = codes.iter().zip(0..).all(|(code, expected)| *code == expected);
        ensure!(without_gaps, "the codes of the domains are {codes:?}: expected 0, 1, 2 and so on");
        Ok(())
    }

    /// Every definition by code; of several holders of a code the one that is still there comes first.
    pub(super) fn definitions(&self) -> Vec<Definition<'_>> {
        let mut definitions: Vec<_> = self.live.iter().chain(self.only_1x.iter()).collect();
        definitions.sort_by_key(|definition| (definition.code(), is_only_1x(*definition)));
        definitions
    }

    /// The newest release, as text.
    pub(super) fn newest_release(&self) -> String {
        self.releases.last().map(PublishedRelease::text).unwrap_or_default()
    }

    /// Numbers are for ever: no id that the tables hold may be dropped, or get another code or class.
    pub(super) fn keeps_every_number(&self, tables: &Registry) -> anyhow::Result<()> {
        let definitions = self.definitions();
        let by_id: HashMap<&str, &Definition<'_>> =
            definitions.iter().map(|definition| (definition.id(), definition)).collect();
        for before in tables.iter() {
            let Some(now) = by_id.get(before.id()) else {
                bail!("{} is in the tables but no longer in core/registry: ids are never dropped", before.id());
            };
            ensure!(
                now.code() == before.code() && now.class() == before.class(),
                "{} was {} {} and would become {} {}: ids are never renumbered",
                before.id(),
                before.code(),
                before.class(),
                now.code(),
                now.class(),
            );
        }
        Ok(())
    }
}

/// Kuzzle's page about the errors of the definition's domain.
pub(super) fn url(definition: Definition<'_>) -> String {
    if is_only_1x(definition) { URL_1X.to_owned() } else { domain_url(definition.domain()) }
}

/// Kuzzle's page about the errors of a domain.
pub(super) fn domain_url(domain: &str) -> String {
    format!("https://docs.kuzzle.io/core/2/api/errors/error-codes/{domain}/")
}

/// Kuzzle's page about the errors of 1.x.
pub(super) const URL_1X: &str = "https://docs.kuzzle.io/core/1/api/essentials/errors/codes/";

fn is_only_1x(definition: Definition<'_>) -> bool {
    definition.releases().all(|line| line.major() == 1)
}

fn load(path: &Path) -> anyhow::Result<Registry> {
    let registry = LoadOptions::new().kind(RegistryKind::Kuzzle).load(path)?;
    for warning in registry.warnings() {
        eprintln!("warning: {warning}");
    }
    Ok(registry)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace;

    fn registry_folder() -> std::path::PathBuf {
        workspace::root().join("core/registry")
    }

    fn tables(name: &str, number: u16, class: &str) -> Registry {
        let text = format!(
            r#"{{"code": 0, "subDomains": {{"fatal": {{"code": 0, "errors": {{
                "{name}": {{"code": {number}, "class": "{class}", "message": "m", "description": "d"}}
            }}}}}}}}"#
        );
        LoadOptions::new().kind(RegistryKind::Kuzzle).file_name("0-core.json").load_str(&text).unwrap()
    }

    #[test]
    fn what_the_tables_hold_stays() {
        let source = Source::read(&registry_folder()).unwrap();
        let refusal = |tables: &Registry| source.keeps_every_number(tables).err().map(|error| error.to_string());
        assert_eq!(refusal(&tables("service_timeout", 3, "InternalError")), None);
        assert_eq!(
            refusal(&tables("gone", 99, "InternalError")).unwrap(),
            "core.fatal.gone is in the tables but no longer in core/registry: ids are never dropped"
        );
        let renumbered = refusal(&tables("service_timeout", 4, "InternalError")).unwrap();
        assert!(renumbered.starts_with("core.fatal.service_timeout was 0x00000004 InternalError"), "{renumbered}");
        assert!(refusal(&tables("service_timeout", 3, "NotFoundError")).is_some());
    }

    /// What reading says of the registry after a text in one of its files was replaced.
    fn refusal(file: &str, text: &str, replacement: &str) -> String {
        let folder = workspace::target().join("test/broken-registry").join(file);
        workspace::empty(&folder).unwrap();
        for entry in fs::read_dir(registry_folder()).unwrap() {
            workspace::copy_into(&entry.unwrap().path(), &folder).unwrap();
        }
        let broken = folder.join(file);
        let before = fs::read_to_string(&broken).unwrap();
        assert!(before.contains(text), "{file} has no {text}");
        fs::write(&broken, before.replacen(text, replacement, 1)).unwrap();
        format!("{:#}", Source::read(&folder).err().expect("the registry is broken"))
    }

    #[test]
    fn what_breaks_a_rule_is_named_with_file_place_and_value() {
        let cases: [(&str, &str, &str, &[&str]); 9] = [
            ("8-cluster.json", "\"code\": 8", "\"code\": 800", &["8-cluster.json:2:11", "$.code", "value 800"]),
            (
                "8-cluster.json",
                "\"retry\"",
                "\"retri\"",
                &["8-cluster.json", "$.subDomains.fatal.errors.desync", "retri"],
            ),
            (
                "8-cluster.json",
                "InternalError",
                "TeapotError",
                &["8-cluster.json", "errors.desync.class", "TeapotError"],
            ),
            ("6-protocol.json", "\"2.0.0\"", "\"2.0.99\"", &["protocol.runtime", "2.0.99", "releases.tsv"]),
            (
                "0-core.json",
                "\"deprecated\": \"2.0.0\"",
                "\"deprecated\": \"x\"",
                &["core.realtime.invalid_state", "\"x\""],
            ),
            ("releases.tsv", "2019-08-06", "yesterday", &["releases.tsv:3", "yesterday"]),
            ("releases.tsv", "1.9.1\t", "1.9.0\t", &["releases.tsv:3", "1.9.0"]),
            ("legacy.tsv", "InternalError", "TeapotError", &["legacy.tsv:2", "TeapotError"]),
            ("legacy.tsv", "0x00000001", "0x0f000001", &["legacy.tsv:3", "0x00000002"]),
        ];
        for (file, text, replacement, expected) in cases {
            let refusal = refusal(file, text, replacement);
            for part in expected {
                assert!(refusal.contains(part), "{part} is missing in: {refusal}");
            }
        }
    }
}
