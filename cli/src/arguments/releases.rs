//! The arguments of `releases`.

use clap::Args;

use super::TextFormat;

/// List the releases of Kuzzle that have error codes, with their day and their number of errors.
#[derive(Args, Clone, Copy, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors releases
  kuzzle-errors releases --format json")]
pub(crate) struct Releases {
    /// How to answer
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}
