//! Has the addon linked as Node.js loads it.

fn main() {
    napi_build::setup();
}
