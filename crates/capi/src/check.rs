//! The check: of a dossier in JSON, and of one built from structs.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use crate::arg::{self, Sized32, first_size};
use crate::dossier::tp_dossier;
use crate::engine::tp_engine;
use crate::error::{Failure, clear, tp_error};
use crate::guard::fallible;
use crate::handle::{borrow, give};
use crate::options::{options, tp_options};
use crate::result::tp_result;
use crate::text::{give_text, tp_text};
use crate::words::{TP_BASIS_NONE, UNKNOWN, asked, verdict};
use facade::core::decision::{Decision, check_into};
use facade::core::evidence::Evidence;
use facade::core::finding::{Reason, Severity};
use facade::core::model::Share;
use facade::core::question::Question;
use facade::format::parse_dossier;
use facade::lists::Numbered;
use std::ffi::c_char;

/// The answer in a few numbers, for the hot path. The caller allocates it and sets `size`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_summary {
    /// `sizeof(tp_summary)`, set by the caller and left as it is.
    pub size: u32,
    /// The verdict on the claim: one of `TP_VERDICT_`. It is `TP_VERDICT_UNDETERMINED` whenever the call failed.
    pub verdict: i32,
    /// Why it is not billable: one of `TP_BASIS_`.
    pub basis: i32,
    /// How sure the payment of the AMO share is: one of `TP_GUARANTEE_`.
    pub guarantee: i32,
    /// The verdict on the AMO share: one of `TP_VERDICT_`.
    pub amo_verdict: i32,
    /// Its basis.
    pub amo_basis: i32,
    /// The verdict on the AMC share: one of `TP_VERDICT_`.
    pub amc_verdict: i32,
    /// Its basis.
    pub amc_basis: i32,
    /// The number of lines.
    pub line_count: u32,
    /// The number of reasons.
    pub reason_count: u32,
    /// How many of them are blocking.
    pub blocking_count: u32,
    /// How many of them are doubts.
    pub doubt_count: u32,
}

// SAFETY: `repr(C)`, first a `u32`, integers only.
unsafe impl Sized32 for tp_summary {
    const NAME: &'static str = "summary";
    const FIRST_SIZE: usize = first_size(48, 48);
}

impl tp_summary {
    /// What an output holds until there is an answer.
    pub(crate) const UNDETERMINED: tp_summary = tp_summary {
        size: 0,
        verdict: UNKNOWN,
        basis: TP_BASIS_NONE,
        guarantee: UNKNOWN,
        amo_verdict: UNKNOWN,
        amo_basis: TP_BASIS_NONE,
        amc_verdict: UNKNOWN,
        amc_basis: TP_BASIS_NONE,
        line_count: 0,
        reason_count: 0,
        blocking_count: 0,
        doubt_count: 0,
    };

    pub(crate) fn of(decision: &Decision) -> Self {
        let (whole, basis) = verdict(decision.verdict());
        let (amo_verdict, amo_basis) = asked(decision.share(Share::Amo));
        let (amc_verdict, amc_basis) = asked(decision.share(Share::Amc));
        // The heaviest stand first.
        let at_least = |severity: Severity| {
            let lighter = |reason: &Reason| reason.effect.severity() > severity;
            let all = decision.reasons.len();
            decision.reasons.iter().position(lighter).unwrap_or(all)
        };
        let blocking = at_least(Severity::Blocking);
        let doubts = at_least(Severity::Doubt).saturating_sub(blocking);
        tp_summary {
            size: 0,
            verdict: whole,
            basis,
            guarantee: decision.guarantee().number(),
            amo_verdict,
            amo_basis,
            amc_verdict,
            amc_basis,
            line_count: number(decision.lines.len()),
            reason_count: number(decision.reasons.len()),
            blocking_count: number(blocking),
            doubt_count: number(doubts),
        }
    }
}

/// A count as C reads it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Answers a dossier in JSON with one line of JSON, to be freed with `tp_text_free`.
///
/// `options` may be NULL. `verdict` may be NULL; it is set to `TP_VERDICT_UNDETERMINED` on entry, and to the verdict of
/// the answer when the call succeeds, so that a host need not look for it in the text. Answers to the same bytes are the
/// same bytes, in every language.
///
/// Fails with `TP_ERROR_INPUT` when the dossier is refused; the error names the place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_check_json(
    engine: *const tp_engine,
    json: *const c_char,
    len: usize,
    options: *const tp_options,
    verdict: *mut i32,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(verdict, UNKNOWN);
            let mut told = UNKNOWN;
            give_text(out, || {
                let engine = borrow(engine)?.get();
                let options = self::options(options)?;
                let dossier = parse_dossier(arg::document(json.cast(), len, "json")?)?;
                let checked = engine.check(&dossier);
                told = crate::words::verdict(checked.verdict()).0;
                Ok(checked.to_json(&options))
            })?;
            arg::write_if(verdict, told);
            Ok(())
        })
    }
}

/// Answers a dossier built from structs.
///
/// `summary` may be NULL; it is set to undetermined on entry. `result` may be NULL; it is set to NULL on entry, and to a
/// result with every line, reason and remedy, to be freed with `tp_result_free`, when the call succeeds. One of the two
/// is required. The dossier stays the caller's and may be changed afterwards.
///
/// Fails with `TP_ERROR_MISSING` when the claim has no line, and with `TP_ERROR_BUSY` while another thread changes the
/// dossier.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_check(
    engine: *const tp_engine,
    dossier: *const tp_dossier,
    summary: *mut tp_summary,
    result: *mut *mut tp_result,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let room = clear(result);
            if !summary.is_null() {
                arg::fill(summary, &tp_summary::UNDETERMINED)?;
            } else if result.is_null() {
                return Err(Failure::null("summary or result"));
            }
            room?;
            let engine = borrow(engine)?.get();
            let state = borrow(dossier)?.read()?;
            let told = if result.is_null() {
                // Nothing is kept but the numbers.
                let (tables, dossier) = (&engine.tables().decision, &state.dossier);
                let (question, evidence) = (Question::new(tables, dossier), Evidence::new(tables, dossier));
                let mut decision = Decision::default();
                check_into(tables, &question, &evidence, &mut decision);
                tp_summary::of(&decision)
            } else {
                let checked = engine.check(&state.dossier).into_owned();
                let told = tp_summary::of(checked.decision());
                arg::write_if(result, give(tp_result::new(checked)));
                told
            };
            if !summary.is_null() {
                arg::fill(summary, &told)?;
            }
            Ok(())
        })
    }
}
