//! The doors: a dossier, a claim alone, snapshots alone.

use crate::convert;
use crate::error::{Fault, InputError};
use crate::given::{Given, Shape, Text};
use crate::json::decode;
use crate::limits::Limits;
use crate::place::At;
use crate::wire::{ClaimWire, DocumentWire, Outline, SnapshotWire};
use tierspayant_core::model::{Claim, Date, Dossier, Snapshot};

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

/// Reads a dossier: `format` and `claim` are required, `rights` may be absent.
///
/// Where `claim.third_party` is absent, every share that the claim could carry asks for tiers payant: the AMO share,
/// and the AMC share when there is a `claim.contract`. A line without `relation` has an unknown one.
pub fn parse_dossier(bytes: &[u8]) -> Result<Dossier, InputError> {
    parse_dossier_within(bytes, &Limits::default())
}

/// [`parse_dossier`] with other limits.
pub fn parse_dossier_within(bytes: &[u8], limits: &Limits) -> Result<Dossier, InputError> {
    dossier(document(text(bytes, limits)?)?, limits)
}

/// A dossier out of what was written.
pub(crate) fn dossier(wire: DocumentWire<'_>, limits: &Limits) -> Result<Dossier, InputError> {
    let at = At::ROOT;
    format(wire.format, true)?;
    let claim_at = at.field("claim");
    let rights_at = at.field("rights");
    Ok(Dossier {
        as_of: convert::parsed(wire.as_of, &at.field("as_of"))?,
        claim: convert::claim(wire.claim.required(&claim_at)?, &claim_at, limits)?,
        rights: convert::snapshots(wire.rights.optional(&rights_at)?.unwrap_or_default(), &rights_at)?,
    })
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
            return Err(InputError::new(&At::ROOT.field("rights"), Fault::RightsInClaim));
        }
        return Ok(ClaimDocument { as_of, claim });
    }
    let wire = decode::<Given<ClaimWire<'_>>>(text)?.item(&At::ROOT)?;
    let claim = convert::claim(wire, &At::ROOT, limits)?;
    Ok(ClaimDocument { as_of: None, claim })
}

/// Reads snapshots alone: one snapshot object, a list of them, `{"rights": […]}` or a whole dossier.
pub fn parse_snapshots(bytes: &[u8]) -> Result<Vec<Snapshot>, InputError> {
    parse_snapshots_within(bytes, &Limits::default())
}

/// [`parse_snapshots`] with other limits.
pub fn parse_snapshots_within(bytes: &[u8], limits: &Limits) -> Result<Vec<Snapshot>, InputError> {
    let text = text(bytes, limits)?;
    let at = At::ROOT;
    if text.trim_start().starts_with('[') {
        let wires = decode::<Given<Vec<Given<SnapshotWire<'_>>>>>(text)?.item(&at)?;
        return convert::snapshots(wires, &at);
    }
    if outline(text)?.is_document {
        let wire = document(text)?;
        let claim_at = at.field("claim");
        let claim = wire.claim.optional(&claim_at)?;
        format(wire.format, claim.is_some())?;
        convert::parsed::<Date>(wire.as_of, &at.field("as_of"))?;
        if let Some(claim) = claim {
            convert::claim(claim, &claim_at, limits)?;
        }
        let rights_at = at.field("rights");
        return convert::snapshots(wire.rights.required(&rights_at)?, &rights_at);
    }
    let wire = decode::<Given<SnapshotWire<'_>>>(text)?.item(&at)?;
    Ok(vec![convert::snapshot(wire, &at)?])
}

/// The document as text, once it is known to be small enough and UTF-8; a byte order mark is left out.
pub(crate) fn text<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, InputError> {
    limits.check(bytes)?;
    let text = core::str::from_utf8(bytes)
        .map_err(|error| InputError::at(format!("byte {}", error.valid_up_to()), Fault::NotUtf8))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A whole dossier. Another format is said to be one, rather than to have unknown fields.
fn document(text: &str) -> Result<DocumentWire<'_>, InputError> {
    document_of(text, FORMAT)
}

/// A whole document of one format.
pub(crate) fn document_of<'a, W: Shape<'a>>(text: &'a str, expected: &'static str) -> Result<W, InputError>
where
    Given<W>: serde::Deserialize<'a>,
{
    match decode::<Given<W>>(text) {
        Ok(document) => document.item(&At::ROOT),
        Err(error) => {
            if let Ok(outline) = outline(text) {
                format_of(outline.format, false, expected)?;
            }
            Err(error)
        }
    }
}

/// What the top of the document tells of its kind. It only fails where the text is no JSON.
fn outline(text: &str) -> Result<Outline<'_>, InputError> {
    Ok(decode::<Given<Outline<'_>>>(text)?
        .optional(&At::ROOT)
        .ok()
        .flatten()
        .unwrap_or_default())
}

fn format(format: Text<'_>, required: bool) -> Result<(), InputError> {
    format_of(format, required, FORMAT)
}

/// The format of a document is the one that was expected.
pub(crate) fn format_of(format: Text<'_>, required: bool, expected: &'static str) -> Result<(), InputError> {
    let at = At::ROOT.field("format");
    match format.optional(&at)?.as_deref() {
        Some(given) if given == expected => Ok(()),
        None if !required => Ok(()),
        None => Err(InputError::new(&at, Fault::Missing)),
        Some(_) => Err(InputError::new(&at, Fault::Format { expected })),
    }
}
