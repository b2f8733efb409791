//! Gives the shared library its soname.

/// Rises with every change after which programs must be compiled anew.
const ABI_MAJOR: u32 = 0;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libkuzzle_errors.so.{ABI_MAJOR}");
}
