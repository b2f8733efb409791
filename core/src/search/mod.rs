//! Finding a definition by words, and the one that a misspelt id means.

mod closeness;
mod distance;
mod suggest;
mod words;

pub use suggest::suggest;
pub use words::search;
