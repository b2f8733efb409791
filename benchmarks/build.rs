//! Writes the map of `phf`, one of the peers: a literal for every id.

use std::path::Path;
use std::{env, fs};

fn main() {
    let mut map = phf_codegen::Map::new();
    for (position, definition) in kuzzle_errors::iter().enumerate() {
        map.entry(definition.id(), format!("{position}_u16"));
    }
    let folder = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("phf_ids.rs"), map.build().to_string()).expect("OUT_DIR can be written");
    println!("cargo::rerun-if-changed=build.rs");
}
