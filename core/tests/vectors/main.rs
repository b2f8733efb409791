//! The conformance vectors of the repository, answered by this crate.

mod case;
mod codes;
#[cfg(feature = "json")]
mod compare;
mod definitions;
#[cfg(feature = "json")]
mod errors;
mod exhaustive;
mod legacy;
#[cfg(feature = "json")]
mod load;
mod lookups;
#[cfg(feature = "json")]
mod parse;
mod releases;
mod resolve;
#[cfg(feature = "scan")]
mod scan;
#[cfg(feature = "alloc")]
mod search;
