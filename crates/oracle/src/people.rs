//! Who is who. Ids decide where both have one; then birth date and rank; a NIR never does.

use crate::opinion::Finding;
use tierspayant_core::decision::{DoubtBasis, ReasonId};
use tierspayant_core::model::{Dossier, Person, Snapshot, Source};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Same,
    Other,
    Contradictory,
    NotSaid,
}

fn births(one: &Person, other: &Person) -> Option<bool> {
    Some(one.birth_date?.same_day(&other.birth_date?))
}

fn ranks(one: &Person, other: &Person) -> Option<bool> {
    Some(one.birth_rank? == other.birth_rank?)
}

fn compare(one: &Person, other: &Person) -> Is {
    let differ = births(one, other) == Some(false) || ranks(one, other) == Some(false);
    if let (Some(id), Some(other_id)) = (&one.id, &other.id) {
        return match (id == other_id, differ) {
            (false, _) => Is::Other,
            (true, true) => Is::Contradictory,
            (true, false) => Is::Same,
        };
    }
    match births(one, other) {
        _ if differ => Is::Other,
        Some(_) => Is::Same,
        None => Is::NotSaid,
    }
}

/// The snapshots about the person of the claim, and what was found on the way.
pub(crate) fn heard(dossier: &Dossier) -> (Vec<&Snapshot>, Vec<Finding>) {
    let mut found = Vec::new();
    let claimed = &dossier.claim.person;
    let mut kept: Vec<(&Snapshot, Is)> = Vec::new();
    for snapshot in dossier.rights.iter().filter(|one| one.source != Source::Manual) {
        match compare(claimed, &snapshot.person) {
            Is::Other => {}
            Is::Contradictory => {
                found.push(Finding::doubt(ReasonId::IdentityMismatch, DoubtBasis::Conflict));
            }
            is => kept.push((snapshot, is)),
        }
    }
    let speaks = dossier.rights.iter().any(|one| one.source != Source::Manual);
    if speaks && kept.is_empty() && found.is_empty() {
        found.push(Finding::doubt(ReasonId::IdentityOtherPerson, DoubtBasis::Missing));
    }
    // Several people of one source that the claim does not tell apart: all of them are set aside.
    let confused: Vec<Source> = kept
        .iter()
        .flat_map(|one| kept.iter().map(move |other| (one, other)))
        .filter(|((one, _), (other, _))| {
            one.source == other.source && compare(&one.person, &other.person) == Is::Other
        })
        .map(|((one, _), _)| one.source)
        .collect();
    if !confused.is_empty() {
        found.push(Finding::doubt(ReasonId::IdentityAmbiguous, DoubtBasis::Missing));
    }
    kept.retain(|(one, _)| !confused.contains(&one.source));
    if kept.iter().any(|(_, is)| *is == Is::NotSaid) {
        found.push(Finding::notice(ReasonId::IdentityUnverified));
    }
    let claimed_key = claimed.nir.and_then(|nir| nir.key_fits());
    let mut keys = kept
        .iter()
        .map(|(one, _)| one.person.nir.and_then(|nir| nir.key_fits()));
    if claimed_key == Some(false) || keys.any(|fits| fits == Some(false)) {
        found.push(Finding::notice(ReasonId::IdentityNirKey));
    }
    (kept.into_iter().map(|(one, _)| one).collect(), found)
}
