//! What an answer should hold, and how a page of text is drawn.
#![expect(unsafe_code, reason = "a struct is read through a pointer of the caller")]

use crate::arg::{self, Sized32, first_size};
use crate::error::Failure;
use crate::words::lang;
use facade::{Options, Style};

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
    const FIRST_SIZE: usize = first_size(12, 12);
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
        ..Options::default()
    })
}

/// How a page of text is drawn. NULL in place of the struct: 80 columns, no colour, signs of Unicode.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct tp_style {
    /// `sizeof(tp_style)`.
    pub size: u32,
    /// Columns of a line; 80 when 0, and never less than 40.
    pub width: u32,
    /// 1 for colours, as ANSI escapes; otherwise 0.
    pub color: i32,
    /// 1 when signs must be ASCII; words keep their accents.
    pub ascii: i32,
    /// 1 for every line and date, the law behind each reason, the reject to expect and the edition of the tables;
    /// 0 for what the counter needs now.
    pub details: i32,
}

// SAFETY: `repr(C)`, first a `u32`, integers only.
unsafe impl Sized32 for tp_style {
    const NAME: &'static str = "style";
    const FIRST_SIZE: usize = first_size(16, 16);
}

/// Wider than any screen or paper; a line is padded to it.
const WIDEST: u32 = 1000;

/// The style of the caller; NULL is the default.
///
/// # Safety
///
/// As for [`arg::sized`].
pub(crate) unsafe fn style(from: *const tp_style) -> Result<Style, Failure> {
    if from.is_null() {
        return Ok(Style::default());
    }
    // SAFETY: the caller's promise.
    let given = unsafe { arg::sized(from) }?;
    let width = match given.width {
        0 => Style::default().width,
        width @ 1..=WIDEST => usize::try_from(width).map_err(|_| Failure::range("style.width"))?,
        _ => return Err(Failure::range("style.width")),
    };
    Ok(Style {
        color: arg::yes_no(given.color, "style.color")?,
        width,
        ascii: arg::yes_no(given.ascii, "style.ascii")?,
        details: arg::yes_no(given.details, "style.details")?,
    })
}

#[cfg(test)]
#[path = "options_tests.rs"]
mod tests;
