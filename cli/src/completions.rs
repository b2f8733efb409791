//! `completions`: what completes the words of this command in a shell.

use std::io::Write;

use clap::CommandFactory;

use crate::arguments::{Arguments, Completions};
use crate::outcome::{Failure, Outcome};
use crate::streams::Streams;

/// The generator for bash takes the hyphen in this command's name for the way to a subcommand in one of two places that
/// must agree: without this nothing behind a subcommand is completed.
const MISNAMED: &str = "kuzzle__subcmd__errors";
const NAMED: &str = "kuzzle__errors";

pub(crate) fn run(asked: Completions, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    // The generator gives up where it can't write: into memory it always can.
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut command, name, &mut script);
    let script = String::from_utf8_lossy(&script).replace(MISNAMED, NAMED);
    streams.output.write_all(script.as_bytes())?;
    Ok(Outcome::Complete)
}
