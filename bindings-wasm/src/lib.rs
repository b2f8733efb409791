//! The engine of the JavaScript packages, and the WASM modules around it: ten functions, text in, text out.
//!
//! What is public to users, and its documentation, stands in the JavaScript layer in front of it;
//! `layer/engine.d.ts` says of each function what goes in and what comes out. Nothing here decides anything: the core
//! does, and its answers are written as JSON.

#![no_std]

extern crate alloc;
#[cfg(any(feature = "complete", not(target_arch = "wasm32")))]
extern crate std;

#[cfg(target_arch = "wasm32")]
mod abi;
#[cfg(all(target_arch = "wasm32", not(feature = "complete")))]
mod alone;
#[cfg(feature = "complete")]
mod compare;
mod frames;
#[cfg(feature = "complete")]
mod load;
mod read;
mod registries;
mod render;
#[cfg(feature = "complete")]
mod scan;
#[cfg(feature = "complete")]
mod search;
mod table;
mod text;
mod write;

#[cfg(feature = "complete")]
pub use compare::compare;
#[cfg(feature = "complete")]
pub use load::load;
pub use read::{parse, read, resolve};
#[cfg(feature = "complete")]
pub use render::render;
#[cfg(not(feature = "complete"))]
pub use render::render_spelled;
#[cfg(feature = "complete")]
pub use scan::scan;
#[cfg(feature = "complete")]
pub use search::search;
pub use table::table;
pub use write::write;
