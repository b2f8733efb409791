//! The card of a response that is no error, but lists failed items.

use super::failures;
use crate::batch::Batch;
use crate::card::Card;

/// How many items failed, and which.
pub(crate) fn batch(card: &mut Card<'_>, batch: &Batch) {
    let failures = batch.failures();
    card.title("Received");
    card.paragraph(&match failures.len() {
        1 => "no error, but a failed item".to_owned(),
        count => format!("no error, but {count} failed items"),
    });
    card.gap();
    failures::field(card, &failures);
}
