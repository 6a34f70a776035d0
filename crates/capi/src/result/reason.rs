//! Reasons, with their facts and remedies.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use super::tp_result;
use crate::arg::{self, Sized32, first_size};
use crate::check::number;
use crate::error::{Failure, tp_error};
use crate::guard::{fallible, guard};
use crate::handle::borrow;
use crate::text::{give_text, tp_str, tp_text};
use crate::words::{TP_SHARE_BOTH, audience, lang};
use facade::core::finding::{FactValue, Facts, Reason};
use facade::core::verdict::Verdict;
use facade::lists::Numbered;

/// One reason. The caller allocates it and sets `size`. Views live as long as the result.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_reason {
    /// `sizeof(tp_reason)`, set by the caller and left as it is.
    pub size: u32,
    /// How much it weighs: one of `TP_SEVERITY_`.
    pub severity: i32,
    /// The share that it concerns: `TP_SHARE_AMO`, `TP_SHARE_AMC` or both.
    pub share: i32,
    /// The line that it concerns, counted from 0; -1 for all of them.
    pub line: i32,
    /// The number of facts.
    pub fact_count: u32,
    /// The number of remedies.
    pub remedy_count: u32,
    /// The day on which its reference was last checked.
    pub reference_checked: i32,
    /// Zero.
    pub reserved: i32,
    /// Stable id, such as `exemption.ended`.
    pub id: tp_str,
    /// Stable id of the rule, such as `E-01`.
    pub rule: tp_str,
    /// Class of the reject to expect, such as `etm_not_in_bdo`; empty when there is none.
    pub reject: tp_str,
    /// Risk of being paid now and reclaimed later; empty when there is none.
    pub indu: tp_str,
    /// The text that the rule comes from.
    pub reference: tp_str,
    /// How sure that text is: `official`…
    pub confidence: tp_str,
}

/// One fact of a reason. The caller allocates it and sets `size`. Views live as long as the result.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_fact {
    /// `sizeof(tp_fact)`, set by the caller and left as it is.
    pub size: u32,
    /// What `number` and `word` hold: one of `TP_FACT_`.
    pub kind: i32,
    /// The day or the number of days; 0 for words and codes.
    pub number: i32,
    /// Zero.
    pub reserved: i32,
    /// What the fact is, such as `end` or `source`.
    pub key: tp_str,
    /// The word or code; empty for days and numbers.
    pub word: tp_str,
}

// SAFETY: `repr(C)`, first a `u32`, integers and views only.
unsafe impl Sized32 for tp_reason {
    const NAME: &'static str = "reason";
    const FIRST_SIZE: usize = first_size(128, 80);
}

// SAFETY: as above.
unsafe impl Sized32 for tp_fact {
    const NAME: &'static str = "fact";
    const FIRST_SIZE: usize = first_size(48, 32);
}

/// `number` is a day.
pub const TP_FACT_DATE: i32 = 1;
/// `number` is a number of days.
pub const TP_FACT_DAYS: i32 = 2;
/// `word` is a word of a closed list.
pub const TP_FACT_WORD: i32 = 3;
/// `word` is a code as it was written.
pub const TP_FACT_CODE: i32 = 4;

/// The number of reasons, all of them and not only the first; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_reason_count(result: *const tp_result) -> usize {
    // SAFETY: the contract of the header.
    guard(0, || {
        unsafe { borrow(result) }.map_or(0, |one| one.checked.reasons().len())
    })
}

/// Fills in one reason; the heaviest come first. Fails with `TP_ERROR_RANGE` when `index` is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_reason(
    result: *const tp_result,
    index: usize,
    out: *mut tp_reason,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let result = borrow(result)?;
            arg::fill(out, &shown(result, reason(result, index)?))
        })
    }
}

/// Fills in one fact of a reason. Fails with `TP_ERROR_RANGE` when an index is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_fact(
    result: *const tp_result,
    reason: usize,
    index: usize,
    out: *mut tp_fact,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let reason = self::reason(borrow(result)?, reason)?;
            let fact = shown_fact(&reason.facts, index);
            arg::fill(out, &fact.ok_or_else(|| Failure::range("index"))?)
        })
    }
}

/// Shows the stable id of one remedy of a reason, such as `source.query_adri`. The view lives for ever.
///
/// Fails with `TP_ERROR_RANGE` when an index is past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_remedy(
    result: *const tp_result,
    reason: usize,
    index: usize,
    out: *mut tp_str,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, tp_str::EMPTY);
            let remedy = self::reason(borrow(result)?, reason)?.remedies.iter().nth(index);
            let remedy = remedy.ok_or_else(|| Failure::range("index"))?;
            arg::write(out, "out", || tp_str::of(remedy.as_str()))
        })
    }
}

/// Gives what a reason says in words, to be freed with `tp_text_free`. `lang` is one of `TP_LANG_`, `audience` one of
/// `TP_AUDIENCE_`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_reason_text(
    result: *const tp_result,
    index: usize,
    lang: i32,
    audience: i32,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let result = borrow(result)?;
                let reason = self::reason(result, index)?;
                let (lang, audience) = (self::lang(lang)?, self::audience(audience)?);
                Ok(result.checked.message(reason, lang, audience))
            })
        })
    }
}

/// Gives what a remedy says in words, to be freed with `tp_text_free`, with the facts of its reason. `lang` is one of
/// `TP_LANG_`, `audience` one of `TP_AUDIENCE_`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_remedy_text(
    result: *const tp_result,
    reason: usize,
    index: usize,
    lang: i32,
    audience: i32,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let result = borrow(result)?;
                let reason = self::reason(result, reason)?;
                let remedy = reason
                    .remedies
                    .iter()
                    .nth(index)
                    .ok_or_else(|| Failure::range("index"))?;
                let (lang, audience) = (self::lang(lang)?, self::audience(audience)?);
                Ok(result.checked.remedy(reason, remedy, lang, audience))
            })
        })
    }
}

fn reason(result: &tp_result, index: usize) -> Result<&Reason, Failure> {
    result
        .checked
        .reasons()
        .get(index)
        .ok_or_else(|| Failure::range("reason"))
}

fn shown(result: &tp_result, reason: &Reason) -> tp_reason {
    let rules = &result.checked.engine().tables().decision.rules;
    let info = rules.reason(reason.id);
    let weighs = reason.effect.verdict() != Verdict::Billable;
    let reject = reason.reject(rules).filter(|_| weighs);
    let indu = info.and_then(|info| info.indu);
    let reference = rules.rule(reason.id.rule()).map(|rule| &rule.reference);
    tp_reason {
        size: 0,
        severity: reason.effect.severity().number(),
        share: reason.share.map_or(TP_SHARE_BOTH, Numbered::number),
        line: reason.line.map_or(-1, i32::from),
        fact_count: number(reason.facts.len()),
        remedy_count: number(reason.remedies.iter().count()),
        reference_checked: arg::number_of(reference.map(|one| one.checked)),
        reserved: 0,
        id: tp_str::of(reason.id.as_str()),
        rule: tp_str::of(reason.id.rule().as_str()),
        reject: tp_str::of_some(reject.map(|one| one.as_str())),
        indu: tp_str::of_some(indu.map(|one| one.as_str())),
        reference: tp_str::of_some(reference.map(|one| &*one.text)),
        confidence: tp_str::of_some(reference.map(|one| one.confidence.as_str())),
    }
}

fn shown_fact(facts: &Facts, index: usize) -> Option<tp_fact> {
    let (key, value) = facts.iter().nth(index)?;
    let fact = tp_fact {
        size: 0,
        kind: 0,
        number: 0,
        reserved: 0,
        key: tp_str::of(key.as_str()),
        word: tp_str::EMPTY,
    };
    Some(match value {
        FactValue::Date(day) => tp_fact {
            kind: TP_FACT_DATE,
            number: arg::number_of(Some(day)),
            ..fact
        },
        FactValue::Days(days) => tp_fact {
            kind: TP_FACT_DAYS,
            number: days,
            ..fact
        },
        FactValue::Word(word) => tp_fact {
            kind: TP_FACT_WORD,
            word: tp_str::of(word),
            ..fact
        },
        // The view must show the place where the reason holds the code, not a copy.
        FactValue::Code(_) => tp_fact {
            kind: TP_FACT_CODE,
            word: tp_str::of_some(facts.code_at(index)),
            ..fact
        },
    })
}
