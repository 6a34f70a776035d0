//! Why a document could not be read, and where.

use crate::ssv::{CardPlace, CardProblem};

/// Why a document could not be read. No variant repeats a value of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is nothing to read.
    #[error("the document is empty")]
    Empty,
    /// The document is larger than any real one.
    #[error("the document is larger than {limit} bytes, which no real one of this format is")]
    TooLarge {
        /// The largest size that is read.
        limit: usize,
    },
    /// A fault in a card buffer.
    #[error("{place}: {problem}")]
    Card {
        /// Where.
        place: CardPlace,
        /// What.
        problem: CardProblem,
    },
    /// The document is not JSON.
    #[error("line {line}, column {column}: this is not JSON")]
    NotJson {
        /// Line, counted from one.
        line: usize,
        /// Column, counted from one.
        column: usize,
    },
    /// The document is not XML.
    #[error("line {line}, column {column}: this is not XML")]
    NotXml {
        /// Line, counted from one.
        line: usize,
        /// Column, counted from one.
        column: usize,
    },
    /// A fault in a field of a JSON or XML document.
    #[error("{place}: {problem}")]
    Field {
        /// The path of the field, such as `mutuelle.periodeMutuelle.dateDebut`; `$` is the document itself.
        place: String,
        /// What.
        problem: FieldProblem,
    },
}

/// What is wrong with a field of a JSON document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldProblem {
    /// A date that is neither blank, nor zeros, nor a day of the calendar.
    #[error("not a date")]
    NotADate,
    /// Not a text.
    #[error("a text was expected here")]
    NotText,
    /// Not an object.
    #[error("an object was expected here")]
    NotAnObject,
    /// Not a list.
    #[error("a list was expected here")]
    NotAList,
    /// The same name twice with two values.
    #[error("the same field is given twice with two values")]
    TwoValues,
    /// The document has no field of this format.
    #[error("nothing here belongs to the format that was asked for")]
    NotThisFormat,
    /// A carte Vitale reading in JSON, where an answer was expected.
    #[error("this is a card reading in JSON, not an answer of the service")]
    CardReading,
    /// An empty list, of which nothing says what it lists.
    #[error("an empty list alone does not say what was asked for")]
    EmptyList,
}

impl ReadError {
    /// A fault at a path.
    pub(crate) fn field(place: impl Into<String>, problem: FieldProblem) -> Self {
        ReadError::Field {
            place: place.into(),
            problem,
        }
    }
}
