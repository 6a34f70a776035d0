//! What C passes: texts, structs and places for outputs, checked before they are used.
#![expect(
    unsafe_code,
    reason = "pointers from C are read and written here and nowhere else"
)]

use crate::error::Failure;
use crate::memory;
use crate::text::tp_str;
use facade::core::model::{Date, Moment};
use std::mem::MaybeUninit;

/// A struct of the header whose first field is its `size`.
///
/// # Safety
///
/// The type is `repr(C)`, starts with a `u32`, and holds only integers, pointers and structs of them, so that every
/// byte may be zero and, but for pointers, anything.
pub(crate) unsafe trait Sized32: Copy {
    /// How an error names it.
    const NAME: &'static str;
    /// Its size in the first release that had it, what every caller knows of: a number, which never changes again.
    ///
    /// Fields are appended after it: a caller of that release gives no more bytes, and takes no more.
    const FIRST_SIZE: usize;
}

/// The first size of a struct, where pointers have 64 bits and where they have 32.
pub(crate) const fn first_size(wide: usize, narrow: usize) -> usize {
    if size_of::<usize>() == 8 { wide } else { narrow }
}

/// No struct of this header will ever be so large: a larger size is not one.
const LARGEST_STRUCT: usize = 4096;

/// Bytes that the caller passes.
///
/// # Safety
///
/// The pointer is NULL, or valid for reading that many bytes while `'a` lasts.
pub(crate) unsafe fn bytes<'a>(data: *const u8, len: usize, name: &'static str) -> Result<&'a [u8], Failure> {
    if len == 0 {
        Ok(&[])
    } else if data.is_null() {
        Err(Failure::null(name))
    } else if isize::try_from(len).is_err() {
        Err(Failure::size(name))
    } else {
        // SAFETY: not NULL, no longer than an object can be, and the caller's promise.
        Ok(unsafe { std::slice::from_raw_parts(data, len) })
    }
}

/// The bytes of a document that is about to be parsed, once there is memory for what it becomes.
///
/// # Safety
///
/// As for [`bytes`].
pub(crate) unsafe fn document<'a>(
    data: *const u8,
    len: usize,
    name: &'static str,
) -> Result<&'a [u8], Failure> {
    /// What a byte of a dense document becomes at most, in bytes, from the text to the answer.
    const GROWN: usize = 16;
    // SAFETY: the caller's promise.
    let bytes = unsafe { bytes(data, len, name) }?;
    // A document above the limit is refused by its reader before anything grows.
    if within_limit(len).is_ok() {
        memory::available(bytes.len().saturating_mul(GROWN))?;
    }
    Ok(bytes)
}

/// Refuses more bytes than a document may have, so that no caller asks for memory without end.
pub(crate) fn within_limit(len: usize) -> Result<(), Failure> {
    let most = facade::format::Limits::default().bytes;
    match u64::try_from(len) {
        Ok(len) if len <= most => Ok(()),
        _ => Err(Failure::range("len")),
    }
}

/// A text that the caller passes; nothing when it is empty.
///
/// # Safety
///
/// As for [`bytes`].
pub(crate) unsafe fn text<'a>(text: tp_str, name: &'static str) -> Result<Option<&'a str>, Failure> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { bytes(text.data.cast(), text.len, name) }?;
    match std::str::from_utf8(bytes) {
        Ok("") => Ok(None),
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(Failure::utf8(name)),
    }
}

/// A struct that the caller passes, whatever release of the header it was compiled with: what it does not hold is zero.
///
/// # Safety
///
/// The pointer is NULL, or valid for reading as many bytes as its first field says.
pub(crate) unsafe fn sized<T: Sized32>(from: *const T) -> Result<T, Failure> {
    // SAFETY: the caller's promise.
    let given = unsafe { given_size(from) }?;
    let mut here = MaybeUninit::<T>::zeroed();
    let known = given.min(size_of::<T>());
    // SAFETY: both are valid for `known` bytes, and a new local overlaps nothing.
    unsafe { std::ptr::copy_nonoverlapping(from.cast::<u8>(), here.as_mut_ptr().cast::<u8>(), known) };
    for place in known..given {
        // SAFETY: `place` is below the size that the caller gave.
        if unsafe { from.cast::<u8>().add(place).read() } != 0 {
            return Err(Failure::newer(T::NAME));
        }
    }
    // SAFETY: zeroed, then filled with bytes of such a struct: see the promise of `Sized32`.
    Ok(unsafe { here.assume_init() })
}

/// Writes a struct into the place of the caller: as much as it has room for, and zeros after what is known here.
///
/// # Safety
///
/// The pointer is NULL, or its first field can be read and as many bytes as it says can be written.
pub(crate) unsafe fn fill<T: Sized32>(to: *mut T, value: &T) -> Result<(), Failure> {
    // SAFETY: the caller's promise.
    let given = unsafe { given_size(to) }?;
    if memory::drawn() {
        return Err(Failure::memory());
    }
    let first = size_of::<u32>();
    // SAFETY: both are valid for `known` bytes, at least a `u32`; `value` is not the caller's. The size that the
    // caller wrote stays.
    let copy = |known: usize| unsafe {
        std::ptr::copy_nonoverlapping(
            std::ptr::from_ref(value).cast::<u8>().add(first),
            to.cast::<u8>().add(first),
            known - first,
        );
    };
    if given == size_of::<T>() {
        // Mostly so: a copy of a size that the compiler knows.
        copy(size_of::<T>());
    } else {
        let known = given.min(size_of::<T>());
        copy(known);
        // SAFETY: the caller's promise.
        unsafe { std::ptr::write_bytes(to.cast::<u8>().add(known), 0, given - known) };
    }
    Ok(())
}

/// The size in the first field.
///
/// # Safety
///
/// The pointer is NULL or valid for reading a `u32`.
unsafe fn given_size<T: Sized32>(from: *const T) -> Result<usize, Failure> {
    if from.is_null() {
        return Err(Failure::null(T::NAME));
    }
    // SAFETY: not NULL, and the caller's promise. Hosts that pack structs may misalign it.
    let given = unsafe { from.cast::<u32>().read_unaligned() };
    let given = usize::try_from(given).unwrap_or(usize::MAX);
    if (T::FIRST_SIZE..=LARGEST_STRUCT).contains(&given) {
        Ok(given)
    } else {
        Err(Failure::size(T::NAME))
    }
}

/// Writes an output that the caller may leave out.
///
/// # Safety
///
/// The pointer is NULL or valid for writing.
pub(crate) unsafe fn write_if<T>(to: *mut T, value: T) {
    // SAFETY: the caller's promise.
    unsafe { write_with(to, || value) }
}

/// Writes an output that the caller may leave out, and makes it only then.
///
/// # Safety
///
/// The pointer is NULL or valid for writing.
pub(crate) unsafe fn write_with<T>(to: *mut T, value: impl FnOnce() -> T) {
    if !to.is_null() {
        // SAFETY: the caller's promise.
        unsafe { to.write_unaligned(value()) };
    }
}

/// Writes an output that the caller must take, unless the call has drawn on the reserve.
///
/// # Safety
///
/// The pointer is NULL or valid for writing.
pub(crate) unsafe fn write<T>(
    to: *mut T,
    name: &'static str,
    value: impl FnOnce() -> T,
) -> Result<(), Failure> {
    if to.is_null() {
        return Err(Failure::null(name));
    }
    let value = value();
    if memory::drawn() {
        return Err(Failure::memory());
    }
    // SAFETY: the caller's promise.
    unsafe { write_if(to, value) };
    Ok(())
}

/// A day; 0 is none.
pub(crate) fn day(number: i32, name: &'static str) -> Result<Option<Date>, Failure> {
    if number == 0 {
        return Ok(None);
    }
    let number = u32::try_from(number).map_err(|_| Failure::value(name))?;
    Date::from_yyyymmdd(number)
        .map(Some)
        .map_err(|_| Failure::value(name))
}

/// A day that must be there.
pub(crate) fn required_day(number: i32, name: &'static str) -> Result<Date, Failure> {
    day(number, name)?.ok_or_else(|| Failure::missing(name))
}

/// A moment: `yyyymmddhhmmss`, or `yyyymmdd` when the time is not known; 0 is none.
pub(crate) fn moment(number: i64, name: &'static str) -> Result<Option<Moment>, Failure> {
    let wrong = || Failure::value(name);
    if let Ok(only_day) = i32::try_from(number) {
        return Ok(day(only_day, name)?.map(Moment::on));
    }
    let part = |unit: i64, width: i64| u32::try_from(number / unit % width).map_err(|_| wrong());
    let date =
        Date::from_yyyymmdd(u32::try_from(number / 1_000_000).map_err(|_| wrong())?).map_err(|_| wrong())?;
    Moment::at(date, part(10_000, 100)?, part(100, 100)?, part(1, 100)?)
        .map(Some)
        .map_err(|_| wrong())
}

/// A yes or no written as 1 or 0.
pub(crate) fn yes_no(number: i32, name: &'static str) -> Result<bool, Failure> {
    match number {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Failure::value(name)),
    }
}

/// A day as C reads it; 0 is none.
pub(crate) fn number_of(day: Option<Date>) -> i32 {
    day.and_then(|day| i32::try_from(day.yyyymmdd()).ok())
        .unwrap_or(0)
}
