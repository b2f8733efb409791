//! What errors were before Kuzzle 1.10.5, where the registry has no definitions of Kuzzle.

use std::cmp::Reverse;

use kuzzle_errors::{Code, KuzzleError, Legacy, Registry, Release};

use crate::release_ranges;
use crate::text::alternatives;

/// What a code meant in a release; nothing from 1.10.5 on.
pub(crate) fn of_code(code: Code, release: Release) -> Vec<Legacy> {
    kuzzle_errors::legacy(code, release.to_string().as_str()).into_iter().flatten().collect()
}

/// What an id stood for, the newest first. Servers of 1.9 wrote ids with hyphens.
pub(crate) fn of_id(id: &str) -> Vec<Legacy> {
    let with_dots = id.replace('-', ".");
    let mut meanings: Vec<Legacy> = kuzzle_errors::legacy_by_id(&with_dots, None).into_iter().flatten().collect();
    meanings.retain(|old| id == with_dots || is_1_9(old.first()));
    meanings.sort_by_key(|old| Reverse(old.last()));
    meanings
}

/// Whether servers of a release before 1.10.5 were of 1.9: those sent only the number within the subdomain as the code,
/// and wrote ids with hyphens.
const fn is_1_9(release: Release) -> bool {
    release.minor() < 10
}

/// Whether a release had an old meaning.
pub(crate) fn is_in(old: Legacy, release: Release) -> bool {
    (old.first()..=old.last()).contains(&release)
}

/// The releases of an old meaning in words.
pub(crate) fn lines(old: Legacy) -> String {
    release_ranges::range(old.first(), Some(old.last()))
}

/// Why nothing is found in a release that has no definitions, and who knows more; `None` where it has some.
pub(crate) fn no_definitions(narrowed: &Registry) -> Option<String> {
    let release = narrowed.release()?;
    if narrowed.iter().any(|definition| definition.releases().next().is_some()) {
        return None;
    }
    Some(match release.date() {
        Some(_) => format!(
            "there are no definitions before 1.10.5, but explain CODE --release {release} tells what a number meant"
        ),
        None => "errors have numbers since 1.9.0 only, and definitions since 1.10.5".to_owned(),
    })
}

/// What the code of an error without an id meant in the release that was asked for.
pub(crate) fn meaning_of_received(error: &KuzzleError, narrowed: &Registry) -> Option<String> {
    let (Some(code), None, Some(release)) = (error.code(), error.id(), narrowed.release()) else { return None };
    let ids: Vec<&str> = of_code(code, release).into_iter().map(Legacy::id).collect();
    if ids.is_empty() {
        return None;
    }
    let caution = if is_1_9(release) { "; servers of 1.9 sent only the last four digits of a code" } else { "" };
    let meaning = alternatives(ids.into_iter());
    Some(format!("in Kuzzle {release} {code} meant {meaning}: see explain {code} --release {release}{caution}"))
}
