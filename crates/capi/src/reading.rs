//! Readings: what a card reader or a service gave, turned into snapshots.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, clear, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, give, take_back};
use crate::text::{give_text, tp_str, tp_text};
use crate::words::{TP_FORMAT_SNAPSHOTS, said};
use facade::core::model::{Moment, Snapshot};
use facade::format::{parse_snapshots, snapshots_to_json};
use facade::readers::{ReadOptions, ReadResult, read};
use std::ffi::c_char;

/// What a document held: one snapshot per beneficiary, and every field that was not used.
///
/// It never changes, and threads may share it. It does not depend on any other object.
pub struct tp_reading {
    result: ReadResult,
}

impl Handle for tp_reading {
    const NAME: &'static str = "reading";
}

impl tp_reading {
    pub(crate) fn snapshots(&self) -> &[Snapshot] {
        &self.result.snapshots
    }
}

/// A field that was present and not used.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_unused {
    /// `sizeof(tp_unused)`.
    pub size: u32,
    /// Its place: a JSON path, or a group and field of a card. Lives as long as the reading.
    pub place: tp_str,
    /// Why, as a stable id such as `not_needed`. Lives for ever.
    pub why: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_unused {
    const NAME: &'static str = "unused";
    const FIRST_SIZE: usize = first_size(40, 20);
}

/// Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with
/// `tp_reading_free`.
///
/// `format` is one of `TP_FORMAT_`. `observed_at` (yyyymmddhhmmss, yyyymmdd, or 0) is when the card was read or the
/// service was called; it is kept where the document does not say it. The bytes are those of the document, whatever
/// their encoding: a card is Latin-1, and JSON that is not UTF-8 is read as Latin-1.
///
/// An error answer of a service is no failure of the call: see `tp_reading_refusal`. Fails with `TP_ERROR_DOCUMENT` or,
/// for `TP_FORMAT_SNAPSHOTS`, `TP_ERROR_INPUT`; the error names the place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_read(
    format: i32,
    data: *const c_char,
    len: usize,
    observed_at: i64,
    out: *mut *mut tp_reading,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let bytes = arg::document(data.cast(), len, "data")?;
            let result = document(format, bytes, arg::moment(observed_at, "observed_at")?)?;
            arg::write(out, "out", || give(tp_reading { result }))
        })
    }
}

/// The snapshots of a document.
pub(crate) fn document(
    number: i32,
    bytes: &[u8],
    observed_at: Option<Moment>,
) -> Result<ReadResult, Failure> {
    let mut result = if number == TP_FORMAT_SNAPSHOTS {
        ReadResult {
            snapshots: parse_snapshots(bytes)?,
            ..ReadResult::default()
        }
    } else {
        let format = said(number, "format")?.ok_or_else(|| Failure::value("format"))?;
        read(format, bytes, &ReadOptions { observed_at })?
    };
    for snapshot in &mut result.snapshots {
        snapshot.observed_at = snapshot.observed_at.or(observed_at);
    }
    Ok(result)
}

/// The number of snapshots, one per beneficiary; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_reading_snapshot_count(reading: *const tp_reading) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(reading) }.map_or(0, |one| one.result.snapshots.len())
    })
}

/// Gives the snapshots as JSON, to be freed with `tp_text_free`. A NIR is never written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_reading_json(
    reading: *const tp_reading,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || Ok(snapshots_to_json(borrow(reading)?.snapshots())))
        })
    }
}

/// Shows what kind of error answer the document is, such as `not_found`, or an empty view when it is none. The view
/// lives for ever. There is no snapshot then: an error says nothing of a person's rights, and "not found" is not "no".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_reading_refusal(
    reading: *const tp_reading,
    out: *mut tp_str,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, tp_str::EMPTY);
            let refusal = borrow(reading)?.result.refusal;
            arg::write(out, "out", || tp_str::of_some(refusal.map(|one| one.as_str())))
        })
    }
}

/// The number of fields that were present and not used; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_reading_unused_count(reading: *const tp_reading) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(reading) }.map_or(0, |one| one.result.unused.len())
    })
}

/// Fills in one field that was not used. Fails with `TP_ERROR_RANGE` when `index` is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_reading_unused(
    reading: *const tp_reading,
    index: usize,
    out: *mut tp_unused,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let unused = borrow(reading)?.result.unused.get(index);
            let unused = unused.ok_or_else(|| Failure::range("index"))?;
            arg::fill(
                out,
                &tp_unused {
                    size: 0,
                    place: tp_str::of(&unused.place),
                    why: tp_str::of(unused.why.as_str()),
                },
            )
        })
    }
}

/// Frees a reading. NULL is allowed and does nothing. Dossiers that it was added to are not concerned.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_reading_free(reading: *mut tp_reading) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(reading) });
}
