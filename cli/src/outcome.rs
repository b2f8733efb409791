//! How a run ended, and its exit status.

use std::io::{self, ErrorKind, Write};

use crate::streams::Streams;

/// The end of a run that answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything that was asked for.
    Complete,
    /// Something was not found, or not readable; the complaint has been written.
    Incomplete,
}

impl Outcome {
    pub(crate) const fn exit_status(self) -> u8 {
        match self {
            Self::Complete => 0,
            Self::Incomplete => 1,
        }
    }
}

/// The end of a run that could not answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong usage; or help and version, which end a run the same way.
    Usage(Box<clap::Error>),
    /// What would be needed for an answer was not found or not readable: a line of complaint.
    Complaint(String),
    /// The answer could not be written.
    Write(io::Error),
}

impl Failure {
    /// Says what happened and gives the exit status.
    pub(crate) fn report(self, streams: &mut Streams<'_>) -> u8 {
        match self {
            Self::Usage(message) => report_usage(&message, streams),
            Self::Complaint(complaint) => {
                streams.complain(complaint);
                1
            }
            Self::Write(error) if error.kind() == ErrorKind::BrokenPipe => 0,
            Self::Write(error) => {
                streams.complain(format_args!("cannot write the answer: {error}"));
                1
            }
        }
    }
}

impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        Self::Usage(Box::new(error))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        // The conversion of the crate forgets which kind of failure it was.
        let kind = match error.kind() {
            csv::ErrorKind::Io(error) => error.kind(),
            _ => ErrorKind::Other,
        };
        Self::Write(io::Error::new(kind, error))
    }
}

fn report_usage(message: &clap::Error, streams: &mut Streams<'_>) -> u8 {
    let target = if message.use_stderr() { &mut streams.errors } else { &mut streams.output };
    let text = message.render();
    let text = if target.styles().are_colored() { text.ansi().to_string() } else { text.to_string() };
    let written = target.write_all(text.as_bytes()).and_then(|()| target.flush());
    match written {
        Err(error) if !message.use_stderr() => Failure::Write(error).report(streams),
        _ if message.use_stderr() => 2,
        _ => 0,
    }
}
