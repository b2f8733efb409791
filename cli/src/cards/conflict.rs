//! Contradictions in what a server sent, in plain words.

use kuzzle_errors::{CodeConflict, Conflict, Definition, StatusConflict};

/// A sentence for each contradiction.
pub(super) fn sentences(conflict: Conflict<'_>) -> String {
    match (conflict.code, conflict.status) {
        (Some(code), Some(status)) if code.expected.is_none() => undecided(code, status),
        (code, status) => {
            let sentences = [code.map(code_sentence), status.map(status_sentence)];
            sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    }
}

/// Without an id, a code counts only if the status fits.
fn undecided(code: CodeConflict<'_>, status: StatusConflict) -> String {
    let holder = code.belongs_to.map_or("another error", Definition::id);
    let StatusConflict { received, expected } = status;
    format!(
        "The code {} belongs to {holder}, whose status is {expected}, but the status {received} came and no id: which \
         error this is cannot be told.",
        code.received
    )
}

fn code_sentence(code: CodeConflict<'_>) -> String {
    let received = code.received;
    match (code.expected, code.belongs_to.map(Definition::id)) {
        (Some(expected), Some(holder)) => {
            format!("The id has the code {expected}, but {received} came, the code of {holder}. The id decides.")
        }
        (Some(expected), None) => format!("The id has the code {expected}, but {received} came. The id decides."),
        (None, Some(holder)) => {
            format!(
                "The id is unknown, and the code {received} belongs to {holder}. The id decides: it is another error."
            )
        }
        (None, None) => format!("The code {received} belongs to no error."),
    }
}

fn status_sentence(status: StatusConflict) -> String {
    format!("The error has the status {}, but {} came.", status.expected, status.received)
}
