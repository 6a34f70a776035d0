//! Where and why a card buffer could not be read.

use std::fmt;

/// A place in a card buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardPlace {
    /// Offset of the group's first byte, counted from zero.
    pub offset: usize,
    /// Number of the group, where it could be read.
    pub group: Option<u16>,
    /// Number of the field in its group, counted from one, where the fault is in a field.
    pub field: Option<usize>,
}

impl CardPlace {
    /// A place known by its offset only.
    pub(crate) fn byte(offset: usize) -> Self {
        CardPlace {
            offset,
            group: None,
            field: None,
        }
    }

    /// A whole group.
    pub(crate) fn group(offset: usize, group: u16) -> Self {
        CardPlace {
            offset,
            group: Some(group),
            field: None,
        }
    }

    /// One field of this place's group.
    pub(crate) fn field(self, number: usize) -> Self {
        CardPlace {
            field: Some(number),
            ..self
        }
    }
}

impl fmt::Display for CardPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.group {
            None => write!(f, "byte {}", self.offset)?,
            Some(group) => write!(f, "group {group} at byte {}", self.offset)?,
        }
        if let Some(field) = self.field {
            write!(f, ", field {field}")?;
            if let Some(name) = self
                .group
                .and_then(|group| super::layout::field_name(group, field))
            {
                write!(f, " ({name})")?;
            }
        }
        Ok(())
    }
}

/// What is wrong at a place of a card buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CardProblem {
    /// The buffer does not begin with a group that a card reading has.
    #[error("this is not the beginning of a card reading")]
    NotACard,
    /// The buffer ends before the group or its header does.
    #[error("the buffer ends before the group does")]
    Truncated,
    /// The length is in a form that no card uses.
    #[error("the length of the group is not in a known form")]
    LengthForm,
    /// A field says that it is longer than what is left of its group.
    #[error("the field is longer than what is left of its group")]
    FieldOverrun,
    /// A date that is neither blank, nor zeros, nor a day of the calendar.
    #[error("not a date")]
    NotADate,
    /// A group that belongs to a person comes before the first person.
    #[error("the group belongs to a person, and none comes before it")]
    NoPersonYet,
    /// The buffer holds no beneficiary.
    #[error("the card holds no beneficiary (group 104)")]
    NoBeneficiary,
}
