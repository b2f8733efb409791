//! `releases`: the releases of Kuzzle that have error codes.

use std::io::Write;

use kuzzle_errors::{Registry, Release};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::arguments::{Releases, TextFormat};
use crate::json;
use crate::outcome::{Failure, Outcome};
use crate::streams::Streams;

pub(crate) fn run(asked: Releases, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let rows: Vec<Row> = kuzzle_errors::releases().map(Row::of).collect();
    match asked.format {
        TextFormat::Text => {
            let title = streams.output.styles().title;
            writeln!(streams.output, "{title}RELEASE  DATE        ERRORS{title:#}")?;
            for Row { release, day, errors } in rows {
                writeln!(streams.output, "{:<7}  {day}  {errors:>6}", release.to_string())?;
            }
        }
        TextFormat::Json => json::write_array(&rows, &mut streams.output)?,
    }
    Ok(Outcome::Complete)
}

/// A release, the day of its publication, and how many errors it has.
struct Row {
    release: Release,
    day: &'static str,
    errors: usize,
}

impl Row {
    fn of(release: Release) -> Self {
        let definitions = Registry::kuzzle().at(&release.to_string()).map_or(0, |narrowed| narrowed.iter().count());
        let old_meanings = kuzzle_errors::legacy_at(release).count();
        Self { release, day: release.date().unwrap_or_default(), errors: definitions + old_meanings }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Row", 3)?;
        object.serialize_field("release", &self.release)?;
        object.serialize_field("date", self.day)?;
        object.serialize_field("errors", &self.errors)?;
        object.end()
    }
}
