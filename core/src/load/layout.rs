//! Which files of a folder make a registry.

use alloc::vec::Vec;

use super::shape;
use crate::Registry;

const MANIFEST: &str = "manifest.json";

impl Registry {
    /// Where in a folder the files of a registry may stand, relative to it: where the releases of the package `kuzzle`
    /// keep their code files (the published 2.x, the sources of 2.x, and 1.x), and in the folder itself.
    pub const FOLDERS: [&str; 4] = ["dist/lib/kerror/codes", "lib/kerror/codes", "lib/config/error-codes", ""];

    /// Chooses the files that make a registry, in the order of their names, for programs that read files themselves.
    ///
    /// `names` are those of all files in [`FOLDERS`](Self::FOLDERS), relative to the folder and with `/` between their
    /// parts. The first of these folders counts that has any: domain files, those named as `0-core.json` if there are
    /// some, else those named as `core.json`; in the folder itself a `manifest.json` alone, if there is one.
    ///
    /// ```
    /// use kuzzle_errors::Registry;
    ///
    /// let names = ["package.json", "lib/kerror/codes/0-core.json", "lib/kerror/codes/index.js"];
    /// assert_eq!(Registry::choose_files(&names), ["lib/kerror/codes/0-core.json"]);
    /// assert_eq!(Registry::choose_files(&["package.json", "manifest.json"]), ["manifest.json"]);
    /// ```
    #[must_use]
    pub fn choose_files<'n>(names: &[&'n str]) -> Vec<&'n str> {
        let chosen = Self::FOLDERS.iter().map(|folder| chosen_in(folder, names));
        chosen.into_iter().find(|names| !names.is_empty()).unwrap_or_default()
    }
}

/// The files that count among those which stand directly in a folder.
fn chosen_in<'n>(folder: &str, names: &[&'n str]) -> Vec<&'n str> {
    let is_in = |name: &&&str| name.rsplit_once('/').map_or("", |(parent, _)| parent) == folder;
    let mut files: Vec<&'n str> = names.iter().filter(is_in).copied().collect();
    if folder.is_empty() && files.contains(&MANIFEST) {
        return alloc::vec![MANIFEST];
    }
    files.retain(|name| shape::domain_of_file(name).is_some());
    if files.iter().any(|name| shape::is_numbered(name)) {
        files.retain(|name| shape::is_numbered(name));
    }
    files.sort_unstable();
    files
}
