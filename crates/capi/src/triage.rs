//! Reject triage, the other direction: a reject that came back, as JSON.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use crate::arg;
use crate::engine::tp_engine;
use crate::error::{Failure, tp_error};
use crate::guard::fallible;
use crate::handle::borrow;
use crate::options::{options, style, tp_options, tp_style};
use crate::text::{give_text, tp_text};
use crate::words::{audience, lang};
use facade::format::{RejectDocument, parse_reject};
use std::ffi::c_char;

/// Triages a reject with one line of JSON, to be freed with `tp_text_free`: its class, its most probable cause, what puts
/// it right, and who pays otherwise. The document is of the format `tierspayant-reject/1`; `options` may be NULL.
///
/// Fails with `TP_ERROR_INPUT` when the document is refused; the error names the place.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_triage_json(
    engine: *const tp_engine,
    json: *const c_char,
    len: usize,
    options: *const tp_options,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let engine = borrow(engine)?.get();
                let options = self::options(options)?;
                Ok(engine.triage(&document(json, len)?, &options).to_json())
            })
        })
    }
}

/// Explains the triage of a reject as a page, to be freed with `tp_text_free`. `lang` is one of `TP_LANG_`, `audience`
/// one of `TP_AUDIENCE_`; `style` may be NULL. Fails as `tp_triage_json` does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_triage_text(
    engine: *const tp_engine,
    json: *const c_char,
    len: usize,
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
                let engine = borrow(engine)?.get();
                let (lang, audience) = (self::lang(lang)?, self::audience(audience)?);
                let style = self::style(style)?;
                Ok(engine.explain_triage(&document(json, len)?, lang, audience, style))
            })
        })
    }
}

/// # Safety
///
/// As for [`arg::bytes`].
unsafe fn document(json: *const c_char, len: usize) -> Result<RejectDocument, Failure> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { arg::document(json.cast(), len, "json") }?;
    Ok(parse_reject(bytes)?)
}
