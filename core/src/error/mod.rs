//! The errors that are built here and those that a server sent.

mod prop;

pub use prop::{NO_PROPS, Prop};
