//! A registry while it is loaded.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;

use super::RegistryKind;
use super::complaint::{Complaint, InvalidRegistry};
use super::file::File;
use super::reader::Reader;
use super::rule::{Rule, Severity};
use crate::Registry;
#[cfg(feature = "std")]
use crate::json::PositionIndex;
use crate::loaded::LoadedDefinitions;

/// Takes the files of a registry, one after the other.
pub(super) struct Loading {
    reader: Reader,
    pub(super) largest_file: usize,
}

impl Loading {
    pub(super) const fn new(kind: Option<RegistryKind>, largest_file: usize) -> Self {
        Self { reader: Reader::new(kind), largest_file }
    }

    pub(super) fn complain(&mut self, file: Option<Arc<str>>, rule: Rule, message: impl Into<String>) {
        self.reader.complaints.push(Complaint::about_file(file, rule, message.into()));
    }

    /// Takes the bytes of a file.
    #[cfg(feature = "std")]
    pub(super) fn bytes(&mut self, name: Arc<str>, bytes: &[u8]) {
        match core::str::from_utf8(bytes) {
            Ok(text) => self.text(Some(name), text),
            Err(error) => {
                let valid = core::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
                let position = PositionIndex::new(valid.trim_start_matches('\u{feff}')).at(usize::MAX);
                let complaint = Complaint::about_file(Some(name), Rule::Utf8, "expected UTF-8".into());
                self.reader.complaints.push(Complaint { position: Some(position), ..complaint });
            }
        }
    }

    pub(super) fn text(&mut self, name: Option<Arc<str>>, text: &str) {
        if text.len() > self.largest_file {
            return self.too_large(name);
        }
        match File::read(name, text) {
            Ok(file) => self.reader.file(&file),
            Err(complaint) => self.reader.complaints.push(complaint),
        }
    }

    pub(super) fn too_large(&mut self, file: Option<Arc<str>>) {
        let message = format!("expected at most {} bytes", self.largest_file);
        self.complain(file, Rule::FileSize, message);
    }

    pub(super) fn finish(self) -> Result<Registry, InvalidRegistry> {
        let Reader { definitions, complaints, .. } = self.reader;
        if complaints.iter().any(|complaint| complaint.severity() == Severity::Error) {
            return Err(InvalidRegistry::new(complaints));
        }
        let loaded = Arc::new(LoadedDefinitions::new(definitions, complaints));
        Ok(Registry { kuzzle: false, loaded: Some(loaded), release: None })
    }
}
