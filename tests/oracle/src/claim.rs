//! What concerns the claim as a whole: identity, card, nature, scheme and time.

use crate::amo::{coverage, not_covered, unknown_situation};
use crate::calendar::{next_quarter, plus_months, working_days};
use crate::code::claimed;
use crate::fields;
use crate::finding::{Finding, asked_on};
use crate::freshness::{is_card, is_fresh};
use crate::guarantee::set_by_hand;
use crate::maternity::implausible;
use crate::mayotte;
use crate::said::{Asked, speaks_on};
use crate::scheme;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::model::{
    CardState, Code, Date, Line, Nature, Period, Position, Share, Snapshot, Source,
};
use tierspayant_core::tables::{ClaimedGround, DateRole, Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>) -> Vec<Finding> {
    let mut found = world.identity.clone();
    found.extend(times(world));
    found.extend(fields::of_claim(world));
    found.extend(mayotte::carried_ame(world));
    found.extend(coverage(world));
    if world.card() == Some(CardState::Opposed) {
        let opposed = Finding::block("card.opposed", NoBasis::Forbidden);
        found.push(opposed.word("card", CardState::Opposed.as_str()));
    }
    found.extend(unknown_codes(world));
    found.extend(unknown_situation(world));
    found.extend(not_covered(world));
    found.extend(after_question(world));
    // Only the card speaks.
    let speaks = |wanted: &dyn Fn(Source) -> bool| {
        let mut heard = world.heard.iter().copied();
        heard.find(|one| {
            wanted(one.source) && is_fresh(world, one) && speaks_on(world, one, world.claim.care_date)
        })
    };
    let online = speaks(&|source| world.tables.source(source).online);
    let card = speaks(&is_card);
    if let Some(card) = card.filter(|_| online.is_none()) {
        found.push(Finding::notice("source.only_card").said(card));
    }
    let attestation = speaks(&|source| source == Source::Attestation);
    if let Some(one) = attestation.filter(|_| online.is_none() && card.is_none()) {
        found.push(Finding::notice("source.only_attestation").said(one));
    }
    let mut amo: Vec<Finding> = nature(world).into_iter().chain(scheme::finding(world)).collect();
    amo.extend(implausible(world));
    for (place, line) in world.lines() {
        if let Some(origin) = line.origin.filter(|_| set_by_hand(world, line)) {
            let code = line.exemption;
            let letter = code.and_then(|code| world.tables.codes.forcing.get(&code).copied());
            let found = Finding::notice("card.changed_by_hand");
            let found = found.word("origin", origin.as_str()).code("forcing", letter);
            amo.push(found.at(place));
        }
    }
    found.extend(amo.into_iter().map(|one| one.on(Share::Amo)));
    found
}

/// Answers that came later than the question are used, and told.
fn after_question(world: &World<'_>) -> Vec<Finding> {
    let Some(today) = world.dossier.as_of else {
        return Vec::new();
    };
    let care = world.claim.care_date;
    let late =
        |one: &&&Snapshot| asked_on(one).is_some_and(|asked| today < asked) && speaks_on(world, one, care);
    let tell = |one: &&Snapshot| {
        let found = Finding::notice("source.after_question");
        found.tested((today, DateRole::Query)).said(*one)
    };
    world.heard.iter().filter(late).map(tell).collect()
}

fn times(world: &World<'_>) -> Vec<Finding> {
    let claim = world.claim;
    let policy = &world.tables.policy;
    let care = claim.care_date;
    let mut found = Vec::new();
    if let Some(today) = world.dossier.as_of.filter(|today| *today < care) {
        let future = Finding::doubt("time.care_in_future", DoubtBasis::Missing);
        found.push(
            future
                .tested((care, DateRole::Care))
                .other((today, DateRole::Query))
                .day("retry_on", care),
        );
    }
    let Some(sent) = claim.transmission_date.or(world.dossier.as_of) else {
        return found;
    };
    let limit = limitation(world);
    let sending = (sent, DateRole::Transmission);
    if let Some(limit) = limit.filter(|limit| *limit <= sent) {
        let out = Finding::doubt("time.limitation", DoubtBasis::BeyondRules);
        found.push(out.tested(sending).day("limit", limit));
    }
    let days = working_days(care, sent);
    if days > policy.transmission_working_days {
        let late = Finding::notice("time.late").tested(sending);
        found.push(
            late.days("age_days", days)
                .days("allowed_days", policy.transmission_working_days),
        );
    }
    found
}

/// The day from which the limitation period may have run out: years from the quarter that follows the care, and for
/// an accident from the care itself.
fn limitation(world: &World<'_>) -> Option<Date> {
    let care = world.claim.care_date;
    let months = world.tables.policy.limitation_years * 12;
    if world.claim.nature == Some(Nature::Accident) {
        plus_months(care, months)
    } else {
        plus_months(next_quarter(care)?, months)
    }
}

/// Whether somebody, hand-typed entries aside, said a code in force on the day of the care that is in no table.
pub(crate) fn has_unknown_code(world: &World<'_>) -> bool {
    let manual = Some(&tierspayant_core::finding::FactValue::Word(
        Source::Manual.as_str(),
    ));
    let mut found = unknown_codes(world).into_iter();
    found.any(|one| one.facts.get("source") != manual)
}

/// The first code of each source, in force on the day of the care, that is in no table: exemptions first, then ALD digits
/// and situations, entry by entry.
fn unknown_codes(world: &World<'_>) -> Vec<Finding> {
    let books = &world.tables.codes;
    let holds = |period: Period| period.position(world.claim.care_date) == Position::Within;
    let mut found = Vec::new();
    for one in &world.heard {
        let mut codes: Vec<Code<16>> = Vec::new();
        for entry in one.exemptions.iter().flatten().filter(|one| holds(one.period)) {
            if !books.exemptions.contains_key(&(entry.vocabulary, entry.code)) {
                codes.push(entry.code);
            }
        }
        for entry in one.codes.iter().flatten().filter(|one| holds(one.period)) {
            let digit = entry.ald.filter(|digit| !books.ald_digits.contains_key(digit));
            let situation = entry
                .situation
                .filter(|code| !books.situations.contains_key(code));
            let first = digit.and_then(Code::resize).or(situation.and_then(Code::resize));
            codes.extend(first);
        }
        if let Some(code) = codes.first() {
            let unknown = Finding::notice("source.unknown_code");
            found.push(unknown.code("record_code", *code).said(*one));
        }
    }
    found
}

/// A line claims the FSV, which is on record on the day of the care.
fn beside_fsv(world: &World<'_>) -> bool {
    let asks = |line: &Line| {
        line.exemption
            .is_some_and(|code| claimed(world, code) == Some(ClaimedGround::Fsv))
    };
    let fsv = weigh(
        world,
        Asked::Grounds(GroundSet::of(Ground::Fsv)),
        world.claim.care_date,
    );
    fsv.outcome.is_yes() && world.lines().any(|(_, line)| asks(line))
}

fn nature(world: &World<'_>) -> Vec<Finding> {
    let care = world.claim.care_date;
    let weighed = weigh(world, Asked::Grounds(GroundSet::of(Ground::LocalScheme)), care);
    let tell = |one: Finding| weighed.tell(one).tested((care, DateRole::Care));
    match world.claim.nature {
        None => vec![Finding::doubt("rules.nature_missing", DoubtBasis::Missing)],
        Some(Nature::Unknown(code)) => {
            let unknown = Finding::doubt("rules.nature_unknown", DoubtBasis::BeyondRules);
            vec![unknown.code("nature", code)]
        }
        Some(Nature::LocalScheme) => {
            let mut found = weighed.common.clone();
            match weighed.outcome {
                // No situation shows both this and the FSV.
                Outcome::No(_) if beside_fsv(world) => found.push(
                    Finding::doubt("other.local_scheme_unknown", DoubtBasis::Missing)
                        .asked(weighed.asked, care)
                        .tested((care, DateRole::Care)),
                ),
                Outcome::No(_) => {
                    found.push(tell(Finding::block(
                        "other.local_scheme_not_recorded",
                        NoBasis::NotGranted,
                    )));
                }
                Outcome::Unknown => {
                    found.push(tell(Finding::doubt(
                        "other.local_scheme_unknown",
                        DoubtBasis::Missing,
                    )));
                }
                Outcome::Pending(period) => {
                    let pending = Finding::doubt("exemption.pending", DoubtBasis::Pending);
                    found.push(tell(pending).day("start", period.start()));
                }
                _ => {}
            }
            found
        }
        Some(Nature::Illness) if weighed.outcome.is_yes() => {
            vec![tell(Finding::notice("other.local_scheme_missed"))]
        }
        Some(_) => Vec::new(),
    }
}
