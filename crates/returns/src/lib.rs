//! What came back from the funds and the complementary insurers: invoices with their shares, lines, rejects and deductions.
//!
//! Nothing of a person is kept: no NIR, no name, no birth date, no member number. A label is free text written by a payer, so whatever in it has
//! the shape of a NIR is masked.
#![forbid(unsafe_code)]

pub mod b2;
mod blocks;
mod fields;
pub mod ledger;
mod model;
pub mod noemie;
pub mod report;
pub mod table;
mod text;

pub use model::{
    Check, CheckResult, Deduction, FileHead, Level, Reject, RejectShare, ReturnedInvoice, ReturnedLine,
    ReturnedShare, Returns, ReturnsError, ShareState,
};
