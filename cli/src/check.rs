//! `check`: what is wrong with the files of registries, and how to mend it.

mod github;
mod hint;
mod source;
mod text;

use std::collections::HashMap;

use kuzzle_errors::{Complaint, Registry, Severity};

use crate::arguments::{Check, CheckFormat};
use crate::json;
use crate::outcome::{Failure, Outcome};
use crate::registries;
use crate::side::Side;
use crate::streams::Streams;

pub(crate) fn run(asked: &Check, streams: &mut Streams<'_>) -> Result<Outcome, Failure> {
    let older = asked.against.as_deref().map(|against| Side::open(against, streams)).transpose()?;
    let checked = Checked::of(asked, older.as_ref());
    match asked.format {
        CheckFormat::Text => text::write(&checked, &mut streams.output)?,
        CheckFormat::Json => json::write_array(&checked.complaints, &mut streams.output)?,
        CheckFormat::Github => github::write(&checked, &mut streams.output)?,
    }
    Ok(if checked.complaints.iter().any(|complaint| checked.fails(complaint)) {
        Outcome::Incomplete
    } else {
        Outcome::Complete
    })
}

/// What was found out about the files.
struct Checked {
    /// File by file in the order of their places.
    complaints: Vec<Complaint>,
    /// How many errors they define; `None` where they could not be loaded.
    definitions: Option<usize>,
    warnings_as_errors: bool,
}

impl Checked {
    /// Loads the files, each alone and all of them over the built-in registry, and compares them with an older one.
    fn of(asked: &Check, older: Option<&Side>) -> Self {
        let (definitions, mut complaints) = match registries::load_all(&asked.paths, asked.kind) {
            Ok(loaded) => (Some(loaded.iter().map(|registry| registry.iter().count()).sum()), together(&loaded, older)),
            Err(complaints) => (None, complaints),
        };
        sort(&mut complaints);
        Self { complaints, definitions, warnings_as_errors: asked.warnings_as_errors }
    }

    /// Whether a complaint makes the check fail.
    fn fails(&self, complaint: &Complaint) -> bool {
        self.warnings_as_errors || complaint.severity() == Severity::Error
    }
}

/// All complaints about registries that are valid alone.
fn together(loaded: &[Registry], older: Option<&Side>) -> Vec<Complaint> {
    let over_built_in = registries::together(Registry::kuzzle(), loaded);
    let mut complaints = over_built_in.map_or_else(|complaints| complaints, |registry| registry.warnings().to_vec());
    // Where they contradict each other there is nothing to compare.
    if let (Some(older), Ok(newer)) = (older, registries::alone(loaded)) {
        complaints.extend(newer.check_against(&older.registry));
    }
    complaints
}

/// File by file, in the order in which they are first complained of, and there by place.
fn sort(complaints: &mut [Complaint]) {
    let mut files = HashMap::new();
    for complaint in complaints.iter() {
        let next = files.len();
        files.entry(complaint.file().map(str::to_owned)).or_insert(next);
    }
    complaints.sort_by_cached_key(|complaint| {
        let file = files.get(&complaint.file().map(str::to_owned)).copied();
        (file, complaint.line(), complaint.column())
    });
}
