//! The lines of the claim.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use super::field::{kept, parsed};
use super::tp_dossier;
use crate::arg::{self, Sized32, first_size};
use crate::error::{Failure, tp_error};
use crate::guard::fallible;
use crate::handle::borrow;
use crate::text::tp_str;
use crate::words;
use facade::core::model::{Line, LineFacts, LinePrescription, Trait, Traits, TransportFacts};
use facade::format::{Fault, Limits};
use std::ffi::c_char;

/// No emergency was attested.
pub const TP_URGENT_NO: i32 = 1;
/// The prescriber attested an emergency.
pub const TP_URGENT_YES: i32 = 2;

/// One line of the claim. Zero and empty mean that it was not said.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_line {
    /// `sizeof(tp_line)`.
    pub size: u32,
    /// What it bills: one of `TP_CATEGORY_`.
    pub category: i32,
    /// Relation to the condition that exempts: one of `TP_RELATION_`.
    pub relation: i32,
    /// Where the exemption came from: one of `TP_ORIGIN_`.
    pub origin: i32,
    /// 1 when `amount_cents` is said, otherwise 0.
    pub has_amount: i32,
    /// Zero.
    pub reserved: i32,
    /// Amount in euro cents, 0 or more.
    pub amount_cents: i64,
    /// Your id of the line, 1 to 200 bytes without control or format characters, unique in the claim. Required.
    pub id: tp_str,
    /// Justification of exemption as in the FSE: `0` to `9` or `C`.
    pub exemption: tp_str,
    /// The prescriber's document that a product needs: one of `TP_DOCUMENT_`.
    pub document: i32,
    /// The voucher of a vaccine: one of `TP_VOUCHER_`.
    pub voucher: i32,
    /// The fund's prior agreement: one of `TP_AGREEMENT_`.
    pub prior_agreement: i32,
    /// The day on which that agreement was asked for.
    pub prior_agreement_requested_on: i32,
    /// Whether the line has a prescription: one of `TP_PRESCRIPTION_`.
    pub prescription: i32,
    /// The day of its own prescription, where it is not that of the claim.
    pub line_prescription_date: i32,
    /// Whether the prescriber of a transport attested an emergency: one of `TP_URGENT_`.
    pub transport_urgent: i32,
    /// The ground of a transport: one of `TP_GROUND_`.
    pub transport_ground: i32,
    /// The documents that the fund asks for: one of `TP_PROOF_`.
    pub proof: i32,
    /// The day on which the fund received that request, as its receipt says: its silence counts from there.
    pub prior_agreement_received_on: i32,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_line {
    const NAME: &'static str = "line";
    const FIRST_SIZE: usize = first_size(64, 48);
}

/// Adds a line at the end of the claim.
///
/// Fails with `TP_ERROR_VALUE` on an id that another line has, and with `TP_ERROR_RANGE` when there are too many lines.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_line(
    dossier: *mut tp_dossier,
    line: *const tp_line,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let line = read(&arg::sized(line)?)?;
            borrow(dossier)?.change(|state| {
                let lines = &mut state.dossier.claim.lines;
                if lines.len() >= Limits::default().lines {
                    return Err(Failure::range("claim.lines"));
                }
                if let Some(first) = lines.iter().position(|one| one.id == line.id) {
                    return Err(Failure::refused("line.id", &Fault::DuplicateId { first }));
                }
                lines.push(line);
                Ok(())
            })
        })
    }
}

/// Adds a fact that a rule may need to a line, such as `narcotic` or `generic_refused`. `line` counts from 0.
///
/// A word that the library does not know is accepted: the answer says in a notice that it was not understood.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_dossier_add_trait(
    dossier: *mut tp_dossier,
    line: usize,
    word: *const c_char,
    len: usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let word = arg::text(tp_str { data: word, len }, "word")?;
            let word = word.ok_or_else(|| Failure::missing("word"))?;
            borrow(dossier)?.change(|state| {
                let line = state.dossier.claim.lines.get_mut(line);
                let traits = &mut line.ok_or_else(|| Failure::range("line"))?.traits;
                match word.parse::<Trait>() {
                    Ok(known) => traits.insert(known),
                    Err(_) => traits.insert_unknown(),
                }
                Ok(())
            })
        })
    }
}

/// # Safety
///
/// Every view of the line can be read.
unsafe fn read(given: &tp_line) -> Result<Line, Failure> {
    let amount = match (
        arg::yes_no(given.has_amount, "line.has_amount")?,
        given.amount_cents,
    ) {
        (false, 0) => None,
        (false, _) => return Err(Failure::value("line.has_amount")),
        (true, amount) => Some(u64::try_from(amount).map_err(|_| Failure::value("line.amount_cents"))?),
    };
    if given.reserved != 0 {
        return Err(Failure::value("line.reserved"));
    }
    let facts = LineFacts {
        document: words::said(given.document, "line.document")?,
        voucher: words::said(given.voucher, "line.voucher")?,
        prior_agreement: words::said(given.prior_agreement, "line.prior_agreement")?,
        prior_agreement_requested_on: arg::day(
            given.prior_agreement_requested_on,
            "line.prior_agreement_requested_on",
        )?,
        prior_agreement_received_on: arg::day(
            given.prior_agreement_received_on,
            "line.prior_agreement_received_on",
        )?,
        prescription: LinePrescription {
            state: words::said(given.prescription, "line.prescription")?,
            date: arg::day(given.line_prescription_date, "line.line_prescription_date")?,
        },
        transport: TransportFacts {
            urgent: match given.transport_urgent {
                0 => None,
                TP_URGENT_NO => Some(false),
                TP_URGENT_YES => Some(true),
                _ => return Err(Failure::value("line.transport_urgent")),
            },
            ground: words::said(given.transport_ground, "line.transport_ground")?,
        },
        proof: words::said(given.proof, "line.proof")?,
    };
    // SAFETY: the caller's promise.
    unsafe {
        Ok(Line {
            id: kept(given.id, "line.id")?.ok_or_else(|| Failure::missing("line.id"))?,
            category: words::said(given.category, "line.category")?,
            exemption: parsed(given.exemption, "line.exemption")?,
            relation: words::said(given.relation, "line.relation")?,
            origin: words::said(given.origin, "line.origin")?,
            amount_cents: amount,
            traits: Traits::default(),
            facts,
        })
    }
}
