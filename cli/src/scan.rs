//! `scan`: which errors logs speak of, how many, since when, and who can fix them.

mod annotate;
mod carver;
mod findings;
mod follow;
mod input;
pub(crate) mod interrupt;
mod json;
mod live;
mod progress;
mod report;
mod rows;
mod separated;
mod skipped;
mod source;
mod table;
mod words;
mod workers;
mod zstandard;

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use kuzzle_errors::scan::Scanner;

use crate::arguments::{Scan, ScanFormat};
use crate::legacy;
use crate::outcome::{Failure, Outcome};
use crate::registries::Registries;
use crate::streams::{Output, Streams};
use crate::text::printable;
use carver::Part;
use findings::{Findings, Found};
use follow::Reader;
use input::Target;
use interrupt::Listening;
use live::Live;
use progress::Progress;
use report::Report;
use skipped::Skipped;
use source::Source;

pub(crate) fn run(asked: &Scan, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let registries = Registries::open(&asked.scope, streams)?;
    if let Some(reason) = legacy::no_definitions(&registries.narrowed) {
        streams.warn(reason);
    }
    let scanner = Scanner::new(&registries.narrowed);
    let targets = Target::list(&asked.files);
    let files: Vec<String> = targets.iter().map(Target::name).collect();
    let _listening = Listening::start();
    let skipped = if asked.annotate {
        annotate(asked, &scanner, &targets, streams)?
    } else {
        let findings = if asked.follow {
            follow(asked, &scanner, &targets, &files, streams)?
        } else {
            count(&scanner, &targets, streams)
        };
        write(asked, &findings, &files, &mut streams.output)?;
        findings.skipped
    };
    Ok(complain(asked, &skipped, &files, streams))
}

/// Scans everything with all threads.
fn count<'r>(scanner: &Scanner<'r>, targets: &[Target], streams: &mut Streams<'_>) -> Findings<'r> {
    let read = Arc::new(AtomicU64::new(0));
    let total = targets.iter().map(Target::size).sum();
    let progress = Progress::start(total, &read, streams.errors.live_height().is_some());
    let findings = workers::scan(scanner, Source::new(targets, &mut *streams.input, &read), || progress.update());
    progress.end();
    findings
}

/// Counts what files hold and what comes, and shows it on a terminal as it changes.
fn follow<'r>(
    asked: &Scan,
    scanner: &Scanner<'r>,
    targets: &[Target],
    files: &[String],
    streams: &mut Streams<'_>,
) -> io::Result<Findings<'r>> {
    let output = &mut streams.output;
    let is_live = asked.format == ScanFormat::Table && output.live_height().is_some();
    let live = is_live.then(Live::new);
    let mut counter = Counter { asked, scanner, files, output, live, findings: Findings::default() };
    let skipped = follow::follow(targets, &mut *streams.input, &mut counter)?;
    if let Some(live) = &mut counter.live {
        live.clear(counter.output)?;
    }
    let mut findings = counter.findings;
    findings.skipped.append(skipped);
    Ok(findings)
}

/// Writes the log with explanations, and counts nothing.
fn annotate(asked: &Scan, scanner: &Scanner<'_>, targets: &[Target], streams: &mut Streams<'_>) -> io::Result<Skipped> {
    let mut annotator = Annotator { scanner, output: &mut streams.output };
    if asked.follow {
        return follow::follow(targets, &mut *streams.input, &mut annotator);
    }
    let mut source = Source::new(targets, &mut *streams.input, &Arc::default()).live();
    let mut part = Part::default();
    while let Some(place) = source.next(&mut part) {
        annotator.part(place.file, part.text())?;
    }
    Ok(source.skipped)
}

/// Counts what is followed.
struct Counter<'a, 'r, 's> {
    asked: &'a Scan,
    scanner: &'a Scanner<'r>,
    files: &'a [String],
    output: &'a mut Output<'s>,
    live: Option<Live>,
    findings: Findings<'r>,
}

impl Reader for Counter<'_, '_, '_> {
    fn part(&mut self, file: u32, text: &[u8]) -> io::Result<()> {
        self.findings.append(Found::of(self.scanner, file, text));
        Ok(())
    }

    fn restart(&mut self, file: u32) {
        self.findings.restart(file);
    }

    fn pause(&mut self) -> io::Result<()> {
        must_have_reader(self.output)?;
        let Some(live) = self.live.as_mut().filter(|live| live.is_due()) else { return Ok(()) };
        let Findings { summary, skipped, .. } = &self.findings;
        live.show(&Report::new(summary, skipped, self.files, self.asked.by, self.asked.top), self.output)
    }
}

/// Explains what is read.
struct Annotator<'a, 'r, 's> {
    scanner: &'a Scanner<'r>,
    output: &'a mut Output<'s>,
}

impl Reader for Annotator<'_, '_, '_> {
    fn part(&mut self, _: u32, text: &[u8]) -> io::Result<()> {
        annotate::write(self.scanner, text, self.output)?;
        self.output.flush()
    }

    fn restart(&mut self, _: u32) {}

    fn pause(&mut self) -> io::Result<()> {
        must_have_reader(self.output)
    }
}

/// Ends the following of files for somebody who has gone.
fn must_have_reader(output: &Output<'_>) -> io::Result<()> {
    if output.has_reader() { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
}

fn write(asked: &Scan, findings: &Findings<'_>, files: &[String], output: &mut Output<'_>) -> Result<(), Failure> {
    let report = Report::new(&findings.summary, &findings.skipped, files, asked.by, asked.top);
    match asked.format {
        ScanFormat::Table => table::write(&report, output)?,
        ScanFormat::Json => json::write(&report, output)?,
        ScanFormat::Csv => separated::write(&report, output)?,
        ScanFormat::Ndjson => json::write_lines(&report, output)?,
    }
    Ok(())
}

/// Says what is missing in the answer.
fn complain(asked: &Scan, skipped: &Skipped, files: &[String], streams: &mut Streams<'_>) -> Outcome {
    let mut outcome = Outcome::Complete;
    // Who follows a log ends that so.
    if interrupt::is_asked() && !asked.follow {
        streams.warn("interrupted: the answer holds what was counted so far");
        outcome = Outcome::Incomplete;
    }
    for (file, reason, extent) in skipped.rows().filter(|(_, reason, _)| reason.is_loss()) {
        let name = usize::try_from(file).ok().and_then(|file| files.get(file)).map_or("", String::as_str);
        let name = printable(name).replace('\n', "\\n");
        let rest = if extent.bytes > 0 { format!("; {} bytes are missing", extent.bytes) } else { String::new() };
        let meant = input::probably_meant(Path::new(&name)).map(|meant| format!("; did you mean {}?", meant.display()));
        let hint = meant.unwrap_or_default();
        streams.complain(format_args!("cannot read {name}: {}{rest}{hint}", reason.text()));
        outcome = Outcome::Incomplete;
    }
    outcome
}
