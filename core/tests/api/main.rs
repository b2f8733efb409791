//! Every public item, with expectations typed by hand.

mod advice;
mod class;
mod code;
#[cfg(feature = "json")]
mod compare;
mod definition;
mod definitions;
mod legacy;
mod registry;
mod release;
mod resolve;
#[cfg(feature = "alloc")]
mod search;
#[cfg(feature = "json")]
mod shapes;
