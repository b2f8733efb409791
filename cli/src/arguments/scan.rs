//! The arguments of `scan`.

use std::path::PathBuf;

use clap::builder::RangedU64ValueParser;
use clap::{Args, ValueEnum};

use super::Scope;

/// Count the errors that logs speak of, whatever their form: which, how many, since when, and who can fix them.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors scan kuzzle.log
  kuzzle-errors scan logs --by class --top 3
  kuzzle-errors scan kuzzle.log --annotate
  kuzzle-errors scan logs --format json

What counts as an error is written down in docs/scan.md.")]
pub(crate) struct Scan {
    /// Logs, compressed with gzip or Zstandard or not; folders of logs; or - for standard input, as without any
    #[arg(value_name = "FILE|-")]
    pub(crate) files: Vec<PathBuf>,

    /// What to count by
    #[arg(long, value_enum, default_value_t = GroupBy::Id)]
    pub(crate) by: GroupBy,

    /// Only the most frequent so many
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) top: Option<usize>,

    /// Write the logs again, with an explanation below each line that holds an error, and count nothing
    #[arg(long, conflicts_with_all = ["by", "top", "format"])]
    pub(crate) annotate: bool,

    /// Go on with what is written to the files, also when they are rotated, until Ctrl-C; on a terminal the table is
    /// shown as it changes
    #[arg(long)]
    pub(crate) follow: bool,

    #[command(flatten)]
    pub(crate) scope: Scope,

    /// How to answer
    #[arg(long, value_enum, default_value_t = ScanFormat::Table)]
    pub(crate) format: ScanFormat,
}

/// What `scan` counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupBy {
    /// The error
    Id,
    /// The class, which fixes the HTTP status
    Class,
    /// The first part of the id
    Domain,
    /// The HTTP status
    Status,
    /// Whether the same request may be sent again
    Retry,
    /// Who can fix the cause
    Audience,
    /// The hour in which the line was written, in UTC
    Hour,
}

impl GroupBy {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Class => "class",
            Self::Domain => "domain",
            Self::Status => "status",
            Self::Retry => "retry",
            Self::Audience => "audience",
            Self::Hour => "hour",
        }
    }
}

/// How `scan` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScanFormat {
    /// For people
    Table,
    /// One object
    Json,
    /// Comma-separated values with a header
    Csv,
    /// One object on each line, which says in "kind" what it is
    Ndjson,
}
