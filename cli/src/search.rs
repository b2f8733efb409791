//! `search`: the definitions that some words mean, best first.

use crate::arguments::{Search, TextFormat};
use crate::outcome::{Failure, Outcome};
use crate::registries::Registries;
use crate::streams::Streams;
use crate::text::quoted;
use crate::{compact, json, legacy};

pub(crate) fn run(asked: &Search, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let registries = Registries::open(&asked.scope, streams)?;
    let words = asked.words.join(" ");
    let found = registries.narrowed.search(&words);
    match asked.format {
        TextFormat::Text => compact::write(&found, &mut streams.output)?,
        TextFormat::Json => json::write_array(&found, &mut streams.output)?,
    }
    if found.is_empty() {
        let reason =
            legacy::no_definitions(&registries.narrowed).map(|reason| format!("; {reason}")).unwrap_or_default();
        streams.complain(format_args!("nothing found for {}{reason}", quoted(&words)));
        return Ok(Outcome::Incomplete);
    }
    Ok(Outcome::Complete)
}
