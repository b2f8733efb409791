//! `new`: an error built from its definition.

use std::io::Write;

use clap::error::ErrorKind;
use kuzzle_errors::{Definition, KuzzleError};

use crate::arguments::{ErrorFormat, New};
use crate::lookup;
use crate::outcome::{Failure, Outcome};
use crate::registries::Registries;
use crate::streams::Streams;
use crate::text::printable;
use crate::usage::unknown_value;

pub(crate) fn run(asked: &New, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let registries = Registries::open(&asked.scope, streams)?;
    let definition = lookup::definition(&asked.target, &registries).map_err(Failure::Complaint)?;
    check_names(asked, definition)?;
    let error = build(asked, definition);
    let text = match asked.format {
        ErrorFormat::Json => error.to_json(),
        ErrorFormat::Problem => error.to_problem_json(),
        ErrorFormat::Otel => error.to_attributes_json(),
    };
    writeln!(streams.output, "{text}")?;
    if let Some(warning) = count_warning(asked, definition) {
        streams.warn(warning);
    }
    Ok(Outcome::Complete)
}

fn build(asked: &New, definition: Definition<'_>) -> KuzzleError {
    let error = if asked.params.is_empty() {
        definition.error(&asked.args)
    } else {
        definition.error_named(asked.params.iter().map(|param| (param.name.as_str(), &param.text)))
    };
    match &asked.message {
        Some(message) => error.with_message(message),
        None => error,
    }
}

/// Refuses the names that no param has: they are typing errors.
fn check_names(asked: &New, definition: Definition<'_>) -> Result<(), Failure> {
    let known: Vec<String> = definition.params().iter().map(str::to_owned).collect();
    match asked.params.iter().find(|param| !known.contains(&param.name)) {
        None => Ok(()),
        Some(_) if known.is_empty() => Err(no_names(definition).into()),
        Some(param) => Err(unknown_value("new", "--param <NAME=TEXT>", &param.name, known).into()),
    }
}

fn no_names(definition: Definition<'_>) -> clap::Error {
    let message = format!("no param of {} has a name\n", printable(definition.id()));
    clap::Error::raw(ErrorKind::InvalidValue, message)
}

/// Says where there are not as many texts as params, which the message shows in Kuzzle's own way.
fn count_warning(asked: &New, definition: Definition<'_>) -> Option<String> {
    let params = definition.params();
    // Files may leave the names of params out: then nothing tells how many there are.
    if params.is_empty() && definition.message().contains('%') {
        return None;
    }
    let given = asked.args.len();
    if given > params.len() {
        return Some(format!("more texts ({given}) than params ({})", params.len()));
    }
    let by_name = |name: &str| asked.params.iter().any(|param| param.name == name);
    let missing: Vec<&str> = params.iter().skip(given).filter(|name| !by_name(name)).collect();
    (!missing.is_empty()).then(|| format!("nothing is given for {}", printable(&missing.join(", "))))
}
