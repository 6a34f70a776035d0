//! The dossier: one document, or a claim and files of rights put together.

use super::{Input, RightsFormat, snapshots};
use crate::args::DossierArgs;
use crate::failure::Failure;
use tierspayant_core::model::{Dossier, Moment};
use tierspayant_format::{Limits, parse_claim_within, parse_dossier_within};

/// Reads the dossier that the command line names.
pub(crate) fn dossier(args: &DossierArgs) -> Result<Dossier, Failure> {
    let rights = args.rights().iter().map(|file| &file.path);
    let standard = args
        .claim
        .iter()
        .chain(rights)
        .filter(|path| Input(path).is_stdin());
    if standard.count() > 1 {
        return Err(Failure::Usage("standard input can be read only once"));
    }
    let limits = Limits::default();
    let Some(claim) = &args.claim else {
        let input = Input(args.dossier.as_deref().unwrap_or("-".as_ref()));
        let bytes = input.bytes(&limits)?;
        return parse_dossier_within(&bytes, &limits).map_err(|error| input.refused(&error));
    };
    let input = Input(claim);
    let bytes = input.bytes(&limits)?;
    let document = parse_claim_within(&bytes, &limits).map_err(|error| input.refused(&error))?;
    let as_of = document.as_of.or(args.as_of);
    // What is handed over with a claim was read for it: where neither the file nor the user says when, it was on the day
    // of the question.
    let observed_at = args.observed_at.or(as_of.map(Moment::on));
    let mut rights = Vec::new();
    for file in args.rights() {
        let input = Input(&file.path);
        let moment = if file.from == RightsFormat::JSON {
            args.observed_at
        } else {
            observed_at
        };
        rights.extend(snapshots(input, file.from, moment, &limits)?.snapshots);
    }
    Ok(Dossier {
        as_of,
        claim: document.claim,
        rights,
    })
}
