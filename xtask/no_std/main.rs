//! A program without std that looks one error up; `cargo xtask test no-std` builds and runs it.
//!
//! Its status is 0 if the answer is right. With `--cfg heap` it has a heap.

#![no_std]
#![no_main]

use core::panic::PanicInfo;

// The C library only starts the program and ends it.
#[link(name = "c")]
unsafe extern "C" {
    fn abort() -> !;
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    // SAFETY: `abort` may be called at any time.
    unsafe { abort() }
}

/// The compiled `core` names the routine that unwinds; nothing here unwinds.
// SAFETY: the only symbol of this name, and never called.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

/// A heap that is always full: whatever allocates ends the program.
#[cfg(heap)]
mod heap {
    use core::alloc::{GlobalAlloc, Layout};

    struct Full;

    // SAFETY: no memory is ever handed out.
    unsafe impl GlobalAlloc for Full {
        unsafe fn alloc(&self, _: Layout) -> *mut u8 {
            core::ptr::null_mut()
        }

        unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
    }

    #[global_allocator]
    static HEAP: Full = Full;
}

// SAFETY: the only symbol of this name, with a signature that the C library calls.
#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let Some(definition) = kuzzle_errors::by_code(0x0101_0001_u32) else { return 1 };
    let same = kuzzle_errors::by_id("services.storage.unknown_index") == Some(definition);
    i32::from(!(same && definition.status() == 412))
}
