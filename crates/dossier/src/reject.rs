//! The door for a reject: what a return said, the claim, and what is known of the rights.

use crate::convert::{self, kept};
use crate::door::{document_of, format_of, text};
use crate::error::{Fault, InputError};
use crate::limits::Limits;
use crate::place::At;
use crate::wire::{RejectDocumentWire, ReportWire};
use tierspayant_core::model::{Claim, Dossier};
use tierspayant_core::triage::RejectReport;

/// The format of a reject.
pub const REJECT_FORMAT: &str = "tierspayant-reject/1";

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
    reject(document_of(text(bytes, limits)?, REJECT_FORMAT)?, limits)
}

/// A reject out of what was written.
pub(crate) fn reject(wire: RejectDocumentWire<'_>, limits: &Limits) -> Result<RejectDocument, InputError> {
    format_of(wire.format, true, REJECT_FORMAT)?;
    let at = At::ROOT;
    let (reject_at, claim_at, rights_at) = (at.field("reject"), at.field("claim"), at.field("rights"));
    let claim = convert::claim(wire.claim.required(&claim_at)?, &claim_at, limits)?;
    let rights = convert::snapshots(wire.rights.optional(&rights_at)?.unwrap_or_default(), &rights_at)?;
    Ok(RejectDocument {
        reject: report(wire.reject.required(&reject_at)?, &reject_at, &claim)?,
        dossier: Dossier {
            as_of: None,
            claim,
            rights,
        },
    })
}

fn report(wire: ReportWire<'_>, at: &At<'_>, claim: &Claim) -> Result<RejectReport, InputError> {
    let line_at = at.field("line");
    let line = match kept(wire.line, &line_at)? {
        None => None,
        Some(id) => {
            let place = claim.lines.iter().position(|line| line.id == id);
            let place = place.and_then(|place| u16::try_from(place).ok());
            Some(place.ok_or_else(|| InputError::new(&line_at, Fault::UnknownLine))?)
        }
    };
    Ok(RejectReport {
        key: kept(wire.key, &at.field("key"))?,
        label: kept(wire.label, &at.field("label"))?,
        share: convert::parsed(wire.share, &at.field("share"))?,
        line,
        returned_on: convert::parsed(wire.returned_on, &at.field("returned_on"))?,
        amount_cents: wire.amount_cents.optional(&at.field("amount_cents"))?,
    })
}
