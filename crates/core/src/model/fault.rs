//! What can be wrong with an input, with a stable code for each kind: one list for JSON, C, Python and columns.

use super::record::RecordSpec;
use super::{CodeError, DateError, DigitsError, NirError, PeriodError, PersonError, UnknownWord};

/// What can be wrong with an input.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// More bytes than the limit.
    #[error("more than {limit} bytes, the limit")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// UTF-16, which is not read.
    #[error("UTF-16: a document is written in UTF-8")]
    Utf16,
    /// Not JSON; the text names the rule that was broken.
    #[error("not JSON: {0}")]
    Syntax(Box<str>),
    /// The document ends before it is complete.
    #[error("the document ends too early")]
    Truncated,
    /// Something follows the end of the document.
    #[error("something follows the end of the document")]
    Trailing,
    /// Lists and objects nested too deeply.
    #[error("nested too deeply")]
    TooDeep,
    /// More values than the limit.
    #[error("more than {limit} values, the limit")]
    TooManyValues {
        /// The limit in values.
        limit: usize,
    },
    /// A field that the object does not have.
    #[error("unknown field; expected one of: {expected}")]
    UnknownField {
        /// The fields of the object.
        expected: Box<str>,
    },
    /// A field given twice.
    #[error("duplicate field")]
    DuplicateField,
    /// A field that is required and absent.
    #[error("this field is required")]
    Missing,
    /// A value of another type than the field takes.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What the field takes.
        expected: &'static str,
        /// The type that was found, never the value.
        found: &'static str,
    },
    /// Another data error.
    #[error("does not fit the format")]
    Shape,
    /// Another format than the one this version reads.
    #[error("expected \"{expected}\"")]
    Format {
        /// The format that is read here.
        expected: &'static str,
    },
    /// Not a date or a moment.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A period that ends before it starts.
    #[error(transparent)]
    Period(#[from] PeriodError),
    /// A word that is not in the list of its field.
    #[error(transparent)]
    Word(#[from] UnknownWord),
    /// A text that is no code of the expected length.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// A text that is not so many digits.
    #[error(transparent)]
    Digits(#[from] DigitsError),
    /// A part of a person's identity that cannot be read.
    #[error(transparent)]
    Person(#[from] PersonError),
    /// A text that has not the shape of a NIR.
    #[error(transparent)]
    Nir(#[from] NirError),
    /// A text that is empty, too long or holds control or format characters.
    #[error("a text here has 1 to 200 bytes and no control or format characters")]
    Text,
    /// A text that has the shape of a NIR where it would come back in an answer.
    #[error("a text here comes back in answers, and may not have the shape of a NIR")]
    PersonNumber,
    /// A list that must not be empty.
    #[error("the list is empty")]
    EmptyList,
    /// A list with more items than the limit.
    #[error("more than {limit} items, the limit")]
    LongList {
        /// The limit in items.
        limit: usize,
    },
    /// A line id that an earlier line has.
    #[error("the same id as lines[{first}]")]
    DuplicateId {
        /// The earlier line, counted from 0.
        first: usize,
    },
    /// A share named twice.
    #[error("the same share twice")]
    DuplicateShare,
    /// Rights in a document that is to hold a claim only.
    #[error("a claim document holds no rights")]
    RightsInClaim,
    /// A line that the claim does not have.
    #[error("no line of the claim has this id")]
    UnknownLine,
}

impl Fault {
    /// A field that this record does not have.
    pub fn unknown_field(record: &RecordSpec) -> Self {
        let names: Vec<&str> = record.each().map(|field| field.name()).collect();
        Fault::UnknownField {
            expected: names.join(", ").into(),
        }
    }

    /// The stable code of this kind of fault. A code is never given to another kind.
    pub const fn code(&self) -> &'static str {
        match self {
            Fault::TooLarge { .. } => "TP-IN-001",
            Fault::NotUtf8 => "TP-IN-002",
            Fault::Utf16 => "TP-IN-008",
            Fault::Syntax(_) => "TP-IN-003",
            Fault::Truncated => "TP-IN-004",
            Fault::Trailing => "TP-IN-005",
            Fault::TooDeep => "TP-IN-006",
            Fault::TooManyValues { .. } => "TP-IN-007",
            Fault::UnknownField { .. } => "TP-IN-010",
            Fault::DuplicateField => "TP-IN-011",
            Fault::Missing => "TP-IN-012",
            Fault::WrongType { .. } => "TP-IN-013",
            Fault::Shape => "TP-IN-014",
            Fault::Format { .. } => "TP-IN-020",
            Fault::Date(_) => "TP-IN-021",
            Fault::Period(_) => "TP-IN-022",
            Fault::Word(_) => "TP-IN-023",
            Fault::Code(_) => "TP-IN-024",
            Fault::Digits(_) => "TP-IN-028",
            Fault::Person(_) => "TP-IN-025",
            Fault::Nir(_) => "TP-IN-026",
            Fault::Text => "TP-IN-027",
            Fault::PersonNumber => "TP-IN-036",
            Fault::EmptyList => "TP-IN-030",
            Fault::LongList { .. } => "TP-IN-031",
            Fault::DuplicateId { .. } => "TP-IN-032",
            Fault::DuplicateShare => "TP-IN-033",
            Fault::RightsInClaim => "TP-IN-034",
            Fault::UnknownLine => "TP-IN-035",
        }
    }
}

/// Why a text cannot be kept as written, as an id or a name that may be shown on a terminal: it has 1 to 200 bytes, no
/// control and no format characters (which turn or hide what follows), and neither has the shape of a NIR nor holds one.
pub fn text_fault(text: &str) -> Option<Fault> {
    let usual = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if text.is_empty() || text.len() > 200 || (!usual && text.chars().any(is_unseen)) {
        Some(Fault::Text)
    } else {
        super::has_nir_shape(text).then_some(Fault::PersonNumber)
    }
}

/// A control or a format character: it is not seen, and may change how what is seen reads.
fn is_unseen(one: char) -> bool {
    one.is_control()
        || matches!(u32::from(one),
            0xAD | 0x600..=0x605 | 0x61C | 0x6DD | 0x70F | 0x8E2 | 0x180E | 0x200B..=0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFB | 0x110BD | 0x110CD | 0x13430..=0x1343F | 0x1BCA0..=0x1BCA3
            | 0x1D173..=0x1D17A | 0xE0001 | 0xE0020..=0xE007F)
}

/// A text as it was written, where it may be kept.
pub fn checked_text(text: &str) -> Result<Box<str>, Fault> {
    match text_fault(text) {
        None => Ok(text.into()),
        Some(fault) => Err(fault),
    }
}

#[cfg(test)]
#[path = "fault_tests.rs"]
mod tests;
