//! Counts what reading, building and writing an error allocates: one line each, the number and the bytes.

use std::hint::black_box;

use allocation_counter::measure;
use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
use kuzzle_errors_benchmarks::RESPONSE;

fn main() {
    let error = UNKNOWN_INDEX.error(["nyc"]);
    report("look an id up", || {
        black_box(kuzzle_errors::by_id("services.storage.unknown_index"));
    });
    report("parse a response", || drop(kuzzle_errors::parse(RESPONSE, None)));
    report("build an error", || drop(UNKNOWN_INDEX.error(["nyc"])));
    report("write an error", || drop(error.to_json()));
}

fn report(work: &str, run: impl FnOnce()) {
    let counted = measure(run);
    println!("{:>12}  {:>6} bytes  {work}", counted.count_total, counted.bytes_total);
}
