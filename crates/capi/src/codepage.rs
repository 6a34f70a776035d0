//! Texts for hosts that do not speak UTF-8: Windows-1252 and UTF-16, both ways.
#![expect(
    unsafe_code,
    reason = "exports are unsafe to name and read pointers of the caller"
)]

use crate::arg;
use crate::error::{Failure, tp_error};
use crate::guard::fallible;
use crate::text::{copy, give_text, tp_str, tp_text, view_text};
use std::ffi::c_char;

/// The characters of the bytes 0x80 to 0x9F in Windows-1252; a byte that has none stands for itself.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What comes nearest where Windows-1252 has no such character. One character stays one, so that columns stay columns.
/// Signs are those of a style with `ascii`.
const NEAREST: &[(char, u8)] = &[
    ('\u{2002}', b' '),
    ('\u{2003}', b' '),
    ('\u{2009}', b' '),
    ('\u{200a}', b' '),
    ('\u{202f}', 0xa0),
    ('\u{2007}', 0xa0),
    ('\u{2010}', b'-'),
    ('\u{2011}', b'-'),
    ('\u{2012}', b'-'),
    ('\u{2015}', 0x97),
    ('\u{2032}', b'\''),
    ('\u{2212}', b'-'),
    ('≤', b'<'),
    ('≥', b'>'),
    ('≠', 0xd7),
    ('→', b'>'),
    ('←', b'<'),
    ('✓', b'+'),
    ('✗', b'x'),
    ('▼', b'v'),
    ('├', b'|'),
    ('│', b'|'),
    ('└', b'`'),
    ('─', b'-'),
    ('█', b'#'),
    ('▓', b'='),
    ('▒', b'+'),
    ('░', b'~'),
    ('╳', b'X'),
    ('◦', b'o'),
];

/// What comes nearest where Latin-1 has no such character and the letters or signs of Windows-1252 are not there either.
/// The euro sign stands where ISO-8859-15 has it.
const NEAREST_LATIN: &[(char, &str)] = &[
    ('‘', "'"),
    ('’', "'"),
    ('‚', ","),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('‹', "<"),
    ('›', ">"),
    ('–', "-"),
    ('—', "-"),
    ('\u{2015}', "-"),
    ('…', "..."),
    ('•', "\u{b7}"),
    ('€', "\u{a4}"),
    ('œ', "oe"),
    ('Œ', "OE"),
    ('Ÿ', "Y"),
    ('š', "s"),
    ('Š', "S"),
    ('ž', "z"),
    ('Ž', "Z"),
    ('™', "(TM)"),
];

/// A text in Latin-1.
pub(crate) fn latin1(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        if let Ok(byte) = u8::try_from(c) {
            bytes.push(byte);
        } else if let Some((_, near)) = NEAREST_LATIN.iter().find(|(from, _)| *from == c) {
            bytes.extend(near.chars().map(|c| u8::try_from(c).unwrap_or(b'?')));
        } else {
            bytes.push(match to_1252(c) {
                0x80..0xa0 => b'?',
                byte => byte,
            });
        }
    }
    bytes
}

/// The byte of a character in Windows-1252, or of what comes nearest; `?` for what has neither.
pub(crate) fn to_1252(c: char) -> u8 {
    if let Some(place) = HIGH.iter().position(|high| *high == c) {
        return u8::try_from(place).map_or(b'?', |place| place.saturating_add(0x80));
    }
    match u8::try_from(c) {
        Ok(byte) if !(0x80..0xa0).contains(&byte) => byte,
        _ => NEAREST
            .iter()
            .find_map(|(from, to)| (*from == c).then_some(*to))
            .unwrap_or(b'?'),
    }
}

pub(crate) fn from_1252(byte: u8) -> char {
    let place = usize::from(byte.wrapping_sub(0x80));
    HIGH.get(place).copied().unwrap_or(char::from(byte))
}

/// Copies a view into a buffer of the caller as Windows-1252, the ANSI code page of French Windows, with a NUL after it.
///
/// What Windows-1252 does not have becomes what comes nearest (a narrow blank becomes a blank that does not break, a
/// tick `+`), and only what has nothing near becomes `?`: no text of this library does. `needed` and `size` as for
/// `tp_str_copy`. Fails with `TP_ERROR_UTF8` when the view is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_str_copy_cp1252(
    view: *const tp_str,
    buffer: *mut c_char,
    size: usize,
    needed: *mut usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let bytes: Vec<u8> = view_text(view)?.chars().map(to_1252).collect();
            copy(&bytes, buffer.cast(), size, needed)
        })
    }
}

/// Gives the UTF-8 text of Windows-1252 bytes, to be freed with `tp_text_free`. Every byte is a character: it fails on
/// NULL, and with `TP_ERROR_RANGE` on more bytes than any document may have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_text_from_cp1252(
    data: *const c_char,
    len: usize,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                arg::within_limit(len)?;
                let bytes = arg::bytes(data.cast(), len, "data")?;
                Ok(bytes.iter().copied().map(from_1252).collect())
            })
        })
    }
}

/// Copies a view into a buffer of the caller as UTF-16 in the byte order of the machine, with a 0 after it: for Delphi,
/// .NET, VB, Java and the W functions of Windows.
///
/// `size` and `needed`, which may be NULL, count 16-bit units, the 0 included. Fails with `TP_ERROR_BUFFER` when `size`
/// is smaller than what is needed; the buffer is left alone then, and may be NULL when `size` is 0. Fails with
/// `TP_ERROR_UTF8` when the view is not UTF-8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_str_copy_utf16(
    view: *const tp_str,
    buffer: *mut u16,
    size: usize,
    needed: *mut usize,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            let units: Vec<u16> = view_text(view)?.encode_utf16().collect();
            copy(&units, buffer, size, needed)
        })
    }
}

/// Gives the UTF-8 text of UTF-16 in the byte order of the machine, `len` 16-bit units of it, to be freed with
/// `tp_text_free`. A byte-order mark before it is left out.
///
/// Fails with `TP_ERROR_VALUE` on half of a surrogate pair, and with `TP_ERROR_RANGE` on more than any document may
/// have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_text_from_utf16(
    data: *const u16,
    len: usize,
    out: *mut *mut tp_text,
    error: *mut *mut tp_error,
) -> i32 {
    // SAFETY: the contract of the header, here and in the body.
    unsafe {
        fallible(error, || {
            give_text(out, || {
                let size = len.saturating_mul(size_of::<u16>());
                arg::within_limit(size)?;
                let bytes = arg::bytes(data.cast(), size, "data")?;
                let unit = |pair: &[u8]| match pair {
                    [first, second] => u16::from_ne_bytes([*first, *second]),
                    _ => 0,
                };
                let units = bytes.chunks_exact(2).map(unit);
                let text: Result<String, _> = char::decode_utf16(units).collect();
                let text = text.map_err(|_| Failure::refused("data", &"not UTF-16"))?;
                Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
            })
        })
    }
}

#[cfg(test)]
#[path = "codepage_tests.rs"]
mod tests;
