//! Files and folders on disk.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::complaint::InvalidRegistry;
use super::loading::Loading;
use super::options::LoadOptions;
use super::rule::Rule;
use crate::Registry;

impl Registry {
    /// Loads a file or a folder.
    ///
    /// A file is a domain of Kuzzle (named after it: `core.json`, `0-core.json`), a plugin's manifest, or an object
    /// of domains. A folder is an installed package `kuzzle` of any release from 1.10.5 on, a plugin with its
    /// `manifest.json`, or it holds domain files: those named as `0-core.json` if there are any, else those named as
    /// `core.json`; other files are left alone.
    ///
    /// # Errors
    ///
    /// [`InvalidRegistry`] with every complaint, if one at least is an error.
    ///
    /// ```
    /// # let registry_folder = concat!(env!("CARGO_MANIFEST_DIR"), "/registry");
    /// let registry = kuzzle_errors::Registry::load(registry_folder)?;
    /// assert_eq!(registry.iter().count(), 274);
    /// # Ok::<(), kuzzle_errors::InvalidRegistry>(())
    /// ```
    pub fn load(path: impl AsRef<Path>) -> Result<Self, InvalidRegistry> {
        LoadOptions::new().load(path)
    }
}

impl LoadOptions {
    /// Loads a file or a folder, as [`Registry::load`] does.
    ///
    /// # Errors
    ///
    /// [`InvalidRegistry`] with every complaint, if one at least is an error.
    pub fn load(&self, path: impl AsRef<Path>) -> Result<Registry, InvalidRegistry> {
        let mut loading = self.loading();
        let path = path.as_ref();
        match files_of(path) {
            Ok(files) if files.is_empty() => {
                let message = "no file of a registry in this folder: expected `0-core.json` or the like, or a manifest";
                loading.complain(Some(name_of(path)), Rule::File, message);
            }
            Ok(files) => files.iter().for_each(|file| loading.file(file)),
            Err(error) => loading.complain(Some(name_of(path)), Rule::File, error.to_string()),
        }
        loading.finish()
    }
}

impl Loading {
    fn file(&mut self, path: &Path) {
        let name = name_of(path);
        match read_bounded(path, self.largest_file) {
            Ok(Some(bytes)) => self.bytes(name, &bytes),
            Ok(None) => self.too_large(Some(name)),
            Err(error) => self.complain(Some(name), Rule::File, error.to_string()),
        }
    }
}

/// The files that a path stands for, in the order of their names.
fn files_of(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(alloc::vec![path.to_path_buf()]);
    }
    let mut names: Vec<String> = Vec::new();
    for folder in Registry::FOLDERS.iter().filter(|folder| path.join(folder).is_dir()) {
        for entry in fs::read_dir(path.join(folder))? {
            let name = entry?.file_name().into_string();
            names.extend(name.map(|name| if folder.is_empty() { name } else { [folder, "/", &name].concat() }));
        }
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Ok(Registry::choose_files(&names).iter().map(|name| path.join(name)).collect())
}

/// The bytes of a file; `None` where they are more than the limit.
fn read_bounded(path: &Path, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    let is_within = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
    Ok(is_within.then_some(bytes))
}

fn name_of(path: &Path) -> Arc<str> {
    path.to_string_lossy().into()
}
