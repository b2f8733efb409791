//! Parts of ids as identifiers.

use std::collections::BTreeMap;

use kuzzle_errors::Definition;

use super::NameClash;

/// A part of an id as the name of a constant: `TOO_LATE` of `too_late`, `too-late` and `tooLate`.
///
/// ```
/// use kuzzle_errors_cli::codegen::names::constant;
///
/// assert_eq!(["too_late", "too-late", "tooLate", "2fa", "HTTP2"].map(constant), ["TOO_LATE", "TOO_LATE", "TOO_LATE", "E2FA", "HTTP2"]);
/// ```
#[must_use]
pub fn constant(part: &str) -> String {
    let mut name = String::with_capacity(part.len());
    let mut follows_small = false;
    for character in part.chars() {
        if follows_small && character.is_ascii_uppercase() {
            name.push('_');
        }
        follows_small = character.is_ascii_lowercase();
        name.push(character.to_ascii_uppercase());
    }
    beginning_with('E', &name)
}

/// A part of an id as an identifier, its case kept: `auth_local` of `auth-local`, `e2fa` of `2fa`.
///
/// ```
/// use kuzzle_errors_cli::codegen::names::identifier;
///
/// assert_eq!(["shop", "auth-local", "2fa", "__shop"].map(identifier), ["shop", "auth_local", "e2fa", "shop"]);
/// ```
#[must_use]
pub fn identifier(part: &str) -> String {
    beginning_with('e', part)
}

/// Letters, digits and single underscores, beginning with a letter: an underscore there would mean something to Python.
fn beginning_with(letter: char, part: &str) -> String {
    let words = part.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("_");
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("{letter}{name}") }
}

/// A text on one line, without characters that are not seen or that turn the direction of writing.
#[must_use]
pub fn one_line(text: &str) -> String {
    let is_seen = |character: char| !character.is_control() && !is_invisible(character);
    text.chars().map(|character| if is_seen(character) { character } else { ' ' }).collect()
}

/// Characters that compilers and linters distrust in comments.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text in quotes, as Python and JavaScript take it; `escape` writes what is better not written as it is.
///
/// The quotes are double, unless those are in the text and single ones are not.
pub(super) fn quoted(text: &str, escape: impl Fn(char) -> String) -> String {
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    let mut quoted = String::from(quote);
    for character in text.chars() {
        match character {
            _ if character == quote || character == '\\' => quoted.extend(['\\', character]),
            ' '..='~' => quoted.push(character),
            _ if character.is_alphanumeric() => quoted.push(character),
            _ => quoted += &escape(character),
        }
    }
    quoted.push(quote);
    quoted
}

/// A name that a definition needs, and whose it is: the definition's, its subdomain's or its domain's.
pub(super) type Naming = fn(Definition<'_>) -> (String, String);

/// Refuses names that belong to two.
pub(super) fn check(definitions: &[Definition<'_>], namings: &[Naming]) -> Result<(), NameClash> {
    let mut owners = BTreeMap::new();
    for naming in namings {
        for (name, owner) in definitions.iter().map(|definition| naming(*definition)) {
            let one = owners.entry(name.clone()).or_insert_with(|| owner.clone());
            if *one != owner {
                return Err(NameClash { name, one: one.clone(), other: owner });
            }
        }
    }
    Ok(())
}
