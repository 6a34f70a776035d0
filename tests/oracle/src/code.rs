//! The exemption code of a line, under natures 10, 13 and 90.

use crate::amo::{bound, state};
use crate::calendar::from;
use crate::contract::carries;
use crate::finding::Finding;
use crate::fit;
use crate::implausible;
use crate::line::{Dates, kept};
use crate::maternity::{is_near, is_over};
use crate::particular;
use crate::prevention;
use crate::product;
use crate::record::{Absence, Entry, entry};
use crate::said::{Asked, ground_of};
use crate::scheme::told;
use crate::traits::Traits as _;
use crate::weigh::{Outcome, Weighed, weigh};
use crate::world::World;
use std::str::FromStr;
use tierspayant_core::finding::Effect;
use tierspayant_core::model::{
    Code, Date, Line, Nature, Origin, Period, Position, Relation, Scheme, Snapshot, Source,
};
use tierspayant_core::tables::{AldMeaning, ClaimedGround, DateRole, Ground, GroundSet, RightKind};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// What was found of an exemption.
pub(crate) struct Answer {
    pub state: ExemptionState,
    /// The day that was kept, where it is not simply the date that counts.
    pub day: Option<(Date, DateRole)>,
    pub found: Vec<Finding>,
}

impl Answer {
    pub fn new(state: ExemptionState, found: Finding) -> Self {
        Answer {
            state,
            day: None,
            found: vec![found],
        }
    }
}

pub(crate) fn set(grounds: &[Ground]) -> GroundSet {
    grounds
        .iter()
        .fold(GroundSet::NONE, |all, one| all.union(GroundSet::of(*one)))
}

pub(crate) fn doubt(id: &'static str, basis: DoubtBasis) -> Answer {
    Answer::new(ExemptionState::Unknown, Finding::doubt(id, basis))
}

/// What a code asks for, where the tables hold it.
pub(crate) fn claimed(world: &World<'_>, code: Code<4>) -> Option<ClaimedGround> {
    world.tables.codes.claim_codes.get(&code).copied()
}

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let Some(code) = line.exemption else {
        return doubt("exemption.not_stated", DoubtBasis::Missing);
    };
    let by_code = |id| {
        let found = Finding::doubt(id, DoubtBasis::BeyondRules).code_of(line);
        Answer::new(ExemptionState::Unknown, found)
    };
    match claimed(world, code) {
        None | Some(ClaimedGround::Internal) => by_code("exemption.unknown_code"),
        Some(ClaimedGround::NoExemption) => {
            product::kit_without_code(world, line).unwrap_or_else(|| Answer {
                state: ExemptionState::NotClaimed,
                day: None,
                found: missed(world, line),
            })
        }
        Some(ClaimedGround::ByAct) => by_code("exemption.by_act"),
        Some(ClaimedGround::Ald) => ald(world, line),
        Some(ClaimedGround::ExemptPerson) => person(world, line),
        Some(ClaimedGround::Particular) => particular::of_line(world, line),
        Some(ClaimedGround::SpecialScheme) => special_scheme(world, line),
        Some(ClaimedGround::Prevention) => prevention::of_line(world, line),
        Some(ClaimedGround::Fsv) => granted(world, line, set(&[Ground::Fsv])),
    }
}

/// An exemption that the record must show.
pub(crate) fn granted(world: &World<'_>, line: &Line, grounds: GroundSet) -> Answer {
    let mut found = Vec::new();
    let Some(day) = kept(world, line, grounds, &mut found) else {
        return Answer {
            state: ExemptionState::Unknown,
            day: None,
            found,
        };
    };
    let mut weighed = weigh(world, Asked::Grounds(grounds), day.0);
    if silent_beside(world, grounds, &weighed) {
        weighed.outcome = Outcome::Unknown;
        weighed.source = None;
        weighed.common = Vec::new();
    }
    found.extend(weighed.common.clone());
    let mut state = state(weighed.outcome);
    let tell = |one: Finding| weighed.tell(one).tested(day).code_of(line);
    match weighed.outcome {
        Outcome::No(absence) => {
            let listed = grounds.intersects(GroundSet::of(Ground::Maternity)) && line.has("maternity_listed");
            let (id, suggested) = match absence {
                Absence::NotRecorded => instead(world, line, day.0, grounds),
                Absence::NotStarted(_) => ("exemption.not_started", None),
                Absence::Ended(_) => ("exemption.ended", None),
                Absence::NotActive(..) => ("exemption.not_active", None),
            };
            let one = match (listed, absence) {
                (false, _) => Finding::block(id, NoBasis::NotGranted).code("suggested", suggested),
                // A listed act outside the period is exempt where the pregnancy on record is near.
                (true, Absence::NotStarted(_) | Absence::Ended(_))
                    if weighed
                        .decides()
                        .is_some_and(|one| is_near(world, one, absence, day.0)) =>
                {
                    state = ExemptionState::Confirmed;
                    Finding::notice("maternity.listed_act")
                }
                (true, _) => Finding::doubt("maternity.listed_act", DoubtBasis::BeyondRules),
            };
            found.push(bound(tell(one), absence));
        }
        Outcome::Pending(period) => {
            let pending = Finding::doubt("exemption.pending", DoubtBasis::Pending);
            found.push(tell(pending).day("start", period.start()));
        }
        Outcome::Unknown => {
            found.push(tell(Finding::doubt("exemption.unknown", DoubtBasis::Missing)));
        }
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    if state != ExemptionState::Confirmed && forced(world, line, grounds, day.0, weighed.outcome) {
        let effect = match weighed.outcome {
            Outcome::No(_) => Effect::Block(NoBasis::NotGranted),
            Outcome::Pending(_) => Effect::Doubt(DoubtBasis::Pending),
            Outcome::Conflict => Effect::Doubt(DoubtBasis::Conflict),
            Outcome::Stale => Effect::Doubt(DoubtBasis::Stale),
            Outcome::Unknown | Outcome::Yes(_) => Effect::Doubt(DoubtBasis::Missing),
        };
        let letter = match world.claim.nature {
            Some(Nature::Maternity) => "M".parse().ok(),
            _ => line
                .exemption
                .and_then(|code| world.tables.codes.forcing.get(&code))
                .copied(),
        };
        let set = line
            .origin
            .filter(|one| matches!(one, Origin::Manual | Origin::Setting | Origin::Prescription));
        let origin = set.unwrap_or(Origin::Manual).as_str();
        let one = weighed.tell(Finding::new(effect, "exemption.forced"));
        found.push(one.word("origin", origin).code("forcing", letter).code_of(line));
    }
    Answer {
        state,
        day: Some(day),
        found,
    }
}

/// It stands only on a hand-typed entry, a setting or the zone of a prescription: that creates no right.
fn forced(world: &World<'_>, line: &Line, grounds: GroundSet, day: Date, outcome: Outcome) -> bool {
    let books = &world.tables.codes;
    let on_day = |period: Period| period.position(day) == Position::Within;
    let typed = |one: &&&Snapshot| {
        let mut entries = one.exemptions.iter().flatten();
        let mut codes = one.codes.iter().flatten();
        let maternity = GroundSet::of(Ground::Maternity).intersects(grounds);
        let record = one.maternity.and_then(|record| record.period);
        let by_entry = entries.any(|entry| {
            let meaning = books.exemptions.get(&(entry.vocabulary, entry.code));
            on_day(entry.period) && meaning.is_some_and(|one| one.intersects(grounds))
        });
        let ald = GroundSet::of(Ground::Ald).intersects(grounds);
        let by_code = codes.any(|code| {
            let digit = code.ald.and_then(|digit| books.ald_digits.get(&digit));
            let situation = code.situation.and_then(|code| books.situations.get(&code));
            let shows = ald && digit == Some(&AldMeaning::Ald)
                || situation.is_some_and(|one| one.grounds.intersects(grounds));
            on_day(code.period) && shows
        });
        let by_record = maternity && record.is_some_and(on_day);
        one.source == Source::Manual && (by_entry || by_code || by_record)
    };
    let origin = matches!(
        line.origin,
        Some(Origin::Manual | Origin::Setting | Origin::Prescription)
    );
    origin || (outcome == Outcome::Unknown && world.heard.iter().any(|one| typed(&one)))
}

/// What is on record instead: an ALD that exempts nothing, or what another code claims, with that code.
fn instead(world: &World<'_>, line: &Line, day: Date, grounds: GroundSet) -> (&'static str, Option<Code<4>>) {
    let ald = Asked::Grounds(GroundSet::of(Ground::AldNonExempting));
    if grounds.intersects(GroundSet::of(Ground::Ald)) && weigh(world, ald, day).outcome.is_yes() {
        return ("ald.non_exempting", None);
    }
    match fit::code(world, line, day) {
        Some(code) => ("exemption.wrong_code", Some(code)),
        None => ("exemption.not_recorded", None),
    }
}

fn ald(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, GroundSet::of(Ground::Ald));
    let none = world.tables.codes.code_without_exemption();
    let fitting = fit::code(world, line, world.claim.care_date).or(none);
    let with_other = |one: Finding| one.code_of(line).code("suggested", fitting);
    let low = line.first_of(&["rate_15", "spa_cure"]);
    if let Some(low) = low.filter(|_| from(2026, 2, 1) <= Some(world.claim.care_date)) {
        let announced = Finding::doubt("ald.low_benefit", DoubtBasis::BeyondRules);
        answer.found.push(announced.word("trait", low));
    }
    match line.relation.unwrap_or(Relation::Unknown) {
        Relation::Related => {}
        // Forbidden whatever the record.
        Relation::Unrelated => {
            answer.state = ExemptionState::Unrelated;
            answer
                .found
                .push(with_other(Finding::block("ald.unrelated", NoBasis::Forbidden)));
        }
        Relation::Unknown => {
            answer.found.push(with_other(Finding::doubt(
                "ald.relation_unknown",
                DoubtBasis::Missing,
            )));
        }
    }
    answer
}

fn person(world: &World<'_>, line: &Line) -> Answer {
    let mut answer = granted(world, line, set(&[Ground::ExemptPerson, Ground::Military]));
    let day = answer.day.map_or(Dates::of(world, line).day, |(day, _)| day);
    let pension = weigh(world, Asked::Grounds(GroundSet::of(Ground::Military)), day).outcome;
    let low = line.first_of(&["rate_15", "rate_30"]);
    if let Some(low) = low.filter(|_| !pension.is_yes()) {
        let open = answer.state == ExemptionState::Confirmed && on_open_situation(world, day);
        let found = if open {
            Finding::doubt("person.drug_class", DoubtBasis::BeyondRules)
        } else {
            Finding::notice("person.drug_class")
        };
        answer.found.push(found.word("trait", low));
    }
    answer
}

/// The situations whose drugs at 30 % and 15 % texts do not settle.
const OPEN_SITUATIONS: &[&str] = &[
    "0103", "0107", "0110", "0203", "0207", "0227", "0302", "0303", "0405", "0503", "1003", "1603", "9003",
];

/// Whether the record that decides on an exempt person is one of them.
fn on_open_situation(world: &World<'_>, day: Date) -> bool {
    let asked = Asked::Grounds(GroundSet::of(Ground::ExemptPerson));
    let weighed = weigh(world, asked, day);
    let Outcome::Yes(period) = weighed.outcome else {
        return false;
    };
    let Some(decides) = weighed.decides() else {
        return false;
    };
    let books = &world.tables.codes;
    let shows = |grounds: &GroundSet| grounds.intersects(GroundSet::of(Ground::ExemptPerson));
    // An exemption of the same days comes after a coverage code.
    let by_list = decides.exemptions.iter().flatten().any(|one| {
        let held = matches!(entry(decides, one.period, one.status, day), Entry::InForce(_));
        let meaning = books.exemptions.get(&(one.vocabulary, one.code));
        held && one.period == period && meaning.is_some_and(shows)
    });
    let codes = decides.codes.iter().flatten();
    let situations = codes
        .filter(|one| one.period == period)
        .filter_map(|one| one.situation)
        .filter(|code| {
            books
                .situations
                .get(code)
                .is_some_and(|known| shows(&known.grounds))
        });
    let last = situations.max();
    !by_list && last.is_some_and(|code| OPEN_SITUATIONS.contains(&code.as_str()))
}

/// Care of a pensioned infirmity is billed to the military scheme, whatever the nature and the code.
pub(crate) fn military(world: &World<'_>, line: &Line) -> Option<Finding> {
    let (scheme, fund) = (world.tables.policy.military_scheme, "835");
    let claimed = world.claim.scheme;
    let id = "person.military_routing";
    let nature = world.claim.nature == Some(Nature::Military);
    let of_trait = line.has("military_infirmity");
    let by_record = !of_trait && !nature && may_be_infirmity(world, line);
    let at_home = match (claimed.regime, claimed.fund) {
        (Some(regime), None) => regime == scheme,
        (Some(regime), Some(other)) => regime == scheme && other.as_str() == fund,
        (None, _) => false,
    };
    let doubted = at_home.then(|| no_pension(world, line)).flatten();
    let found = match claimed.regime {
        _ if !of_trait && !nature && !by_record => return None,
        None => Finding::doubt(id, DoubtBasis::Missing),
        Some(_) if at_home => match doubted {
            Some((_, basis)) => Finding::doubt(id, basis),
            None => Finding::notice(id),
        },
        Some(_) if by_record => Finding::doubt(id, DoubtBasis::BeyondRules),
        Some(_) => Finding::block(id, NoBasis::Forbidden),
    };
    let own = Code::<16>::from_str(&format!("{scheme} {fund}")).ok();
    let military = Code::<4>::from_str(Nature::Military.as_str()).ok();
    let military = military.filter(|_| nature);
    let found = found.code("scheme", told(claimed, Scheme::default()));
    Some(match doubted {
        Some((answer, _)) => found
            .word("right", Ground::Military.as_str())
            .word("other_answer", answer),
        None => found
            .word("trait", of_trait.then_some("military_infirmity"))
            .code("nature", military.filter(|_| !of_trait))
            .word("right", by_record.then_some(Ground::Military.as_str()))
            .code("suggested", own),
    })
}

/// What the record says where it shows no pension that would pay for this line, and what that leaves.
fn no_pension(world: &World<'_>, line: &Line) -> Option<(&'static str, DoubtBasis)> {
    if line.relation == Some(Relation::Unrelated) {
        return Some(("yes", DoubtBasis::Conflict));
    }
    let pension = Asked::Grounds(GroundSet::of(Ground::Military));
    match weigh(world, pension, world.claim.care_date).outcome {
        Outcome::Yes(_) => None,
        Outcome::No(_) => Some(("no", DoubtBasis::Conflict)),
        _ => Some(("undetermined", DoubtBasis::Missing)),
    }
}

/// Related to what exempts, with a pension on record: it may be care of the infirmity.
fn may_be_infirmity(world: &World<'_>, line: &Line) -> bool {
    let nature = matches!(
        world.claim.nature,
        None | Some(Nature::Illness | Nature::LocalScheme)
    );
    let code = line.exemption.map(|code| code.to_string());
    let pension = Asked::Grounds(GroundSet::of(Ground::Military));
    nature
        && line.relation == Some(Relation::Related)
        && matches!(code.as_deref(), Some("0" | "5"))
        && weigh(world, pension, world.claim.care_date).outcome.is_yes()
}

fn special_scheme(world: &World<'_>, line: &Line) -> Answer {
    let books = &world.tables.codes;
    let regime = world.claim.scheme.regime;
    let tell = |one: Finding| one.code_of(line).code("scheme", regime);
    let not_settled = |basis| {
        let found = Finding::doubt("other.scheme_not_settled", basis);
        Answer::new(ExemptionState::Unknown, tell(found))
    };
    match regime {
        // A scheme that is not named is a missing fact, and no text that differs.
        None => not_settled(DoubtBasis::Missing),
        Some(regime) if books.special_schemes_not_settled.contains(&regime) => {
            not_settled(DoubtBasis::BeyondRules)
        }
        Some(regime) if books.special_schemes.contains(&regime) => {
            granted(world, line, GroundSet::of(Ground::SpecialScheme))
        }
        Some(_) => Answer::new(
            ExemptionState::NotRecorded,
            tell(Finding::block("other.scheme_not_special", NoBasis::Forbidden)),
        ),
    }
}

/// Under nature 13 no situation shows both the FSV and the local scheme: beside the one, the absence of the other is silence.
fn silent_beside(world: &World<'_>, grounds: GroundSet, weighed: &Weighed<'_>) -> bool {
    let local = Asked::Grounds(GroundSet::of(Ground::LocalScheme));
    grounds == GroundSet::of(Ground::Fsv)
        && world.claim.nature == Some(Nature::LocalScheme)
        && matches!(weighed.outcome, Outcome::No(_))
        && weigh(world, local, weighed.day).outcome.is_yes()
}

/// What the line does not use: what it is, maternity, or a ground on record for which there is a code.
fn missed(world: &World<'_>, line: &Line) -> Vec<Finding> {
    let dates = Dates::of(world, line);
    if line.has("military_infirmity") || carries_ame(world) {
        return Vec::new();
    }
    let day = (dates.day, dates.role);
    let suggested = |code: &str| Code::<16>::from_str(code).ok();
    if let Some((code, word)) = fit::by_product(world, line) {
        let found = Finding::notice("exemption.missed").tested(day);
        return vec![found.word("trait", word).code("suggested", suggested(code))];
    }
    // A right of the person comes before one of an illness.
    let person = |(grounds, _): &&(&[Ground], &str)| !grounds.contains(&Ground::ExemptPerson);
    let (others, first): (Vec<_>, Vec<_>) = fit::CODED.iter().copied().partition(|one| person(&one));
    let maternity: (&[Ground], &str) = (&[Ground::Maternity], Nature::Maternity.as_str());
    let over = world.heard.iter().any(|one| is_over(world, one));
    let young = implausible::is_too_young_for_a_maternity(world);
    let ahead = (!over && !young).then_some(maternity);
    for (grounds, code) in ahead.into_iter().chain(first).chain(others) {
        let Some(grounds) = fit::exempts(world, line, grounds, code, day.0) else {
            continue;
        };
        let weighed = weigh(world, Asked::Grounds(grounds), day.0);
        if let Outcome::Yes(period) = weighed.outcome {
            let key = if code == maternity.1 {
                "nature"
            } else {
                "suggested"
            };
            let found = weighed.tell(Finding::notice("exemption.missed"));
            let shown = weighed
                .decides()
                .and_then(|one| ground_of(world, one, grounds, period, day.0));
            let found = found.word("right", shown.or(grounds.first()).map(Ground::as_str));
            return vec![found.tested(day).period(period).code(key, suggested(code))];
        }
    }
    prevention::missed_exam(world, line, day).into_iter().collect()
}

/// The claim carries an AME, by its number.
pub(crate) fn carries_ame(world: &World<'_>) -> bool {
    carries(world, RightKind::Ame)
}
