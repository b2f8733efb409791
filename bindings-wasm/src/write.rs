//! Errors as others read them.

use alloc::string::String;

use kuzzle_errors::for_javascript::parse_text;
use kuzzle_errors::{KuzzleError, ParseOptions};

use crate::registries::find;
use crate::text::invalid;

/// The error in a body, written anew: as Kuzzle writes it (`wire`), as an RFC 9457 problem (`problem`) or as
/// OpenTelemetry attributes (`attributes`); with another message, where one is given.
#[must_use]
pub fn write(form: &str, registry: &str, body: &str, status: Option<u16>, message: Option<String>) -> String {
    let written = match form {
        "wire" => KuzzleError::to_json,
        "problem" => KuzzleError::to_problem_json,
        "attributes" => KuzzleError::to_attributes_json,
        _ => return invalid("no such form"),
    };
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    match parse_text(&registry, ParseOptions::new(), body, status) {
        Ok(Some(error)) => match message {
            Some(message) => written(&error.with_message(message)),
            None => written(&error),
        },
        _ => invalid("no error"),
    }
}
