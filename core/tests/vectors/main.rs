//! The conformance vectors of the repository, answered by this crate.

mod case;
mod codes;
mod definitions;
mod exhaustive;
mod legacy;
#[cfg(feature = "json")]
mod load;
mod lookups;
mod releases;
mod resolve;
#[cfg(feature = "alloc")]
mod search;
