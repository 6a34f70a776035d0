//! The NIR: accepted for identity checks, never printed, never needed for a verdict.

use super::Fault;
use super::record::{Input, Kind, Output, Privacy, Value};
use std::fmt;
use std::str::FromStr;

/// A NIR of 13 characters with its 2-digit key where it was given.
///
/// Only the shape is checked when it is built: real numbers have months such as 13 or 19, and provisional ones
/// start with 3, 5, 6, 7 or 8. A key that does not fit is a notice, never an error: see [`Nir::key_fits`].
///
/// ```
/// use tierspayant_core::model::Nir;
/// let nir: Nir = "2850599999001".parse()?;
/// assert_eq!(nir.key(), 31);
/// assert_eq!(format!("{nir:?}"), "Nir(…)");
/// assert!("28505".parse::<Nir>().is_err());
/// # Ok::<(), tierspayant_core::model::NirError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nir {
    number: u64,
    corsica: u8,
    given_key: Option<u8>,
}

/// A text that has not the shape of a NIR. It never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a NIR has 13 characters, digits but for 2A or 2B in places 6 and 7, and may be followed by its 2-digit key"
)]
pub struct NirError;

impl Nir {
    /// The key that the number should have, 1 to 97: 97 less the remainder of the number by 97, where Corsican 2A
    /// counts as 19 and 2B as 18.
    pub fn key(self) -> u8 {
        u8::try_from(97 - self.number % 97).unwrap_or(97)
    }

    /// Whether two NIRs have the same 13 characters, whatever their keys.
    pub fn same_number(self, other: Nir) -> bool {
        (self.number, self.corsica) == (other.number, other.corsica)
    }

    /// The key that was given with the number.
    pub const fn given_key(self) -> Option<u8> {
        self.given_key
    }

    /// Whether the given key is the right one; `None` when no key was given.
    pub fn key_fits(self) -> Option<bool> {
        self.given_key.map(|given| given == self.key())
    }
}

/// It is read and never written.
impl Value for Nir {
    const KIND: Kind = Kind::Nir;
    const PRIVACY: Privacy = Privacy::NeverWritten;

    fn is_said(&self) -> bool {
        false
    }

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.text(|text| text.parse().map_err(Fault::from))
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.nothing()
    }
}

impl FromStr for Nir {
    type Err = NirError;

    fn from_str(text: &str) -> Result<Self, NirError> {
        let body = text.get(0..13).ok_or(NirError)?;
        let tail = text.get(13..).ok_or(NirError)?;
        let given_key = match tail.len() {
            0 => None,
            2 if tail.bytes().all(|b| b.is_ascii_digit()) => Some(tail.parse().map_err(|_| NirError)?),
            _ => return Err(NirError),
        };
        let mut number: u64 = 0;
        let mut corsica = 0;
        for (place, byte) in body.bytes().enumerate() {
            let digit = match (place, byte) {
                (_, b'0'..=b'9') => byte - b'0',
                // 2A counts as 19 and 2B as 18: the digit before is a 2, so ten less makes it a 1.
                (6, b'A' | b'a') if number % 10 == 2 => {
                    corsica = b'A';
                    9
                }
                (6, b'B' | b'b') if number % 10 == 2 => {
                    corsica = b'B';
                    8
                }
                _ => return Err(NirError),
            };
            if corsica != 0 && place == 6 {
                number -= 1;
            }
            number = number * 10 + u64::from(digit);
        }
        Ok(Nir {
            number,
            corsica,
            given_key,
        })
    }
}

/// Whether a text has the shape of a NIR, or holds one: 13 characters, or 15 with the key; the first 1 to 8, the others
/// digits, but that places 6 and 7 may be 2A or 2B. The whole text may be cut anywhere by blanks, dots and hyphens. Inside a
/// longer text the number stands in one piece or in its usual groups (1 85 05 75 116 001 59), and no digit touches it. Digits of
/// other scripts count as digits.
///
/// The 13-digit code of a French medicine has that shape by chance. It starts with 3400 and its last digit is its key: such a
/// number is none.
///
/// ```
/// use tierspayant_core::model::has_nir_shape;
/// assert!(has_nir_shape("285057500100197") && has_nir_shape("2 85 05 2A 001 001"));
/// assert!(has_nir_shape("NIR:285057500100197-20261120"));
/// assert!(!has_nir_shape("3400930000014") && !has_nir_shape("F-2026-000123"));
/// ```
pub fn has_nir_shape(text: &str) -> bool {
    // Of 13 characters, one may be a letter.
    let digits = || text.bytes().filter(u8::is_ascii_digit).count();
    if text.len() < SHORT || (text.is_ascii() && digits() + 1 < SHORT) {
        return false;
    }
    let folded: Vec<u8> = text.chars().map(fold).collect();
    let whole: Vec<u8> = folded
        .iter()
        .copied()
        .filter(|byte| !b" .-".contains(byte))
        .collect();
    is_number(&whole) || (0..folded.len()).any(|start| holds_number_at(&folded, start))
}

const SHORT: usize = 13;
const LONG: usize = 15;

/// Whether these characters are those of a NIR.
fn is_number(characters: &[u8]) -> bool {
    let corsica = matches!(characters.get(5..7), Some(b"2A" | b"2B"));
    let digits = |from: usize| characters.iter().skip(from).all(u8::is_ascii_digit);
    let shaped = characters
        .first()
        .is_some_and(|first| (b'1'..=b'8').contains(first))
        && characters.iter().take(6).all(u8::is_ascii_digit)
        && (digits(6) || (corsica && digits(7)));
    (characters.len() == SHORT || characters.len() == LONG) && shaped && !is_medicine(characters)
}

/// Whether a number starts at this place, in one piece or in groups, with no digit before or after it.
fn holds_number_at(text: &[u8], start: usize) -> bool {
    const GROUPS: [usize; 6] = [1, 3, 5, 7, 10, 13];
    let digit_at = |place: usize| text.get(place).is_some_and(u8::is_ascii_digit);
    if start.checked_sub(1).is_some_and(digit_at) {
        return false;
    }
    let mut kept = [0_u8; LONG];
    let mut length = 0;
    for (place, byte) in text.iter().enumerate().skip(start) {
        if byte.is_ascii_alphanumeric() {
            let Some(slot) = kept.get_mut(length) else {
                return false;
            };
            *slot = *byte;
            length += 1;
        } else if !GROUPS.contains(&length) {
            return false;
        }
        let ends = byte.is_ascii_alphanumeric() && !digit_at(place + 1);
        if ends && kept.get(..length).is_some_and(is_number) {
            return true;
        }
    }
    false
}

/// A character as the shape reads it: a digit of any script, a capital letter, or something that is neither.
fn fold(one: char) -> u8 {
    /// The zeros of the scripts whose digits are in use, and of the digits that only look different.
    const ZEROS: [u32; 16] = [
        0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0x1810, 0xFF10,
        0x1D7CE, 0x1D7D8, 0x1D7E2,
    ];
    let code = u32::from(one);
    let digit = ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|digit| *digit < 10));
    match (digit.and_then(|digit| u8::try_from(digit).ok()), one) {
        (Some(digit), _) => b'0' + digit,
        (None, '\u{ff21}' | '\u{ff22}' | '\u{ff41}' | '\u{ff42}') => {
            if matches!(one, '\u{ff21}' | '\u{ff41}') {
                b'A'
            } else {
                b'B'
            }
        }
        (None, ' ' | '.' | '-') => u8::try_from(one).unwrap_or(b' '),
        (None, _) if one.is_ascii_alphanumeric() => u8::try_from(one).unwrap_or(b'Z').to_ascii_uppercase(),
        (None, _) if one.is_alphabetic() => b'Z',
        (None, _) if one.is_whitespace() => b' ',
        (None, _) => b'_',
    }
}

/// Whether these are the digits of the code of a French medicine (CIP13): its prefix, and the key of an EAN.
fn is_medicine(digits: &[u8]) -> bool {
    let weighed = digits.iter().zip([1_u32, 3].into_iter().cycle());
    let sum: u32 = weighed
        .map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight)
        .sum();
    digits.len() == 13 && digits.starts_with(b"3400") && sum % 10 == 0
}

impl fmt::Debug for Nir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nir(…)")
    }
}

#[cfg(test)]
#[path = "nir_tests.rs"]
mod tests;
