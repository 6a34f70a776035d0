//! No memory is no crash: when the system has none left, a call in progress ends on a reserve of the library, gives
//! `TP_ERROR_MEMORY`, and no new one begins until the reserve is whole again.
//!
//! Rust ends the process when an allocation fails, and cannot do otherwise where it happens. So nothing fails there:
//! the allocator serves the rest of the call from the reserve and notes that it did, [`drawn`] tells those who give
//! something to C, and they give nothing.
#![expect(unsafe_code, reason = "an allocator is made of nothing else")]

use crate::error::Failure;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, AtomicUsize, Ordering};

/// The unit of the reserve, in bytes: its alignment too, which nothing here asks more than.
const GRANULE: usize = 32;
/// Words of the map of granules in use, one bit each: of the reserve that is always there, 1 MiB.
const WORDS: usize = 512;
/// The same of the one that is set aside while tables of the caller are read, 16 MiB: twice what they take.
const LARGE_WORDS: usize = 8192;
/// Threads that can draw on the reserve at once.
const THREADS: usize = 64;

const fn bytes_of(words: usize) -> usize {
    words * 64 * GRANULE
}

#[repr(C, align(32))]
struct Block<const WORDS: usize, const BYTES: usize> {
    /// One bit a granule, set while it is in use.
    map: [AtomicU64; WORDS],
    room: UnsafeCell<[u8; BYTES]>,
}

type LargeBlock = Block<LARGE_WORDS, { bytes_of(LARGE_WORDS) }>;

/// Memory set aside, and which of it is in use.
struct Reserve {
    always: Block<WORDS, { bytes_of(WORDS) }>,
    /// A second block while tables are read.
    large: AtomicPtr<LargeBlock>,
    /// Granules in use, of both.
    used: AtomicUsize,
    /// Held while a map is looked at.
    held: AtomicBool,
    /// The threads whose call has drawn on it; 0 where there is none.
    threads: [AtomicUsize; THREADS],
    /// How many there are.
    drawing: AtomicUsize,
}

// SAFETY: the rooms are only handed out in parts that do not overlap, under the lock of the maps.
unsafe impl Sync for Reserve {}

static RESERVE: Reserve = Reserve {
    always: Block {
        map: [const { AtomicU64::new(0) }; WORDS],
        room: UnsafeCell::new([0; bytes_of(WORDS)]),
    },
    large: AtomicPtr::new(null_mut()),
    used: AtomicUsize::new(0),
    held: AtomicBool::new(false),
    threads: [const { AtomicUsize::new(0) }; THREADS],
    drawing: AtomicUsize::new(0),
};

#[global_allocator]
static ALLOCATOR: Reserving = Reserving;

/// The allocator of the system, and the reserve behind it.
struct Reserving;

// SAFETY: what the system gives is given, and what the reserve gives is aligned, large enough and nobody else's.
unsafe impl GlobalAlloc for Reserving {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        let given = unsafe { System.alloc(layout) };
        if given.is_null() {
            RESERVE.take(layout)
        } else {
            given
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        let given = unsafe { System.alloc_zeroed(layout) };
        if !given.is_null() {
            return given;
        }
        let taken = RESERVE.take(layout);
        if !taken.is_null() {
            // SAFETY: it has this size.
            unsafe { taken.write_bytes(0, layout.size()) };
        }
        taken
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        match RESERVE.part(place) {
            Some(part) => RESERVE.put_back(part, place, layout),
            // SAFETY: the caller's promise, and the system gave it.
            None => unsafe { System.dealloc(place, layout) },
        }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let own = RESERVE.part(place).is_some();
        if !own {
            // SAFETY: the caller's promise, and the system gave it.
            let given = unsafe { System.realloc(place, layout, size) };
            if !given.is_null() {
                return given;
            }
        }
        // SAFETY: the caller's promise: the size is not 0 and fits once aligned.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        // SAFETY: as above.
        let moved = if own {
            unsafe { self.alloc(wanted) }
        } else {
            RESERVE.take(wanted)
        };
        if !moved.is_null() {
            // SAFETY: both are that large, and one is new; the old one is the caller's to give up.
            unsafe {
                moved.copy_from_nonoverlapping(place, layout.size().min(size));
                self.dealloc(place, layout);
            }
        }
        moved
    }
}

struct Locked<'a>(&'a Reserve);

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        self.0.held.store(false, Ordering::Release);
    }
}

/// One block as the maps are searched: where its room begins, and the map of it.
#[derive(Clone, Copy)]
struct Part<'a> {
    start: *mut u8,
    map: &'a [AtomicU64],
}

impl<const WORDS: usize, const BYTES: usize> Block<WORDS, BYTES> {
    const fn part(&self) -> Part<'_> {
        Part {
            start: self.room.get().cast(),
            map: &self.map,
        }
    }
}

impl Part<'_> {
    fn holds(self, place: *const u8) -> bool {
        place.addr().wrapping_sub(self.start.addr()) < bytes_of(self.map.len())
    }

    /// Takes so many granules in a row, if there are.
    fn take(self, count: usize) -> Option<*mut u8> {
        let first = self.free_run(count)?;
        self.mark(first, count, true);
        // SAFETY: the run lies inside the room.
        Some(unsafe { self.start.add(first * GRANULE) })
    }

    fn free_run(self, count: usize) -> Option<usize> {
        let mut free = 0;
        for (place, word) in self.map.iter().enumerate() {
            let word = word.load(Ordering::Relaxed);
            if word == u64::MAX {
                free = 0;
                continue;
            }
            for bit in 0..64 {
                free = if word >> bit & 1 == 0 { free + 1 } else { 0 };
                if free >= count {
                    return Some(place * 64 + bit + 1 - count);
                }
            }
        }
        None
    }

    fn mark(self, first: usize, count: usize, used: bool) {
        for granule in first..first + count {
            if let Some(word) = self.map.get(granule / 64) {
                let bit = 1 << (granule % 64);
                if used {
                    word.fetch_or(bit, Ordering::Relaxed);
                } else {
                    word.fetch_and(!bit, Ordering::Relaxed);
                }
            }
        }
    }
}

impl Reserve {
    /// The block that a place is of. Mostly nothing of either is in use; who has a place of one sees that it is.
    #[inline]
    fn part(&self, place: *const u8) -> Option<Part<'_>> {
        if self.used.load(Ordering::Relaxed) == 0 {
            return None;
        }
        self.block_of(place)
    }

    /// The same, looked up. A block that holds the place cannot be given back meanwhile.
    #[cold]
    fn block_of(&self, place: *const u8) -> Option<Part<'_>> {
        let always = self.always.part();
        if always.holds(place) {
            return Some(always);
        }
        let large = self.large.load(Ordering::Acquire);
        let inside = place.addr().wrapping_sub(large.addr()) < size_of::<LargeBlock>();
        if large.is_null() || !inside {
            return None;
        }
        // SAFETY: it is a block, and stays one while something of it is in use.
        unsafe { large.as_ref() }.map(Block::part)
    }

    /// Memory of the reserve, noted as drawn by the thread of the call; NULL when there is not enough left.
    fn take(&self, layout: Layout) -> *mut u8 {
        let count = layout.size().div_ceil(GRANULE);
        if layout.align() > GRANULE || !self.note() {
            return null_mut();
        }
        let _locked = self.lock();
        // SAFETY: what is published under the lock is a block.
        let large = || {
            unsafe { self.large.load(Ordering::Acquire).as_ref() }?
                .part()
                .take(count)
        };
        let Some(taken) = self.always.part().take(count).or_else(large) else {
            return null_mut();
        };
        self.used.fetch_add(count, Ordering::Relaxed);
        taken
    }

    fn put_back(&self, part: Part<'_>, place: *const u8, layout: Layout) {
        let first = place.addr().wrapping_sub(part.start.addr()) / GRANULE;
        let count = layout.size().div_ceil(GRANULE);
        let _locked = self.lock();
        part.mark(first, count, false);
        self.used.fetch_sub(count, Ordering::Release);
    }

    fn lock(&self) -> Locked<'_> {
        while self.held.swap(true, Ordering::Acquire) {
            spin_loop();
        }
        Locked(self)
    }

    /// Notes that the call of this thread draws; not so when too many others do.
    fn note(&self) -> bool {
        let me = thread();
        if self.notes(me) {
            return true;
        }
        let free = |one: &&AtomicUsize| {
            one.compare_exchange(0, me, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
        };
        let noted = self.threads.iter().find(free).is_some();
        if noted {
            self.drawing.fetch_add(1, Ordering::Relaxed);
        }
        noted
    }

    fn notes(&self, me: usize) -> bool {
        self.drawing.load(Ordering::Relaxed) != 0
            && self.threads.iter().any(|one| one.load(Ordering::Relaxed) == me)
    }
}

/// A call begins or ends: what the thread drew before has nothing to do with it.
#[inline]
pub(crate) fn forget() {
    if RESERVE.drawing.load(Ordering::Relaxed) != 0 {
        forget_drawn();
    }
}

#[cold]
#[inline(never)]
fn forget_drawn() {
    let me = thread();
    for one in &RESERVE.threads {
        if one
            .compare_exchange(me, 0, Ordering::Relaxed, Ordering::Relaxed)
            .is_ok()
        {
            RESERVE.drawing.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// Whether the call that runs on this thread has drawn on the reserve: it gives nothing to C any more.
pub(crate) fn drawn() -> bool {
    RESERVE.drawing.load(Ordering::Relaxed) != 0 && RESERVE.notes(thread())
}

/// Refuses a new call while something made without memory is still there.
pub(crate) fn whole() -> Result<(), Failure> {
    if RESERVE.used.load(Ordering::Acquire) == 0 {
        Ok(())
    } else {
        Err(Failure::memory())
    }
}

/// Refuses a call that needs so much memory and more than the reserve has, when the system has not got it now.
pub(crate) fn available(bytes: usize) -> Result<(), Failure> {
    if bytes < bytes_of(WORDS) / 2 {
        return Ok(());
    }
    let layout = Layout::from_size_align(bytes, GRANULE).map_err(|_| Failure::memory())?;
    // SAFETY: the size is not 0, and what was given is given back as it was.
    unsafe {
        let given = System.alloc(layout);
        if given.is_null() {
            return Err(Failure::memory());
        }
        System.dealloc(given, layout);
    }
    Ok(())
}

/// What a call needs that reads tables, set aside before it begins and given back when this is dropped.
pub(crate) struct Large;

impl Large {
    /// Fails when the system has not got it.
    pub(crate) fn set_aside() -> Result<Self, Failure> {
        // SAFETY: the size is not 0, and a block of zeros is one of which nothing is in use.
        let block: *mut LargeBlock = unsafe { System.alloc_zeroed(Layout::new::<LargeBlock>()) }.cast();
        if block.is_null() {
            return Err(Failure::memory());
        }
        // Another call may have set one aside: it serves both.
        let published =
            RESERVE
                .large
                .compare_exchange(null_mut(), block, Ordering::AcqRel, Ordering::Relaxed);
        if published.is_err() {
            // SAFETY: it was given above, and nobody else knows of it.
            unsafe { System.dealloc(block.cast(), Layout::new::<LargeBlock>()) };
        }
        Ok(Large)
    }
}

impl Drop for Large {
    fn drop(&mut self) {
        let block = {
            let _locked = RESERVE.lock();
            // While something of it is in use it stays, and the next call that wants one uses it.
            if RESERVE.used.load(Ordering::Relaxed) != 0 {
                return;
            }
            RESERVE.large.swap(null_mut(), Ordering::AcqRel)
        };
        if !block.is_null() {
            // SAFETY: it was given by `set_aside`, and nothing of it is in use.
            unsafe { System.dealloc(block.cast(), Layout::new::<LargeBlock>()) };
        }
    }
}

/// A number of the thread that runs, never 0. Storage of a thread would do, but that of a library that is loaded at run
/// time may have to be allocated first.
fn thread() -> usize {
    imp::thread().max(1)
}

#[cfg(unix)]
mod imp {
    unsafe extern "C" {
        safe fn pthread_self() -> usize;
    }

    pub(super) fn thread() -> usize {
        pthread_self()
    }
}

#[cfg(windows)]
mod imp {
    unsafe extern "system" {
        safe fn GetCurrentThreadId() -> u32;
    }

    pub(super) fn thread() -> usize {
        usize::try_from(GetCurrentThreadId()).unwrap_or(1)
    }
}

#[cfg(not(any(unix, windows)))]
mod imp {
    pub(super) fn thread() -> usize {
        1
    }
}
