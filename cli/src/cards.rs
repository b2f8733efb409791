//! What `explain` shows to people.

mod definition;
mod legacy;

pub(crate) use definition::definition;
pub(crate) use legacy::legacy;
