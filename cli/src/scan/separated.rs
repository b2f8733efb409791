//! The answer as comma-separated values.

use kuzzle_errors::scan::{Place, Tally};
use kuzzle_errors::{Audience, Definition, Retry};

use super::report::{Group, Key, Report};
use super::words;
use crate::outcome::Failure;
use crate::streams::Output;

/// The columns behind the kind of a row and its key.
const COLUMNS: [&str; 13] = [
    "count",
    "share",
    "class",
    "status",
    "retry",
    "audience",
    "first_time",
    "first_file",
    "first_line",
    "last_time",
    "last_file",
    "last_line",
    "note",
];

/// One row for each row of every list of the answer; what is not known is empty.
pub(super) fn write(report: &Report<'_, '_>, output: &mut Output<'_>) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(output);
    let header = ["kind", report.by.name()].into_iter().chain(COLUMNS);
    writer.write_record(header)?;
    for (group, tally) in &report.errors {
        writer.write_record(error(report, group, tally))?;
    }
    for (id, conflict, tally) in &report.conflicts {
        let key = id.unwrap_or_default().to_owned();
        writer.write_record(row(report, "conflict", key, tally, words::conflict(conflict)))?;
    }
    for (id, tally) in &report.unknown_ids {
        writer.write_record(row(report, "unknown_id", (*id).to_owned(), tally, String::new()))?;
    }
    for (code, tally) in &report.unknown_codes {
        writer.write_record(row(report, "unknown_code", code.to_string(), tally, String::new()))?;
    }
    for (kind, count) in [("in_documents", report.in_documents), ("untold", report.untold)] {
        if count > 0 {
            writer.write_record(counted(kind, String::new(), count, String::new()))?;
        }
    }
    for (file, reason, extent) in &report.skipped {
        let note = format!("{}: {} bytes", reason.text(), extent.bytes);
        writer.write_record(counted("skipped", report.file(*file).to_owned(), extent.count, note))?;
    }
    Ok(writer.flush()?)
}

type Record = [String; COLUMNS.len() + 2];

fn error(report: &Report<'_, '_>, group: &Group<'_>, tally: &Tally) -> Record {
    let key = if group.key == Key::Unknown { String::new() } else { words::key(group.key) };
    let mut record = row(report, "error", key, tally, String::new());
    record[3] = format!("{:.6}", report.share(tally.count));
    if let Some(definition) = group.definition {
        record[4..8].clone_from_slice(&about(definition));
    }
    record
}

fn about(definition: Definition<'_>) -> [String; 4] {
    [
        definition.class().to_string(),
        definition.status().to_string(),
        definition.retry().map(Retry::name).unwrap_or_default().to_owned(),
        definition.audience().map(Audience::name).unwrap_or_default().to_owned(),
    ]
}

fn row(report: &Report<'_, '_>, kind: &str, key: String, tally: &Tally, note: String) -> Record {
    let mut record = counted(kind, key, tally.count, note);
    record[8..11].clone_from_slice(&place(report, tally.first));
    record[11..14].clone_from_slice(&place(report, tally.last));
    record
}

fn counted(kind: &str, key: String, count: u64, note: String) -> Record {
    let mut record = Record::default();
    kind.clone_into(&mut record[0]);
    record[1] = key;
    record[2] = count.to_string();
    record[14] = note;
    record
}

fn place(report: &Report<'_, '_>, place: Place) -> [String; 3] {
    let time = place.time.map(|time| time.to_string()).unwrap_or_default();
    [time, report.file(place.file).to_owned(), place.line.to_string()]
}
