//! The arguments of the command; those of the newer commands each in a file of their own.

mod check;
mod codegen;
mod diff;
mod releases;
mod scan;
mod shell;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use kuzzle_errors::{Audience, Class, Release, Retry};

pub(crate) use check::{Check, CheckFormat};
pub(crate) use codegen::Codegen;
pub(crate) use diff::{Diff, DiffFormat};
pub(crate) use releases::Releases;
pub(crate) use scan::{GroupBy, Scan, ScanFormat};
pub(crate) use shell::{Completions, Man};

use crate::outcome::Failure;
use crate::streams::Streams;

/// Explain, list, search, build, compare and check the API errors of the Kuzzle backend.
#[derive(Debug, Parser)]
#[command(name = "kuzzle-errors", bin_name = "kuzzle-errors", version, disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  kuzzle-errors explain 0x01010001
  kuzzle-errors explain --file response.json
  kuzzle-errors search index
  kuzzle-errors check manifest.json

Exit status: 0 all is well, 1 not found or not readable, 2 wrong usage.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Explain(Explain),
    List(List),
    Search(Search),
    New(New),
    Diff(Diff),
    Releases(Releases),
    Check(Check),
    Scan(Scan),
    Codegen(Codegen),
    Completions(Completions),
    Man(Man),
}

/// Which definitions are asked.
#[derive(Args, Debug)]
pub(crate) struct Scope {
    /// As in this release of Kuzzle: 2, 2.4 or 2.4.1
    #[arg(long, value_parser = |given: &str| Release::parse(given.trim()))]
    pub(crate) release: Option<Release>,

    /// Lay the errors of an application, of a plugin or of a Kuzzle over the built-in ones: a file or a folder; may be
    /// repeated
    #[arg(long = "registry", value_name = "PATH")]
    pub(crate) registries: Vec<PathBuf>,
}

/// Say what an error is, why it happens and what to do about it.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors explain 0x01010001
  kuzzle-errors explain 16842753 security.token.expired
  kuzzle-errors explain 0x01010001 --release 1.9
  curl --silent http://localhost:7512/nyc | kuzzle-errors explain -
  kuzzle-errors explain --file response.json --registry manifest.json

The message of a definition is a template of this project or of a --registry, not what a server said: that stands \
under Received, when it is read with - or --file.")]
pub(crate) struct Explain {
    /// Codes (0x01010001, 16842753, -939458555), ids (services.storage.unknown_index), or - to read from standard
    /// input what a server sent
    #[arg(value_name = "CODE|ID|-", required_unless_present = "files")]
    #[arg(allow_negative_numbers = true, value_parser = trimmed())]
    pub(crate) targets: Vec<String>,

    /// Read what a server sent: a response, an error, or any JSON that holds one
    #[arg(long = "file", short, value_name = "FILE", conflicts_with = "targets")]
    pub(crate) files: Vec<PathBuf>,

    /// The HTTP status that came with what is read
    #[arg(long, value_name = "STATUS", value_parser = http_status)]
    pub(crate) http_status: Option<u16>,

    #[command(flatten)]
    pub(crate) scope: Scope,

    /// How to answer
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

/// List definitions in code order; filters may be repeated or take several values after commas.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors list --domain security
  kuzzle-errors list --status 412,404 --retry never --format ndjson
  kuzzle-errors list --deprecated --release 2.5.0
  kuzzle-errors list --custom --registry manifest.json --format markdown")]
pub(crate) struct List {
    /// Of this domain
    #[arg(long, value_delimiter = ',')]
    pub(crate) domain: Vec<String>,

    /// Of this subdomain
    #[arg(long, value_delimiter = ',')]
    pub(crate) subdomain: Vec<String>,

    /// Of this class
    #[arg(long, value_delimiter = ',', value_parser = named(&Class::ALL, Class::name))]
    pub(crate) class: Vec<Class>,

    /// With this HTTP status
    #[arg(long, value_delimiter = ',', value_parser = http_status)]
    pub(crate) status: Vec<u16>,

    /// With this retry advice
    #[arg(long, value_delimiter = ',', value_parser = named(&Retry::ALL, Retry::name))]
    pub(crate) retry: Vec<Retry>,

    /// That these people can fix
    #[arg(long, value_delimiter = ',', value_parser = named(&Audience::ALL, Audience::name))]
    pub(crate) audience: Vec<Audience>,

    /// Only what is deprecated (with --release: what is deprecated there)
    #[arg(long)]
    pub(crate) deprecated: bool,

    /// Only what a --registry adds to the built-in ones
    #[arg(long, requires = "registries")]
    pub(crate) custom: bool,

    #[command(flatten)]
    pub(crate) scope: Scope,

    /// How to answer
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
}

/// Find definitions by words of their ids, descriptions, messages and causes, best first.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors search token expired
  kuzzle-errors search unkown colection --format json")]
pub(crate) struct Search {
    /// What to look for; typing errors are forgiven
    #[arg(required = true)]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) scope: Scope,

    /// How to answer
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

/// Build an error as Kuzzle does and write it on one line.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  kuzzle-errors new services.storage.unknown_index nyc
  kuzzle-errors new services.storage.unknown_collection --param index=nyc --param collection=taxis
  kuzzle-errors new 0x01010001 nyc --format problem")]
pub(crate) struct New {
    /// An id (services.storage.unknown_index) or a code (0x01010001, 16842753, -939458555)
    #[arg(value_name = "ID|CODE", allow_negative_numbers = true, value_parser = trimmed())]
    pub(crate) target: String,

    /// The texts for the params of the message, in order
    #[arg(value_name = "ARG", allow_negative_numbers = true)]
    pub(crate) args: Vec<String>,

    /// The text for the param with this name
    #[arg(long = "param", value_name = PARAM, conflicts_with = "args", value_parser = Param::read)]
    pub(crate) params: Vec<Param>,

    /// Another message than the one of the definition
    #[arg(long, value_name = "TEXT")]
    pub(crate) message: Option<String>,

    #[command(flatten)]
    pub(crate) scope: Scope,

    /// How to write it
    #[arg(long, value_enum, default_value_t = ErrorFormat::Json)]
    pub(crate) format: ErrorFormat,
}

/// What `--param` takes.
const PARAM: &str = "NAME=TEXT";

/// A param of a message and the text for it.
#[derive(Clone, Debug)]
pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Param {
    /// Cuts at the first `=`: a name may not hold one, a text may.
    fn read(given: &str) -> Result<Self, String> {
        let (name, text) = given.split_once('=').ok_or_else(|| format!("expected {PARAM}"))?;
        Ok(Self { name: name.to_owned(), text: text.to_owned() })
    }
}

/// How `explain` and `search` answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// For people
    Text,
    /// An array of objects
    Json,
}

/// How `new` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ErrorFormat {
    /// The object that Kuzzle sends
    Json,
    /// A problem of RFC 9457
    Problem,
    /// Attributes of OpenTelemetry
    Otel,
}

/// How `list` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    Table,
    /// An array of objects
    Json,
    /// One object on each line
    Ndjson,
    /// Comma-separated values with a header
    Csv,
    /// Tab-separated values with a header
    Tsv,
    /// Tables as on the error codes page of Kuzzle's 1.x documentation
    Markdown,
}

impl Arguments {
    /// Understands the arguments, of which the first is the program's name.
    pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>, streams: &Streams<'_>) -> Result<Self, Failure> {
        let command = Self::command().term_width(streams.output.text_width());
        Ok(Self::from_arg_matches(&command.try_get_matches_from(arguments)?)?)
    }
}

/// Takes a text without the blanks around it, which come along when it is copied.
fn trimmed() -> impl TypedValueParser<Value = String> {
    StringValueParser::new().map(|given| given.trim().to_owned())
}

/// Takes an HTTP status.
fn http_status(given: &str) -> Result<u16, &'static str> {
    let status = given.trim().parse().ok().filter(|status| (100..=599).contains(status));
    status.ok_or("expected a number from 100 to 599")
}

/// Takes the name of one of some values.
fn named<T: Copy + Send + Sync + 'static>(
    values: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let find = move |given: String| values.iter().copied().find(|&value| name(value) == given);
    PossibleValuesParser::new(values.iter().map(|&value| name(value)))
        .try_map(move |given| find(given).ok_or("no such name"))
}
