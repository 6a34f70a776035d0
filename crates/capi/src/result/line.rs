//! The answer to each line.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use super::tp_result;
use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::borrow;
use crate::text::tp_str;
use crate::words::{TP_BASIS_NONE, UNKNOWN, asked};
use facade::lists::Numbered;

/// The answer to one line. The caller allocates it and sets `size`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_line_answer {
    /// `sizeof(tp_line_answer)`, set by the caller and left as it is.
    pub size: u32,
    /// The verdict on the AMO share: one of `TP_VERDICT_`.
    pub amo_verdict: i32,
    /// Its basis: one of `TP_BASIS_`.
    pub amo_basis: i32,
    /// The verdict on the AMC share: one of `TP_VERDICT_`.
    pub amc_verdict: i32,
    /// Its basis: one of `TP_BASIS_`.
    pub amc_basis: i32,
    /// What became of the exemption: one of `TP_EXEMPTION_`.
    pub exemption: i32,
    /// The day that counts for this line.
    pub date: i32,
    /// Zero.
    pub reserved: i32,
    /// Which date that is: `care`, `prescription`… Lives for ever.
    pub date_role: tp_str,
    /// Your id of the line. Lives as long as the result.
    pub id: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_line_answer {
    const NAME: &'static str = "line answer";
    const FIRST_SIZE: usize = first_size(64, 48);
}

const UNDETERMINED: tp_line_answer = tp_line_answer {
    size: 0,
    amo_verdict: UNKNOWN,
    amo_basis: TP_BASIS_NONE,
    amc_verdict: UNKNOWN,
    amc_basis: TP_BASIS_NONE,
    exemption: UNKNOWN,
    date: 0,
    reserved: 0,
    date_role: tp_str::EMPTY,
    id: tp_str::EMPTY,
};

/// The number of lines; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_line_count(result: *const tp_result) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(result) }.map_or(0, |one| one.checked.lines().len())
    })
}

/// Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on entry.
///
/// Fails with `TP_ERROR_RANGE` when `index` is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_line(
    result: *const tp_result,
    index: usize,
    out: *mut tp_line_answer,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::fill(out, &UNDETERMINED)?;
            let result = borrow(result)?;
            let found = result.checked.lines().nth(index);
            let (asked_line, line) = found.ok_or_else(|| Failure::range("index"))?;
            let (amo_verdict, amo_basis) = asked(line.amo);
            let (amc_verdict, amc_basis) = asked(line.amc);
            let answer = tp_line_answer {
                amo_verdict,
                amo_basis,
                amc_verdict,
                amc_basis,
                exemption: line.exemption.number(),
                date: arg::number_of(Some(line.day)),
                date_role: tp_str::of(line.date_role.as_str()),
                id: tp_str::of(&asked_line.id),
                ..UNDETERMINED
            };
            arg::fill(out, &answer)
        })
    }
}
