//! Scanning, against a slow and simple reference.

mod generated;
mod limits;
#[path = "../error/random.rs"]
mod random;
mod reference;
mod reference_time;
mod summary;
