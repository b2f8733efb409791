//! The arguments of `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// What names a registry to compare.
pub(super) const SIDE: &str = "RELEASE|builtin|PATH";

/// Say what differs between two releases of Kuzzle, or between two registries.
///
/// Each is a release of Kuzzle from 1.9.0 on (2, 2.4 or 2.4.1), `builtin` for the newest that this command knows, or a
/// file or folder as --registry takes them: a plugin, an application, an installed Kuzzle.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors diff 1.12 2.0
  kuzzle-errors diff 1 2 --format markdown > migration.md
  kuzzle-errors diff builtin node_modules/kuzzle
  kuzzle-errors diff old/manifest.json manifest.json --format json")]
pub(crate) struct Diff {
    /// The older registry
    #[arg(value_name = SIDE)]
    pub(crate) from: PathBuf,

    /// The newer registry
    #[arg(value_name = SIDE)]
    pub(crate) to: PathBuf,

    /// How to answer
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
}

/// How `diff` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// One object
    Json,
    /// A page with a table for each kind of difference
    Markdown,
}
