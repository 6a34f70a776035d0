//! What only who bills knows, now and then: the document, the agreement, the prescription of a line, the mode, other payers.

use crate::days::Days;
use crate::person::scheme;
use crate::pools::Kit;
use crate::random::Random;
use tierspayant_core::model::{
    Category, Claim, DocumentState, DomainRight, Dossier, Line, Mode, PaidInstead, PrescriptionState,
    PriorAgreement, Proof, Standing, Status, TransportGround, Voucher,
};

/// Facts of the claim as a whole.
pub(crate) fn of_claim(kit: &Kit, random: &mut Random, claim: &mut Claim) {
    if random.chance(15) {
        claim.facts.prescriber.standing = random.perhaps(90, Standing::ALL);
    }
    claim.facts.mode = random.perhaps(8, Mode::ALL);
    claim.facts.paid_instead = random.perhaps(3, PaidInstead::ALL);
    if random.chance(4) {
        claim.facts.other_scheme = scheme(kit, random);
    }
}

/// Facts of a line.
pub(crate) fn of_line(random: &mut Random, days: &mut Days, line: &mut Line) {
    let transport = line.category == Some(Category::Transport);
    let facts = &mut line.facts;
    facts.document = random.perhaps(12, DocumentState::ALL);
    facts.voucher = random.perhaps(12, Voucher::ALL);
    facts.prior_agreement = random.perhaps(10, PriorAgreement::ALL);
    if facts.prior_agreement.is_some() || random.chance(2) {
        facts.prior_agreement_requested_on = days.maybe(random, 80);
    }
    if random.chance(10) {
        facts.prescription.state = random.perhaps(80, PrescriptionState::ALL);
        facts.prescription.date = days.maybe(random, 50);
    }
    let likely = if transport { 70 } else { 2 };
    if random.chance(likely) {
        facts.transport.urgent = random.perhaps(50, &[true, false]);
        facts.transport.ground = random.perhaps(80, TransportGround::ALL);
    }
    facts.proof = random.perhaps(8, Proof::ALL);
}

/// Rights by kind of expense, as an insurer tells them: words of the table, in any case, and one of no table.
pub(crate) fn domains(kit: &Kit, random: &mut Random, days: &mut Days) -> Vec<DomainRight> {
    let count = random.pick(&[0, 1, 1, 2, 3]).unwrap_or(1);
    (0..count)
        .map(|_| {
            let places: Vec<usize> = (0..=kit.domains.len()).collect();
            let place = random.pick(&places);
            let word = place.and_then(|place| kit.domains.get(place));
            let word = word.map_or("unheard of", |word| &**word);
            let word = if random.chance(20) {
                word.to_uppercase()
            } else {
                word.to_owned()
            };
            DomainRight {
                domain: word.into(),
                period: days.period(random),
                status: random.perhaps(40, Status::ALL),
            }
        })
        .collect()
}

/// What is drawn last, so that the numbers of older dossiers keep most of theirs: services of contracts, and shares and relations that
/// are not said.
pub(crate) fn last(kit: &Kit, random: &mut Random, dossier: &mut Dossier) {
    let Dossier { claim, rights, .. } = dossier;
    if let Some(contract) = &mut claim.contract {
        contract.service = random.perhaps(8, &kit.indicators);
    }
    let on_record = rights.iter_mut().flat_map(|one| &mut one.contracts).flatten();
    for contract in on_record {
        contract.service = random.perhaps(8, &kit.indicators);
    }
    if random.chance(5) {
        claim.third_party = None;
    }
    for line in &mut claim.lines {
        line.relation = line.relation.filter(|_| !random.chance(4));
    }
}
