//! A program that does nothing: what every program weighs.

use std::hint::black_box;

fn main() {
    black_box(std::env::args().count());
}
