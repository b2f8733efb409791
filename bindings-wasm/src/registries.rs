//! The registries that questions name: `""` is the built-in one, `"3"` one that was loaded, and `"@1.12.0"` or
//! `"3@1.12.0"` one of them narrowed to a release.

use alloc::string::String;
#[cfg(feature = "complete")]
use alloc::vec::Vec;
#[cfg(feature = "complete")]
use std::{cell::RefCell, thread_local};

use kuzzle_errors::Registry;

#[cfg(feature = "complete")]
thread_local! {
    /// What was loaded and is not yet forgotten; the position is the name.
    static LOADED: RefCell<Vec<Option<Registry>>> = const { RefCell::new(Vec::new()) };
}

/// The registry of a name, or what is wrong with the name.
pub(crate) fn find(name: &str) -> Result<Registry, String> {
    let (number, release) = match name.split_once('@') {
        Some((number, release)) => (number, Some(release)),
        None => (name, None),
    };
    let registry = if number.is_empty() { Registry::kuzzle().clone() } else { loaded(number)? };
    match release {
        Some(release) => registry.at(release).map_err(|invalid| ["\"", release, "\" is ", invalid.message()].concat()),
        None => Ok(registry),
    }
}

/// Keeps a registry and answers its name.
#[cfg(feature = "complete")]
pub(crate) fn keep(registry: Registry) -> String {
    LOADED.with_borrow_mut(|loaded| {
        let free = loaded.iter().position(Option::is_none).unwrap_or(loaded.len());
        if free == loaded.len() {
            loaded.push(None);
        }
        if let Some(place) = loaded.get_mut(free) {
            *place = Some(registry);
        }
        std::string::ToString::to_string(&free)
    })
}

/// Lets go of the registry of a name; the next one that is loaded may get the name.
#[cfg(feature = "complete")]
pub(crate) fn forget(name: &str) {
    LOADED.with_borrow_mut(|loaded| {
        if let Some(place) = name.parse::<usize>().ok().and_then(|number| loaded.get_mut(number)) {
            *place = None;
        }
    });
}

#[cfg(feature = "complete")]
fn loaded(number: &str) -> Result<Registry, String> {
    let position: Option<usize> = number.parse().ok();
    let registry = LOADED.with_borrow(|loaded| position.and_then(|position| loaded.get(position).cloned().flatten()));
    registry.ok_or_else(|| unknown(number))
}

#[cfg(not(feature = "complete"))]
fn loaded(number: &str) -> Result<Registry, String> {
    Err(unknown(number))
}

fn unknown(number: &str) -> String {
    ["no registry is named ", number].concat()
}
