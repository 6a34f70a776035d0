//! The flat interface, for hosts that cannot call C as such: stdcall on 32-bit Windows, a handle that is an integer,
//! integers of 32 bits, and pointers to text that ends with a 0, in Windows-1252, UTF-16 or UTF-8.
//!
//! It does less than the rest of the library: a dossier or a claim in JSON goes in, texts come out. Its header is
//! `include/tierspayant_flat.h`.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

mod session;

use crate::arg;
use crate::error::Failure;
use crate::flat::session::{Answer, Encoding, Session};
use crate::guard::guard;
use crate::reading::document;
use crate::text::copy;
use crate::version::TP_VERSION_NUMBER;
use crate::words::{UNKNOWN, lang, verdict};
use crate::{error, memory};
use facade::core::model::Dossier;
use facade::format::{parse_claim, parse_dossier, parse_reject};
use std::ffi::c_void;

/// Texts are Windows-1252, as VB6, WinDev (ANSI), Delphi 7 and PowerBuilder have them.
pub const TPW_CP1252: i32 = 1;
/// Texts are UTF-16, as Delphi 2009 and later, .NET, Java and the W functions of Windows have them.
pub const TPW_UTF16: i32 = 2;
/// Texts are UTF-8.
pub const TPW_UTF8: i32 = 3;

/// Why the last call failed, in one line of English that repeats no value of the input.
pub const TPW_MESSAGE: i32 = 0;
/// The whole answer, as one line of JSON.
pub const TPW_JSON: i32 = 1;
/// The page for the counter.
pub const TPW_PAGE: i32 = 2;
/// The page for the patient.
pub const TPW_PAGE_PATIENT: i32 = 3;
/// What to do, one task a line.
pub const TPW_TODO: i32 = 4;

/// The version of the library, as major * 1000000 + minor * 1000 + patch.
#[unsafe(no_mangle)]
pub extern "system" fn tpw_version() -> i32 {
    guard(0, || TP_VERSION_NUMBER)
}

/// Opens a session and gives its number, 1 or more, or a negative `TP_ERROR_`. `encoding` is one of `TPW_CP1252`,
/// `TPW_UTF16` and `TPW_UTF8`, and `lang` one of `TP_LANG_`.
///
/// Open one when the program starts, or one for each thread: a session that a thread is using gives `TP_ERROR_BUSY` to
/// another. There may be 64.
#[unsafe(no_mangle)]
pub extern "system" fn tpw_open(encoding: i32, lang: i32) -> i32 {
    guard(error::TP_ERROR_PANIC, || {
        let opened = || {
            memory::whole()?;
            let session = Session::new(Encoding::of(encoding)?, self::lang(lang)?)?;
            session::open(session)
        };
        opened().unwrap_or_else(|failure: Failure| failure.status())
    })
}

/// Closes a session: 0, or `TP_ERROR_HANDLE` when there is none of this number, or none any more.
#[unsafe(no_mangle)]
pub extern "system" fn tpw_close(session: i32) -> i32 {
    guard(error::TP_ERROR_PANIC, || match session::close(session) {
        Ok(()) => error::TP_OK,
        Err(failure) => failure.status(),
    })
}

/// Reads a card buffer or the answer of a service for the next `tpw_check_claim`. Call it once for each source.
///
/// `format` is one of `TP_FORMAT_`; `data` are `len` bytes as they were received, whatever the encoding of the session.
/// `moment` is when: a text such as `20261120091200`, `2026-11-20T09:12:00` or `20261120`; NULL where the document says it.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn tpw_read(
    session: i32,
    format: i32,
    data: *const c_void,
    len: i32,
    moment: *const c_void,
) -> i32 {
    session::with(session, |session| {
        let len = usize::try_from(len).map_err(|_| Failure::size("len"))?;
        // SAFETY: the contract of the header.
        let (bytes, moment) = unsafe {
            (
                arg::document(data.cast(), len, "data")?,
                session.optional(moment, "moment")?,
            )
        };
        let moment: String = moment
            .chars()
            .filter(|c| !matches!(c, '-' | ':' | 'T' | ' '))
            .collect();
        let moment = if moment.is_empty() { Ok(0) } else { moment.parse() };
        let moment = arg::moment(moment.map_err(|_| Failure::value("moment"))?, "moment")?;
        session.rights.extend(document(format, bytes, moment)?.snapshots);
        Ok(())
    })
}

/// Checks a dossier, a text in JSON, and puts one of `TP_VERDICT_` into `verdict`. Gives 0, or a negative `TP_ERROR_`:
/// the verdict is `TP_VERDICT_UNDETERMINED` then, and `TPW_MESSAGE` says why.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn tpw_check(session: i32, dossier: *const c_void, verdict: *mut i32) -> i32 {
    // SAFETY: the contract of the header.
    unsafe {
        checked(session, verdict, |session| {
            Ok(parse_dossier(session.text(dossier, "dossier")?.as_bytes())?)
        })
    }
}

/// Checks a claim, a text in JSON, against what was read since the last one. Otherwise as `tpw_check`.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn tpw_check_claim(session: i32, claim: *const c_void, verdict: *mut i32) -> i32 {
    // SAFETY: the contract of the header.
    unsafe {
        checked(session, verdict, |session| {
            let rights = std::mem::take(&mut session.rights);
            let document = parse_claim(session.text(claim, "claim")?.as_bytes())?;
            Ok(Dossier {
                as_of: document.as_of,
                claim: document.claim,
                rights,
            })
        })
    }
}

/// Triages a reject that came back, a text in JSON of the format `tierspayant-reject/1`. Its answer and its pages are
/// taken with `tpw_take`.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn tpw_triage(session: i32, reject: *const c_void) -> i32 {
    session::with(session, |session| {
        session.answer = Answer::None;
        // SAFETY: the contract of the header.
        let text = unsafe { session.text(reject, "reject") }?;
        session.answer = Answer::Reject(Box::new(parse_reject(text.as_bytes())?));
        Ok(())
    })
}

/// Copies a text of the last check or triage into a buffer, with a 0 after it. `what` is one of `TPW_MESSAGE`,
/// `TPW_JSON`, `TPW_PAGE`, `TPW_PAGE_PATIENT` and `TPW_TODO`.
///
/// `size` is that of the buffer, in bytes, or in 16-bit units for `TPW_UTF16`; `needed`, which may be NULL, is set to
/// what it must be, the 0 included. Gives `TP_ERROR_BUFFER` when it is smaller: call again. Gives `TP_ERROR_MISSING`
/// when there is no such text.
#[unsafe(no_mangle)]
pub unsafe extern "system" fn tpw_take(
    session: i32,
    what: i32,
    buffer: *mut c_void,
    size: i32,
    needed: *mut i32,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe { arg::write_if(needed, 0) };
    session::with_quietly(session, |session| {
        let size = usize::try_from(size).map_err(|_| Failure::size("size"))?;
        let text = session.shown(what)?;
        let mut need = 0;
        // SAFETY: the contract of the header.
        let copied = unsafe {
            match session.encoding.units(&text) {
                session::Units::Bytes(units) => copy(&units, buffer.cast(), size, &raw mut need),
                session::Units::Wide(units) => copy(&units, buffer.cast(), size, &raw mut need),
            }
        };
        let need = i32::try_from(need).map_err(|_| Failure::range("size"))?;
        // SAFETY: the contract of the header.
        unsafe { arg::write_if(needed, need) };
        copied
    })
}

/// A check, whatever its dossier comes from.
///
/// # Safety
///
/// `verdict` is NULL or valid for writing.
unsafe fn checked(
    number: i32,
    told: *mut i32,
    dossier: impl FnOnce(&mut Session) -> Result<Dossier, Failure>,
) -> i32 {
    // SAFETY: the caller's promise.
    unsafe { arg::write_if(told, UNKNOWN) };
    let mut found = UNKNOWN;
    let status = session::with(number, |session| {
        session.answer = Answer::None;
        let dossier = dossier(session)?;
        let checked = session.engine.check_owned(dossier);
        found = verdict(checked.verdict()).0;
        session.answer = Answer::Claim(Box::new(checked));
        Ok(())
    });
    if status == error::TP_OK {
        // SAFETY: the caller's promise.
        unsafe { arg::write_if(told, found) };
    }
    status
}

#[cfg(test)]
mod tests;
