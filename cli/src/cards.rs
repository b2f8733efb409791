//! What `explain` shows to people.

mod conflict;
mod definition;
mod legacy;
mod received;

pub(crate) use definition::definition;
pub(crate) use legacy::legacy;
pub(crate) use received::{failure, received};
