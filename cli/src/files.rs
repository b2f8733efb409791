//! Files that the command writes.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::outcome::Failure;
use crate::text::printable;

/// Writes a whole file or nothing: into a temporary file beside it, which then takes its place.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let mut temporary = OsString::from(path);
    temporary.push(".new");
    let temporary = PathBuf::from(temporary);
    let written = fs::write(&temporary, content).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        let hint = if error.kind() == ErrorKind::NotFound { "; make the folder first" } else { "" };
        let shown = printable(&path.to_string_lossy()).replace('\n', " ");
        Failure::Complaint(format!("cannot write {shown}: {error}{hint}"))
    })
}
