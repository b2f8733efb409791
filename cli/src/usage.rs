//! Wrong usage that only the registry can tell, in clap's words.

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::arguments::Arguments;
use crate::closest::closest;

/// How alike two words have to be for "did you mean", from 0 to 1; two statuses never are.
const ALIKE: f64 = 0.8;

/// The complaint that clap makes of a value that it does not know, for an option of a subcommand.
pub(crate) fn unknown_value(subcommand: &str, option: &str, value: &str, known: Vec<String>) -> clap::Error {
    let mut command = Arguments::command();
    command.build();
    let subcommand = command.find_subcommand(subcommand).unwrap_or(&command);
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(subcommand);
    if let Some(name) = closest(&known, ALIKE, |name| strsim::jaro(name, value)) {
        error.insert(ContextKind::SuggestedValue, ContextValue::String(name.clone()));
    }
    error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
    error.insert(ContextKind::InvalidValue, ContextValue::String(value.to_owned()));
    error.insert(ContextKind::ValidValue, ContextValue::Strings(known));
    error
}
