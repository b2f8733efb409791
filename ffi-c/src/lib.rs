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

// In the order in which the header declares what they hold.
mod codes;

mod class;

mod advice;

mod release;

mod definition;

mod errors;

mod legacy;

mod fault;

mod prop;

mod error;

mod error_members;

mod write;

mod conflict;

mod failures;

mod registry;

mod resolution;

mod complaints;

// What the header doesn't know of.
mod loaded;
mod packed;
mod table;
mod text;

pub use advice::*;
pub use class::kuzzle_class;
pub use codes::*;
pub use complaints::*;
pub use conflict::*;
pub use definition::*;
pub use error::*;
pub use error_members::*;
pub use errors::*;
pub use failures::*;
pub use fault::{KUZZLE_FAULT_TEXT_SIZE, kuzzle_fault, kuzzle_fault_kind};
pub use legacy::*;
pub use prop::{kuzzle_prop, kuzzle_prop_kind};
pub use registry::*;
pub use release::*;
pub use resolution::*;
pub use write::*;
