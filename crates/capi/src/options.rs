//! What an answer should hold.
#![expect(unsafe_code, reason = "a struct is read through a pointer of the caller")]

use crate::arg::{self, Sized32};
use crate::error::Failure;
use crate::words::lang;
use facade::Options;

/// What an answer in JSON should hold. All zero, or NULL in place of the struct, is the default.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_options {
    /// `sizeof(tp_options)`.
    pub size: u32,
    /// Language of the messages: `TP_LANG_FR` or `TP_LANG_EN`.
    pub lang: i32,
    /// 1 to leave out earliest and latest day and corrections, which cost most of the time; otherwise 0.
    pub without_what_if: i32,
}

// SAFETY: `repr(C)`, first a `u32`, integers only.
unsafe impl Sized32 for tp_options {
    const NAME: &'static str = "options";
    const FIRST_SIZE: usize = size_of::<tp_options>();
}

/// The options of the caller; NULL is the default.
///
/// # Safety
///
/// As for [`arg::sized`].
pub(crate) unsafe fn options(from: *const tp_options) -> Result<Options, Failure> {
    if from.is_null() {
        return Ok(Options::default());
    }
    // SAFETY: the caller's promise.
    let given = unsafe { arg::sized(from) }?;
    Ok(Options {
        lang: lang(given.lang)?,
        what_if: !arg::yes_no(given.without_what_if, "options.without_what_if")?,
    })
}
