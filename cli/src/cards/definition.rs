//! The card of a definition.

use kuzzle_errors::{Code, Definition, Params, Registry, Release};

use crate::card::Card;
use crate::release_ranges;

/// Everything there is to say about a definition; `everything` is the registry not narrowed to a release, where the
/// other meanings of the code stand.
pub(crate) fn definition(card: &mut Card<'_>, definition: Definition<'_>, everything: &Registry) {
    let styles = card.styles();
    card.title(definition.id());
    card.paragraph(definition.description());
    card.gap();
    identity(card, definition);
    card.gap();
    advice(card, definition);
    if let Some(lines) = release_ranges::lines(definition) {
        card.field("releases", &lines);
    }
    if let Some(deprecated) = definition.deprecated() {
        card.styled_field("deprecated", styles.warning, &deprecation(deprecated));
    }
    other_meanings(card, definition.code(), definition.id(), everything);
    if let Some(url) = definition.url() {
        card.styled_field("url", styles.link, url);
    }
}

/// The code in its spellings, the class and the message.
fn identity(card: &mut Card<'_>, definition: Definition<'_>) {
    let status = definition.status();
    card.field("code", &spellings(definition.code()));
    card.styled_field("class", card.styles().status(status), &format!("{} ({status})", definition.class()));
    if definition.message() != definition.description() {
        card.field("message", definition.message());
    }
    if let Some(params) = params(definition) {
        card.field("params", &params);
    }
}

/// Why it happens and what to do.
fn advice(card: &mut Card<'_>, definition: Definition<'_>) {
    for (label, text) in [("cause", definition.cause()), ("fix", definition.fix())] {
        if let Some(text) = text {
            card.field(label, text);
            card.gap();
        }
    }
    if let Some(retry) = definition.retry() {
        card.field("retry", &format!("{retry}. {}", retry.sentence()));
    }
    if let Some(audience) = definition.audience() {
        card.field("audience", &format!("{audience}. To be fixed by {}.", audience.sentence()));
    }
}

/// `0x01010001 (16842753)`; codes that Kuzzle writes as negative numbers in that spelling, too.
pub(super) fn spellings(code: Code) -> String {
    match code.to_i32() {
        signed @ ..0 => format!("{code} ({}, in responses {signed})", code.get()),
        0.. => format!("{code} ({})", code.get()),
    }
}

/// The params, and those of 1.x where they are others; `None` where there were never any.
fn params(definition: Definition<'_>) -> Option<String> {
    let list = |params: Params<'_>| {
        if params.is_empty() { "none".to_owned() } else { params.iter().collect::<Vec<_>>().join(", ") }
    };
    match definition.params_1x() {
        Some(params_1x) => Some(format!("{} (in 1.x: {})", list(definition.params()), list(params_1x))),
        None if definition.params().is_empty() => None,
        None => Some(list(definition.params())),
    }
}

/// Files of applications may say anything; Kuzzle's name the release.
pub(crate) fn deprecation(text: &str) -> String {
    match Release::parse(text) {
        Ok(_) => format!("since {text}"),
        Err(_) => text.to_owned(),
    }
}

/// What else a code has meant: in other lines of releases, and before 1.10.5.
pub(super) fn other_meanings(card: &mut Card<'_>, code: Code, id: &str, everything: &Registry) {
    let holders = everything.iter().filter(|holder| holder.code() == code);
    let holders = holders.map(|holder| (holder.id(), holder.class(), release_ranges::lines(holder)));
    let legacy = kuzzle_errors::legacy(code, None).into_iter().flatten();
    let legacy = legacy.map(|old| (old.id(), old.class(), Some(release_ranges::range(old.first(), Some(old.last())))));
    let others = holders.chain(legacy).filter(|(other, ..)| *other != id);
    let lines = others.map(|(id, class, releases)| match releases {
        Some(releases) => format!("{id} ({class}) in {releases}"),
        None => format!("{id} ({class})"),
    });
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        card.field("same code", &lines.join("\n"));
    }
}
