//! The tables of `core/registry/`: a line of headings, then one record a line, separated by tabs.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow, bail, ensure};
use kuzzle_errors::{Class, Code};

/// A line of `releases.tsv`.
pub(super) struct PublishedRelease {
    pub(super) release: [u16; 3],
    /// `YYYY-MM-DD`.
    pub(super) date: String,
}

impl PublishedRelease {
    /// The release as text.
    pub(super) fn text(&self) -> String {
        self.release.map(|part| part.to_string()).join(".")
    }
}

/// A line of `legacy.tsv`.
pub(super) struct LegacyMeaning {
    pub(super) id: String,
    pub(super) code: Code,
    pub(super) class: Class,
    pub(super) first: [u16; 3],
    pub(super) last: [u16; 3],
}

/// Reads the releases; they rise.
pub(super) fn releases(file: &Path) -> anyhow::Result<Vec<PublishedRelease>> {
    read(file, published_release, |before, next| before.release < next.release)
}

/// Reads the old meanings of the codes; codes rise, and the newest meaning of a code comes first.
pub(super) fn legacy(file: &Path) -> anyhow::Result<Vec<LegacyMeaning>> {
    read(file, legacy_meaning, |before, next| {
        before.code < next.code || (before.code == next.code && before.last >= next.last)
    })
}

/// Reads a table whose records stand in order.
fn read<T>(
    file: &Path,
    record: fn(&[&str]) -> anyhow::Result<T>,
    in_order: fn(&T, &T) -> bool,
) -> anyhow::Result<Vec<T>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut records: Vec<T> = Vec::new();
    for (index, line) in text.lines().enumerate().skip(1) {
        let place = || format!("{}:{}: {line:?}", file.display(), index + 1);
        let columns: Vec<&str> = line.split('\t').collect();
        let next = record(&columns).with_context(place)?;
        let follows = records.last().is_none_or(|before| in_order(before, &next));
        ensure!(follows, "{}: does not come behind the line before it", place());
        records.push(next);
    }
    Ok(records)
}

fn published_release(columns: &[&str]) -> anyhow::Result<PublishedRelease> {
    let [release, date, _] = columns else { bail!("expected release, date and number of errors") };
    let is_date = date.len() == 10
        && date.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    ensure!(is_date, "{date:?} is no date: expected YYYY-MM-DD");
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

/// The three numbers of a release.
pub(super) fn release_numbers(text: &str) -> anyhow::Result<[u16; 3]> {
    let numbers: Result<Vec<u16>, _> = text.split('.').map(str::parse::<u16>).collect();
    numbers.ok().and_then(|numbers| numbers.try_into().ok()).ok_or_else(|| anyhow!("{text:?} is no release"))
}
