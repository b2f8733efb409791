//! Registries from files.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use kuzzle_errors::for_javascript::Object;
use kuzzle_errors::{InvalidRegistry, LoadOptions, Registry, RegistryKind};

use crate::frames::frames;
use crate::registries::{find, forget, keep};
use crate::text::{invalid, json};

/// Loads files, puts two registries together (`with`; the text names the other one), or lets one go (`forget`); says in
/// which `folders` of a folder the files of a registry stand, and has the files chosen (`choose`) that make one.
///
/// The text of `files` is a list of [frames](crate::frames): `k` the kind, and for each file `n` its name, where it
/// has one, and `s` its text. That of `choose` is a list of names, `n` each.
#[must_use]
pub fn load(what: &str, registry: &str, text: &str) -> String {
    match what {
        "files" => files(text),
        "with" => match (find(registry), find(text)) {
            (Ok(one), Ok(other)) => answer(one.with(&other)),
            (Err(reason), _) | (_, Err(reason)) => invalid(&reason),
        },
        "forget" => {
            forget(registry);
            "null".to_owned()
        }
        "folders" => json(&Registry::FOLDERS),
        "choose" => {
            let names: Vec<&str> = frames(text).map(|(_, name)| name).collect();
            json(&Registry::choose_files(&names))
        }
        _ => invalid("nothing of this name can be loaded"),
    }
}

fn files(text: &str) -> String {
    let mut options = LoadOptions::new();
    let mut name = None;
    let mut files = Vec::new();
    for (kind, text) in frames(text) {
        match kind {
            'k' => match RegistryKind::from_name(text) {
                Some(kind) => options = options.kind(kind),
                None => return invalid(&RegistryKind::unknown(text)),
            },
            'n' => name = Some(text),
            _ => files.push((name.take(), text)),
        }
    }
    answer(match files[..] {
        [(None, text)] => options.load_str(text),
        _ => options.load_files(files.into_iter().map(|(name, text)| (name.unwrap_or_default(), text))),
    })
}

fn answer(result: Result<Registry, InvalidRegistry>) -> String {
    let mut answer = Object::with_capacity(256);
    match result {
        Ok(registry) => {
            let warnings = json(registry.warnings());
            answer.text("registry", &keep(registry));
            answer.json("warnings", &warnings);
        }
        Err(invalid) => {
            answer.text("message", &invalid.to_string());
            answer.json("complaints", &json(invalid.complaints()));
        }
    }
    answer.finish()
}
