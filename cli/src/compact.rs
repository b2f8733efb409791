//! Definitions one below the other, in a few lines each.

use std::io::{self, Write};

use kuzzle_errors::Definition;

use crate::card::Card;
use crate::streams::Output;
use crate::text::printable;

/// The columns before the ids, and before the descriptions below them.
const INDENT: usize = 17;

/// Code, status and id of each definition; below them the description.
pub(crate) fn write(definitions: &[Definition<'_>], output: &mut Output<'_>) -> io::Result<()> {
    let mut list = Card::new(output);
    for definition in definitions {
        let styles = list.styles();
        let (title, status_style) = (styles.title, styles.status(definition.status()));
        let (code, status, id) = (definition.code(), definition.status(), printable(definition.id()));
        list.line(&format!("{code}  {status_style}{status}{status_style:#}  {title}{id}{title:#}"));
        list.indented(INDENT, styles.plain, definition.description());
    }
    output.write_all(list.finish().as_bytes())
}
