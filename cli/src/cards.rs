//! What `explain` shows to people.

mod batch;
mod body;
mod conflict;
mod definition;
mod failures;
mod legacy;
mod received;

pub(crate) use batch::batch;
pub(crate) use definition::{definition, deprecation};
pub(crate) use legacy::legacy;
pub(crate) use received::received;
