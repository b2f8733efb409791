//! The card of an error that was read: what came, then the definition.

use kuzzle_errors::{Definition, KuzzleError, Registry};

use super::body;
use super::conflict::sentences;
use super::definition::{definition, spellings};
use super::failures::{self, LONGEST_VALUE};
use crate::card::Card;
use crate::legacy;
use crate::text::shortened;

/// What came, in the order in which people ask for it, and below it the card of the definition, if there is one.
pub(crate) fn received(card: &mut Card<'_>, error: &KuzzleError, everything: &Registry) {
    card.title("Received");
    card.paragraph(if error.message().is_empty() { "an error without a message" } else { error.message() });
    card.gap();
    identity(card, error);
    for (label, text) in [("props", props(error)), ("context", context(error))] {
        if let Some(text) = text {
            card.field(label, &text);
        }
    }
    body::field(card, error, everything);
    failures::field(card, &error.failures());
    if let Some(conflict) = error.conflict() {
        card.styled_field("conflict", card.styles().warning, &sentences(conflict));
    }
    if let Some(known) = error.definition() {
        card.gap();
        definition(card, known, everything);
    }
}

/// Class and status; also id and code where no definition below says them.
fn identity(card: &mut Card<'_>, error: &KuzzleError) {
    if error.definition().is_none() {
        match error.id() {
            Some(id) => card.field("id", &format!("{id} ({})", origin(id, error))),
            None => card.field("id", "none"),
        }
        if let Some(code) = error.code() {
            card.field("code", &spellings(code));
        }
    }
    let status = error.status();
    card.styled_field("class", card.styles().status(status), &format!("{} ({status})", error.class()));
}

/// Where an id comes from that the registry does not have.
fn origin(id: &str, error: &KuzzleError) -> String {
    let old = legacy::of_id(id);
    // Servers of 1.9 sent the end of the code only.
    let of_code = old.iter().find(|old| Some(old.code()) == error.code());
    match of_code.or(old.first()) {
        Some(old) => format!("of Kuzzle {}", legacy::lines(*old)),
        None => "unknown: perhaps of an application or a plugin, whose errors --registry reads".to_owned(),
    }
}

/// The values in the message, named where the definition has as many params.
fn props(error: &KuzzleError) -> Option<String> {
    let values: Vec<String> = error.props().iter().map(|prop| shortened(&prop.to_string(), LONGEST_VALUE)).collect();
    let params = error.definition().map(Definition::params).filter(|params| params.len() == values.len());
    let named =
        params.map(|params| params.iter().zip(&values).map(|(name, value)| format!("{name} = {value}")).collect());
    let shown: Vec<String> = named.unwrap_or(values);
    (!shown.is_empty()).then(|| shown.join(", "))
}

/// The request that the error answers, in one paragraph.
fn context(error: &KuzzleError) -> Option<String> {
    let context = error.context();
    let shown = context.iter().filter(|(_, json)| *json != "null").map(|(name, json)| {
        let value = context.text(name).unwrap_or(json.into());
        format!("{name} {}", shortened(&value, LONGEST_VALUE))
    });
    let shown: Vec<String> = shown.collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}
