//! What only who bills knows: the prescriber's document and standing, the fund's agreement, proofs, the mode, other payers.

use crate::calendar::{day_of_work, from, plus_months};
use crate::contract::carries;
use crate::finding::Finding;
use crate::implausible;
use crate::line::Dates;
use crate::product;
use crate::said::Asked;
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::finding::Effect;
use tierspayant_core::model::{
    CardState, Category, Date, DocumentState, Line, Mode, PrescriptionState, PriorAgreement, Proof, Share,
    Standing, TransportGround,
};
use tierspayant_core::tables::{DateRole, Ground, GroundSet, RightKind};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// What concerns the claim as a whole.
pub(crate) fn of_claim(world: &World<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let contradicts = match (world.claim.facts.mode, world.claim.card) {
        (Some(Mode::Card), Some(card)) => matches!(card, CardState::Absent | CardState::Unreadable),
        (Some(_), Some(card)) => card == CardState::Read,
        _ => false,
    };
    if contradicts {
        let differs = Finding::doubt("card.mode_differs", DoubtBasis::Conflict);
        let card = world.claim.card.map(CardState::as_str);
        found.push(
            differs
                .word("card", card)
                .word("mode", world.claim.facts.mode.map(Mode::as_str)),
        );
    }
    if let Some(payer) = world.claim.facts.paid_instead {
        let instead = Finding::doubt("coverage.paid_instead", DoubtBasis::BeyondRules);
        found.push(instead.word("paid_instead", payer.as_str()));
    }
    found.extend(psychologist(world));
    if world.setting() == "psychologist" && from(2022, 2, 19) <= Some(world.claim.care_date) {
        found.extend(implausible::too_young_for_a_psychologist(world));
    }
    found.extend(implausible::scheme(world));
    found.extend(implausible::sent(world));
    found
}

/// A psychologist: the law speaks of the AMO share alone, from a day on.
fn psychologist(world: &World<'_>) -> Vec<Finding> {
    let Some(start) = from(2026, 10, 1).filter(|_| world.setting() == "psychologist") else {
        return Vec::new();
    };
    let open = DoubtBasis::BeyondRules;
    let found = if world.claim.care_date < start {
        vec![Finding::doubt("other.psychologist_before", open)]
    } else {
        let fund = [RightKind::Css, RightKind::Ame]
            .into_iter()
            .any(|kind| carries(world, kind));
        let amc = Finding::doubt("other.psychologist", open).on(Share::Amc);
        let amo = Finding::notice("other.psychologist").on(Share::Amo);
        std::iter::once(amo).chain((!fund).then_some(amc)).collect()
    };
    found.into_iter().map(|one| one.day("start", start)).collect()
}

/// What concerns one line.
pub(crate) fn of_line(world: &World<'_>, line: &Line, dates: Dates) -> Vec<Finding> {
    let mut found = documents(world, line);
    found.extend(implausible::category(world, line));
    found.extend(prescriber(world, line, dates));
    found.extend(tariff_of_a_home(world, line));
    found.extend(billed_alone(world, line));
    found.extend(implausible::not_paid(world, line));
    found.extend(implausible::third_party_in_practices(world, line));
    found.extend(implausible::flu_of_nobody(world, line));
    found.extend(agreement(world, line));
    found.extend(no_prescription(world, line));
    found.extend(transport_ground(world, line));
    found.extend(shared_transport(world, line));
    let proof = match line.facts.proof {
        Some(Proof::Missing) => Some("time.proof_missing"),
        Some(Proof::ToSend) => Some("time.proof_to_send"),
        Some(Proof::Sent) | None => None,
    };
    found.extend(proof.map(|id| Finding::notice(id).on(Share::Amo)));
    found
}

/// The kit is billed on a claim of its own, since 2024.
fn billed_alone(world: &World<'_>, line: &Line) -> Option<Finding> {
    let kit = "colorectal_kit";
    let beside = world.lines().any(|(_, one)| !one.has(kit));
    let now = from(2024, 1, 1) <= Some(world.claim.care_date) && world.setting() == "pharmacy";
    let found = Finding::doubt("other.billed_alone", DoubtBasis::Conflict).on(Share::Amo);
    (beside && now && line.has(kit)).then(|| found.word("trait", kit))
}

/// Devices, and care of nurses and of some auxiliaries, of who lives in a home for the elderly, since 2008-08-01.
fn tariff_of_a_home(world: &World<'_>, line: &Line) -> Option<Finding> {
    let cared_for = ["nurse", "physiotherapist", "speech_therapist"].contains(&world.setting());
    let held = match line.category? {
        Category::Device => true,
        Category::Act | Category::ActSeries => cared_for,
        Category::Drug | Category::Biology | Category::Transport | Category::Stay => false,
    };
    let told = world.claim.facts.paid_instead.is_some();
    let applies =
        held && !told && line.has("nursing_home") && from(2008, 8, 1) <= Some(world.claim.care_date);
    let one = Finding::doubt("coverage.paid_instead", DoubtBasis::BeyondRules);
    applies.then(|| one.word("paid_instead", "nursing_home"))
}

/// The prescriber's document that a product needs.
fn documents(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let care = Some(world.claim.care_date);
    let forbidden = Effect::Block(NoBasis::Forbidden);
    let missing = Effect::Doubt(DoubtBasis::Missing);
    let open = Effect::Doubt(DoubtBasis::BeyondRules);
    // What follows where it is absent, outside the terms, and not said.
    let mut rules = Vec::new();
    if line.has("glp1") && from(2025, 6, 1) <= care {
        rules.push(("glp1", Some(forbidden), forbidden, Some(missing)));
    } else if line.has("glp1") && from(2025, 2, 1) <= care {
        rules.push(("glp1", Some(Effect::Notice), forbidden, None));
    }
    if line.has("document_required") && from(2025, 2, 28) <= care {
        rules.push(("document_required", Some(open), open, Some(missing)));
    }
    if !line.has("glp1") && !line.has("document_required") {
        return of_another(line).into_iter().collect();
    }
    let told = rules.into_iter().filter_map(|(word, absent, outside, not_said)| {
        let (effect, id) = match line.facts.document {
            Some(DocumentState::Present) => return None,
            Some(DocumentState::Absent) => (absent?, "pharmacy.document_absent"),
            Some(DocumentState::OutsideTerms) => (outside, "pharmacy.document_outside_terms"),
            None => (not_said?, "pharmacy.document_not_said"),
        };
        let found = Finding::new(effect, id).word("trait", word);
        let nothing = from(2025, 9, 1).filter(|day| word == "glp1" && Some(*day) <= care);
        Some(found.day("limit", nothing))
    });
    told.collect()
}

/// A document of a product that no trait tells.
fn of_another(line: &Line) -> Option<Finding> {
    let id = match line.facts.document? {
        DocumentState::Present => return None,
        DocumentState::Absent => "pharmacy.document_absent",
        DocumentState::OutsideTerms => "pharmacy.document_outside_terms",
    };
    Some(Finding::doubt(id, DoubtBasis::Missing))
}

fn state(line: &Line) -> Option<PrescriptionState> {
    line.facts.prescription.state
}

/// A doctor outside the convention, from the day on which what they prescribe is announced not to be paid.
fn prescriber(world: &World<'_>, line: &Line, dates: Dates) -> Option<Finding> {
    let outside = world.claim.facts.prescriber.standing? == Standing::OutsideConvention;
    let prescribed = match line.category {
        Some(Category::Act | Category::Stay) => dates.prescribed.is_some(),
        _ => true,
    };
    let applies = outside
        && prescribed
        && state(line) != Some(PrescriptionState::None)
        && from(2027, 1, 1) <= Some(world.claim.care_date);
    applies.then(|| Finding::doubt("coverage.prescriber_outside", DoubtBasis::BeyondRules))
}

/// The day on which a request was received: that of its sending stands for it, and of both the later counts.
fn received(line: &Line) -> Option<Date> {
    let facts = &line.facts;
    facts
        .prior_agreement_requested_on
        .max(facts.prior_agreement_received_on)
}

/// The first day on which the silence of the fund is sure to count: fifteen days, and for a wheelchair two months.
pub(crate) fn silence_counts_from(world: &World<'_>, line: &Line, wheelchair: bool) -> Option<Date> {
    let local = world.claim.scheme.fund.is_some_and(|fund| {
        let fund = fund.to_string();
        ["57", "67", "68"].iter().any(|start| fund.starts_with(start))
    });
    let received = received(line)?;
    let end = if wheelchair && from(2025, 12, 1) <= Some(received) {
        plus_months(received, 2)
    } else {
        received.plus_days(15)
    };
    // The delay ends on a day of work, and the day after it is safe.
    day_of_work(end?, local)?.next()
}

/// The first day on which an agreement by silence is too old to rely on.
pub(crate) fn silence_lasts_to(line: &Line) -> Option<Date> {
    plus_months(received(line)?, 12)
}

/// The fund's prior agreement: fifteen days of silence count as one, transports apart.
fn agreement(world: &World<'_>, line: &Line) -> Option<Finding> {
    let transport = line.category == Some(Category::Transport);
    let asked_for =
        line.facts.prior_agreement_requested_on.is_some() || line.facts.prior_agreement_received_on.is_some();
    match line
        .facts
        .prior_agreement
        .or(asked_for.then_some(PriorAgreement::Requested))
    {
        Some(PriorAgreement::Refused) => {
            Some(Finding::block("coverage.agreement_refused", NoBasis::NotGranted))
        }
        Some(PriorAgreement::Granted | PriorAgreement::NotNeeded) => None,
        Some(PriorAgreement::Requested) => {
            let requested = line.facts.prior_agreement_requested_on;
            let received = line.facts.prior_agreement_received_on;
            let safe = silence_counts_from(world, line, line.has("wheelchair"));
            let passed = safe.filter(|safe| world.dossier.as_of.is_some_and(|today| *safe <= today));
            let waiting = |basis| {
                let found = Finding::doubt("coverage.agreement_requested", basis);
                Some(
                    found
                        .day("start", requested)
                        .day("received_on", received)
                        .day("retry_on", safe),
                )
            };
            match passed {
                None => waiting(DoubtBasis::Pending),
                Some(safe) if transport || world.claim.care_date < safe => waiting(DoubtBasis::BeyondRules),
                Some(safe) => {
                    let tell = |found: Finding| found.day("start", requested).day("received_on", received);
                    if let Some(old) = silence_lasts_to(line).filter(|old| *old <= world.claim.care_date) {
                        let found = Finding::doubt("coverage.agreement_old", DoubtBasis::BeyondRules);
                        return Some(tell(found).day("limit", old));
                    }
                    let unnamed = line.category == Some(Category::Device) && !line.has("wheelchair");
                    let chair = silence_counts_from(world, line, true)
                        .filter(|chair| unnamed && world.claim.care_date < *chair);
                    let found = Finding::notice("coverage.agreement_silence").day("limit", safe);
                    Some(tell(found).day("other_date", chair))
                }
            }
        }
        None => {
            let facts = line.facts.transport;
            let concerned = matches!(
                facts.ground,
                Some(TransportGround::Series | TransportGround::LongDistance)
            );
            let asked = transport && concerned && facts.urgent != Some(true) || line.has("spa_cure");
            let found = Finding::doubt("coverage.agreement_not_said", DoubtBasis::Missing);
            asked.then(|| found.word("trait", line.has("spa_cure").then_some("spa_cure")))
        }
    }
}

/// Care that is said to have no prescription, and that no rule allows without one.
fn no_prescription(world: &World<'_>, line: &Line) -> Option<Finding> {
    let auxiliary = matches!(world.setting(), "physiotherapist" | "speech_therapist" | "nurse");
    let needs = matches!(
        line.category?,
        Category::Drug | Category::Device | Category::Biology | Category::ActSeries | Category::Transport
    ) || (auxiliary && line.category == Some(Category::Act) && !line.has("prevention"));
    let direct = product::needs_no_prescription(world, line);
    let none = state(line) == Some(PrescriptionState::None);
    let summons = line.facts.transport.ground == Some(TransportGround::Summons);
    let missing = needs && none && !direct && !line.has("flu_vaccine") && !summons;
    let found = Finding::doubt("time.prescription_none", DoubtBasis::BeyondRules);
    missing.then(|| found.word("date_role", DateRole::Prescription.as_str()))
}

/// A transport on a ground of no list, or for an ALD that the record does not show.
fn transport_ground(world: &World<'_>, line: &Line) -> Option<Finding> {
    let id = "coverage.transport_ground";
    let care = world.claim.care_date;
    let transport = line.category == Some(Category::Transport);
    match line.facts.transport.ground.filter(|_| transport)? {
        TransportGround::Other => Some(Finding::doubt(id, DoubtBasis::BeyondRules)),
        TransportGround::Ald => {
            let on = |ground: Ground| weigh(world, Asked::Grounds(GroundSet::of(ground)), care);
            let ald = on(Ground::Ald);
            let absent = matches!(ald.outcome, Outcome::No(_));
            let other = on(Ground::AldNonExempting).outcome.is_yes();
            let found = ald.tell(Finding::doubt(id, DoubtBasis::Conflict));
            (absent && !other).then(|| found.tested((care, DateRole::Care)))
        }
        _ => None,
    }
}

/// Who refuses a shared transport pays, unless a CSS or an AME pays.
fn shared_transport(world: &World<'_>, line: &Line) -> Option<Finding> {
    let care = world.claim.care_date;
    let word = "shared_transport_refused";
    let transport = line.category == Some(Category::Transport) && line.has(word);
    if !transport || Some(care) < from(2025, 3, 1) {
        return None;
    }
    let id = "coverage.shared_transport_refused";
    let kinds = [RightKind::Css, RightKind::Ame];
    let outcomes = kinds.map(|kind| weigh(world, Asked::Contract(kind), care).outcome);
    if outcomes.iter().any(|one| one.is_yes()) {
        return None;
    }
    let carried = kinds.into_iter().any(|kind| carries(world, kind));
    let open = outcomes.iter().any(|one| !matches!(one, Outcome::No(_)));
    let found = if carried && open {
        Finding::doubt(id, DoubtBasis::Missing)
    } else {
        Finding::block(id, NoBasis::Forbidden)
    };
    Some(found.word("trait", word))
}
