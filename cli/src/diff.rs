//! `diff`: what differs between two registries.

mod markdown;
mod sections;
mod text;

use std::io::Write;

use crate::arguments::{Diff, DiffFormat};
use crate::outcome::{Failure, Outcome};
use crate::side::Side;
use crate::streams::Streams;

pub(crate) fn run(asked: &Diff, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let from = Side::open(&asked.from, streams)?;
    let to = Side::open(&asked.to, streams)?;
    let comparison = from.registry.compare(&to.registry);
    let names = (from.name.as_str(), to.name.as_str());
    match asked.format {
        DiffFormat::Text => text::write(&comparison, names, &mut streams.output)?,
        DiffFormat::Markdown => markdown::write(&comparison, names, &mut streams.output)?,
        DiffFormat::Json => {
            serde_json::to_writer(&mut streams.output, &comparison)?;
            writeln!(streams.output)?;
        }
    }
    Ok(Outcome::Complete)
}
