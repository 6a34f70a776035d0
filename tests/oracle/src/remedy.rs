//! What to do next: what the table says of the reason, less what cannot answer, in the order in which it is done.

use crate::accident::the_accident;
use crate::code::carries_ame;
use crate::contract::kind_of;
use crate::finding::Finding;
use crate::fit;
use crate::freshness::is_fresh;
use crate::insurer::of_line;
use crate::line::Dates;
use crate::said::{Asked, speaks_on};
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use std::str::FromStr;
use tierspayant_core::finding::{Effect, FactValue};
use tierspayant_core::ids::{ReasonId, RemedySet};
use tierspayant_core::model::{Code, Line, Mode, Nature, Relation, Share, Snapshot, Source};
use tierspayant_core::tables::{Ground, GroundSet, Right, RightKind};
use tierspayant_core::verdict::DoubtBasis;

const ORDER: &[&str] = &[
    "claim.correct_scheme",
    "claim.check_identity",
    "claim.check_prescriber",
    "claim.correct_nature",
    "claim.check_direct_access",
    "claim.complete",
    "agreement.ask",
    "line.state_relation",
    "exemption.correct",
    "contract.correct",
    "invoice.split",
    "invoice.wait",
    "invoice.find_payment",
    "claim.hold_until",
    "source.query_adri",
    "card.update",
    "patient.ask_attestation",
    "service.agree",
    "amc.contact",
    "exemption.unforce",
    "exemption.remove",
    "amc.bill_amo_alone",
    "proof.send",
    "fund.contact",
    "patient.renew_css",
    "software.fix_setting",
    "invoice.recycle",
    "invoice.new_fse",
    "invoice.paper",
    "patient.pays",
];

/// Remedies that send to a source.
const SENDING: &[(&str, Source)] = &[
    ("source.query_adri", Source::Adri),
    ("patient.ask_attestation", Source::Attestation),
    ("card.update", Source::Vitale),
];

/// Reasons that ask for nothing where they are notices.
const WITHOUT_REMEDY: &[&str] = &["person.drug_class", "contract.prolonged"];

/// The remedies, and the code that fits the line where it is to be put instead of being taken away.
pub(crate) fn of(world: &World<'_>, found: &Finding) -> (Vec<&'static str>, Option<Code<4>>) {
    let mut all = of_reason(world, found);
    let fitting = fitting(world, found).filter(|_| all.contains(&"exemption.remove"));
    if fitting.is_some() {
        all.retain(|one| *one != "exemption.remove" && *one != "exemption.correct");
        all.push("exemption.correct");
    }
    let mut ordered: Vec<&'static str> = ORDER.iter().copied().filter(|one| all.contains(one)).collect();
    ordered.extend(all.into_iter().filter(|one| !ORDER.contains(one)));
    (ordered, fitting)
}

/// The code that fits the line of a reason on the day of the reason.
fn fitting(world: &World<'_>, found: &Finding) -> Option<Code<4>> {
    let line = world.claim.lines.get(usize::from(found.line?))?;
    let day = match found.facts.get("date") {
        Some(FactValue::Date(day)) => *day,
        _ => world.claim.care_date,
    };
    fit::code(world, line, day)
}

fn of_reason(world: &World<'_>, found: &Finding) -> Vec<&'static str> {
    if !found.remedies.is_empty() {
        let mut all = found.remedies.clone();
        own_claim(world, found, &mut all);
        return all;
    }
    if found.effect == Effect::Notice && WITHOUT_REMEDY.contains(&found.id) {
        return Vec::new();
    }
    let mut all = of_table(world, found);
    let right = right(world, found);
    let before = all.len();
    // An answer of these sources would tell others.
    let secret = world.claim.facts.mode == Some(Mode::Secrecy);
    all.retain(|one| {
        let source = SENDING.iter().find(|(word, _)| word == one);
        source.is_none_or(|(_, source)| !secret && right.is_none_or(|right| can_show(world, *source, right)))
    });
    let left_out = all.len() < before;
    let again = matches!(
        found.effect,
        Effect::Doubt(DoubtBasis::Conflict | DoubtBasis::Stale)
    );
    all.retain(|one| *one != "source.query_adri" || again || !at_hand(world));
    let sends = SENDING.iter().any(|(word, _)| all.contains(word));
    if !secret && left_out && !sends && found.effect != Effect::Notice {
        let private = right == Some(RightKind::PrivateContract.as_str());
        all.push(if private { "amc.contact" } else { "fund.contact" });
    }
    of_nature(world, found, right, &mut all);
    // Of an insurer's contract the insurer is asked.
    let private = right == Some(RightKind::PrivateContract.as_str());
    if private && all.contains(&"fund.contact") {
        all.retain(|one| *one != "fund.contact" && *one != "amc.contact");
        all.push("amc.contact");
    }
    all.retain(|one| *one != "amc.bill_amo_alone" || world.asks(Share::Amo) && !may_pay(world));
    let over = match found.facts.get("retry_on") {
        Some(FactValue::Date(day)) => world.dossier.as_of.is_some_and(|today| *day <= today),
        _ => false,
    };
    all.retain(|one| *one != "claim.hold_until" || !over);
    let maternity =
        world.claim.nature == Some(Nature::Maternity) && right == Some(Ground::Maternity.as_str());
    let identity = found.id == "identity.right_implausible";
    if maternity && !identity && carries_ame(world) && names_something(world, found) {
        all = vec!["claim.correct_nature"];
    }
    // What contradicts itself is not cured by saying how the care is related.
    let contradicted = found.effect == Effect::Doubt(DoubtBasis::Conflict);
    all.retain(|one| *one != "line.state_relation" || !contradicted || found.id != "at_mp.nature_differs");
    if !secret && all.is_empty() && found.effect != Effect::Notice && names_something(world, found) {
        all.push(if private { "amc.contact" } else { "fund.contact" });
    }
    all
}

/// The right that a reason is about: the one that its rule looked for, else that of its table.
fn right(world: &World<'_>, found: &Finding) -> Option<&'static str> {
    let known = found.id.parse::<ReasonId>().ok();
    let about = known
        .and_then(|id| world.tables.rules.reason(id))
        .and_then(|info| info.about)
        .map(Right::as_str);
    word(found, "right").or(about)
}

/// An ADRi answer that holds something, fresh for the care and in reach of its day.
fn at_hand(world: &World<'_>) -> bool {
    let adri = |one: &&&Snapshot| one.source == Source::Adri;
    let mut heard = world.heard.iter().filter(adri);
    heard.any(|one| is_fresh(world, one) && speaks_on(world, one, world.claim.care_date))
}

/// Under nature 30 and 41 it is the nature that is wrong, or the code, and no exemption to be taken away.
fn of_nature(world: &World<'_>, found: &Finding, right: Option<&str>, all: &mut Vec<&'static str>) {
    let maternity = world.claim.nature == Some(Nature::Maternity);
    own_claim(world, found, all);
    if maternity && right == Some(Ground::Maternity.as_str()) {
        // What is pending is waited for.
        if found.effect == Effect::Doubt(DoubtBasis::Pending) {
            all.retain(|one| *one != "exemption.remove");
        }
        for one in all.iter_mut().filter(|one| **one == "exemption.remove") {
            *one = "claim.correct_nature";
        }
    }
}

/// A line of no accident, beside lines of one: it goes on a claim of its own.
fn own_claim(world: &World<'_>, found: &Finding, all: &mut Vec<&'static str>) {
    let unrelated = |line: &Line| line.relation == Some(Relation::Unrelated);
    let here = found
        .line
        .and_then(|place| world.claim.lines.get(usize::from(place)));
    let applies = world.claim.nature == Some(Nature::Accident)
        && matches!(found.id, "at_mp.unrelated" | "exemption.code_with_nature")
        && here.is_some_and(unrelated)
        && !world.claim.lines.iter().all(unrelated);
    if applies {
        all.retain(|one| !matches!(*one, "claim.correct_nature" | "exemption.correct"));
        all.push("invoice.split");
    }
}

/// A line whose kind of expense the insurer closed, beside one that is open: it goes on a claim of its own, for the AMO share.
fn amo_alone_elsewhere(world: &World<'_>, found: &Finding) -> bool {
    let open = || {
        world
            .claim
            .lines
            .iter()
            .any(|line| of_line(world, line).is_none())
    };
    matches!(found.effect, Effect::Block(_)) && world.asks(Share::Amo) && open() && !may_pay(world)
}

/// Base rights that are closed on the care, where the date of the prescription counts and is missing.
fn prescription_missing(world: &World<'_>, found: &Finding) -> bool {
    let place = usize::from(found.line.unwrap_or_default());
    let line = world.claim.lines.get(place);
    let closed = weigh(world, Asked::Coverage, world.claim.care_date).outcome;
    matches!(closed, Outcome::No(_)) && line.is_some_and(|line| Dates::of(world, line).unknown())
}

/// Whether the table of a reason names any remedy.
fn names_something(world: &World<'_>, found: &Finding) -> bool {
    let info = found.id.parse::<ReasonId>().ok();
    let info = info.and_then(|id| world.tables.rules.reason(id));
    info.is_some_and(|info| info.remedies.union(info.remedies_offline).iter().count() > 0)
}

fn word(found: &Finding, key: &str) -> Option<&'static str> {
    match found.facts.get(key) {
        Some(FactValue::Word(word)) => Some(word),
        _ => None,
    }
}

fn of_table(world: &World<'_>, found: &Finding) -> Vec<&'static str> {
    let known = found.id.parse::<ReasonId>().ok();
    let Some(info) = known.and_then(|id| world.tables.rules.reason(id)) else {
        return Vec::new();
    };
    let decides = word(found, "source").and_then(|word| Source::from_str(word).ok());
    let online = decides.is_some_and(|source| world.tables.source(source).online);
    let offline = if online {
        RemedySet::NONE
    } else {
        info.remedies_offline
    };
    let mut all: Vec<&'static str> = info
        .remedies
        .union(offline)
        .iter()
        .map(|one| one.as_str())
        .collect();
    // A CSS that is not open is renewed.
    let css = world
        .claim
        .contract
        .is_some_and(|one| kind_of(world, one) == RightKind::Css);
    let reason = word(found, "end_reason");
    if found.id == "contract.not_open" && css && reason.is_none_or(|one| one == "term") {
        all.push("patient.renew_css");
    }
    if found.id == "coverage.unknown" && prescription_missing(world, found) {
        all.push("claim.complete");
    }
    if found.id == "at_mp.not_recorded"
        && the_accident(world).is_some_and(|(number, date)| number.is_some() || date.is_some())
    {
        all.push("claim.complete");
    }
    if found.id == "time.prescription_none"
        && matches!(world.setting(), "physiotherapist" | "speech_therapist" | "nurse")
    {
        all.push("claim.check_direct_access");
    }
    if found.id == "contract.domain_closed" && amo_alone_elsewhere(world, found) {
        all.push("invoice.split");
    }
    // What has lapsed nobody pays for instead.
    if found.id == "pharmacy.prescription_old" && found.facts.contains_key("limit") {
        all.retain(|one| *one != "patient.pays");
    }
    if found.id == "identity.right_implausible" && found.facts.contains_key("accident_date") {
        all.push("claim.complete");
    }
    if found.id == "other.psychologist_age" && found.effect == Effect::Doubt(DoubtBasis::Missing) {
        all.retain(|one| *one != "patient.pays");
    }
    // Code 0 claims nothing that could be taken away.
    let none = world.tables.codes.code_without_exemption();
    let code_0 = none.and_then(Code::resize).map(FactValue::Code);
    if found.id == "other.voucher_absent" && found.facts.get("code") == code_0.as_ref() {
        for one in all.iter_mut().filter(|one| **one == "exemption.remove") {
            *one = "claim.correct_nature";
        }
    }
    // Which vaccine it is comes first, where one of them needs no voucher.
    if found.id == "other.voucher_absent" && found.effect == Effect::Doubt(DoubtBasis::Missing) {
        all.retain(|one| *one != "exemption.remove");
        all.push("claim.complete");
    }
    let open = found.effect == Effect::Doubt(DoubtBasis::BeyondRules);
    if found.id == "coverage.agreement_requested" && open {
        all.retain(|one| *one != "claim.hold_until");
        all.push("fund.contact");
    }
    // On the share that may be billed the patient pays nothing.
    if found.id == "other.psychologist" && found.effect == Effect::Notice {
        all.retain(|one| *one != "patient.pays");
    }
    if found.id == "person.military_routing" && found.facts.contains_key("other_answer") {
        all.retain(|one| *one != "claim.correct_scheme");
    }
    // Under nature 90 the nature may be wrong, under another one the code is.
    if found.id == "other.prevention_unproven" && world.claim.nature != Some(Nature::Prevention) {
        for one in all.iter_mut().filter(|one| **one == "claim.correct_nature") {
            *one = "exemption.remove";
        }
    }
    // Maternity is the nature of the claim, and no code.
    if found.id == "exemption.missed" {
        all = vec![if found.facts.contains_key("nature") {
            "claim.correct_nature"
        } else {
            "exemption.correct"
        }];
    }
    all
}

/// Whether a source can show a right, for the scheme of the claim.
fn can_show(world: &World<'_>, source: Source, right: &str) -> bool {
    let trust = world.tables.source(source);
    let covers = world
        .claim
        .scheme
        .regime
        .is_none_or(|regime| !trust.schemes_not_covered.contains(&regime));
    let kind = RightKind::from_str(right).map(|kind| trust.shows.shows(kind));
    let ground = Ground::from_str(right).map(|ground| trust.shows.shows_all(GroundSet::of(ground)));
    covers && kind.or(ground).unwrap_or(true)
}

/// Whether a CSS or an AME may pay the complementary share on the day of the care.
pub(crate) fn may_pay(world: &World<'_>) -> bool {
    [RightKind::Css, RightKind::Ame].into_iter().any(|kind| {
        let weighed = weigh(world, Asked::Contract(kind), world.claim.care_date);
        let carried = world
            .claim
            .contract
            .is_some_and(|one| kind_of(world, one) == kind);
        match weighed.outcome {
            Outcome::Yes(_) | Outcome::Pending(_) | Outcome::Conflict => true,
            Outcome::Stale => weighed.stale_yes || carried,
            Outcome::No(_) => false,
            Outcome::Unknown => carried,
        }
    })
}
