//! Pieces of JSON, as the engine of the JavaScript packages writes its answers, and ways that ask for less.
//!
//! Not for others: serde, and the rest of the crate, do the same.

#[cfg(feature = "read")]
pub use crate::error::{Facts, Object, failures_in, json_without, parse_text, push_array};
pub use crate::render::decimal::decimal;
pub use crate::render::json_text::push_string;
#[cfg(feature = "read")]
pub use crate::render::render_spelled;
