// The examples need what is there by default, the links everything.
#![cfg_attr(all(feature = "std", feature = "json"), doc = include_str!("../README.md"))]
#![cfg_attr(
    not(all(feature = "std", feature = "json")),
    doc = "Every API error of the Kuzzle backend in one registry."
)]
#![cfg_attr(all(feature = "std", feature = "json", feature = "scan"), doc = include_str!("where.md"))]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(any(feature = "alloc", feature = "read"))]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

mod advice;
mod class;
mod code;
#[cfg(feature = "json")]
pub mod compare;
mod definition;
pub mod definitions;
#[cfg(any(feature = "alloc", feature = "read"))]
mod error;
#[doc(hidden)]
pub mod for_c;
#[cfg(any(feature = "alloc", feature = "read"))]
#[doc(hidden)]
pub mod for_javascript;
#[cfg(feature = "read")]
mod json;
mod legacy;
#[cfg(feature = "json")]
mod load;
#[cfg(feature = "json")]
mod loaded;
mod registry;
mod release;
#[cfg(any(feature = "alloc", feature = "read"))]
mod render;
mod resolve;
#[cfg(feature = "scan")]
pub mod scan;
#[cfg(feature = "alloc")]
mod search;
#[cfg(feature = "json")]
mod shapes;
mod tables;

pub use advice::{Audience, Retry};
pub use class::Class;
pub use code::{Code, InvalidCode};
pub use definition::{Definition, Params};
#[cfg(feature = "json")]
pub use error::Explanation;
#[cfg(feature = "alloc")]
pub use error::error;
#[cfg(feature = "read")]
pub use error::{Context, Failure, ParseOptions, failures, parse};
#[cfg(any(feature = "alloc", feature = "read"))]
pub use error::{KuzzleError, NO_PROPS, Prop};
#[cfg(feature = "read")]
pub use json::Malformed;
pub use legacy::{Legacy, legacy, legacy_at, legacy_by_id};
#[cfg(feature = "json")]
pub use load::{Complaint, InvalidRegistry, LoadOptions, RegistryKind, Rule, Severity};
pub use registry::{Registry, by_code, by_id, iter};
pub use release::{InvalidRelease, Release, ReleaseRange, releases};
#[cfg(any(feature = "alloc", feature = "read"))]
pub use render::render;
pub use resolve::{CodeConflict, Conflict, Resolution, ResolvedBy, StatusConflict};
#[cfg(feature = "alloc")]
pub use search::{search, suggest};

/// The examples of the project's README are tested with those of the crate.
#[cfg(all(doctest, feature = "std", feature = "json"))]
#[doc = include_str!("../../README.md")]
struct WorkspaceReadme;

/// And so are those of the guide.
#[cfg(all(doctest, feature = "std", feature = "json"))]
#[doc = include_str!("../../docs/guide/index.md")]
#[doc = include_str!("../../docs/guide/why.md")]
struct Guide;
