//! Counts how often reading, building and writing an error allocates, and the bytes: a line for each, with group, name,
//! figure and unit, as `cargo xtask bench` reads them.

use std::hint::black_box;

use allocation_counter::measure;
use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
use kuzzle_errors_benchmarks::RESPONSE;

/// Something that may allocate, and its name.
type Work<'w> = (&'static str, Box<dyn Fn() + 'w>);

fn main() {
    let error = UNKNOWN_INDEX.error(["nyc"]);
    let works: [Work<'_>; 4] = [
        ("look an id up", Box::new(|| _ = black_box(kuzzle_errors::by_id("services.storage.unknown_index")))),
        ("parse a response", Box::new(|| drop(kuzzle_errors::parse(RESPONSE, None)))),
        ("build an error", Box::new(|| drop(UNKNOWN_INDEX.error(["nyc"])))),
        ("write an error", Box::new(|| drop(error.to_json()))),
    ];
    for (name, work) in &works {
        println!("allocations\t{name}\t{}\tallocations", measure(work).count_total);
    }
    for (name, work) in &works {
        println!("memory allocated\t{name}\t{}\tbytes", measure(work).bytes_total);
    }
}
