//! The failed items of a batch.

use kuzzle_errors::Failure;

use crate::card::Card;
use crate::text::shortened;

/// Longer values are cut: of failed items, of props, and of the context, which holds headers, volatile data, results.
pub(super) const LONGEST_VALUE: usize = 72;
/// Further failed items are counted.
const MOST_FAILURES: usize = 10;

/// One line for each failed item, up to a number; nothing where there are none.
pub(super) fn field(card: &mut Card<'_>, failures: &[Failure<'_>]) {
    let mut lines: Vec<String> = failures.iter().take(MOST_FAILURES).map(line).collect();
    if failures.len() > MOST_FAILURES {
        lines.push(format!("and {} more", failures.len() - MOST_FAILURES));
    }
    if !lines.is_empty() {
        card.field("failures", &lines.join("\n"));
    }
}

/// `doc-1 (404): Document not found`; what is not known is left out, and where nothing is known the item is shown.
fn line(failure: &Failure<'_>) -> String {
    let mut line = shortened(failure.id.as_deref().unwrap_or(&failure.raw), LONGEST_VALUE);
    if let Some(action) = failure.action.as_deref() {
        line = format!("{action} {line}");
    }
    if let Some(status) = failure.status {
        line += " (";
        line += &status.to_string();
        line += ")";
    }
    match failure.reason.as_deref() {
        Some(reason) => line + ": " + &reason.replace('\n', " "),
        None => line,
    }
}
