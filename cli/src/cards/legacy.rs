//! The card of what a code meant before 1.10.5.

use kuzzle_errors::{Legacy, Registry};

use super::definition::{other_meanings, spellings};
use crate::card::Card;
use crate::legacy::lines;

/// What is known of an old meaning, and what the code means otherwise.
pub(crate) fn legacy(card: &mut Card<'_>, legacy: Legacy, everything: &Registry) {
    let status = legacy.class().status();
    card.title(legacy.id());
    card.gap();
    card.field("code", &spellings(legacy.code()));
    card.styled_field("class", card.styles().status(status), &format!("{} ({status})", legacy.class()));
    card.field("releases", &lines(legacy));
    other_meanings(card, legacy.code(), legacy.id(), everything);
}
