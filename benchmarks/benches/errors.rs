//! Reading, building and writing errors, and loading registries, beside what users would write themselves.

use std::env;
use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use kuzzle_errors::definitions::services::storage::UNKNOWN_INDEX;
use kuzzle_errors::{Definition, Registry};
use kuzzle_errors_benchmarks::{RESPONSE, ROUND, shuffled};
use serde::{Deserialize, Serialize};

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = parse, build, load, loaded_look_ups
}
criterion_main!(benches);

/// What somebody who needs only these members would declare.
#[derive(Deserialize, Serialize)]
struct PlainResponse {
    #[serde(rename = "requestId")]
    request_id: String,
    status: u16,
    error: PlainError,
    controller: String,
    action: String,
    collection: String,
    index: String,
    room: String,
    node: String,
}

#[derive(Deserialize, Serialize)]
struct PlainError {
    message: String,
    status: u16,
    id: String,
    code: i32,
    props: Vec<String>,
    stack: Option<String>,
}

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse a response");
    measure(&mut group, "kuzzle-errors", || kuzzle_errors::parse(black_box(RESPONSE), None));
    measure(&mut group, "serde_json into a struct", || serde_json::from_slice::<PlainResponse>(black_box(RESPONSE)));
    measure(&mut group, "serde_json into a Value", || serde_json::from_slice::<serde_json::Value>(black_box(RESPONSE)));
}

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build and write an error");
    measure(&mut group, "kuzzle-errors", || UNKNOWN_INDEX.error([black_box("nyc")]).to_json());
    measure(&mut group, "serde_json from a struct", || {
        let index = black_box("nyc");
        serde_json::to_string(&PlainError {
            message: format!("There is no index named \"{index}\""),
            status: 412,
            id: UNKNOWN_INDEX.id().to_owned(),
            code: UNKNOWN_INDEX.code().to_i32(),
            props: vec![index.to_owned()],
            stack: None,
        })
    });
}

/// Kuzzle's own code files where the environment names their folder, otherwise this project's, which hold more.
fn load(criterion: &mut Criterion) {
    let ours = concat!(env!("CARGO_MANIFEST_DIR"), "/../core/registry");
    let folder = env::var_os("KUZZLE_CODE_FILES").unwrap_or_else(|| ours.into());
    let mut group = criterion.benchmark_group("load a registry");
    measure(&mut group, "kuzzle-errors", || Registry::load(black_box(&folder)).expect("the folder holds a registry"));
}

/// The same look-ups in the built-in registry and in one that was loaded.
fn loaded_look_ups(criterion: &mut Criterion) {
    let loaded = Registry::load(concat!(env!("CARGO_MANIFEST_DIR"), "/../core/registry")).expect("it is checked in");
    let ids = shuffled(&loaded.iter().map(|definition| definition.id().to_owned()).collect::<Vec<_>>());
    let codes = shuffled(&loaded.iter().map(Definition::code).collect::<Vec<_>>());
    for (name, registry) in [("built-in", Registry::kuzzle()), ("loaded", &loaded)] {
        let mut group = criterion.benchmark_group(format!("{name} registry"));
        group.throughput(criterion::Throughput::Elements(ROUND as u64));
        measure(&mut group, "by_id", || ids.iter().filter(|id| registry.by_id(black_box(id)).is_some()).count());
        measure(&mut group, "by_code", || {
            codes.iter().filter(|code| registry.by_code(black_box(**code)).is_some()).count()
        });
    }
}

fn measure<A>(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut work: impl FnMut() -> A) {
    group.bench_function(name, |bencher| bencher.iter(&mut work));
}
