//! The C library: `libkuzzle_errors`, declared in `include/kuzzle_errors.h`.
//!
//! Each file holds what one prefix of the interface covers. The comments on what is exported are written for the
//! reader of the header, into which they are copied.

// The core is a library for everybody; what crosses to C is unsafe by nature, and only here.
#![allow(unsafe_code)]
// C spells its types like this.
#![allow(non_camel_case_types)]
// The reader of the header knows no safe functions: the comments say what each pointer may be.
#![allow(clippy::missing_safety_doc)]

mod advice;
mod class;
mod codes;
mod definition;
mod errors;
mod packed;
mod release;
mod table;
mod text;

pub use advice::{kuzzle_audience, kuzzle_retry};
pub use class::kuzzle_class;
pub use codes::*;
pub use definition::{kuzzle_definition, kuzzle_definition_cause, kuzzle_definition_fix, kuzzle_definition_releases};
pub use errors::{kuzzle_errors_all, kuzzle_errors_by_code, kuzzle_errors_by_id, kuzzle_errors_version};
pub use release::{kuzzle_release, kuzzle_release_range};
