//! An allocator that counts.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU64, Ordering};

static COUNT: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

/// The system's allocator, counted.
pub struct Counting;

// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(layout.size() as u64, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(size.saturating_sub(layout.size()) as u64, Ordering::Relaxed);
        unsafe { System.realloc(place, layout, size) }
    }
}

/// How many allocations something makes.
pub fn allocations(done: impl FnOnce()) -> u64 {
    let before = COUNT.load(Ordering::Relaxed);
    done();
    COUNT.load(Ordering::Relaxed) - before
}

/// What something asks the system for, whether or not it gives it back.
pub struct Memory {
    pub allocations: u64,
    pub bytes: u64,
}

/// The memory that something asks for.
pub fn memory<T>(done: impl FnOnce() -> T) -> Memory {
    let before = BYTES.load(Ordering::Relaxed);
    let allocations = allocations(|| drop(done()));
    Memory {
        allocations,
        bytes: BYTES.load(Ordering::Relaxed) - before,
    }
}
