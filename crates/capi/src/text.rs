//! Texts that leave the library, and help for hosts that do not speak UTF-8.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

use crate::arg;
use crate::codepage::latin1;
use crate::error::{Failure, clear, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, give, take_back};
use std::ffi::c_char;

/// A view of UTF-8 text, not ended by NUL: print it with `%.*s`.
///
/// In: `data` may be NULL when `len` is 0; an empty view means that nothing was said. Out: the view lives as long as
/// the object it was taken from.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_str {
    /// First byte.
    pub data: *const c_char,
    /// Number of bytes.
    pub len: usize,
}

impl tp_str {
    /// The empty view.
    pub(crate) const EMPTY: tp_str = tp_str {
        data: std::ptr::null(),
        len: 0,
    };

    /// A view of a text that lives long enough.
    pub(crate) fn of(text: &str) -> Self {
        tp_str {
            data: text.as_ptr().cast(),
            len: text.len(),
        }
    }

    /// A view of a text that may be absent.
    pub(crate) fn of_some(text: Option<&str>) -> Self {
        text.map_or(tp_str::EMPTY, tp_str::of)
    }
}

/// A text that the caller owns.
///
/// It never changes, and threads may share it. It does not depend on any other object.
pub struct tp_text {
    bytes: Box<[u8]>,
}

impl Handle for tp_text {
    const NAME: &'static str = "text";
}

impl From<String> for tp_text {
    fn from(text: String) -> Self {
        let mut bytes = text.into_bytes();
        bytes.push(0);
        tp_text {
            bytes: bytes.into_boxed_slice(),
        }
    }
}

impl tp_text {
    /// The text without the NUL after it.
    fn as_bytes(&self) -> &[u8] {
        self.bytes.split_last().map_or(&[], |(_, bytes)| bytes)
    }
}

/// Gives a text to the caller.
///
/// # Safety
///
/// `out` is NULL or valid for writing a pointer.
pub(crate) unsafe fn give_text(
    out: *mut *mut tp_text,
    text: impl FnOnce() -> Result<String, Failure>,
) -> Result<(), Failure> {
    // SAFETY: the caller's promise.
    unsafe { clear(out) }?;
    if out.is_null() {
        return Err(Failure::null("out"));
    }
    let text = text()?;
    // SAFETY: the caller's promise.
    unsafe { arg::write(out, "out", || give(tp_text::from(text))) }
}

/// The bytes of a text, in UTF-8, with a NUL after the last one. They live as long as the text; NULL gives "".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_text_data(text: *const tp_text) -> *const c_char {
    guard(c"".as_ptr(), || {
        // SAFETY: the contract of the header.
        unsafe { borrow(text) }.map_or(c"".as_ptr(), |text| text.bytes.as_ptr().cast())
    })
}

/// The number of bytes of a text, without the NUL after it; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_text_len(text: *const tp_text) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(text) }.map_or(0, |text| text.as_bytes().len())
    })
}

/// Frees a text. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_text_free(text: *mut tp_text) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(text) });
}

/// Copies a view into a buffer of the caller, with a NUL after it, for hosts that want texts of their own.
///
/// `needed`, which may be NULL, is set to the size that the buffer must have, NUL included. Fails with
/// `TP_ERROR_BUFFER` when `size` is smaller; the buffer is left alone then, and may be NULL when `size` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_str_copy(
    view: *const tp_str,
    buffer: *mut c_char,
    size: usize,
    needed: *mut usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let bytes = view_bytes(view)?;
            copy(bytes, buffer.cast(), size, needed)
        })
    }
}

/// Copies a view into a buffer of the caller as Latin-1, with a NUL after it. What Latin-1 does not have becomes what
/// comes nearest: a straight apostrophe, `oe`, and for the euro sign the byte that it has in ISO-8859-15. Only what has
/// nothing near becomes `?`: no text of this library does. On Windows, `tp_str_copy_cp1252` is the right one.
///
/// `needed` and `size` as for `tp_str_copy`. Fails with `TP_ERROR_UTF8` when the view is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_str_copy_latin1(
    view: *const tp_str,
    buffer: *mut c_char,
    size: usize,
    needed: *mut usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            copy(&latin1(view_text(view)?), buffer.cast(), size, needed)
        })
    }
}

/// Gives the UTF-8 text of Latin-1 bytes, to be freed with `tp_text_free`. Every byte is a character: it fails on
/// NULL, and with `TP_ERROR_RANGE` on more bytes than any document may have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_text_from_latin1(
    data: *const c_char,
    len: usize,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                arg::within_limit(len)?;
                let bytes = arg::bytes(data.cast(), len, "data")?;
                Ok(bytes.iter().copied().map(char::from).collect())
            })
        })
    }
}

/// # Safety
///
/// The pointer is NULL or valid for reading a view, and so is what it shows.
pub(crate) unsafe fn view_text<'a>(view: *const tp_str) -> Result<&'a str, Failure> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { view_bytes(view) }?;
    std::str::from_utf8(bytes).map_err(|_| Failure::utf8("view"))
}

/// # Safety
///
/// The pointer is NULL or valid for reading a view, and so is what it shows.
unsafe fn view_bytes<'a>(view: *const tp_str) -> Result<&'a [u8], Failure> {
    if view.is_null() {
        return Err(Failure::null("view"));
    }
    // SAFETY: not NULL, and the caller's promise.
    let tp_str { data, len } = unsafe { view.read_unaligned() };
    // SAFETY: the caller's promise.
    unsafe { arg::bytes(data.cast(), len, "view") }
}

/// # Safety
///
/// `buffer` is NULL or valid for writing `size` units; `needed` is NULL or valid for writing. A buffer of units that
/// have more than one byte may be misaligned.
pub(crate) unsafe fn copy<T: Copy + Default>(
    units: &[T],
    buffer: *mut T,
    size: usize,
    needed: *mut usize,
) -> Result<(), Failure> {
    let need = units.len().saturating_add(1);
    // SAFETY: the caller's promise.
    unsafe { arg::write_if(needed, need) };
    if size < need {
        return Err(Failure::buffer());
    }
    if buffer.is_null() {
        return Err(Failure::null("buffer"));
    }
    // SAFETY: not NULL, valid for `size` units, which is at least `need`. `copy` allows the view to lie in the buffer,
    // and bytes need no alignment.
    unsafe {
        let (from, to) = (units.as_ptr().cast::<u8>(), buffer.cast::<u8>());
        std::ptr::copy(from, to, size_of_val(units));
        buffer.add(units.len()).write_unaligned(T::default());
    }
    Ok(())
}
