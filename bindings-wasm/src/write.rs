//! Errors as others read them.

use alloc::string::String;
use alloc::vec::Vec;

use kuzzle_errors::ParseOptions;
use kuzzle_errors::for_javascript::{json_without, parse_text};

use crate::registries::find;
use crate::text::invalid;

/// The error in a body, written anew: as Kuzzle writes it (`wire`), perhaps without the members whose names stand in
/// `left_out`, with commas between them; as an RFC 9457 problem (`problem`) or as OpenTelemetry attributes
/// (`attributes`).
#[must_use]
pub fn write(form: &str, registry: &str, body: &str, status: Option<u16>, left_out: &str) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let Ok(Some(error)) = parse_text(&registry, ParseOptions::new(), body, status) else {
        return invalid("no error");
    };
    match form {
        "wire" => json_without(&error, &left_out.split(',').collect::<Vec<_>>()),
        "problem" => error.to_problem_json(),
        "attributes" => error.to_attributes_json(),
        _ => invalid("no such form"),
    }
}
