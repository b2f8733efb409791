//! What a server sent, from standard input or a file.

use kuzzle_errors::{Code, Registry};

use super::input::Source;
use super::nested;
use crate::answer::Answer;
use crate::streams::Streams;
use crate::text::{printable, shortened};

/// Every built-in id is shorter.
const LONGEST_NAME: usize = 100;

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
        Err(malformed) => return Err(format!("{}: {malformed}{}", source.name(), hint(&body, registry))),
    };
    if answers.is_empty() {
        return Err(format!("{} holds no error{}", source.name(), hint(&body, registry)));
    }
    Ok(answers)
}

/// What should have been done with a body that is no JSON, or no error.
fn hint(body: &[u8], registry: &Registry) -> String {
    let body = body.trim_ascii();
    if body.starts_with(b"<") {
        return "; give the page of a proxy its --http-status".to_owned();
    }
    match str::from_utf8(body) {
        Ok(name) if Code::parse(name).is_ok() || registry.by_id(name).is_some() => {
            let name = shortened(&printable(name), LONGEST_NAME);
            format!("; JSON is read here, a code or an id is given as an argument: explain {name}")
        }
        _ => String::new(),
    }
}
