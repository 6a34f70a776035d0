//! The what-if: days on which the same claim would be billable, and single corrections that make it so.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, clear, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, give, take_back};
use crate::result::tp_result;
use crate::text::tp_str;
use facade::core::whatif::{Correction, WhatIf};

/// The days on which the same claim would be billable, and each single correction that makes it so.
///
/// It never changes, and threads may share it. It outlives the result that it came from.
pub struct tp_what_if {
    found: WhatIf,
}

impl Handle for tp_what_if {
    const NAME: &'static str = "what_if";
}

/// Ask the sources again on the day of the care.
pub const TP_CHANGE_ASK_AGAIN: i32 = 1;
/// Put the exemption code `exemption` on the line `line`.
pub const TP_CHANGE_EXEMPTION: i32 = 2;
/// Put the nature of insurance `nature`: 30 with no exemption code on any line, 10 with the codes as they are.
pub const TP_CHANGE_NATURE: i32 = 3;
/// Carry the contract of `number` and `contract_type`.
pub const TP_CHANGE_CONTRACT: i32 = 4;
/// Ask tiers payant for the AMO share alone.
pub const TP_CHANGE_AMO_ALONE: i32 = 5;
/// Send it to the scheme `regime`, the fund `fund` and the centre `centre`; a part that is empty is not known.
pub const TP_CHANGE_SCHEME: i32 = 6;

/// One single change that makes the claim billable. The caller allocates it and sets `size`. Views live as long as the
/// what-if, and are empty where the change does not concern them.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_correction {
    /// `sizeof(tp_correction)`, set by the caller and left as it is.
    pub size: u32,
    /// What changes: one of `TP_CHANGE_`.
    pub change: i32,
    /// The line that changes, counted from 0; -1 for none.
    pub line: i32,
    /// Zero.
    pub reserved: i32,
    /// The exemption code to put.
    pub exemption: tp_str,
    /// The organism number to put.
    pub number: tp_str,
    /// The contract type to put.
    pub contract_type: tp_str,
    /// The nature of insurance to put.
    pub nature: tp_str,
    /// The scheme to put.
    pub regime: tp_str,
    /// The fund to put.
    pub fund: tp_str,
    /// The centre to put.
    pub centre: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_correction {
    const NAME: &'static str = "correction";
    const FIRST_SIZE: usize = first_size(64, 40);
}

/// Gives the what-if of a result, to be freed with `tp_what_if_free`. The claim is asked again for each day and change:
/// this takes much longer than the check.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_what_if(
    result: *const tp_result,
    out: *mut *mut tp_what_if,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            clear(out)?;
            let result = borrow(result)?;
            let found = result.checked.what_if().clone();
            arg::write(out, "out", || give(tp_what_if { found }))
        })
    }
}

/// Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that unbroken
/// run, 0 when no end is known. The sources are taken to say the same on these days.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_what_if_days(
    what_if: *const tp_what_if,
    earliest: *mut i32,
    latest: *mut i32,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(earliest, 0);
            arg::write_if(latest, 0);
            let days = borrow(what_if)?.found.days;
            arg::write(earliest, "earliest", || arg::number_of(days.earliest))?;
            arg::write(latest, "latest", || arg::number_of(days.latest))
        })
    }
}

/// The number of corrections; 0 for NULL, and when the claim is billable as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_what_if_correction_count(what_if: *const tp_what_if) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(what_if) }.map_or(0, |one| one.found.corrections.len())
    })
}

/// Fills in one correction. Fails with `TP_ERROR_RANGE` when `index` is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_what_if_correction(
    what_if: *const tp_what_if,
    index: usize,
    out: *mut tp_correction,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let correction = borrow(what_if)?.found.corrections.get(index);
            arg::fill(out, &shown(correction.ok_or_else(|| Failure::range("index"))?))
        })
    }
}

/// Frees a what-if. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_what_if_free(what_if: *mut tp_what_if) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(what_if) });
}

fn shown(correction: &Correction) -> tp_correction {
    let of = |change: i32| tp_correction {
        size: 0,
        change,
        line: -1,
        reserved: 0,
        exemption: tp_str::EMPTY,
        number: tp_str::EMPTY,
        contract_type: tp_str::EMPTY,
        nature: tp_str::EMPTY,
        regime: tp_str::EMPTY,
        fund: tp_str::EMPTY,
        centre: tp_str::EMPTY,
    };
    match correction {
        Correction::AskAgain => of(TP_CHANGE_ASK_AGAIN),
        Correction::Exemption { line, code } => tp_correction {
            line: i32::from(*line),
            exemption: tp_str::of(code.as_str()),
            ..of(TP_CHANGE_EXEMPTION)
        },
        Correction::Scheme(scheme) => tp_correction {
            regime: tp_str::of_some(scheme.regime.as_ref().map(|one| one.as_str())),
            fund: tp_str::of_some(scheme.fund.as_ref().map(|one| one.as_str())),
            centre: tp_str::of_some(scheme.centre.as_ref().map(|one| one.as_str())),
            ..of(TP_CHANGE_SCHEME)
        },
        Correction::Nature(nature) => tp_correction {
            nature: tp_str::of(nature.as_str()),
            ..of(TP_CHANGE_NATURE)
        },
        Correction::Contract {
            number,
            contract_type,
        } => tp_correction {
            number: tp_str::of_some(number.as_ref().map(|one| one.as_str())),
            contract_type: tp_str::of_some(contract_type.as_ref().map(|one| one.as_str())),
            ..of(TP_CHANGE_CONTRACT)
        },
        Correction::AmoAlone => of(TP_CHANGE_AMO_ALONE),
    }
}
