//! A reject: what a return said, the claim, and what is known of the rights.

use super::document::Body;
use super::json::{decode_document, text};
use super::limits::Limits;
use crate::error::InputError;
use tierspayant_core::model::record::OrNothing;
use tierspayant_core::model::{Claim, Date, Dossier, Fault, Share, Snapshot};
use tierspayant_core::record;
use tierspayant_core::triage::{RejectReport, ReportedState};

/// The format of a reject.
pub const REJECT_FORMAT: &str = "tierspayant-reject/1";

record! {
    /// A reject with its claim and what is known of the rights.
    RejectBody {
        /// What a return said of the claim.
        reject: Report,
        /// The claim as it was sent.
        claim: Claim,
        /// Every snapshot at hand, those read since included.
        rights: Vec<Snapshot> as OrNothing => "no source was asked",
    }
}

record! {
    /// What a return said of a claim.
    #[derive(Default)]
    Report {
        /// The reject code, in any spelling.
        key: Option<Box<str>>,
        /// The label that stands beside the code.
        label: Option<Box<str>>,
        /// The share that was rejected.
        share: Option<Share>,
        /// What became of it.
        state: Option<ReportedState> => "it was rejected",
        /// The id of the line that was rejected.
        line: Option<Box<str>> => "the claim as a whole",
        /// The day of the return.
        returned_on: Option<Date>,
        /// The amount that was not paid, in euro cents.
        amount_cents: Option<u64>,
    }
}

/// A reject with the dossier that it came back on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectDocument {
    /// What the return said.
    pub reject: RejectReport,
    /// The claim as it was sent, and every snapshot at hand, those read since included.
    pub dossier: Dossier,
}

/// Reads a reject: `format`, `reject` and `claim` are required, `rights` may be absent.
///
/// A key or a label in any spelling is read; whether a table knows it is not asked here. The line must be one of the
/// claim.
pub fn parse_reject(bytes: &[u8]) -> Result<RejectDocument, InputError> {
    parse_reject_within(bytes, &Limits::default())
}

/// [`parse_reject`] with other limits.
pub fn parse_reject_within(bytes: &[u8], limits: &Limits) -> Result<RejectDocument, InputError> {
    decode_document::<RejectBody>(text(bytes, limits)?)?.resolve(limits)
}

impl Body for RejectBody {
    const FORMAT: &'static str = REJECT_FORMAT;
}

impl Report {
    /// What it says of a claim, its line found there.
    ///
    /// # Errors
    ///
    /// Where the line is none of the claim.
    pub fn of_claim(self, claim: &Claim) -> Result<RejectReport, InputError> {
        let line = self.line.map(|id| {
            let place = claim.lines.iter().position(|line| line.id == id);
            place
                .and_then(|place| u16::try_from(place).ok())
                .ok_or_else(|| InputError::new("reject.line", Fault::UnknownLine))
        });
        Ok(RejectReport {
            key: self.key,
            label: self.label,
            share: self.share,
            state: self.state,
            line: line.transpose()?,
            returned_on: self.returned_on,
            amount_cents: self.amount_cents,
        })
    }
}

impl RejectBody {
    /// The reject with its line found in the claim.
    pub(super) fn resolve(self, limits: &Limits) -> Result<RejectDocument, InputError> {
        let RejectBody {
            reject,
            claim,
            rights,
        } = self;
        limits.check_lines(&claim, "claim.lines")?;
        Ok(RejectDocument {
            reject: reject.of_claim(&claim)?,
            dossier: Dossier {
                as_of: None,
                claim,
                rights,
            },
        })
    }
}
