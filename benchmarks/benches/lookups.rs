//! Look-ups by code and by id, beside the peers, in random order over all definitions.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use kuzzle_errors::Definition;
use kuzzle_errors_benchmarks::{ROUND, shuffled};
use rustc_hash::FxBuildHasher;
use tokio_postgres::error::SqlState;

#[expect(clippy::unreadable_literal, reason = "generated")]
static PHF: phf::Map<&'static str, u16> = include!(concat!(env!("OUT_DIR"), "/phf_ids.rs"));

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = by_code, by_id_hits, by_id_misses
}
criterion_main!(benches);

fn by_code(criterion: &mut Criterion) {
    let rows: Vec<(u32, u16)> = kuzzle_errors::iter().map(|row| row.code().get()).zip(0..).collect();
    let codes = shuffled(&rows.iter().map(|(code, _)| *code).collect::<Vec<_>>());
    let statuses = shuffled(&(100..600).collect::<Vec<u16>>());
    let fx: hashbrown::HashMap<u32, u16, FxBuildHasher> = rows.iter().copied().collect();
    let std: HashMap<u32, u16> = rows.iter().copied().collect();

    let mut group = group(criterion, "by_code");
    measure(&mut group, "loop alone", &codes, |code| code);
    measure(&mut group, "kuzzle-errors", &codes, kuzzle_errors::by_code);
    measure(&mut group, "hashbrown+fxhash", &codes, |code| fx.get(&code));
    measure(&mut group, "HashMap", &codes, |code| std.get(&code));
    measure(&mut group, "binary search", &codes, |code| rows.binary_search_by_key(&code, |row| row.0));
    measure(&mut group, "http StatusCode::from_u16", &statuses, http::StatusCode::from_u16);
}

fn by_id_hits(criterion: &mut Criterion) {
    let ids: Vec<String> = kuzzle_errors::iter().map(|row| row.id().to_owned()).collect();
    by_id(group(criterion, "by_id hits"), &ids);
}

/// Texts as long as the ids with one letter changed.
fn by_id_misses(criterion: &mut Criterion) {
    let changed = |(position, id): (usize, &str)| {
        let mut bytes = id.as_bytes().to_vec();
        let place = position % bytes.len();
        bytes[place] = b'#';
        String::from_utf8(bytes).expect("ids are ASCII")
    };
    let ids: Vec<String> = kuzzle_errors::iter().map(Definition::id).enumerate().map(changed).collect();
    by_id(group(criterion, "by_id misses"), &ids);
}

fn by_id(mut group: BenchmarkGroup<'_, WallTime>, ids: &[String]) {
    let owned = shuffled(ids);
    let asked: Vec<&str> = owned.iter().map(String::as_str).collect();
    let mut sorted: Vec<(&str, u16)> = kuzzle_errors::iter().map(Definition::id).zip(0..).collect();
    let fx: hashbrown::HashMap<&str, u16, FxBuildHasher> = sorted.iter().copied().collect();
    let std: HashMap<&str, u16> = sorted.iter().copied().collect();
    sorted.sort_unstable();
    let sql_states = shuffled(&["23505", "42P01", "40001", "57014", "08006", "22P02", "XX000", "0A000"]);

    measure(&mut group, "loop alone", &asked, |id| id);
    measure(&mut group, "kuzzle-errors", &asked, kuzzle_errors::by_id);
    measure(&mut group, "hashbrown+fxhash", &asked, |id| fx.get(id));
    measure(&mut group, "phf", &asked, |id| PHF.get(id));
    measure(&mut group, "HashMap", &asked, |id| std.get(id));
    measure(&mut group, "binary search", &asked, |id| sorted.binary_search_by_key(&id, |row| row.0));
    measure(&mut group, "tokio-postgres SqlState::from_code", &sql_states, SqlState::from_code);
}

fn group<'c>(criterion: &'c mut Criterion, name: &str) -> BenchmarkGroup<'c, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(ROUND as u64));
    group
}

fn measure<K: Copy, A>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    keys: &[K],
    mut look_up: impl FnMut(K) -> A,
) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for key in keys {
                black_box(look_up(black_box(*key)));
            }
        });
    });
}
