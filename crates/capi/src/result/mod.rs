//! The result: the whole answer to one dossier, read piece by piece.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]
#![expect(non_camel_case_types, reason = "types are named as in the header")]

mod line;
mod reason;

use crate::arg;
use crate::check::tp_summary;
use crate::error::tp_error;
use crate::guard::{fallible, guard};
use crate::handle::{Handle, borrow, take_back};
use crate::options::{options, style, tp_options, tp_style};
use crate::text::{give_text, tp_text};
use crate::words::{audience, lang};
use facade::{Checked, HtmlFrame, HtmlStyle};

pub use line::tp_line_answer;
pub use reason::{tp_fact, tp_reason};

/// The answer to one dossier, with every line, reason and remedy.
///
/// It never changes, and threads may share it. It outlives the engine and the dossier that it came from.
pub struct tp_result {
    pub(crate) checked: Checked<'static>,
}

impl Handle for tp_result {
    const NAME: &'static str = "result";
}

impl tp_result {
    pub(crate) const fn new(checked: Checked<'static>) -> Self {
        tp_result { checked }
    }
}

/// Fills in the summary of a result.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_summary(
    result: *const tp_result,
    out: *mut tp_summary,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            if !out.is_null() {
                arg::fill(out, &tp_summary::UNDETERMINED)?;
            }
            arg::fill(out, &tp_summary::of(borrow(result)?.checked.decision()))
        })
    }
}

/// Gives the whole answer as one line of JSON, to be freed with `tp_text_free`: the same bytes as `tp_check_json` for
/// the same dossier. `options` may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_json(
    result: *const tp_result,
    options: *const tp_options,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let result = borrow(result)?;
                let options = self::options(options)?;
                Ok(result.checked.to_json(&options))
            })
        })
    }
}

/// Gives the explanation as a page, to be freed with `tp_text_free`: the answer, the lines, why, what to do, when; for
/// the patient a short paragraph instead. `lang` is one of `TP_LANG_`, `audience` one of `TP_AUDIENCE_`; `style` may be
/// NULL. The what-if is part of it: this takes much longer than the check.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_text(
    result: *const tp_result,
    lang: i32,
    audience: i32,
    style: *const tp_style,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let result = borrow(result)?;
                let (lang, audience) = (self::lang(lang)?, self::audience(audience)?);
                Ok(result.checked.explain(lang, audience, self::style(style)?))
            })
        })
    }
}

/// Explains a result as HTML, to be freed with `tp_text_free`: a document of its own with the words of `tp_result_text`,
/// without script, light and dark, ready to print; everything that came from the claim is escaped. `lang` is one of
/// `TP_LANG_`, `audience` one of `TP_AUDIENCE_`; `details` is 1 for every line and date, the law and the tables, otherwise 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_html(
    result: *const tp_result,
    lang: i32,
    audience: i32,
    details: i32,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let result = borrow(result)?;
                let (lang, audience) = (self::lang(lang)?, self::audience(audience)?);
                let style = HtmlStyle {
                    details: arg::yes_no(details, "details")?,
                    frame: HtmlFrame::Document,
                };
                Ok(result.checked.explain(lang, audience, style))
            })
        })
    }
}

/// Frees a result. NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_result_free(result: *mut tp_result) {
    // SAFETY: the contract of the header.
    guard((), || unsafe { take_back(result) });
}
