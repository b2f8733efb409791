//! What a server sent, from standard input or a file.

use kuzzle_errors::{Malformed, Registry};

use super::input::Source;
use super::nested;
use crate::answer::Answer;
use crate::streams::Streams;

/// The errors and the failed items in what comes from a source, or a line of complaint.
pub(super) fn read(
    source: Source<'_>,
    http_status: Option<u16>,
    registry: &Registry,
    streams: &mut Streams<'_>,
) -> Result<Vec<Answer<'static>>, String> {
    let body = source.read(streams)?;
    let answers = match registry.parse(&body, http_status) {
        Ok(Some(error)) => vec![Answer::Received(error)],
        _ if body.trim_ascii().is_empty() => return Err(format!("{} is empty", source.name())),
        Ok(None) => nested::answers_in(&String::from_utf8_lossy(&body), registry),
        Err(malformed) => return Err(complaint(source, &malformed, &body)),
    };
    if answers.is_empty() { Err(format!("{} holds no error", source.name())) } else { Ok(answers) }
}

fn complaint(source: Source<'_>, malformed: &Malformed, body: &[u8]) -> String {
    let is_page = body.trim_ascii().starts_with(b"<");
    let hint = if is_page { "; give the page of a proxy its --http-status" } else { "" };
    format!("{}: {malformed}{hint}", source.name())
}
