//! What comes from files and standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::interruptible::Patient;
use crate::streams::Streams;
use crate::text::printable;

/// Responses are far smaller; this keeps the command from filling the memory with something else.
const LARGEST: u64 = 64 << 20;

/// Something to read.
#[derive(Clone, Copy)]
pub(super) enum Source<'a> {
    StandardInput,
    File(&'a Path),
}

impl<'a> Source<'a> {
    /// `-` is standard input, everything else a path.
    pub(super) fn of_path(path: &'a Path) -> Self {
        if path == Path::new("-") { Self::StandardInput } else { Self::File(path) }
    }

    /// What complaints call it.
    pub(super) fn name(self) -> String {
        match self {
            Self::StandardInput => "standard input".to_owned(),
            Self::File(path) => printable(&path.to_string_lossy()).replace('\n', "\\n"),
        }
    }

    /// All of its bytes, or a line of complaint.
    pub(super) fn read(self, streams: &mut Streams<'_>) -> Result<Vec<u8>, String> {
        let bytes = match self {
            Self::StandardInput => read_bounded(&mut Patient(&mut streams.input)),
            Self::File(path) => File::open(path).and_then(|mut file| read_bounded(&mut file)),
        };
        bytes.map_err(|error| format!("cannot read {}: {error}", self.name()))
    }
}

fn read_bounded(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other(format!("more than {} MiB", LARGEST >> 20)));
    }
    Ok(bytes)
}
