//! A comparison on a terminal.

use std::io::{self, Write};

use kuzzle_errors::compare::Comparison;

use super::sections::{Row, Weight, counts, sections};
use crate::card::Card;
use crate::streams::Output;
use crate::text::printable;

/// The columns before a code, and before the details of an id.
const MARGIN: usize = 2;
const DETAILS: usize = 14;

/// What is compared, then a paragraph for each kind of difference.
pub(super) fn write(comparison: &Comparison<'_>, (from, to): (&str, &str), output: &mut Output<'_>) -> io::Result<()> {
    let mut card = Card::new(output);
    card.title(&format!("{from} → {to}"));
    card.paragraph(&counts(comparison));
    for section in sections(comparison) {
        let styles = card.styles();
        let style = match section.weight {
            Weight::Breaking => styles.error,
            Weight::Notable => styles.warning,
            Weight::Harmless => styles.title,
        };
        card.gap();
        card.indented(0, style, &format!("{} ({})", section.title, section.rows.len()));
        card.paragraph(section.advice);
        for row in &section.rows {
            write_row(&mut card, row);
        }
    }
    output.write_all(card.finish().as_bytes())
}

fn write_row(card: &mut Card<'_>, row: &Row) {
    let (title, plain) = (card.styles().title, card.styles().plain);
    let id = printable(&row.id).replace('\n', " ");
    card.line(&format!("{:MARGIN$}{}  {title}{id}{title:#}", "", row.code));
    for detail in &row.details {
        card.indented(DETAILS, plain, detail);
    }
}
