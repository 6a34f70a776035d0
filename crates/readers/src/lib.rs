//! Readers: what integrators already hold, turned into snapshots.
//!
//! Each reader takes the bytes of one real format and gives one [`Snapshot`](tierspayant_core::model::Snapshot) per beneficiary, with the list of every
//! field that it did not use. It reads no file, asks no clock and keeps nothing.
//!
//! Four rules hold in all of them:
//!
//! * **Nothing is invented.** `""`, blanks, zeros, `null` and a missing field are "not set": never a date, never today.
//!   A list that the answer did not carry stays `None`, which says nothing; only an answer that lists nothing gives an
//!   empty list.
//! * **A service error is not a no.** It gives no snapshot at all and says why in [`ReadResult::refusal`].
//! * **One odd period does not cost the rest.** A period that ends before it starts is left out and listed; a cut or
//!   broken buffer, or a date that is no day of the calendar, is an error with its place.
//! * **No personal data leaves with what is listed.** Errors and the list of unused fields name places, never values.
//!
//! ```
//! use tierspayant_readers::{Format, ReadOptions, read};
//!
//! let answer = br#"{"status":"beneficiaire_sans_participation_financiere","dateDebut":"2026-02-01","dateFin":null}"#;
//! let options = ReadOptions { observed_at: "2026-11-20".parse().ok() };
//! let result = read(Format::C2s, answer, &options)?;
//! let contracts = result.snapshots.first().and_then(|snapshot| snapshot.contracts.as_ref());
//! assert_eq!(contracts.map(Vec::len), Some(1));
//! # Ok::<(), tierspayant_readers::ReadError>(())
//! ```
#![forbid(unsafe_code)]

mod adri;
mod c2s;
mod cnam;
mod date;
mod error;
mod format;
mod identity;
mod jfse;
mod json;
mod kept;
mod lecture_vitale;
mod outcome;
mod ssv;
mod text;

pub use error::{FieldProblem, ReadError};
pub use format::Format;
pub use outcome::{ReadOptions, ReadResult, Refusal, Unused, Why};
#[cfg(any(test, feature = "test-cards"))]
pub use ssv::encode as test_cards;
pub use ssv::{CardPlace, CardProblem};

/// Reads one document: a card buffer, or one answer of a service.
///
/// # Errors
///
/// When the bytes are not of this format, are cut, or hold a date that is no day of the calendar where a period needs
/// one. The error names the place. An error answer of a service is no error here: see [`ReadResult::refusal`].
pub fn read(format: Format, bytes: &[u8], options: &ReadOptions) -> Result<ReadResult, ReadError> {
    match format {
        Format::Ssv => ssv::read(bytes, options),
        Format::AdriJson => adri::read(bytes, options),
        Format::CnamDroits => cnam::read(bytes, options),
        Format::C2s => c2s::read(bytes, options),
        Format::Jfse => jfse::read(bytes, options),
        Format::LectureVitale => lecture_vitale::read(bytes, options),
    }
}
