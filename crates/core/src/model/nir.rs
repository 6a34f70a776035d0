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

/// Whether a text has the shape of a NIR: 13 characters, or 15 with the key, blanks, dots and hyphens left out; the first 1 to
/// 8, the others digits, but that places 6 and 7 may be 2A or 2B.
///
/// The 13-digit code of a French medicine has that shape by chance. It starts with 3400 and its last digit is its key: such a
/// text is none.
///
/// ```
/// use tierspayant_core::model::has_nir_shape;
/// assert!(has_nir_shape("285057500100197") && has_nir_shape("2 85 05 2A 001 001"));
/// assert!(!has_nir_shape("3400930000014") && !has_nir_shape("F-2026-000123"));
/// ```
pub fn has_nir_shape(text: &str) -> bool {
    const SHORT: usize = 13;
    const LONG: usize = 15;
    if text.len() < SHORT {
        return false;
    }
    let mut kept = [0_u8; LONG];
    let mut length = 0;
    for byte in text.bytes().filter(|byte| !b" .-".contains(byte)) {
        let Some(slot) = kept.get_mut(length) else {
            return false;
        };
        *slot = byte.to_ascii_uppercase();
        length += 1;
    }
    let characters = kept.get(..length).unwrap_or(&[]);
    let corsica = matches!(characters.get(5..7), Some(b"2A" | b"2B"));
    let digits = |from: usize| characters.iter().skip(from).all(u8::is_ascii_digit);
    let shaped = characters
        .first()
        .is_some_and(|first| (b'1'..=b'8').contains(first))
        && characters.iter().take(6).all(u8::is_ascii_digit)
        && (digits(6) || (corsica && digits(7)));
    (length == SHORT || length == LONG) && shaped && !is_medicine(characters)
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
