//! What came instead of an error: the page of a proxy, a text.

use kuzzle_errors::{KuzzleError, Registry};

use super::failures::LONGEST_VALUE;
use crate::card::Card;
use crate::text::shortened;

/// Further lines are left out.
const MOST_LINES: usize = 5;

/// The first lines of a body that only its HTTP status makes an error; nothing for an error that says more.
pub(super) fn field(card: &mut Card<'_>, error: &KuzzleError, everything: &Registry) {
    let Some(body) = error.received() else { return };
    if matches!(everything.parse(body, None), Ok(Some(_))) {
        return;
    }
    let text = String::from_utf8_lossy(body);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut shown: Vec<String> = lines.by_ref().take(MOST_LINES).map(|line| shortened(line, LONGEST_VALUE)).collect();
    if lines.next().is_some() {
        shown.push("…".to_owned());
    }
    if !shown.is_empty() {
        card.field("body", &shown.join("\n"));
    }
}
