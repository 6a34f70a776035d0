//! Short codes, kept exactly as they were written.

use super::nir::has_nir_shape;
use super::record::{Field, Fields, Input, Kind, Misplaced, Plain, Privacy, Slot, Value, texts};
use std::fmt;
use std::str::FromStr;

/// A raw code of 1 to `N` printable ASCII characters, stored inline.
///
/// ```
/// use tierspayant_core::model::Code;
/// let lis: Code<8> = "LIS".parse()?;
/// assert_eq!(lis.as_str(), "LIS");
/// assert!("".parse::<Code<8>>().is_err());
/// assert!("ÉTÉ".parse::<Code<8>>().is_err());
/// # Ok::<(), tierspayant_core::model::CodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code<const N: usize> {
    bytes: [u8; N],
    len: u8,
}

/// A text that is no code of the expected length, or that has the shape of a NIR: a code comes back in answers. It never
/// repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a code has 1 to {longest} printable ASCII characters, without blanks at its ends{}",
    if *is_nir { ", and not the shape of a NIR" } else { "" }
)]
pub struct CodeError {
    longest: usize,
    is_nir: bool,
}

impl<const N: usize> Code<N> {
    /// The same code with room for more or fewer characters; `None` when it does not fit.
    #[inline]
    pub fn resize<const M: usize>(self) -> Option<Code<M>> {
        if usize::from(self.len) > M {
            return None;
        }
        // What follows the characters is nought in both.
        let mut bytes = [0; M];
        for (slot, byte) in bytes.iter_mut().zip(self.bytes) {
            *slot = byte;
        }
        Some(Code { bytes, len: self.len })
    }

    /// A code compiled in, which a build has read from its text; `None` where it does not fit.
    pub const fn compiled(text: &str) -> Option<Self> {
        let from = text.as_bytes();
        let Some(len) = (if from.len() <= N {
            Self::length(from.len())
        } else {
            None
        }) else {
            return None;
        };
        let mut bytes = [0; N];
        let (mut left, mut rest): (&mut [u8], &[u8]) = (&mut bytes, from);
        while let (Some((slot, after)), Some((byte, following))) =
            (left.split_first_mut(), rest.split_first())
        {
            *slot = *byte;
            (left, rest) = (after, following);
        }
        Some(Code { bytes, len })
    }

    /// A length as it is kept.
    const fn length(length: usize) -> Option<u8> {
        if length <= u8::MAX as usize {
            Some(length as u8)
        } else {
            None
        }
    }

    /// The number that the code writes in decimal digits, if it does.
    pub fn number(&self) -> Option<u32> {
        let digits = self.bytes.get(..usize::from(self.len))?;
        digits.iter().try_fold(0_u32, |number, digit| {
            let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
            number.checked_mul(10)?.checked_add(u32::from(digit))
        })
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }

    /// Writes its characters at the start of a room, and says how many they are; none where they do not fit.
    #[inline]
    pub(crate) fn write_to(&self, room: &mut [u8]) -> Option<u8> {
        match room.first_chunk_mut() {
            Some(start) => *start = self.bytes,
            None => room
                .get_mut(..usize::from(self.len))?
                .copy_from_slice(self.as_bytes()),
        }
        Some(self.len)
    }

    /// The code whose characters these are, as [`Code::write_to`] has written them; no more of them than it has room for.
    pub(crate) fn written(characters: &[u8]) -> Self {
        let mut bytes = [0; N];
        let mut len = 0;
        for (slot, byte) in bytes.iter_mut().zip(characters) {
            *slot = *byte;
            len += 1;
        }
        Code { bytes, len }
    }

    /// Whether it holds no sign that JSON writes otherwise.
    pub(crate) fn is_plain(&self) -> bool {
        !self.as_bytes().iter().any(|byte| matches!(byte, b'"' | b'\\'))
    }

    /// The same as bytes.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or(&[])
    }
}

texts!([<const N: usize>] Code<N>, Code(N), Public, |code| code.as_str());

impl<const N: usize> FromStr for Code<N> {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let is_nir = has_nir_shape(text);
        let error = CodeError { longest: N, is_nir };
        // Among printable characters, only the blank is white space.
        let ends_in_blank = text.starts_with(' ') || text.ends_with(' ');
        let printable = text.bytes().all(|b| (b' '..=b'~').contains(&b));
        if text.is_empty() || text.len() > N || !printable || ends_in_blank || is_nir {
            return Err(error);
        }
        let mut bytes = [0; N];
        for (slot, byte) in bytes.iter_mut().zip(text.bytes()) {
            *slot = byte;
        }
        Ok(Code {
            bytes,
            len: u8::try_from(text.len()).map_err(|_| error)?,
        })
    }
}

impl<const N: usize> fmt::Display for Code<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<const N: usize> fmt::Debug for Code<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// A code of exactly `N` digits, such as a régime or a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits<const N: usize>(pub Code<N>);

/// A text that is not so many digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code here has {digits} digits")]
pub struct DigitsError {
    digits: usize,
}

impl<const N: usize> FromStr for Digits<N> {
    type Err = DigitsError;

    fn from_str(text: &str) -> Result<Self, DigitsError> {
        let error = DigitsError { digits: N };
        if text.len() != N || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(error);
        }
        text.parse().map(Digits).map_err(|_| error)
    }
}

texts!([<const N: usize>] Digits<N>, Digits(N), Public, |code| code.0.as_str());

/// In a record, a raw code that must be digits.
impl<const N: usize> Field<Digits<N>> for Option<Code<N>> {
    const KIND: Kind = <Digits<N> as Value>::KIND;
    const REQUIRED: bool = false;
    const PRIVACY: Privacy = Privacy::Public;
    type Slot = Slot<Digits<N>>;

    fn take<S: Input>(slot: &mut Slot<Digits<N>>, _: &str, input: S) -> Result<(), S::Error> {
        slot.fill(input, Digits::read)
    }

    fn finish(slot: Slot<Digits<N>>, _: &'static [&'static str]) -> Result<Self, Misplaced> {
        Ok(slot.said().map(|digits| digits.0))
    }

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        Field::<Plain>::write(self, names, fields)
    }
}

#[cfg(test)]
#[path = "code_tests.rs"]
mod tests;
