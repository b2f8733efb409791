//! `explain`: a card, or an object, for each thing that was asked.

mod input;
mod nested;
mod received;

use std::collections::BTreeSet;
use std::io::{self, Write};

use kuzzle_errors::Registry;

use self::input::Source;
use crate::answer::Answer;
use crate::arguments::{Explain, TextFormat};
use crate::card::Card;
use crate::outcome::{Failure, Outcome};
use crate::registries::Registries;
use crate::streams::{Output, Streams};
use crate::{json, legacy, lookup};

pub(crate) fn run(asked: &Explain, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let registries = Registries::open(&asked.scope, streams)?;
    let (mut answers, mut complaints) = (Vec::new(), Vec::new());
    for thing in things(asked) {
        let found = match thing {
            Thing::Named(target) => lookup::meanings(target, &registries),
            Thing::Sent(source) => received::read(source, asked.http_status, &registries.narrowed, streams),
        };
        match found {
            Ok(found) => answers.extend(found),
            Err(complaint) => complaints.push(complaint),
        }
    }
    match asked.format {
        TextFormat::Text => write_cards(&answers, &registries.everything, &mut streams.output)?,
        TextFormat::Json => json::write_array(&answers, &mut streams.output)?,
    }
    let old_meanings = answers.iter().filter_map(|answer| old_meaning(answer, &registries.narrowed));
    for meaning in old_meanings.collect::<BTreeSet<_>>() {
        streams.warn(meaning);
    }
    for complaint in &complaints {
        streams.complain(complaint);
    }
    Ok(if complaints.is_empty() { Outcome::Complete } else { Outcome::Incomplete })
}

/// One thing to explain.
enum Thing<'a> {
    /// A code or an id.
    Named(&'a str),
    /// What a server sent.
    Sent(Source<'a>),
}

/// What was asked for, in order.
fn things(asked: &Explain) -> impl Iterator<Item = Thing<'_>> {
    let targets = asked.targets.iter().map(|target| match target.as_str() {
        "-" => Thing::Sent(Source::StandardInput),
        target => Thing::Named(target),
    });
    targets.chain(asked.files.iter().map(|path| Thing::Sent(Source::of_path(path))))
}

/// Before 1.10.5 a code tells which error was received, though no definition has it.
fn old_meaning(answer: &Answer<'_>, narrowed: &Registry) -> Option<String> {
    match answer {
        Answer::Received(error) => legacy::meaning_of_received(error, narrowed),
        _ => None,
    }
}

fn write_cards(answers: &[Answer<'_>], everything: &Registry, output: &mut Output<'_>) -> io::Result<()> {
    for (position, answer) in answers.iter().enumerate() {
        let mut card = Card::new(output);
        if position > 0 {
            card.gap();
        }
        answer.draw(&mut card, everything);
        output.write_all(card.finish().as_bytes())?;
    }
    Ok(())
}
