//! What concerns the claim as a whole: identity, card, nature, scheme and time.

use crate::amo::coverage;
use crate::calendar::{next_quarter, plus_months, working_days};
use crate::finding::Finding;
use crate::freshness::{is_card, is_fresh, recency};
use crate::maternity::implausible;
use crate::said::{Asked, speaks_on};
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use core::str::FromStr;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{
    CardState, Code, Date, Nature, Origin, Period, Position, Scheme, Share, Snapshot, Source,
};
use tierspayant_core::tables::{DateRole, Ground, GroundSet};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

pub(crate) fn findings(world: &World<'_>) -> Vec<Finding> {
    let mut found = world.identity.clone();
    found.extend(times(world));
    found.extend(coverage(world));
    if world.claim.card == Some(CardState::Opposed) {
        let opposed = Finding::block(ReasonId::CardOpposed, NoBasis::Forbidden);
        found.push(opposed.word(FactKey::Card, CardState::Opposed.as_str()));
    }
    found.extend(unknown_codes(world));
    // Only the card speaks.
    let speaks = |wanted: &dyn Fn(Source) -> bool| {
        let mut heard = world.heard.iter().copied();
        heard.find(|one| {
            wanted(one.source) && is_fresh(world, one) && speaks_on(world, one, world.claim.care_date)
        })
    };
    let online = speaks(&|source| world.tables.source(source).online);
    if let Some(card) = speaks(&is_card).filter(|_| online.is_none()) {
        found.push(Finding::notice(ReasonId::SourceOnlyCard).said(card));
    }
    let mut amo: Vec<Finding> = nature(world).into_iter().chain(scheme(world)).collect();
    amo.extend(implausible(world));
    for (place, line) in world.lines() {
        let by_hand = line
            .origin
            .filter(|one| matches!(one, Origin::Manual | Origin::Setting));
        let code = line.exemption.filter(|code| code.as_str() != "0");
        if let Some((origin, code)) = by_hand.zip(code) {
            let letter = world.tables.codes.forcing.get(&code).copied();
            let found = Finding::notice(ReasonId::CardChangedByHand);
            let found = found
                .word(FactKey::Origin, origin.as_str())
                .code(FactKey::Forcing, letter);
            amo.push(found.at(place));
        }
    }
    found.extend(amo.into_iter().map(|one| one.on(Share::Amo)));
    found
}

fn times(world: &World<'_>) -> Vec<Finding> {
    let claim = world.claim;
    let policy = &world.tables.policy;
    let care = claim.care_date;
    let mut found = Vec::new();
    if let Some(today) = world.dossier.as_of.filter(|today| *today < care) {
        let future = Finding::doubt(ReasonId::TimeCareInFuture, DoubtBasis::Missing);
        found.push(
            future
                .tested((care, DateRole::Care))
                .other((today, DateRole::Query))
                .day(FactKey::RetryOn, care),
        );
    }
    let Some(sent) = claim.transmission_date.or(world.dossier.as_of) else {
        return found;
    };
    let limit = limitation(world);
    let sending = (sent, DateRole::Transmission);
    if let Some(limit) = limit.filter(|limit| *limit <= sent) {
        let out = Finding::doubt(ReasonId::TimeLimitation, DoubtBasis::BeyondRules);
        found.push(out.tested(sending).day(FactKey::Limit, limit));
    }
    let days = working_days(care, sent);
    if days > policy.transmission_working_days {
        let late = Finding::notice(ReasonId::TimeLate).tested(sending);
        found.push(
            late.days(FactKey::AgeDays, days)
                .days(FactKey::AllowedDays, policy.transmission_working_days),
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
            let unknown = Finding::notice(ReasonId::SourceUnknownCode);
            found.push(unknown.code(FactKey::RecordCode, *code).said(*one));
        }
    }
    found
}

fn nature(world: &World<'_>) -> Vec<Finding> {
    let care = world.claim.care_date;
    let weighed = weigh(world, Asked::Grounds(GroundSet::of(Ground::LocalScheme)), care);
    let tell = |one: Finding| weighed.tell(one).tested((care, DateRole::Care));
    match world.claim.nature {
        None => vec![Finding::doubt(ReasonId::RulesNatureMissing, DoubtBasis::Missing)],
        Some(Nature::Unknown(code)) => {
            let unknown = Finding::doubt(ReasonId::RulesNatureUnknown, DoubtBasis::BeyondRules);
            vec![unknown.code(FactKey::Nature, code)]
        }
        Some(Nature::LocalScheme) => {
            let mut found = weighed.common.clone();
            match weighed.outcome {
                Outcome::No(_) => {
                    found.push(tell(Finding::block(
                        ReasonId::OtherLocalSchemeNotRecorded,
                        NoBasis::NotGranted,
                    )));
                }
                Outcome::Unknown => {
                    found.push(tell(Finding::doubt(
                        ReasonId::OtherLocalSchemeUnknown,
                        DoubtBasis::Missing,
                    )));
                }
                Outcome::Pending(period) => {
                    let pending = Finding::doubt(ReasonId::ExemptionPending, DoubtBasis::Pending);
                    found.push(tell(pending).day(FactKey::Start, period.start()));
                }
                _ => {}
            }
            found
        }
        Some(Nature::Illness) if weighed.outcome.is_yes() => {
            vec![tell(Finding::notice(ReasonId::OtherLocalSchemeMissed))]
        }
        Some(_) => Vec::new(),
    }
}

/// The scheme of the claim against the one that the strongest fresh source names.
fn scheme(world: &World<'_>) -> Vec<Finding> {
    let claimed = world.claim.scheme;
    let names = |one: &Snapshot| one.scheme.regime.is_some() || one.scheme.fund.is_some();
    let rank = |one: &Snapshot| (world.tables.source(one.source).strength, recency(one));
    let speaking = world
        .heard
        .iter()
        .filter(|one| one.source != Source::Manual && names(one) && is_fresh(world, one));
    let top = speaking.clone().map(|one| rank(one)).max();
    let mut tops = speaking.filter(|one| Some(rank(one)) == top);
    let differs = tops.find(|one| {
        let other = one.scheme;
        claimed.regime.zip(other.regime).is_some_and(|(a, b)| a != b)
            || claimed.fund.zip(other.fund).is_some_and(|(a, b)| a != b)
    });
    let told = |scheme: Scheme| {
        let parts = [
            scheme.regime.map(|code| code.to_string()),
            scheme.fund.map(|code| code.to_string()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Code::<16>::from_str(&parts.join(" ")).ok()
    };
    let found = |one: &&Snapshot| {
        Finding::doubt(ReasonId::CoverageSchemeDiffers, DoubtBasis::Conflict)
            .code(FactKey::Scheme, told(claimed))
            .code(FactKey::RecordScheme, told(one.scheme))
            .said(*one)
    };
    differs.iter().map(|one| found(one)).collect()
}
