//! What came back from the funds and the complementary insurers: invoices with their shares, lines, rejects and deductions.
//!
//! Nothing of a person is kept: no NIR, no name, no birth date, no member number. A label is free text written by a payer, so whatever in it has
//! the shape of a NIR is masked.
#![forbid(unsafe_code)]

pub mod b2;
mod blocks;
mod fields;
pub mod intake;
pub mod jfse;
pub mod ledger;
pub mod messages;
mod model;
pub mod noemie;
pub mod prevention;
pub mod report;
#[cfg(any(test, feature = "test-files"))]
pub mod synthetic;
pub mod table;
mod text;
mod words;

pub use model::{
    Check, CheckResult, Deduction, FileHead, Level, Reject, RejectShare, ReturnedInvoice, ReturnedLine,
    ReturnedShare, Returns, ReturnsError, ShareState,
};
