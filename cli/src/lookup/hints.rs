//! What may have been meant by a code or an id that is not found.

use kuzzle_errors::{Class, Code, Definition, Legacy};

use crate::registries::Registries;
use crate::text::{alternatives, printable};
use crate::{legacy, release_ranges};

/// What else a code may mean, to be appended to a complaint; nothing where that is not known.
pub(super) fn for_code(typed: &str, code: Code, registries: &Registries) -> String {
    let hint = other_meanings(code, registries)
        .or_else(|| status_filter(typed, registries).as_deref().map(listing))
        .or_else(|| without_prefix(typed, registries));
    appended(hint)
}

/// What an id may have been meant for, to be appended to a complaint; nothing where that is not known.
pub(super) fn for_id(typed: &str, registries: &Registries) -> String {
    let hint = other_releases(typed, registries)
        .or_else(|| filter(typed, registries).as_deref().map(listing))
        .or_else(|| without_prefix(typed, registries))
        .or_else(|| old_codes(typed, registries))
        .or_else(|| suggestions(typed, registries))
        .or_else(|| legacy::no_definitions(&registries.narrowed));
    appended(hint)
}

fn appended(hint: Option<String>) -> String {
    hint.map(|hint| format!("; {hint}")).unwrap_or_default()
}

/// What the code means in other releases, and before 1.10.5.
fn other_meanings(code: Code, registries: &Registries) -> Option<String> {
    let holders = registries.everything.iter().filter(|definition| definition.code() == code);
    let holders = holders.filter_map(|definition| Some((definition.id(), release_ranges::lines(definition)?)));
    let legacy = kuzzle_errors::legacy(code, None).into_iter().flatten();
    let legacy = legacy.map(|old| (old.id(), legacy::lines(old)));
    let meanings: Vec<_> = holders.chain(legacy).map(|(id, releases)| format!("{id} ({releases})")).collect();
    (!meanings.is_empty()).then(|| format!("it has meant {}", meanings.join(", ")))
}

/// The releases that have the id, where the narrowed registry does not.
fn other_releases(id: &str, registries: &Registries) -> Option<String> {
    let lines = release_ranges::lines(registries.everything.by_id(id)?)?;
    Some(format!("it exists in {lines}"))
}

/// The codes that an id had before 1.10.5, and how to read about it.
fn old_codes(id: &str, registries: &Registries) -> Option<String> {
    let meanings = legacy::of_id(id);
    let newest = meanings.first()?.last();
    let code = |old: &Legacy| format!("{} in {}", old.code(), legacy::lines(*old));
    let codes = meanings.iter().map(code).collect::<Vec<_>>().join(", ");
    // Whoever asked for a release of that time and did not get an answer wants something else than an explanation.
    let is_of_then =
        registries.narrowed.release().is_some_and(|asked| meanings.iter().any(|old| legacy::is_in(*old, asked)));
    let advice = if is_of_then { String::new() } else { format!("; try explain --release {newest}") };
    Some(format!("it was {codes}{advice}"))
}

fn suggestions(id: &str, registries: &Registries) -> Option<String> {
    let suggested = registries.narrowed.suggest(id);
    let ids = suggested.iter().map(|definition| definition.id());
    (!suggested.is_empty()).then(|| format!("did you mean {}?", alternatives(ids)))
}

/// Whoever leaves out the `0x` asks for another code, or for an id.
fn without_prefix(typed: &str, registries: &Registries) -> Option<String> {
    let meant = registries.narrowed.by_code(Code::parse(&format!("0x{typed}")).ok()?)?;
    Some(format!("did you mean {} ({})?", meant.code(), meant.id()))
}

fn listing(filter: &str) -> String {
    format!("try list {filter}")
}

/// The filter for a status, which is no code.
fn status_filter(typed: &str, registries: &Registries) -> Option<String> {
    let status: u16 = typed.parse().ok()?;
    has(registries, |definition| definition.status() == status).then(|| format!("--status {status}"))
}

/// The filter for a class, or for a part of ids.
fn filter(typed: &str, registries: &Registries) -> Option<String> {
    if let Some(class) = Class::ALL.into_iter().find(|class| class.name() == typed) {
        return Some(format!("--class {class}"));
    }
    let shown = printable(typed);
    if let Some((domain, subdomain)) = shown.split_once('.') {
        let is_pair = |definition: Definition<'_>| definition.domain() == domain && definition.subdomain() == subdomain;
        return has(registries, is_pair).then(|| format!("--subdomain {subdomain} --domain {domain}"));
    }
    if has(registries, |definition| definition.domain() == typed) {
        return Some(format!("--domain {shown}"));
    }
    has(registries, |definition| definition.subdomain() == typed).then(|| format!("--subdomain {shown}"))
}

fn has(registries: &Registries, condition: impl FnMut(Definition<'_>) -> bool) -> bool {
    registries.narrowed.iter().any(condition)
}
