//! The arguments of `check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kuzzle_errors::RegistryKind;

use super::diff::SIDE;
use super::named;

/// Check the errors of plugins, of applications and of Kuzzle, one by one and together.
///
/// What passes is taken by --registry, and by Kuzzle itself.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors check manifest.json
  kuzzle-errors check plugins/shop plugins/stock --warnings-as-errors
  git show main:manifest.json > old.json && kuzzle-errors check manifest.json --against old.json
  kuzzle-errors check manifest.json --format github

Exit status: 0 no error, 1 an error (with --warnings-as-errors: a complaint), 2 wrong usage.")]
pub(crate) struct Check {
    /// Files or folders as --registry takes them
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// What they are, instead of what their shapes tell
    #[arg(long, value_parser = named(&RegistryKind::ALL, RegistryKind::name))]
    pub(crate) kind: Option<RegistryKind>,

    /// Refuse what breaks the users of an older registry: removed ids, changed codes and classes
    #[arg(long, value_name = SIDE)]
    pub(crate) against: Option<PathBuf>,

    /// Fail for warnings, too
    #[arg(long)]
    pub(crate) warnings_as_errors: bool,

    /// How to answer
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

/// How `check` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people: each complaint with the line of the file and a hint
    Text,
    /// An array of complaints
    Json,
    /// Annotations of a pull request, as workflows of GitHub write them
    Github,
}
