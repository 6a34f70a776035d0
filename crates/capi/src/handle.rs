//! Objects that C holds: given once, borrowed while a call lasts, taken back once.
//!
//! Each begins with a tag that says what it is and that freeing wipes, so that a pointer to something else, or to what
//! was freed, is told by `TP_ERROR_HANDLE` as long as its memory can be read. That is help for whoever looks for the
//! fault, and no promise: C has none to give.
#![expect(unsafe_code, reason = "ownership crosses the border here and nowhere else")]

use crate::error::Failure;
use crate::memory;
use std::ptr::null_mut;

/// A type whose objects C may hold behind a pointer. There is no other way to borrow or to free one.
pub(crate) trait Handle: Sized {
    /// How an error names a pointer to it.
    const NAME: &'static str;
}

/// An object as C holds it: the pointer that C has is to the tag.
#[repr(C)]
struct Tagged<T> {
    tag: u64,
    object: T,
}

impl<T: Handle> Tagged<T> {
    const TAG: u64 = tag(T::NAME);
    const FREED: u64 = 0;
}

/// A number that nothing else in memory is likely to be: the FNV-1a hash of a name.
const fn tag(name: &str) -> u64 {
    let mut bytes = name.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    while let [byte, rest @ ..] = bytes {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        bytes = rest;
    }
    hash
}

/// Gives an object to C, which owns it from now on; NULL, and no object, when the call has drawn on the reserve.
pub(crate) fn give<T: Handle>(object: T) -> *mut T {
    let tagged = Tagged {
        tag: Tagged::<T>::TAG,
        object,
    };
    let boxed = Box::new(tagged);
    if memory::drawn() {
        return null_mut();
    }
    Box::into_raw(boxed).cast()
}

/// What a pointer of C points to, once its tag says that it is an object of this type.
///
/// # Safety
///
/// The pointer is NULL, or valid for reading a tag: what it points to need not be such an object.
unsafe fn known<T: Handle>(object: *const T) -> Result<*mut Tagged<T>, Failure> {
    let tagged = object.cast::<Tagged<T>>();
    if tagged.is_null() {
        return Err(Failure::null(T::NAME));
    }
    // SAFETY: aligned, and the caller's promise. Volatile, since what was freed may have been wiped.
    if tagged.is_aligned() && unsafe { (&raw const (*tagged).tag).read_volatile() } == Tagged::<T>::TAG {
        Ok(tagged.cast_mut())
    } else {
        Err(Failure::handle(T::NAME))
    }
}

/// Borrows an object that C holds.
///
/// # Safety
///
/// The pointer is NULL, or was given by [`give`], not freed since, and nobody changes the object while the call lasts.
pub(crate) unsafe fn borrow<'a, T: Handle>(object: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { known(object).map(|tagged| &(*tagged).object) }
}

/// Borrows an object that C holds, to change it.
///
/// # Safety
///
/// The pointer is NULL, or was given by [`give`], not freed since, and nobody else uses the object while the call lasts.
pub(crate) unsafe fn borrow_mut<'a, T: Handle>(object: *mut T) -> Result<&'a mut T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { known(object).map(|tagged| &mut (*tagged).object) }
}

/// Takes an object back and drops it. NULL is nothing to drop, and what is no such object is left alone.
///
/// # Safety
///
/// The pointer is NULL, or was given by [`give`], not freed since, and nobody uses the object any more.
pub(crate) unsafe fn take_back<T: Handle>(object: *mut T) {
    // SAFETY: the caller's promise.
    unsafe {
        if let Ok(tagged) = known(object) {
            (&raw mut (*tagged).tag).write_volatile(Tagged::<T>::FREED);
            drop(Box::from_raw(tagged));
        }
    }
}

#[cfg(test)]
#[path = "handle_tests.rs"]
mod tests;
