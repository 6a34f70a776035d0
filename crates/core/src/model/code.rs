//! Short codes, kept exactly as they were written.

use super::record::texts;
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

/// A text that is no code of the expected length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a code has 1 to {longest} printable ASCII characters, without blanks at its ends")]
pub struct CodeError {
    longest: usize,
}

impl<const N: usize> Code<N> {
    /// The same code with room for more or fewer characters; `None` when it does not fit.
    pub fn resize<const M: usize>(self) -> Option<Code<M>> {
        let mut bytes = [0; M];
        let taken = self.bytes.get(..usize::from(self.len))?;
        bytes.get_mut(..taken.len())?.copy_from_slice(taken);
        Some(Code { bytes, len: self.len })
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
        let bytes = self.bytes.get(..usize::from(self.len)).unwrap_or(&[]);
        std::str::from_utf8(bytes).unwrap_or("")
    }
}

texts!([<const N: usize>] Code<N>, Code(N), Public, |code| code);

impl<const N: usize> FromStr for Code<N> {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let error = CodeError { longest: N };
        let printable = text.bytes().all(|b| (b' '..=b'~').contains(&b));
        if text.is_empty() || text.len() > N || !printable || text.trim() != text {
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
