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

mod class;
mod definition;
mod errors;

pub use class::kuzzle_class;
pub use definition::kuzzle_definition;
pub use errors::{kuzzle_errors_by_code, kuzzle_errors_by_id};
