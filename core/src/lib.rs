// The examples need what is there by default.
#![cfg_attr(all(feature = "std", feature = "json"), doc = include_str!("../README.md"))]
//!
//! ## Where things are
//!
//! | to | there is |
//! | --- | --- |
//! | look an error up | [`by_code`], [`by_id`], [`iter`], [`search`](search()), [`suggest`]; the constants in [`definitions`] |
//! | know what a [`Definition`] says | [`Code`], [`Class`], [`Retry`], [`Audience`], [`ReleaseRange`] |
//! | ask another release of Kuzzle | [`Registry::at`], [`Release`], [`releases`]; before 1.10.5 [`legacy`](legacy()) |
//! | know which error was sent | [`Registry::resolve`], [`Resolution`], [`Conflict`] |
//! | read what a server sent | [`parse`], [`failures`], [`ParseOptions`]; [`KuzzleError`] is what they give |
//! | build an error | [`Definition::error`], [`error`](error()), [`Prop`]; [`render`](render()) for the text alone |
//! | write an error | [`KuzzleError::to_json`], [`KuzzleError::to_problem_json`], [`KuzzleError::attributes`] |
//! | load errors of others | [`Registry::load`], [`Registry::with`], [`LoadOptions`], [`Complaint`] |
//! | see what differs | [`Registry::compare`], [`compare`] |
//! | look into logs | `scan`, with the feature of that name |
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
