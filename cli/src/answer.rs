//! What was found for one thing that was asked.

use kuzzle_errors::{Definition, KuzzleError, Legacy, Registry};
use serde::{Serialize, Serializer};

use crate::batch::Batch;
use crate::card::Card;
use crate::cards;

/// One element of an answer.
pub(crate) enum Answer<'r> {
    Definition(Definition<'r>),
    Legacy(Legacy),
    /// An error that was read.
    Received(KuzzleError),
    /// No error, but failed items.
    Batch(Batch),
}

impl Answer<'_> {
    /// Fills the card that people see.
    pub(crate) fn draw(&self, card: &mut Card<'_>, everything: &Registry) {
        match self {
            Self::Definition(definition) => cards::definition(card, *definition, everything),
            Self::Legacy(legacy) => cards::legacy(card, *legacy, everything),
            Self::Received(error) => cards::received(card, error, everything),
            Self::Batch(batch) => cards::batch(card, batch),
        }
    }
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Definition(definition) => definition.serialize(serializer),
            Self::Legacy(legacy) => legacy.serialize(serializer),
            Self::Received(error) => error.explanation().serialize(serializer),
            Self::Batch(batch) => batch.serialize(serializer),
        }
    }
}
