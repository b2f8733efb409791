//! What a code or an id on the command line stands for.

use kuzzle_errors::{Code, Definition, InvalidCode, Legacy};

use crate::answer::Answer;
use crate::registries::Registries;
use crate::releases;
use crate::text::{alternatives, quoted};

/// The definition of a code or an id; else a line of complaint.
pub(crate) fn definition<'r>(target: &str, registries: &'r Registries) -> Result<Definition<'r>, String> {
    let narrowed = &registries.narrowed;
    match Code::parse(target) {
        Ok(code) => narrowed.by_code(code).ok_or_else(|| unknown_code(target, code, registries)),
        Err(InvalidCode::NotANumber) => narrowed.by_id(target).ok_or_else(|| unknown_id(target, registries)),
        Err(error) => Err(format!("{} is {error}", quoted(target))),
    }
}

/// The definition of a code or an id, or what the code meant in a release before 1.10.5; else a line of complaint.
pub(crate) fn meanings<'r>(target: &str, registries: &'r Registries) -> Result<Vec<Answer<'r>>, String> {
    definition(target, registries).map(|definition| vec![Answer::Definition(definition)]).or_else(|complaint| {
        let old = old_meanings(target, registries);
        if old.is_empty() { Err(complaint) } else { Ok(old.into_iter().map(Answer::Legacy).collect()) }
    })
}

/// What a code meant in the release that was asked for, if that is before 1.10.5.
fn old_meanings(target: &str, registries: &Registries) -> Vec<Legacy> {
    let (Ok(code), Some(release)) = (Code::parse(target), registries.narrowed.release()) else { return Vec::new() };
    kuzzle_errors::legacy(code, release.to_string().as_str()).into_iter().flatten().collect()
}

fn unknown_code(target: &str, code: Code, registries: &Registries) -> String {
    let place = place(registries);
    let hint = other_meanings(code, registries).or_else(|| hexadecimal_hint(target, registries)).unwrap_or_default();
    format!("no error has the code {code} ({}){place}{hint}", code.get())
}

fn unknown_id(target: &str, registries: &Registries) -> String {
    let place = place(registries);
    let hint = other_releases(target, registries)
        .or_else(|| hexadecimal_hint(target, registries))
        .or_else(|| suggestions(target, registries))
        .or_else(|| old_ids_hint(registries))
        .unwrap_or_default();
    format!("no error has the id {}{place}{hint}", quoted(target))
}

fn place(registries: &Registries) -> String {
    registries.narrowed.release().map(|release| format!(" in Kuzzle {release}")).unwrap_or_default()
}

/// What the code means in other releases, and before 1.10.5.
fn other_meanings(code: Code, registries: &Registries) -> Option<String> {
    let holders = registries.everything.iter().filter(|definition| definition.code() == code);
    let holders = holders.filter_map(|definition| Some((definition.id(), releases::lines(definition)?)));
    let legacy = kuzzle_errors::legacy(code, None).into_iter().flatten();
    let legacy = legacy.map(|old| (old.id(), releases::range(old.first(), Some(old.last()))));
    let meanings: Vec<_> = holders.chain(legacy).map(|(id, releases)| format!("{id} ({releases})")).collect();
    (!meanings.is_empty()).then(|| format!("; it has meant {}", meanings.join(", ")))
}

/// The releases that have the id, where the narrowed registry does not.
fn other_releases(id: &str, registries: &Registries) -> Option<String> {
    let lines = releases::lines(registries.everything.by_id(id)?)?;
    Some(format!("; it exists in {lines}"))
}

fn suggestions(id: &str, registries: &Registries) -> Option<String> {
    let suggested = registries.narrowed.suggest(id);
    let ids = suggested.iter().map(|definition| definition.id());
    (!suggested.is_empty()).then(|| format!("; did you mean {}?", alternatives(ids)))
}

/// Before 1.10.5 the registry has no ids of Kuzzle at all.
fn old_ids_hint(registries: &Registries) -> Option<String> {
    let has_none = registries.narrowed.iter().all(|definition| definition.releases().next().is_none());
    has_none.then(|| "; before 1.10.5 errors are found by their code".to_owned())
}

/// Whoever leaves out the `0x` asks for another code, or for an id.
fn hexadecimal_hint(target: &str, registries: &Registries) -> Option<String> {
    let meant = registries.narrowed.by_code(Code::parse(&format!("0x{target}")).ok()?)?;
    Some(format!("; did you mean {} ({})?", meant.code(), meant.id()))
}
