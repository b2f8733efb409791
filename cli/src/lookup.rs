//! What a code or an id on the command line stands for.

mod hints;

use kuzzle_errors::{Code, Definition, InvalidCode, Legacy};

use crate::answer::Answer;
use crate::legacy;
use crate::registries::Registries;
use crate::text::{quoted, shortened};

/// Leading zeros don't count, so that codes may be typed in any length.
const LONGEST_CODE: usize = 20;

/// The definition of a code or an id; else a line of complaint.
pub(crate) fn definition<'r>(target: &str, registries: &'r Registries) -> Result<Definition<'r>, String> {
    let narrowed = &registries.narrowed;
    match Code::parse(target) {
        Ok(code) => narrowed.by_code(code).ok_or_else(|| unknown_code(target, code, registries)),
        Err(error) => narrowed.by_id(target).ok_or_else(|| match error {
            InvalidCode::NotANumber if !is_hexadecimal(target) => unknown_id(target, registries),
            _ => format!("{} is {error}", quoted(target)),
        }),
    }
}

/// The definition of a code or an id, or what it was in a release before 1.10.5; else a line of complaint.
pub(crate) fn meanings<'r>(target: &str, registries: &'r Registries) -> Result<Vec<Answer<'r>>, String> {
    definition(target, registries).map(|definition| vec![Answer::Definition(definition)]).or_else(|complaint| {
        let old = old_meanings(target, registries);
        if old.is_empty() { Err(complaint) } else { Ok(old.into_iter().map(Answer::Legacy).collect()) }
    })
}

/// What a code or an id was in the release that was asked for, if that is before 1.10.5.
fn old_meanings(target: &str, registries: &Registries) -> Vec<Legacy> {
    let Some(release) = registries.narrowed.release() else { return Vec::new() };
    if let Ok(code) = Code::parse(target) {
        return legacy::of_code(code, release);
    }
    let mut meanings = legacy::of_id(target);
    meanings.retain(|old| legacy::is_in(*old, release));
    meanings
}

fn is_hexadecimal(target: &str) -> bool {
    target.starts_with("0x") || target.starts_with("0X")
}

fn unknown_code(target: &str, code: Code, registries: &Registries) -> String {
    let typed = shortened(target, LONGEST_CODE);
    let other = if is_hexadecimal(target) { code.get().to_string() } else { code.to_string() };
    let (place, hint) = (place(registries), hints::for_code(target, code, registries));
    format!("no error has the code {typed} ({other}){place}{hint}")
}

fn unknown_id(target: &str, registries: &Registries) -> String {
    let (place, hint) = (place(registries), hints::for_id(target, registries));
    format!("no error has the id {}{place}{hint}", quoted(target))
}

fn place(registries: &Registries) -> String {
    registries.narrowed.release().map(|release| format!(" in Kuzzle {release}")).unwrap_or_default()
}
