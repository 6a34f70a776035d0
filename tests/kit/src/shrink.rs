//! Smaller dossiers, so that a difference is told by the few facts that matter.

use tierspayant_core::model::{Claim, Dossier, Line, Person, Scheme, ShareSet, Snapshot, Traits};

/// Dossiers that are this one less one part, the largest parts first.
pub fn smaller(dossier: &Dossier) -> Vec<Dossier> {
    let mut out = Vec::new();
    for place in 0..dossier.rights.len() {
        let mut less = dossier.clone();
        less.rights.remove(place);
        out.push(less);
    }
    for place in 0..dossier.claim.lines.len() {
        if dossier.claim.lines.len() > 1 {
            let mut less = dossier.clone();
            less.claim.lines.remove(place);
            out.push(less);
        }
    }
    for place in 0..dossier.rights.len() {
        for cut in SNAPSHOT_CUTS {
            edit(&mut out, dossier, |less| {
                if let Some(snapshot) = less.rights.get_mut(place) {
                    cut(snapshot);
                }
            });
        }
        entries(&mut out, dossier, place);
    }
    for place in 0..dossier.claim.lines.len() {
        for cut in LINE_CUTS {
            edit(&mut out, dossier, |less| {
                if let Some(line) = less.claim.lines.get_mut(place) {
                    cut(line);
                }
            });
        }
    }
    for cut in CLAIM_CUTS {
        edit(&mut out, dossier, |less| cut(&mut less.claim));
    }
    edit(&mut out, dossier, |less| less.as_of = None);
    out
}

/// The smallest dossier on this way that still has the property.
pub fn minimise(dossier: &Dossier, holds: impl Fn(&Dossier) -> bool) -> Dossier {
    let mut best = dossier.clone();
    while let Some(less) = smaller(&best).into_iter().find(|less| holds(less)) {
        best = less;
    }
    best
}

fn edit(out: &mut Vec<Dossier>, dossier: &Dossier, change: impl FnOnce(&mut Dossier)) {
    let mut less = dossier.clone();
    change(&mut less);
    if less != *dossier {
        out.push(less);
    }
}

const SNAPSHOT_CUTS: &[fn(&mut Snapshot)] = &[
    |one| one.coverage = None,
    |one| one.codes = None,
    |one| one.exemptions = None,
    |one| one.maternity = None,
    |one| one.accidents = None,
    |one| one.contracts = None,
    |one| one.services = None,
    |one| one.horizon = None,
    |one| one.person = Person::default(),
    |one| one.person.nir = None,
    |one| one.person.birth_rank = None,
    |one| one.person.birth_date = None,
    |one| one.scheme = Scheme::default(),
    |one| one.updated_on = None,
];

const LINE_CUTS: &[fn(&mut Line)] = &[
    |one| one.traits = Traits::default(),
    |one| one.origin = None,
    |one| one.amount_cents = None,
    |one| one.document = None,
    |one| one.voucher = None,
    |one| one.prior_agreement = None,
    |one| one.prior_agreement_requested_on = None,
    |one| one.prescription = None,
    |one| one.transport = None,
    |one| one.proof = None,
];

const CLAIM_CUTS: &[fn(&mut Claim)] = &[
    |one| one.id = None,
    |one| one.setting = None,
    |one| one.transmission_date = None,
    |one| one.person = Person::default(),
    |one| one.person.nir = None,
    |one| one.person.birth_rank = None,
    |one| one.scheme = Scheme::default(),
    |one| one.contract = None,
    |one| one.accident = None,
    |one| one.prescriber = None,
    |one| one.mode = None,
    |one| one.paid_instead = None,
    |one| one.other_scheme = Scheme::default(),
    |one| one.third_party = Some(ShareSet::Amo),
    |one| one.prescription_date = None,
    |one| one.prescription_date = one.prescription_date.map(|_| one.care_date),
];

/// One entry less in one list.
fn entries(out: &mut Vec<Dossier>, dossier: &Dossier, place: usize) {
    macro_rules! lists {
        ($($list:ident)+) => {$(
            let length = dossier.rights.get(place).and_then(|one| one.$list.as_ref()).map_or(0, Vec::len);
            for entry in 0..length {
                edit(out, dossier, |less| {
                    if let Some(list) = less.rights.get_mut(place).and_then(|one| one.$list.as_mut()) {
                        list.remove(entry);
                    }
                });
            }
        )+};
    }
    lists!(coverage codes exemptions accidents contracts services);
}
