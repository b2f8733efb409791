//! What is generated from: the registry files, read and checked by the loader that users' files go through.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow, bail, ensure};
use kuzzle_errors::{Class, Code, Definition, LoadOptions, Registry, RegistryKind};

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

/// A line of `releases.tsv`.
pub(super) struct PublishedRelease {
    pub(super) release: [u16; 3],
    /// `YYYY-MM-DD`.
    pub(super) date: String,
}

/// A line of `legacy.tsv`.
pub(super) struct LegacyMeaning {
    pub(super) id: String,
    pub(super) code: Code,
    pub(super) class: Class,
    pub(super) first: [u16; 3],
    pub(super) last: [u16; 3],
}

impl Source {
    /// Reads and checks the files of the folder; what breaks a rule is an error with file, place and value.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Self> {
        let source = Self {
            live: load(folder)?,
            only_1x: load(&folder.join("1.x-only.json"))?,
            releases: read_table(&folder.join("releases.tsv"), published_release)?,
            legacy: read_table(&folder.join("legacy.tsv"), legacy_meaning)?,
        };
        for definition in source.definitions() {
            ensure!(definition.cause().is_some() && definition.fix().is_some(), "{}: no cause or fix", definition.id());
            ensure!(definition.retry().is_some(), "{}: no retry", definition.id());
            ensure!(definition.audience().is_some(), "{}: no audience", definition.id());
            ensure!(definition.releases().next().is_some(), "{}: no releases", definition.id());
        }
        Ok(source)
    }

    /// Every definition by code; of several holders of a code the one that is still there comes first.
    pub(super) fn definitions(&self) -> Vec<Definition<'_>> {
        let mut definitions: Vec<_> = self.live.iter().chain(self.only_1x.iter()).collect();
        definitions.sort_by_key(|definition| (definition.code(), is_only_1x(*definition)));
        definitions
    }

    /// The newest release, as text.
    pub(super) fn newest_release(&self) -> String {
        self.releases.last().map(|newest| newest.release.map(|part| part.to_string()).join(".")).unwrap_or_default()
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

/// Reads a table with a line of headings, one record a line, separated by tabs.
fn read_table<T>(file: &Path, record: fn(&[&str]) -> anyhow::Result<T>) -> anyhow::Result<Vec<T>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = text.lines().enumerate().skip(1);
    lines
        .map(|(index, line)| {
            let columns: Vec<&str> = line.split('\t').collect();
            record(&columns).with_context(|| format!("{}:{}: {line:?}", file.display(), index + 1))
        })
        .collect()
}

fn published_release(columns: &[&str]) -> anyhow::Result<PublishedRelease> {
    let [release, date, _] = columns else { bail!("expected release, date and number of errors") };
    Ok(PublishedRelease { release: release_numbers(release)?, date: (*date).to_owned() })
}

fn legacy_meaning(columns: &[&str]) -> anyhow::Result<LegacyMeaning> {
    let [id, code, class, first, last] = columns else { bail!("expected id, code, class, first and last release") };
    Ok(LegacyMeaning {
        id: (*id).to_owned(),
        code: Code::parse(code)?,
        class: Class::from_name(class).with_context(|| format!("{class:?} is no class of Kuzzle"))?,
        first: release_numbers(first)?,
        last: release_numbers(last)?,
    })
}

fn release_numbers(text: &str) -> anyhow::Result<[u16; 3]> {
    let numbers: Vec<u16> = text.split('.').map(str::parse).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| anyhow!("{text:?} is no release"))
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn a_file_that_breaks_a_rule_is_named_with_place_and_value() {
        let folder = workspace::target().join("test/broken-registry");
        workspace::empty(&folder).unwrap();
        for entry in fs::read_dir(registry_folder()).unwrap() {
            workspace::copy_into(&entry.unwrap().path(), &folder).unwrap();
        }
        let file = folder.join("8-cluster.json");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("\"code\": 8", "\"code\": 800")).unwrap();

        let refusal = format!("{:#}", Source::read(&folder).err().unwrap());
        for expected in ["8-cluster.json", "$.code", "800"] {
            assert!(refusal.contains(expected), "{expected} is missing in: {refusal}");
        }
    }

    #[test]
    fn a_line_of_a_table_that_cannot_be_read_is_named() {
        let file = workspace::target().join("test/broken-table.tsv");
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "release\tdate\terrors\n1.9.0\t2019-08-01\t61\n1.x\t2019-08-06\t61\n").unwrap();
        let refusal = format!("{:#}", read_table(&file, published_release).err().unwrap());
        assert!(refusal.contains("broken-table.tsv:3:"), "{refusal}");
    }
}
