//! The command `kuzzle-errors`: explain, list, search and build the API errors of Kuzzle, find them in logs, compare
//! releases and registries, check registries and write them down as constants.
//!
//! A library with a thin `main`, so that other packages can ship the same command: [`run`] takes the arguments and
//! the [`Streams`], and gives back the exit status.
//!
//! # Contract
//!
//! ```text
//! kuzzle-errors explain <CODE|ID|->… | --file FILE…        [--http-status N] [--format text|json]
//! kuzzle-errors list [FILTERS]                             [--format table|json|ndjson|csv|tsv|markdown]
//! kuzzle-errors search WORDS…                              [--format text|json]
//! kuzzle-errors new <ID|CODE> [ARG… | --param NAME=TEXT…]  [--message TEXT] [--format json|problem|otel]
//! kuzzle-errors scan [FILE|-]…                             [--by id|class|domain|status|retry|audience|hour]
//!                                                          [--top N] [--format table|json|csv|ndjson]
//! kuzzle-errors scan [FILE|-]… --annotate                  both: [--follow]
//!
//! all of them: [--registry PATH]… [--release R]
//!
//! kuzzle-errors diff SIDE SIDE                             [--format text|json|markdown]
//! kuzzle-errors releases                                   [--format text|json]
//! kuzzle-errors check PATH… [--against SIDE]               [--kind kuzzle|plugin|app] [--warnings-as-errors]
//!                                                          [--format text|json|github]
//! kuzzle-errors codegen --lang c|python|typescript --registry PATH… [--prefix NAME] [--output FILE]
//! kuzzle-errors completions SHELL
//! kuzzle-errors man                                        [--output FOLDER]
//!
//! SIDE: a release, builtin, or a PATH
//! ```
//!
//! **Definitions** are the built-in ones, with every command. `--registry PATH` lays others over them, in the order
//! given: a file (a domain of Kuzzle, the manifest of a plugin, the domains of an application) or a folder (an
//! installed Kuzzle, a plugin, or one of domain files). What of a custom definition is unknown is left out or null.
//! A code that a built-in error has, too, is the built-in one's; cards name the other. `--release R` narrows to a
//! release of Kuzzle; custom definitions that name no release stay. Blanks around a code, an id, a release or a status
//! don't count.
//!
//! **Standard output** holds the answer and nothing else. Without `--format` it is for people, except that of `new`:
//! colours appear on a terminal only (`NO_COLOR` and `CLICOLOR_FORCE` are respected), texts are wrapped at the width of
//! the terminal, at 80 columns where it is unknown, and never beyond 100. Control characters of received texts are
//! shown, not sent. Where only `--http-status` makes an error of what came, as with the page of a proxy, the card shows
//! its first lines; the JSON below has no member for it. The message of a definition is a template of this project or
//! of a `--registry`, and not what a server said. A table has one line per row; on a terminal it is fitted to the width
//! (descriptions are wrapped, the class gives way), and where that is too narrow for a table the definitions stand one
//! below the other.
//!
//! **JSON** is one array, in which each element begins a line; for `new` see below. `list` gives definitions in code
//! order, `search` the best first, `explain` what was asked for in the order asked. Elements are
//! - a definition: `{"id","code","hex","class","status","description","message","params","domain","subdomain",
//!   "name","releases","deprecated","cause","fix","retry","audience","url"}`, for a code or an id;
//! - an error that was read: `{"id","class","definition","error","context","conflict","failures"}`, for `-` and
//!   `--file`, which take a response, an error, or any JSON that holds some, down to 32 levels; with an
//!   `--http-status` of 400 or more anything, also the page of a proxy and nothing at all;
//! - a response that is no error but lists failed items: the same members, of which only `failures` and `context`,
//!   the whole response, are not null;
//! - an old meaning: `{"id","code","hex","class","first","last"}`, for a code or an id and a `--release` before 1.10.5,
//!   as many as there are. An id may also be written with hyphens there, as servers of 1.9 did:
//!   `api-server-elasticsearch_down`.
//!
//! `ndjson` is one definition on each line. `csv` and `tsv` have a header, one row per definition, the columns
//! of a definition's object in its order, params separated by blanks, releases as `1.10.5-1.12.0 2.0.0-`; what a
//! definition does not have is empty. `markdown` is laid out as the error codes page of the 1.x documentation; with
//! `--release 1.12.0` its rows are that page's rows.
//!
//! **`new`** writes one line, what Kuzzle would send: the object of the error; with `--format problem` a problem of
//! RFC 9457, with `otel` an object of OpenTelemetry attributes. Every ARG and every TEXT stays the text that it is:
//! `5` becomes `"5"` in the props, and the message is the same. Too few or too many of them are a warning, for Kuzzle
//! builds such errors, too: placeholders stay, what is left over follows the message. Of a name given twice the last
//! counts; a name that is no param is wrong usage. An unknown id is not found, where Kuzzle would build another error.
//!
//! **`diff`** compares what two sides have: releases from 1.9.0 on, `builtin`, which is the newest, and what lies at a
//! path alone. A name is a release, if it can be one; `./2` is a path. JSON is one object, described at
//! [`kuzzle_errors::compare::Comparison`]. Differences are an answer: the status is 0. A release that is not known is
//! taken as the one below it, with a warning.
//!
//! **`check`** says what `--registry` would say of the same paths, each alone and all of them together over the built-in
//! registry; with `--against` also what users of an older one would miss, who may rely on ids, codes and classes. The
//! complaints are the answer: for people with the line of the file, what is meant underlined, and a hint; JSON is an
//! array of complaints, `{"file","path","value","rule","message","severity","line","column"}`; `github` is a workflow
//! command for each. Errors among them give the status 1, with `--warnings-as-errors` all of them.
//!
//! **`codegen`** writes one module or header with what the paths hold. Names come from the ids alone, so that they are as
//! lasting; ids that would get one name are refused. With `--output` a file is written whole or not at all.
//!
//! **Standard error** holds one line for whatever was not found or could not be read, with "did you mean" where
//! something is close, or with another way to ask (`list --status 412` for the code 412); it is absent from standard
//! output. Codes are repeated as they were typed. With a `--release` before 1.10.5, which has no definitions, an empty
//! answer says so there, and a received code without an id gets a line with its meaning of then, which standard output
//! does not have. Files of `--registry` that are not valid end the run with all that is wrong about them, a line each,
//! `manifest.json:12:15: error: $.errors.late.code: …` with what was expected and what is there; warnings about them
//! are shown and the work goes on. Wrong usage is explained there, too.
//!
//! **Exit status**: 0 all is well; 1 something was not found, could not be read or written, is no valid registry, or
//! holds no error; 2 wrong usage. Failed items without an error are an answer, an empty `list` is one, an empty
//! `search` is not found. When the reader of a pipe goes away the command ends quietly with 0.

mod answer;
mod arguments;
mod batch;
mod card;
mod cards;
mod check;
mod closest;
pub mod codegen;
mod compact;
mod completions;
mod diff;
mod explain;
mod files;
mod interruptible;
mod json;
mod legacy;
mod list;
mod lookup;
mod man;
mod markdown;
mod new;
mod outcome;
mod registries;
mod release_ranges;
mod releases;
mod scan;
mod search;
mod side;
mod streams;
mod styles;
mod table;
mod text;
mod usage;

use std::ffi::OsString;
use std::io::Write;

pub use streams::{Output, Streams};

use arguments::{Arguments, Command};
use outcome::{Failure, Outcome};

/// Runs the command: the arguments begin with the program's name, the exit status comes back.
///
/// Nothing is printed but through the streams, and the process is never ended from here.
///
/// ```
/// use kuzzle_errors_cli::{Output, Streams, run};
///
/// let (mut answer, mut complaints) = (Vec::new(), Vec::new());
/// let mut streams = Streams {
///     input: Box::new(std::io::empty()),
///     output: Output::plain(&mut answer),
///     errors: Output::plain(&mut complaints),
/// };
/// let status = run(["kuzzle-errors", "explain", "0x01010001"].map(Into::into), &mut streams);
/// drop(streams);
///
/// assert_eq!(status, 0);
/// assert!(String::from_utf8(answer).unwrap().starts_with("services.storage.unknown_index\n"));
/// assert!(complaints.is_empty());
/// ```
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> u8 {
    let result = execute(arguments, streams).and_then(|outcome| {
        streams.output.flush()?;
        Ok(outcome)
    });
    match result {
        Ok(outcome) => outcome.exit_status(),
        Err(failure) => failure.report(streams),
    }
}

fn execute(arguments: impl IntoIterator<Item = OsString>, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    match Arguments::read(arguments, streams)?.command {
        Command::Explain(asked) => explain::run(&asked, streams),
        Command::List(asked) => list::run(&asked, streams),
        Command::Search(asked) => search::run(&asked, streams),
        Command::New(asked) => new::run(&asked, streams),
        Command::Diff(asked) => diff::run(&asked, streams),
        Command::Releases(asked) => releases::run(asked, streams),
        Command::Check(asked) => check::run(&asked, streams),
        Command::Scan(asked) => scan::run(&asked, streams),
        Command::Codegen(asked) => codegen::run(&asked, streams),
        Command::Completions(asked) => completions::run(asked, streams),
        Command::Man(asked) => man::run(&asked, streams),
    }
}
