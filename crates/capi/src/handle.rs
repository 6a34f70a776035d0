//! Objects that C holds: given once, borrowed while a call lasts, taken back once.
#![expect(unsafe_code, reason = "ownership crosses the border here and nowhere else")]

use crate::error::Failure;

/// A type whose objects C may hold behind a pointer. There is no other way to borrow or to free one.
pub(crate) trait Handle: Sized {
    /// How an error names a pointer to it.
    const NAME: &'static str;
}

/// Gives an object to C, which owns it from now on.
pub(crate) fn give<T: Handle>(object: T) -> *mut T {
    Box::into_raw(Box::new(object))
}

/// Borrows an object that C holds.
///
/// # Safety
///
/// The pointer is NULL, or was given by [`give`], not freed since, and nobody changes the object while the call lasts.
pub(crate) unsafe fn borrow<'a, T: Handle>(object: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { object.as_ref() }.ok_or(Failure::null(T::NAME))
}

/// Borrows an object that C holds, to change it.
///
/// # Safety
///
/// The pointer is NULL, or was given by [`give`], not freed since, and nobody else uses the object while the call lasts.
pub(crate) unsafe fn borrow_mut<'a, T: Handle>(object: *mut T) -> Result<&'a mut T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { object.as_mut() }.ok_or(Failure::null(T::NAME))
}

/// Takes an object back and drops it. NULL is nothing to drop.
///
/// # Safety
///
/// The pointer is NULL, or was given by [`give`], not freed since, and nobody uses the object any more.
pub(crate) unsafe fn take_back<T: Handle>(object: *mut T) {
    if !object.is_null() {
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(object) });
    }
}
