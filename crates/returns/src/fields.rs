//! Reading one field of an entity or of a record, by its positions.

/// First and last position of a field, from 1.
pub(crate) type Field = (usize, usize);

use tierspayant_core::model::{Code, Date};

/// The bytes of one entity or record.
pub(crate) struct Fields<'e> {
    pub bytes: &'e [u8],
}

impl<'e> Fields<'e> {
    fn raw(&self, (first, last): Field) -> &'e [u8] {
        let first = first.saturating_sub(1);
        self.bytes.get(first..last).unwrap_or_default()
    }

    /// A text, without the blanks around it; nothing when it is blank.
    pub(crate) fn text(&self, field: Field) -> Option<String> {
        let text: String = self.raw(field).iter().map(|byte| char::from(*byte)).collect();
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A text that is no number of zeros.
    pub(crate) fn number_text(&self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        let short = text.trim_start_matches('0');
        (!short.is_empty()).then(|| short.to_owned())
    }

    /// A code as written; nothing when it is blank or does not fit.
    pub(crate) fn code<const N: usize>(&self, field: Field) -> Option<Code<N>> {
        self.text(field)?.parse().ok()
    }

    /// One letter or digit.
    pub(crate) fn letter(&self, field: Field) -> Option<char> {
        self.text(field)?.chars().next()
    }

    /// A whole number; blank is nothing, and so is what is no number.
    pub(crate) fn number(&self, field: Field) -> Option<i64> {
        let text = self.text(field)?;
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            text.parse().ok()
        } else {
            None
        }
    }

    /// An amount in cents with the sign that stands apart: `N` for a negative one.
    pub(crate) fn amount(&self, field: Field, sign: Field) -> Option<i64> {
        let amount = self.number(field)?;
        Some(if self.letter(sign) == Some('N') {
            amount.saturating_neg()
        } else {
            amount
        })
    }

    /// A day written `AAMMJJ`: of this century, as the norm is younger than it.
    pub(crate) fn day(&self, field: Field) -> Option<Date> {
        let text = self.text(field)?;
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) || text == "000000" {
            return None;
        }
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
        format!("20{}-{}-{}", part(0..2), part(2..4), part(4..6))
            .parse()
            .ok()
    }

    /// Whether a field holds something that is neither blank nor zeros.
    pub(crate) fn is_filled(&self, field: Field) -> bool {
        self.raw(field).iter().any(|byte| !matches!(byte, b' ' | b'0'))
    }
}
