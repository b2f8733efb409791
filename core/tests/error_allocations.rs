//! The work that a body makes grows with its size and no faster, seen from what is allocated.
#![cfg(feature = "json")]
#![expect(unsafe_code, reason = "an allocator that counts")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use kuzzle_errors::{failures, parse};

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
    static BYTES: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

// SAFETY: everything is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        BYTES.set(BYTES.get() + layout.size());
        // SAFETY: as this function.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as this function.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// The number of allocations and the bytes allocated.
fn counted<T>(work: impl FnOnce() -> T) -> (usize, usize) {
    let before = (COUNT.get(), BYTES.get());
    let result = work();
    let after = (COUNT.get(), BYTES.get());
    drop(result);
    (after.0 - before.0, after.1 - before.1)
}

const ERROR: &str = r#"{"requestId":"r-1","status":412,"error":{"message":"There is no index named \"nyc\"","status":412,"id":"services.storage.unknown_index","code":16842753,"props":["nyc"]}}"#;

#[test]
fn a_typical_error_takes_few_allocations() {
    let (count, bytes) = counted(|| parse(ERROR, None));
    // The brackets that are open, the message, the body, the error itself.
    assert!(count <= 5, "{count} allocations");
    assert!(bytes <= 8 * ERROR.len() + 256, "{bytes} bytes");
    // Of an answer without error only the brackets that are open.
    assert_eq!(counted(|| parse(r#"{"status":200,"error":null,"result":{}}"#, Some(200))).0, 1);
}

#[test]
fn what_nobody_asks_about_takes_one_copy() {
    let body = |size: usize| {
        let filler = format!("[{}\"{}\"]", "[],".repeat(size / 6), "x".repeat(size / 2));
        ERROR.replace("\"props\"", &format!("\"more\":{filler},\"props\""))
    };
    let (small, large) = (body(1_000), body(1_000_000));
    let (small_count, _) = counted(|| parse(&small, None));
    let (large_count, large_bytes) = counted(|| parse(&large, None));
    assert_eq!(small_count, large_count);
    assert!(large_bytes < large.len() + 2_000, "{large_bytes} bytes for {}", large.len());
}

#[test]
fn lists_take_as_much_for_each_item_however_long_they_are() {
    let body = |items: usize| {
        let items = vec![r#"{"document":{"_id":"doc-1","body":{}},"reason":"exists","status":400}"#; items].join(",");
        format!(r#"{{"status":400,"error":{{"message":"a","status":400,"errors":[{items}]}}}}"#)
    };
    let of = |items: usize| {
        let body = body(items);
        let error = parse(&body, None).unwrap().unwrap();
        [
            counted(|| failures(&body).unwrap()).1,
            counted(|| error.failures()).1,
            counted(|| error.errors()).1,
            counted(|| error.to_json()).1,
            counted(|| error.explanation().to_json()).1,
        ]
    };
    let (few, many) = (of(1_000), of(16_000));
    for (few, many) in few.into_iter().zip(many) {
        assert!(many < 20 * few, "{few} bytes for 1,000 items, {many} for 16,000");
    }
}

#[test]
fn building_takes_an_allocation_for_each_text() {
    let (count, _) = counted(|| kuzzle_errors::error("services.storage.unknown_index", ["nyc"]));
    // The list of props and its text, the message filled and kept, the error itself.
    assert!(count <= 5, "{count} allocations");
}
