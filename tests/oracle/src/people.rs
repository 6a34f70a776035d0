//! Who is who. Ids decide where both have one; then birth date and rank; a NIR decides neither way.

use crate::birth::Birth;
use crate::finding::Finding;
use tierspayant_core::model::{Claim, Date, Dossier, Line, Nir, Person, PrescriptionState, Snapshot, Source};
use tierspayant_core::tables::DateRole;
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

    // Several people whom the claim does not tell apart, whatever the sources: all of them are set aside.
    let near = kept.clone();
    kept.retain(|(one, _)| {
        !near
            .iter()
            .any(|(other, _)| compare(&one.person, &other.person) == Is::Other)
    });
    let confused = kept.len() < near.len();

    let mut found = Vec::new();
    let about_nobody = |source: Source| kept.iter().all(|(one, _)| one.source != source);
    if confused {
        found.push(Finding::doubt("identity.ambiguous", DoubtBasis::Missing));
    } else if kept.is_empty() && !dossier.rights.is_empty() {
        found.push(Finding::doubt("identity.other_person", DoubtBasis::Missing));
    } else if let Some(other) = dossier.rights.iter().find(|one| about_nobody(one.source)) {
        let notice = Finding::notice("identity.other_person");
        found.push(notice.word("source", other.source.as_str()));
    }
    if kept.iter().any(|(_, is)| *is == Is::Contradictory) {
        found.push(Finding::doubt("identity.mismatch", DoubtBasis::Conflict));
    }
    if kept.iter().any(|(_, is)| *is == Is::NotSaid) {
        found.push(Finding::notice("identity.unverified"));
    }
    let kept: Vec<&Snapshot> = kept.into_iter().map(|(one, _)| one).collect();
    let people = || kept.iter().map(|one| &one.person).chain([claimed]);
    if people().any(|one| one.nir.and_then(|nir| nir.key_fits()) == Some(false)) {
        found.push(Finding::notice("identity.nir_key"));
    }
    let care = dossier.claim.care_date;
    let birth = birth(claimed, &kept);
    if several_numbers(people()) {
        found.push(if birth.is_some_and(|birth| birth.is_child(care)) {
            Finding::notice("identity.nir_differs")
        } else {
            Finding::doubt("identity.nir_differs", DoubtBasis::Conflict)
        });
    }
    let prescribed = first_prescription(&dossier.claim).map(|day| (day, DateRole::Prescription));
    let mut days = [Some((care, DateRole::Care)), prescribed].into_iter().flatten();
    if let Some(day) = days.find(|(day, _)| birth.is_some_and(|birth| *day < birth.first)) {
        let early = Finding::doubt("identity.care_before_birth", DoubtBasis::Conflict);
        found.push(early.tested(day));
    }
    (kept, found)
}

/// The earliest prescription date of the lines, those without a prescription aside.
fn first_prescription(claim: &Claim) -> Option<Date> {
    let of_line = |line: &Line| {
        let own = line.facts.prescription;
        let none = own.state == Some(PrescriptionState::None);
        own.date.or(claim.prescription_date).filter(|_| !none)
    };
    claim.lines.iter().filter_map(of_line).min()
}

/// Whether these people carry two numbers that differ, keys left aside.
fn several_numbers<'a>(people: impl Iterator<Item = &'a Person>) -> bool {
    let numbers: Vec<Nir> = people.filter_map(|one| one.nir).collect();
    numbers
        .iter()
        .any(|one| numbers.iter().any(|other| !one.same_number(*other)))
}

/// The birth date of the claim, else the earliest of the snapshots that are kept, of those that give an age.
pub(crate) fn birth(claimed: &Person, kept: &[&Snapshot]) -> Option<Birth> {
    let of = |person: &Person| person.birth_date.and_then(Birth::of);
    of(claimed).or_else(|| kept.iter().filter_map(|one| of(&one.person)).min())
}
