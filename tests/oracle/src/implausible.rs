//! What cannot be: rights that nobody of that age has, lines that no such profession bills, schemes of no table, a sending before
//! the care.

use crate::accident::recorded_day;
use crate::calendar::from;
use crate::code::{self, Answer};
use crate::contract::{carries, is_acs};
use crate::finding::Finding;
use crate::freshness::is_fresh;
use crate::line::Dates;
use crate::prevention::is_mother;
use crate::said::Asked;
use crate::scheme::told;
use crate::traits::Traits as _;
use crate::weigh::weigh;
use crate::world::World;
use std::ops::RangeInclusive;
use tierspayant_core::model::{
    Category, Code, Date, Line, Nature, Relation, Scheme, Share, Snapshot, Source, Voucher,
};
use tierspayant_core::tables::{ClaimedGround, DateRole, Ground, GroundSet, RightKind};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState};

/// A flu vaccine without a voucher is for who is 65 and, since 2023-10-17, for who is 2 to 17.
pub(crate) fn flu_of_nobody(world: &World<'_>, line: &Line) -> Option<Finding> {
    let care = Some(world.claim.care_date);
    let drug = line.category == Some(Category::Drug) && line.has("flu_vaccine");
    let plain = world.codes_exempt();
    let code = line.exemption.and_then(|code| code::claimed(world, code));
    let due = plain && drug && code == Some(ClaimedGround::NoExemption);
    let birth = world.birth_of_claim();
    let child = from(2023, 10, 17) <= care;
    let named = |age: i32| age >= 65 || child && (2..=17).contains(&age);
    let paid = birth.and_then(|birth| birth.is_of(named, world.claim.care_date)) == Some(true);
    let told = due && from(2021, 10, 22) <= care && line.facts.voucher != Some(Voucher::Present) && !paid;
    let found = Finding::doubt("other.flu_not_targeted", DoubtBasis::Missing);
    told.then(|| found.word("trait", "flu_vaccine"))
}

/// A maternity of a child, or an accident before the birth.
pub(crate) fn right(world: &World<'_>, line: &Line, answer: &mut Answer, confirmed: bool) {
    let id = "identity.right_implausible";
    let found = Finding::doubt(id, DoubtBasis::Conflict);
    match world.claim.nature {
        Some(Nature::Maternity) if confirmed && is_too_young_for_a_maternity(world) => {
            let dates = Dates::of(world, line);
            let day = answer.day.map_or(dates.day, |(day, _)| day);
            let weighed = weigh(world, Asked::Grounds(GroundSet::of(Ground::Maternity)), day);
            answer.found.push(weighed.tell(found));
            answer.state = ExemptionState::Contradicted;
        }
        Some(Nature::Accident) => {
            let named = world.claim.accident.unwrap_or_default();
            let (day, source) = match named.date {
                Some(day) => (Some(day), None),
                None => recorded_day(world, named),
            };
            let born = world.birth.map(|birth| birth.first);
            let Some((day, _)) = day.zip(born).filter(|(day, born)| day < born) else {
                return;
            };
            let found = found.word("right", RightKind::Accident.as_str());
            let found = found.day("date", world.claim.care_date).day("accident_date", day);
            answer.found.push(found.said(source));
            // Care before the accident stays so, and unrelated care too.
            if day <= world.claim.care_date && line.relation != Some(Relation::Unrelated) {
                answer.state = ExemptionState::Contradicted;
            }
        }
        _ => {}
    }
}

/// Whether the person is surely too young for a maternity on the day of the care.
pub(crate) fn is_too_young_for_a_maternity(world: &World<'_>) -> bool {
    aged(world, &(i32::MIN..=world.tables.policy.maternity_from_years - 1)) == Some(true)
}

fn aged(world: &World<'_>, years: &RangeInclusive<i32>) -> Option<bool> {
    let birth = world.birth?;
    birth.is_aged(years, world.claim.care_date)
}

/// Care that was not paid for yet, billed so: injections by pharmacists and laboratories, abortions by midwives, condoms, and
/// examinations of the mouth at an age that came later. A pharmacist injects from eleven years on.
pub(crate) fn not_paid(world: &World<'_>, line: &Line) -> Option<Finding> {
    let care = world.claim.care_date;
    let before = |year, month, day| from(year, month, day).filter(|first| care < *first);
    let act = line.category == Some(Category::Act);
    let injected = act && line.has("flu_vaccine");
    let is = |years: RangeInclusive<i32>| aged(world, &years) == Some(true);
    let mut young = false;
    let (start, what) = match world.setting() {
        "pharmacy" if injected => {
            let adults = || before(2023, 8, 8).filter(|_| is(i32::MIN..=17));
            let start = before(2019, 10, 15).or_else(adults);
            young = start.is_none() && is(i32::MIN..=10);
            (start, "flu_vaccine")
        }
        "laboratory" if injected => (before(2023, 8, 10), "flu_vaccine"),
        "midwife" if line.has("ivg") => (before(2016, 6, 5), "ivg"),
        _ => (None, ""),
    };
    let examined =
        line.has("oral_health_exam") && (is(i32::MIN..=5) || is(19..=i32::MAX) && !is_mother(world));
    let others = [
        (before(2018, 12, 10).filter(|_| line.has("condom")), "condom"),
        (before(2018, 1, 1).filter(|_| examined), "oral_health_exam"),
    ];
    if young {
        let found = Finding::doubt("other.injection_age", DoubtBasis::BeyondRules);
        return Some(found.word("trait", "flu_vaccine"));
    }
    let (start, what) = std::iter::once((start, what))
        .chain(others)
        .find(|(start, _)| start.is_some())?;
    let found = Finding::doubt("other.not_yet_paid", DoubtBasis::BeyondRules);
    Some(found.word("trait", what).day("start", start))
}

/// A patient of a doctor, midwife or dentist who is neither poor nor exempt, before third-party payment was for everybody; of who
/// has an ACS, it was since 2015-07-01, in the coordinated care path.
pub(crate) fn third_party_in_practices(world: &World<'_>, line: &Line) -> Option<Finding> {
    let start = from(2017, 1, 1).filter(|start| world.claim.care_date < *start);
    let code = line.exemption.and_then(|code| code::claimed(world, code));
    let plain = world.codes_exempt() && code == Some(ClaimedGround::NoExemption);
    let poor = [RightKind::Css, RightKind::Ame].into_iter().any(|kind| {
        let on_record = || weigh(world, Asked::Contract(kind), world.claim.care_date);
        carries(world, kind) || on_record().outcome.is_yes()
    });
    let acs = from(2015, 7, 1) <= Some(world.claim.care_date)
        && world.claim.contract.is_some_and(|one| is_acs(world, one))
        && !line.has("outside_care_path");
    let practice =
        world.claim.setting.is_some() && matches!(world.setting(), "doctor" | "midwife" | "dentist");
    let due = practice && plain && !poor && !acs;
    let found = Finding::doubt("coverage.third_party_before", DoubtBasis::BeyondRules);
    start.filter(|_| due).map(|start| found.day("start", start))
}

/// Sessions with a psychologist are for who is three years old.
pub(crate) fn too_young_for_a_psychologist(world: &World<'_>) -> Option<Finding> {
    let id = "other.psychologist_age";
    match aged(
        world,
        &(i32::MIN..=world.tables.policy.psychologist_from_years - 1),
    ) {
        Some(true) => Some(Finding::block(id, tierspayant_core::verdict::NoBasis::Forbidden)),
        Some(false) => None,
        None => Some(Finding::doubt(id, DoubtBasis::Missing)),
    }
}

/// A line of a category that the profession of the claim does not bill.
pub(crate) fn category(world: &World<'_>, line: &Line) -> Option<Finding> {
    let setting = world.claim.setting?;
    let mut rows = world.tables.products.billers.iter();
    let row = rows.find(|row| Some(row.category) == line.category)?;
    let elsewhere = !row.settings.contains(&setting);
    elsewhere.then(|| Finding::doubt("rules.category_elsewhere", DoubtBasis::Conflict))
}

/// The scheme of the claim is none that exists.
pub(crate) fn scheme(world: &World<'_>) -> Option<Finding> {
    let scheme = world.claim.scheme;
    let unknown = Finding::doubt("coverage.scheme_unknown", DoubtBasis::BeyondRules).on(Share::Amo);
    let past = is_past(world);
    (past.is_some() || is_unknown(world, scheme)).then(|| {
        let found = unknown.code("scheme", told(scheme, Scheme::default()));
        found.day("end", past)
    })
}

/// The last day of a scheme that is no more.
pub(crate) fn past_scheme(regime: Code<2>) -> Option<Date> {
    match regime.as_str() {
        "03" => from(2020, 2, 17),
        "09" => from(2007, 12, 31),
        "12" => from(2012, 12, 31),
        "16" => from(2017, 12, 31),
        _ => None,
    }
}

/// The last day of the scheme of the claim, where the care lies after it and no online answer still names that scheme.
fn is_past(world: &World<'_>) -> Option<Date> {
    let regime = world.claim.scheme.regime?;
    let last = past_scheme(regime)?;
    let named = |scheme: Scheme| scheme.regime == Some(regime);
    let online = |one: &&&Snapshot| matches!(one.source, Source::Bdo | Source::Adri | Source::Cdri);
    let mut heard = world.heard.iter().filter(online);
    let past = named(world.claim.scheme)
        && last < world.claim.care_date
        && !heard.any(|one| is_fresh(world, one) && named(one.scheme));
    past.then_some(last)
}

fn is_unknown(world: &World<'_>, scheme: Scheme) -> bool {
    let known = |regime: Code<2>| world.tables.policy.schemes.contains(&regime);
    scheme.regime.is_some_and(|regime| !known(regime))
}

/// Whether the claim or somebody who speaks names a scheme that does not exist.
pub(crate) fn names_unknown_scheme(world: &World<'_>) -> bool {
    let spoken = |one: &&&Snapshot| !matches!(one.source, Source::Manual | Source::Amc);
    let named = world.heard.iter().filter(spoken).map(|one| one.scheme);
    let claimed = [world.claim.scheme, world.claim.facts.other_scheme];
    claimed
        .into_iter()
        .chain(named)
        .any(|scheme| is_unknown(world, scheme))
}

/// A claim that was sent before its care, where the question was not asked before it.
pub(crate) fn sent(world: &World<'_>) -> Option<Finding> {
    let care = world.claim.care_date;
    let sent = world.claim.transmission_date.filter(|sent| *sent < care)?;
    let early = world.dossier.as_of.is_some_and(|today| today < care);
    let found = Finding::doubt("time.sent_before_care", DoubtBasis::Conflict);
    let found = found.tested((sent, DateRole::Transmission));
    (!early).then(|| found.other((care, DateRole::Care)))
}
