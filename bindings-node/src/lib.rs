//! The native engine of the npm package for Node.js: the functions of the engine, and the command.
//!
//! What is public, and its documentation for people, stands in the JavaScript in front of it; `engine.d.ts` in
//! `bindings-wasm/layer` says of each function what goes in and what comes out.

pub mod command;
pub mod engine;
