//! `list`: the definitions that pass some filters, in code order.

mod filter;
mod markdown;
mod separated;
mod table;

use kuzzle_errors::Definition;

use crate::arguments::{List, ListFormat};
use crate::outcome::{Failure, Outcome};
use crate::registries::Registries;
use crate::streams::Streams;
use crate::{json, legacy};

pub(crate) fn run(asked: &List, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let registries = Registries::open(&asked.scope, streams)?;
    filter::check(asked, &registries.everything)?;
    let rows: Vec<Definition<'_>> =
        registries.narrowed.iter().filter(|definition| filter::passes(asked, *definition)).collect();
    let output = &mut streams.output;
    match asked.format {
        ListFormat::Table => table::write(&rows, output)?,
        ListFormat::Json => json::write_array(&rows, output)?,
        ListFormat::Ndjson => json::write_lines(&rows, output)?,
        ListFormat::Csv => separated::write(&rows, b',', output)?,
        ListFormat::Tsv => separated::write(&rows, b'\t', output)?,
        ListFormat::Markdown => markdown::write(&rows, asked.scope.release, output)?,
    }
    if rows.is_empty()
        && let Some(reason) = legacy::no_definitions(&registries.narrowed)
    {
        streams.warn(reason);
    }
    Ok(Outcome::Complete)
}
