//! Documents in: a dossier, a claim alone, snapshots alone, a reject.

mod document;
mod held;
mod json;
mod limits;
mod outline;
mod parsed;
mod place;
mod quick;
mod reject;
mod value;

pub use document::{Body, Document};
pub use held::{NOT_UTF8, claim_of, dossier_from, dossier_of, reject_from, reject_of};
pub use json::TOO_DEEP;
pub use limits::Limits;
pub use parsed::Parsed;
pub use quick::Unsure;
pub use reject::{REJECT_FORMAT, RejectBody, RejectDocument, Report, parse_reject, parse_reject_within};

use crate::error::InputError;
use json::{decode, decode_document, outline, text};
use tierspayant_core::model::{Claim, Date, Dossier, Fault, Snapshot};
use tierspayant_core::record;

/// The format that this version reads and writes.
pub const FORMAT: &str = "tierspayant/1";

/// A claim without rights, and the day the question is asked where the document says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimDocument {
    /// The day the question is asked; a bare claim does not say it.
    pub as_of: Option<Date>,
    /// What is about to be sent.
    pub claim: Claim,
}

record! {
    /// Rights alone: what each source said.
    RightsBody {
        /// The day the question is asked.
        as_of: Option<Date>,
        /// A claim, which is read and left aside.
        claim: Option<Claim>,
        /// What each source said, in any order.
        rights: Vec<Snapshot>,
    }
}

impl Body for Dossier {
    const FORMAT: &'static str = FORMAT;
}

impl Body for RightsBody {
    const FORMAT: &'static str = FORMAT;

    fn needs_format(&self) -> bool {
        self.claim.is_some()
    }
}

/// Reads a dossier: `format` and `claim` are required, `rights` may be absent.
///
/// What an absent field stands for is said in [`tierspayant_core::question::silence`].
pub fn parse_dossier(bytes: &[u8]) -> Result<Dossier, InputError> {
    parse_dossier_within(bytes, &Limits::default())
}

/// [`parse_dossier`] with other limits.
pub fn parse_dossier_within(bytes: &[u8], limits: &Limits) -> Result<Dossier, InputError> {
    let dossier: Dossier = decode_document(text(bytes, limits)?)?;
    limits.check_lines(&dossier.claim, "claim.lines")?;
    Ok(dossier)
}

/// Reads a claim alone: the claim object itself, or a document `{"format", "as_of", "claim"}` without rights.
pub fn parse_claim(bytes: &[u8]) -> Result<ClaimDocument, InputError> {
    parse_claim_within(bytes, &Limits::default())
}

/// [`parse_claim`] with other limits.
pub fn parse_claim_within(bytes: &[u8], limits: &Limits) -> Result<ClaimDocument, InputError> {
    let text = text(bytes, limits)?;
    if outline(text)?.is_document {
        let Dossier { as_of, claim, rights } = parse_dossier_within(bytes, limits)?;
        if !rights.is_empty() {
            return Err(InputError::new("rights", Fault::RightsInClaim));
        }
        return Ok(ClaimDocument { as_of, claim });
    }
    let claim: Claim = decode(text)?;
    limits.check_lines(&claim, "lines")?;
    Ok(ClaimDocument { as_of: None, claim })
}

/// Reads snapshots alone: one snapshot object, a list of them, `{"rights": […]}` or a whole dossier.
pub fn parse_snapshots(bytes: &[u8]) -> Result<Vec<Snapshot>, InputError> {
    parse_snapshots_within(bytes, &Limits::default())
}

/// [`parse_snapshots`] with other limits.
pub fn parse_snapshots_within(bytes: &[u8], limits: &Limits) -> Result<Vec<Snapshot>, InputError> {
    let text = text(bytes, limits)?;
    if text.trim_start().starts_with('[') {
        return decode(text);
    }
    if outline(text)?.is_document {
        let body: RightsBody = decode_document(text)?;
        if let Some(claim) = &body.claim {
            limits.check_lines(claim, "claim.lines")?;
        }
        return Ok(body.rights);
    }
    decode(text).map(|snapshot| vec![snapshot])
}
