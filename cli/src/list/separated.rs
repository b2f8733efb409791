//! Comma- and tab-separated values, with a header.

use kuzzle_errors::{Audience, Definition, ReleaseRange, Retry};

use crate::outcome::Failure;
use crate::streams::Output;

/// The columns, named as the members of a definition's JSON object and in their order.
const COLUMNS: [&str; 18] = [
    "id",
    "code",
    "hex",
    "class",
    "status",
    "description",
    "message",
    "params",
    "domain",
    "subdomain",
    "name",
    "releases",
    "deprecated",
    "cause",
    "fix",
    "retry",
    "audience",
    "url",
];

pub(super) fn write(rows: &[Definition<'_>], delimiter: u8, output: &mut Output<'_>) -> Result<(), Failure> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(output);
    writer.write_record(COLUMNS)?;
    for row in rows {
        writer.write_record(record(*row))?;
    }
    Ok(writer.flush()?)
}

/// The values in the order of [`COLUMNS`].
fn record(row: Definition<'_>) -> [String; COLUMNS.len()] {
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    [
        row.id().to_owned(),
        row.code().get().to_string(),
        row.code().to_string(),
        row.class().to_string(),
        row.status().to_string(),
        row.description().to_owned(),
        row.message().to_owned(),
        row.params().iter().collect::<Vec<_>>().join(" "),
        row.domain().to_owned(),
        row.subdomain().to_owned(),
        row.name().to_owned(),
        releases(row),
        text(row.deprecated()),
        text(row.cause()),
        text(row.fix()),
        text(row.retry().map(Retry::name)),
        text(row.audience().map(Audience::name)),
        text(row.url()),
    ]
}

/// `1.10.5-1.12.0 2.0.0-`.
fn releases(row: Definition<'_>) -> String {
    let line = |line: ReleaseRange| {
        let last = line.last().map(|last| last.to_string()).unwrap_or_default();
        format!("{}-{last}", line.first())
    };
    row.releases().map(line).collect::<Vec<_>>().join(" ")
}
