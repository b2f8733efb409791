//! Errors: built, read, written, with expectations typed by hand.

#[cfg(feature = "alloc")]
mod build;
#[cfg(all(feature = "alloc", feature = "read"))]
mod for_javascript;
#[cfg(feature = "json")]
mod generated;
#[cfg(feature = "alloc")]
mod numbers;
#[cfg(feature = "alloc")]
mod random;
#[cfg(feature = "json")]
mod read;
#[cfg(feature = "json")]
mod write;
