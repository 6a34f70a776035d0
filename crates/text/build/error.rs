//! What is wrong with the texts, and where.

use core::fmt;

/// A file of texts that cannot be used, with its line where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    /// The file; empty for what no file holds.
    pub file: Box<str>,
    /// The line, from 1 on.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: TextProblem,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextProblem {
    /// Not TOML.
    #[error("{0}")]
    Toml(Box<str>),
    /// Not the form of a file of texts.
    #[error("{what}: expected {expected}")]
    Form {
        /// The place in the file.
        what: Box<str>,
        /// What was expected there.
        expected: &'static str,
    },
    /// An id or a word that the decision does not know.
    #[error("`{0}` is not known to the decision")]
    UnknownId(Box<str>),
    /// The same text twice.
    #[error("`{0}` is given twice")]
    Twice(Box<str>),
    /// A text that must be there.
    #[error("`{id}` has no text in the voice `{voice}`")]
    Missing {
        /// The kind and the id.
        id: Box<str>,
        /// The voice.
        voice: &'static str,
    },
    /// A template that cannot be compiled or rendered.
    #[error("`{id}`, voice `{voice}`: {detail}")]
    Template {
        /// The kind and the id.
        id: Box<str>,
        /// The voice.
        voice: &'static str,
        /// What is wrong.
        detail: Box<str>,
    },
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.file, self.line) {
            ("", _) => write!(f, "texts: {}", self.problem),
            (file, Some(line)) => write!(f, "{file}:{line}: {}", self.problem),
            (file, None) => write!(f, "{file}: {}", self.problem),
        }
    }
}

impl std::error::Error for TextError {}
