//! The one function through which every export goes.
#![expect(unsafe_code, reason = "a failure is told through a pointer of the caller")]

use crate::error::{Failure, Status, tp_error};
use crate::fpu::Masked;
use crate::panicked;
use crate::{arg, error, memory};
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs the body of an export and lets no panic out of it: a panic gives `on_panic` back.
///
/// Whatever the body was changing may be half changed, and is still sound to use or free: that is what makes asserting
/// unwind safety right here.
pub(crate) fn guard<T>(on_panic: T, body: impl FnOnce() -> T) -> T {
    let (mut body, mut given) = (Some(body), None);
    guarded(&mut || given = body.take().map(|body| body()));
    given.unwrap_or(on_panic)
}

/// The guard of an export that can fail: the status is given back, and the failure is told through `error`; without
/// memory it is told by the status alone. The body is run once.
///
/// # Safety
///
/// `error` is NULL or valid for writing a pointer.
pub(crate) unsafe fn fallible(
    error: *mut *mut tp_error,
    mut body: impl FnMut() -> Result<(), Failure>,
) -> Status {
    // SAFETY: the caller's promise.
    unsafe { told(error, &mut body) }
}

/// What stands around every body: traps masked, and nothing that is left of the call before.
struct Entered {
    _masked: Masked,
}

impl Entered {
    #[inline(always)]
    fn new() -> Self {
        let masked = Masked::new();
        memory::forget();
        panicked::note_places();
        Entered { _masked: masked }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        memory::forget();
    }
}

/// What a body comes to; nothing when it panics.
fn caught<T>(body: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(body)).map_err(thrown).ok()
}

/// Dropping what was thrown runs code as well, which must not throw again.
#[cold]
#[inline(never)]
fn thrown(payload: Box<dyn Any + Send>) {
    let _ = catch_unwind(AssertUnwindSafe(|| drop(payload)));
}

/// [`guard`] for every body: written once, where more than a hundred exports would each hold a copy.
#[inline(never)]
fn guarded(body: &mut dyn FnMut()) {
    let _entered = Entered::new();
    caught(|| {
        #[cfg(feature = "forced-panic")]
        crate::forced::entered();
        body();
    });
}

/// [`fallible`] for every body.
///
/// # Safety
///
/// `error` is NULL or valid for writing a pointer.
#[inline(never)]
unsafe fn told(error: *mut *mut tp_error, body: &mut dyn FnMut() -> Result<(), Failure>) -> Status {
    let _entered = Entered::new();
    // SAFETY: the caller's promise.
    unsafe { arg::write_if(error, std::ptr::null_mut()) };
    let ended = caught(|| {
        #[cfg(feature = "forced-panic")]
        crate::forced::entered();
        body()
    });
    match ended {
        Some(Ok(())) if !memory::drawn() => error::TP_OK,
        // SAFETY: the caller's promise.
        ended => unsafe { failed(error, ended) },
    }
}

/// The status of a body that came to a failure, panicked or drew on the reserve, and its error where there can be one.
///
/// # Safety
///
/// `error` is NULL or valid for writing a pointer.
#[cold]
#[inline(never)]
unsafe fn failed(error: *mut *mut tp_error, ended: Option<Result<(), Failure>>) -> Status {
    let mut status = error::TP_ERROR_PANIC;
    if let Some(ended) = ended {
        caught(|| {
            let came_to = match ended {
                Ok(()) => error::TP_OK,
                Err(failure) => {
                    let status = failure.status();
                    if status != error::TP_ERROR_MEMORY {
                        // SAFETY: the caller's promise.
                        unsafe { arg::write_with(error, || crate::handle::give(tp_error::from(failure))) };
                    }
                    status
                }
            };
            // Whatever the body came to, it gave nothing, and even the error may be missing.
            status = if memory::drawn() {
                error::TP_ERROR_MEMORY
            } else {
                came_to
            };
        });
    }
    if status == error::TP_ERROR_PANIC {
        memory::forget();
        // Making the error must not throw either; without it, the status says enough.
        caught(|| {
            let told = || crate::handle::give(tp_error::from(Failure::panic(panicked::place())));
            // SAFETY: the caller's promise.
            unsafe { arg::write_with(error, told) };
        });
    }
    status
}
