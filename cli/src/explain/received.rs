//! What a server sent, from standard input or a file.

use kuzzle_errors::Registry;

use super::input::Source;
use super::nested;
use crate::answer::Answer;
use crate::cards;
use crate::streams::Streams;
use crate::text::printable;

/// The errors in what comes from a source, or a line of complaint.
pub(super) fn read(
    source: Source<'_>,
    http_status: Option<u16>,
    registry: &Registry,
    streams: &mut Streams<'_>,
) -> Result<Vec<Answer<'static>>, String> {
    let body = source.read(streams)?;
    let read = registry.parse(&body, http_status);
    let whole = read.map_err(|malformed| format!("{}: {malformed}", source.name()))?;
    let errors = match whole {
        Some(error) => vec![error],
        None => nested::errors_in(&String::from_utf8_lossy(&body), registry),
    };
    if errors.is_empty() {
        return Err(format!("{} holds no error{}", source.name(), failures_hint(&body)));
    }
    Ok(errors.into_iter().map(Answer::Received).collect())
}

/// A batch can fail in part without being an error.
fn failures_hint(body: &[u8]) -> String {
    let failures = kuzzle_errors::failures(body).unwrap_or_default();
    match failures.first() {
        None => String::new(),
        Some(first) => {
            format!(", but failed items ({}), the first: {}", failures.len(), printable(&cards::failure(first)))
        }
    }
}
