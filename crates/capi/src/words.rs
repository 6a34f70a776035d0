//! The closed lists as C counts them. Their words and numbers are those of [`facade::lists`], from which the header has its
//! constants; here are the numbers that stand for no word. Numbers from C are looked up and never cast.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use crate::arg;
use crate::error::{Failure, tp_error};
use crate::guard::fallible;
use crate::text::tp_str;
use facade::core::verdict::Verdict;
use facade::lists::{Numbered, names, words_of};
use facade::{Audience, Lang};
use std::ffi::c_char;

/// The claim does not ask tiers payant for this share.
pub const TP_VERDICT_NOT_ASKED: i32 = 3;
/// No basis: the part is billable, or the call failed.
pub const TP_BASIS_NONE: i32 = 0;
/// Both shares: `TP_SHARE_AMO | TP_SHARE_AMC`.
pub const TP_SHARE_BOTH: i32 = 3;
/// The snapshots of this project: `{"rights": […]}`, a list of them, or one.
pub const TP_FORMAT_SNAPSHOTS: i32 = 5;

/// What every output holds until there is an answer: `TP_VERDICT_UNDETERMINED`, `TP_GUARANTEE_UNKNOWN`, `TP_EXEMPTION_UNKNOWN`.
pub(crate) const UNKNOWN: i32 = 0;

/// The verdict and its basis.
pub(crate) fn verdict(one: Verdict) -> (i32, i32) {
    let basis = match one {
        Verdict::Billable => TP_BASIS_NONE,
        Verdict::NotBillable(basis) => basis.number(),
        Verdict::Undetermined(basis) => basis.number(),
    };
    (one.word().number(), basis)
}

/// The verdict on a share that may not be asked.
pub(crate) fn asked(one: Option<Verdict>) -> (i32, i32) {
    one.map_or((TP_VERDICT_NOT_ASKED, TP_BASIS_NONE), verdict)
}

/// The value that has this number; 0 is none, and another number is refused.
pub(crate) fn said<T: Numbered>(number: i32, name: &'static str) -> Result<Option<T>, Failure> {
    if number == 0 {
        return Ok(None);
    }
    T::from_number(number)
        .map(Some)
        .ok_or_else(|| Failure::value(name))
}

/// French.
pub const TP_LANG_FR: i32 = 0;
/// English.
pub const TP_LANG_EN: i32 = 1;

/// A language.
pub(crate) fn lang(number: i32) -> Result<Lang, Failure> {
    match number {
        TP_LANG_FR => Ok(Lang::Fr),
        TP_LANG_EN => Ok(Lang::En),
        _ => Err(Failure::value("lang")),
    }
}

/// For the counter.
pub const TP_AUDIENCE_COUNTER: i32 = 0;
/// For the patient.
pub const TP_AUDIENCE_PATIENT: i32 = 1;

/// Who a text is for.
pub(crate) fn audience(number: i32) -> Result<Audience, Failure> {
    match number {
        TP_AUDIENCE_COUNTER => Ok(Audience::Counter),
        TP_AUDIENCE_PATIENT => Ok(Audience::Patient),
        _ => Err(Failure::value("audience")),
    }
}

fn list_name(list: i32) -> Result<&'static str, Failure> {
    let place = usize::try_from(list).ok().and_then(|list| list.checked_sub(1));
    let found = place.and_then(|place| names().get(place).copied());
    found.ok_or_else(|| Failure::value("list"))
}

/// Shows the word of a number: `read` for `TP_WORDS_CARD` and `TP_CARD_READ`. The view lives as long as the library.
///
/// Fails with `TP_ERROR_VALUE` when the list or the number is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_word(list: i32, number: i32, out: *mut tp_str, error: *mut *mut tp_error) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, tp_str::EMPTY);
            let found = words_of(list_name(list)?).find(|(one, _)| *one == number);
            let (_, word) = found.ok_or_else(|| Failure::value("number"))?;
            arg::write(out, "out", || tp_str::of(word.word))
        })
    }
}

/// Gives the number of a word: `TP_CARD_READ` for `TP_WORDS_CARD` and `read`.
///
/// Fails with `TP_ERROR_VALUE` when the list is not known or does not have the word; the number is then 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_word_number(
    list: i32,
    word: *const c_char,
    len: usize,
    out: *mut i32,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            arg::write_if(out, 0);
            let bytes = arg::bytes(word.cast(), len, "word")?;
            let found = words_of(list_name(list)?).find(|(_, one)| one.word.as_bytes() == bytes);
            let (number, _) = found.ok_or_else(|| Failure::value("word"))?;
            arg::write(out, "out", || number)
        })
    }
}
