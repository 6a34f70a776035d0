//! Who is who. Ids decide where both have one; then birth date and rank; a NIR never does.

use crate::finding::Finding;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{Dossier, Person, Snapshot, Source};
use tierspayant_core::verdict::DoubtBasis;

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
    let nobody = Person::default();
    match births(one, other) {
        _ if differ => Is::Other,
        // Where nothing at all is said of people, there is nothing to verify.
        None if *one == nobody && *other == nobody => Is::Same,
        None => Is::NotSaid,
        Some(_) => Is::Same,
    }
}

/// The snapshots about the person of the claim, and what was found on the way.
pub(crate) fn heard(dossier: &Dossier) -> (Vec<&Snapshot>, Vec<Finding>) {
    let claimed = &dossier.claim.person;
    let compared = dossier
        .rights
        .iter()
        .map(|one| (one, compare(claimed, &one.person)));
    let mut kept: Vec<(&Snapshot, Is)> = compared.collect();
    kept.retain(|(_, is)| *is != Is::Other);

    // Several people of one source that the claim does not tell apart: all of them are set aside.
    let before = kept.clone();
    kept.retain(|(one, _)| {
        !before
            .iter()
            .any(|(other, _)| one.source == other.source && compare(&one.person, &other.person) == Is::Other)
    });
    let confused = kept.len() < before.len();

    let mut found = Vec::new();
    let about_nobody = |source: Source| kept.iter().all(|(one, _)| one.source != source);
    if confused {
        found.push(Finding::doubt(ReasonId::IdentityAmbiguous, DoubtBasis::Missing));
    } else if kept.is_empty() && !dossier.rights.is_empty() {
        found.push(Finding::doubt(ReasonId::IdentityOtherPerson, DoubtBasis::Missing));
    } else if let Some(other) = dossier.rights.iter().find(|one| about_nobody(one.source)) {
        let notice = Finding::notice(ReasonId::IdentityOtherPerson);
        found.push(notice.word(FactKey::Source, other.source.as_str()));
    }
    if kept.iter().any(|(_, is)| *is == Is::Contradictory) {
        found.push(Finding::doubt(ReasonId::IdentityMismatch, DoubtBasis::Conflict));
    }
    if kept.iter().any(|(_, is)| *is == Is::NotSaid) {
        found.push(Finding::notice(ReasonId::IdentityUnverified));
    }
    let mut people = kept.iter().map(|(one, _)| &one.person).chain([claimed]);
    if people.any(|one| one.nir.and_then(|nir| nir.key_fits()) == Some(false)) {
        found.push(Finding::notice(ReasonId::IdentityNirKey));
    }
    (kept.into_iter().map(|(one, _)| one).collect(), found)
}
