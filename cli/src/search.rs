//! `search`: the definitions that some words mean, best first.

use std::io::{self, Write};

use kuzzle_errors::Definition;

use crate::arguments::{Search, TextFormat};
use crate::card::Card;
use crate::json;
use crate::outcome::{Failure, Outcome};
use crate::registries::Registries;
use crate::streams::{Output, Streams};
use crate::text::{printable, quoted};

pub(crate) fn run(asked: &Search, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let registries = Registries::open(asked.release);
    let words = asked.words.join(" ");
    let found = registries.narrowed.search(&words);
    match asked.format {
        TextFormat::Text => write_list(&found, &mut streams.output)?,
        TextFormat::Json => json::write_array(&found, &mut streams.output)?,
    }
    if found.is_empty() {
        streams.complain(format_args!("nothing found for {}", quoted(&words)));
        return Ok(Outcome::Incomplete);
    }
    Ok(Outcome::Complete)
}

/// The columns before the ids, and before the descriptions below them.
const INDENT: usize = 17;

/// Code, status and id of each definition; below them the description.
fn write_list(found: &[Definition<'_>], output: &mut Output<'_>) -> io::Result<()> {
    let mut list = Card::new(output);
    for definition in found {
        let styles = list.styles();
        let (title, status) = (styles.title, styles.status(definition.status()));
        let id = printable(definition.id());
        list.line(&format!("{}  {status}{}{status:#}  {title}{id}{title:#}", definition.code(), definition.status()));
        list.indented(INDENT, styles.plain, definition.description());
    }
    output.write_all(list.finish().as_bytes())
}
