//! Complaints as workflow commands of GitHub, which shows them beside the lines of a pull request.

use std::fmt::Write as _;
use std::io::{self, Write};

use kuzzle_errors::Complaint;

use super::Checked;
use super::hint::hint;
use crate::streams::Output;

/// One line for each complaint.
pub(super) fn write(checked: &Checked, output: &mut Output<'_>) -> io::Result<()> {
    checked
        .complaints
        .iter()
        .try_for_each(|complaint| writeln!(output, "{}", command(complaint, checked.fails(complaint))))
}

/// `::error file=manifest.json,line=4,col=27,title=code-range::message`.
fn command(complaint: &Complaint, fails: bool) -> String {
    let mut command = if fails { "::error ".to_owned() } else { "::warning ".to_owned() };
    if let Some(file) = complaint.file() {
        _ = write!(command, "file={},", property(file));
    }
    if let (Some(line), Some(column)) = (complaint.line(), complaint.column()) {
        _ = write!(command, "line={line},col={column},");
    }
    let (path, message) = (complaint.path(), complaint.message());
    let text = format!("{path}: {message}\n{}", hint(complaint));
    command + "title=" + &property(complaint.rule().name()) + "::" + &data(&text)
}

/// A text as a workflow command takes it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
