//! One thread per core, each of which takes the next part, scans it and comes back for another.

use std::num::NonZeroUsize;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use kuzzle_errors::scan::Scanner;

use super::carver::Part;
use super::findings::{Findings, Found};
use super::source::Source;

/// More threads would wait for each other to read, and hold buffers meanwhile.
const MAX_THREADS: usize = 16;

/// How often the progress is shown.
const TICK: Duration = Duration::from_millis(100);

/// Scans all that a source has, and calls `on_tick` now and then.
pub(super) fn scan<'r>(scanner: &Scanner<'r>, source: Source<'_>, mut on_tick: impl FnMut()) -> Findings<'r> {
    let source = Mutex::new(source);
    let findings = Mutex::new(Findings::default());
    let (alive, ended) = channel();
    thread::scope(|scope| {
        for _ in 0..threads() {
            let (alive, source, findings) = (alive.clone(), &source, &findings);
            scope.spawn(move || work(scanner, source, findings, alive));
        }
        drop(alive);
        while ended.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
            on_tick();
        }
    });
    let mut findings = findings.into_inner().unwrap_or_else(PoisonError::into_inner);
    findings.skipped.append(source.into_inner().unwrap_or_else(PoisonError::into_inner).skipped);
    findings
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get).min(MAX_THREADS)
}

/// The work of one thread; the sender tells by its end that the thread has ended.
fn work<'r>(scanner: &Scanner<'r>, source: &Mutex<Source<'_>>, findings: &Mutex<Findings<'r>>, _alive: Sender<()>) {
    let mut part = Part::default();
    loop {
        let place = lock(source).next(&mut part);
        let Some(place) = place else { return };
        let found = Found::of(scanner, place.file, part.text());
        lock(findings).add(place, found);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
