//! The functions of the engine, as Node.js calls them.
#![expect(clippy::needless_pass_by_value, clippy::must_use_candidate, reason = "napi hands texts over, to JavaScript")]

use kuzzle_errors_wasm as engine;
use napi_derive::napi;

/// The definitions of a registry.
#[napi(catch_unwind)]
pub fn table(what: String, registry: String) -> String {
    engine::table(&what, &registry)
}

/// Which error it is.
#[napi(catch_unwind)]
pub fn resolve(registry: String, id: String, code: Option<u32>, status: Option<u16>) -> String {
    engine::resolve(&registry, &id, code, status)
}

/// The error that a server sent.
#[napi(catch_unwind)]
pub fn parse(body: String, status: Option<u16>, max_depth: u32, registry: Option<String>) -> String {
    engine::parse(&body, status, max_depth, registry.as_deref().unwrap_or_default())
}

/// What came with it.
#[napi(catch_unwind)]
pub fn read(what: String, registry: String, body: String, status: Option<u16>, max_depth: u32) -> String {
    engine::read(&what, &registry, &body, status, max_depth)
}

/// A message with its props.
#[napi(catch_unwind)]
pub fn render(template: String, props: String) -> String {
    engine::render(&template, &props)
}

/// An error written anew.
#[napi(catch_unwind)]
pub fn write(form: String, registry: String, body: String, status: Option<u16>, left_out: Option<String>) -> String {
    engine::write(&form, &registry, &body, status, left_out.as_deref().unwrap_or_default())
}

/// The definitions that are meant.
#[napi(catch_unwind)]
pub fn search(what: String, registry: String, text: String) -> String {
    engine::search(&what, &registry, &text)
}

/// Registries from files.
#[napi(catch_unwind)]
pub fn load(what: String, registry: String, text: String) -> String {
    engine::load(&what, &registry, &text)
}

/// What differs between two registries.
#[napi(catch_unwind)]
pub fn compare(from: String, to: String) -> String {
    engine::compare(&from, &to)
}

/// The errors in any text.
#[napi(catch_unwind)]
pub fn scan(registry: String, text: String) -> String {
    engine::scan(&registry, &text)
}
