//! What is wrong with a table as a whole, and what is wrong with one cell.

use std::fmt;
use tierspayant::format::Fault;

/// Why a table cannot be used at all. One bad row is never such an error: it fails alone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct BatchError {
    place: Box<str>,
    problem: Problem,
}

impl BatchError {
    pub(crate) fn new(place: impl fmt::Display, problem: Problem) -> Self {
        BatchError {
            place: place.to_string().into(),
            problem,
        }
    }

    /// An error of whoever gives or takes the batches.
    pub fn stream(place: &str, message: impl fmt::Display) -> Self {
        BatchError::new(place, Problem::Stream(message.to_string().into()))
    }

    /// Where it is: a table, or a table and a column, such as `lines.care_date`.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// What is wrong there.
    pub const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The stable code of the problem, such as `TP-TB-001`.
    pub const fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// What can be wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// A column that must be there.
    #[error("this column is required")]
    MissingColumn,
    /// Columns that the table does not have.
    #[error(
        "unknown column{near}{others}; the columns are: {known} (to pass over other columns, ask for it)"
    )]
    UnknownColumn {
        /// The nearest column by its name, where one is near.
        near: Box<str>,
        /// The other unknown columns, with the nearest ones.
        others: Box<str>,
        /// The columns of the table.
        known: Box<str>,
    },
    /// A column that is there twice.
    #[error("this column is there twice")]
    DuplicateColumn,
    /// A column of a type that cannot hold this.
    #[error("expected {expected}, found {found}{hint}")]
    ColumnType {
        /// What the column may hold.
        expected: &'static str,
        /// The type that was found.
        found: Box<str>,
        /// What to do about it.
        hint: &'static str,
    },
    /// A row of rights without a person.
    #[error("row {row} names no person")]
    NoPerson {
        /// The row, counted from 0.
        row: usize,
    },
    /// More people, snapshots or rows of rights than can be numbered.
    #[error("more rows than can be numbered")]
    TooMany,
    /// A row that cannot be read, where the one row was asked for.
    #[error("{0}")]
    Row(RowError),
    /// Whoever asked wants no more.
    #[error("interrupted")]
    Interrupted,
    /// A name that no table of rights has.
    #[error("no table of that name")]
    NoTable,
    /// A kept column that has the name of an answer.
    #[error("a column that is kept has the name of a column of the answer")]
    NameTaken,
    /// An option that cannot be read.
    #[error("{0}")]
    Option(Box<str>),
    /// Whoever gives the batches failed.
    #[error("{0}")]
    Stream(Box<str>),
    /// A fault of this library.
    #[error("a fault of the library")]
    Internal,
}

impl Problem {
    /// The stable code of this kind of problem. A code is never given to another kind.
    pub const fn code(&self) -> &'static str {
        match self {
            Problem::MissingColumn => "TP-TB-001",
            Problem::UnknownColumn { .. } => "TP-TB-002",
            Problem::DuplicateColumn => "TP-TB-003",
            Problem::ColumnType { .. } => "TP-TB-004",
            Problem::NoPerson { .. } => "TP-TB-005",
            Problem::TooMany => "TP-TB-006",
            Problem::NameTaken => "TP-TB-007",
            Problem::Option(_) => "TP-TB-008",
            Problem::Stream(_) => "TP-TB-009",
            Problem::NoTable => "TP-TB-010",
            Problem::Row(error) => error.fault.code(),
            Problem::Interrupted => "TP-TB-011",
            Problem::Internal => "TP-TB-099",
        }
    }
}

/// What is wrong with one cell. Its text never repeats a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CellFault {
    /// What the dossier format would say of the same value.
    #[error(transparent)]
    Value(#[from] Fault),
    /// A moment where a day is expected.
    #[error("a moment that is not midnight is no day")]
    NotMidnight,
    /// A number below zero.
    #[error("a number below zero")]
    Negative,
    /// A row that disagrees with the first row of its claim on what the whole claim shares.
    #[error("differs from the first row of the same claim")]
    ClaimDiffers,
    /// A row of a claim of which rows stand before, with rows of other claims between.
    #[error("the rows of a claim stand together; rows of this claim stand before, with others between")]
    ClaimApart,
    /// A claim with more lines than can be numbered.
    #[error("more lines than a claim can have")]
    LongClaim,
    /// A right that names a snapshot that is in no table.
    #[error("no snapshot of that name for this person")]
    NoSnapshot,
    /// A snapshot described twice, not in the same words.
    #[error("the same snapshot is described twice, not in the same words")]
    SnapshotTwice,
    /// A second maternity record in one snapshot.
    #[error("a snapshot holds one maternity record")]
    SecondMaternity,
    /// A reject of a claim that is not in the lines.
    #[error("no line of this claim is in the table of lines")]
    NoClaim,
}

impl CellFault {
    /// The stable code of this kind of fault. A code is never given to another kind.
    pub const fn code(&self) -> &'static str {
        match self {
            CellFault::Value(fault) => fault.code(),
            CellFault::NotMidnight => "TP-TB-101",
            CellFault::Negative => "TP-TB-102",
            CellFault::ClaimDiffers => "TP-TB-103",
            CellFault::LongClaim => "TP-TB-104",
            CellFault::NoSnapshot => "TP-TB-105",
            CellFault::SnapshotTwice => "TP-TB-106",
            CellFault::SecondMaternity => "TP-TB-107",
            CellFault::NoClaim => "TP-TB-108",
            CellFault::ClaimApart => "TP-TB-109",
        }
    }
}

/// A fault with its place: a column of the row itself, or a row and column of a table of rights.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct RowError {
    /// Such as `care_date`, or `exemptions[3].start`.
    pub place: Box<str>,
    /// What is wrong there.
    pub fault: CellFault,
}
