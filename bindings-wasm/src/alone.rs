//! What a module needs where it has no standard library: a heap, and an end where the impossible happens.

#![expect(unsafe_code, reason = "a heap hands out memory")]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size, unreachable};
use core::panic::PanicInfo;
use core::ptr::{self, null_mut};
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

const PAGE: usize = 64 << 10;

#[global_allocator]
static HEAP: Heap = Heap { start: AtomicUsize::new(0), next: AtomicUsize::new(0), pieces: AtomicUsize::new(0) };

/// A heap of pieces one behind the other. Room is used again from the last piece backwards, and all of it once no
/// piece is left, which is so after every answer.
struct Heap {
    /// Where the first piece begins; 0 before there is any.
    start: AtomicUsize,
    /// Where the next piece begins.
    next: AtomicUsize,
    pieces: AtomicUsize,
}

impl Heap {
    /// Has the pieces end here; false where the memory can't grow so far.
    fn extend_to(&self, end: usize) -> bool {
        let missing = end.saturating_sub(memory_size(0) * PAGE);
        let fits = missing == 0 || memory_grow(0, missing.div_ceil(PAGE)) != usize::MAX;
        if fits {
            self.next.store(end, Relaxed);
        }
        fits
    }
}

// SAFETY: every piece lies in memory that the module has, behind all others, until it is given back. There is one
// thread.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if self.start.load(Relaxed) == 0 {
            let end_of_memory = memory_size(0) * PAGE;
            self.start.store(end_of_memory, Relaxed);
            self.next.store(end_of_memory, Relaxed);
        }
        let position = self.next.load(Relaxed).next_multiple_of(layout.align());
        match position.checked_add(layout.size()) {
            Some(end) if self.extend_to(end) => {
                self.pieces.store(self.pieces.load(Relaxed) + 1, Relaxed);
                position as *mut u8
            }
            _ => null_mut(),
        }
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        let pieces = self.pieces.load(Relaxed) - 1;
        self.pieces.store(pieces, Relaxed);
        if pieces == 0 {
            self.next.store(self.start.load(Relaxed), Relaxed);
        } else if piece as usize + layout.size() == self.next.load(Relaxed) {
            self.next.store(piece as usize, Relaxed);
        }
    }

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let position = piece as usize;
        if position + layout.size() == self.next.load(Relaxed) {
            let end = position.checked_add(size);
            return if end.is_some_and(|end| self.extend_to(end)) { piece } else { null_mut() };
        }
        // SAFETY: the caller has a valid layout; the new piece overlaps no other.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(piece, moved, size.min(layout.size()));
                self.dealloc(piece, layout);
            }
            moved
        }
    }
}

/// Nothing here panics as far as anybody knows; if it does, the call ends as a `RuntimeError` in JavaScript.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unreachable()
}
