//! Code 7, and code 0 under nature 90: prevention rests on what the line is.

use crate::calendar::{from, plus_months};
use crate::code::{Answer, claimed, doubt};
use crate::finding::Finding;
use crate::product;
use crate::said::{Asked, maternities};
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::finding::FactValue;
use tierspayant_core::model::{Category, Code, Date, Line, Period, Share, Status, Voucher};
use tierspayant_core::tables::{ClaimedGround, DateRole, Ground, GroundSet, RightKind};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// The yearly dental examination.
const EXAM: &str = "oral_health_exam";

pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Answer {
    let code = line.exemption.map(|code| code.to_string());
    let care = Some(world.claim.care_date);
    let tell = |found: Finding| found.code_of(line);
    let seven = code.as_deref() == Some("7");
    let by_nature = |one| {
        let found = tell(Finding::notice("other.by_nature")).word("trait", one);
        Answer::new(ExemptionState::Confirmed, found)
    };
    let another_code = |found: Finding, one, suggested: &str| {
        let found = tell(found).word("trait", one);
        let suggested: Option<Code<4>> = suggested.parse().ok();
        Answer::new(ExemptionState::Contradicted, found.code("suggested", suggested))
    };
    match code.as_deref() {
        None => return doubt("exemption.not_stated", DoubtBasis::Missing),
        Some("0" | "7") => {}
        Some(_) => {
            let found = Finding::doubt("exemption.code_with_nature", DoubtBasis::Conflict);
            return Answer::new(ExemptionState::Contradicted, tell(found));
        }
    }
    if seven && product::is_kit(world, line) {
        let found = Finding::doubt("other.product_code", DoubtBasis::Conflict);
        let row = product::row_that_fits(world, line);
        let fits = row == Some("colorectal_kit") && !line.has("military_infirmity");
        return another_code(found, "colorectal_kit", if fits { "3" } else { "" });
    }
    if seven && line.has(EXAM) && from(2025, 4, 1) <= care {
        if carries_any(world) || world.asks(Share::Amc) {
            let found = Finding::block("other.product_code", NoBasis::Forbidden);
            return another_code(found, EXAM, "0");
        }
        if is_covered(world) {
            let found = Finding::doubt("other.product_code", DoubtBasis::Conflict);
            return another_code(found, EXAM, "0");
        }
    }
    let elsewhere = ["flu_vaccine", EXAM]
        .into_iter()
        .find(|word| line.has(word) && !product::exists(world, line, word));
    if let Some(word) = elsewhere {
        let found = Finding::doubt("other.not_settled", DoubtBasis::BeyondRules);
        return Answer::new(ExemptionState::Unknown, tell(found).word("trait", word));
    }
    let vaccine = if line.has("flu_vaccine") {
        Some("flu_vaccine")
    } else {
        let drug = line.category == Some(Category::Drug);
        (drug && line.has("prevention")).then_some("prevention")
    };
    if let Some(vaccine) = vaccine {
        return voucher(world, line, vaccine, by_nature);
    }
    if line.has("prevention") && line.facts.voucher == Some(Voucher::Absent) {
        let found = Finding::doubt("other.voucher_absent", DoubtBasis::Missing);
        return Answer::new(
            ExemptionState::Unknown,
            found.code_of(line).word("trait", "prevention"),
        );
    }
    if let Some(one) = line.first_of(&[EXAM, "prevention"]) {
        return by_nature(one);
    }
    Answer::new(
        ExemptionState::Unknown,
        tell(Finding::doubt("other.prevention_unproven", DoubtBasis::Missing)),
    )
}

/// A vaccine rests on the voucher that the fund sent, but that against measles, mumps and rubella up to 17 years.
fn voucher(
    world: &World<'_>,
    line: &Line,
    one: &'static str,
    by_nature: impl Fn(&'static str) -> Answer,
) -> Answer {
    let (state, found) = match line.facts.voucher {
        Some(Voucher::Present) if one == "flu_vaccine" && is_outside_campaign(world) => (
            ExemptionState::Unknown,
            Finding::doubt("other.voucher_outside", DoubtBasis::BeyondRules),
        ),
        Some(Voucher::Present) if one == "flu_vaccine" && product::is_of_age(world) == Some(false) => (
            ExemptionState::Unknown,
            Finding::doubt("other.voucher_of_a_minor", DoubtBasis::Missing),
        ),
        Some(Voucher::Present) => return by_nature(one),
        Some(Voucher::Absent) if one == "prevention" && product::is_of_age(world) != Some(true) => (
            ExemptionState::Unknown,
            Finding::doubt("other.voucher_absent", DoubtBasis::Missing),
        ),
        Some(Voucher::Absent) => (
            ExemptionState::NotRecorded,
            Finding::block("other.voucher_absent", NoBasis::Forbidden),
        ),
        None => (
            ExemptionState::Unknown,
            Finding::doubt("other.voucher_unknown", DoubtBasis::Missing),
        ),
    };
    // Of two vouchers, that at the usual rate goes with the code that claims nothing.
    let found = if found.id == "other.voucher_of_a_minor" {
        found.code("suggested", world.tables.codes.code_without_exemption())
    } else {
        found
    };
    Answer::new(state, found.code_of(line).word("trait", one))
}

/// Vouchers of flu vaccines hold from some day of October to February; at Mayotte from September, at La Réunion from April to
/// October.
pub(crate) fn is_outside_campaign(world: &World<'_>) -> bool {
    let care = world.claim.care_date;
    let fund = world.claim.scheme.fund;
    match (fund.as_ref().map(Code::as_str), care.month()) {
        (Some("974"), month) => !(4..=10).contains(&month),
        (Some("976"), month) => (3..=8).contains(&month),
        (_, 10) => {
            let first = match care.year() {
                2019 | 2024 => 15,
                2021 => 22,
                2023 => 17,
                2025 => 14,
                _ => 13,
            };
            care.day() < first
        }
        (_, month) => (3..=9).contains(&month),
    }
}

/// The dental examination is for ages 3 to 24 and for mothers, whichever code it has.
pub(crate) fn ages_of_exam(world: &World<'_>, line: &Line, found: &[Finding]) -> Option<Finding> {
    let exam = Some(&FactValue::Word(EXAM));
    let by_nature = found
        .iter()
        .any(|one| one.id == "other.by_nature" && one.facts.get("trait") == exam);
    let other_nature = world.codes_exempt();
    let none = line.exemption.and_then(|code| claimed(world, code)) == Some(ClaimedGround::NoExemption);
    if !line.has(EXAM) || !(by_nature || none && other_nature) {
        return None;
    }
    let aged = is_for(world);
    if aged == Some(true) {
        return None;
    }
    let birth = world.birth_of_claim();
    let young = birth.and_then(|birth| birth.is_aged(&(i32::MIN..=2), world.claim.care_date)) == Some(true);
    let (id, remedies) = match aged {
        Some(_) if young => ("other.age_limit", vec!["claim.check_identity", "fund.contact"]),
        Some(_) => ("other.age_limit", vec!["fund.contact"]),
        None => ("other.age_unknown", vec!["claim.complete", "fund.contact"]),
    };
    let for_mothers = are_mothers_examined(world);
    let mut told = Finding::doubt(id, DoubtBasis::Missing).word("trait", EXAM).word(
        "right",
        (!young && for_mothers).then_some(Ground::Maternity.as_str()),
    );
    told.remedies = remedies;
    Some(told)
}

/// Whether the dental examination is for this person, where that is known.
fn is_for(world: &World<'_>) -> Option<bool> {
    let birth = world.birth_of_claim();
    let care = Some(world.claim.care_date);
    // Until then it was for every third year.
    let counts = |age: i32| (3..=24).contains(&age) && (from(2025, 4, 1) <= care || age % 3 == 0);
    let aged = birth.and_then(|birth| birth.is_of(counts, world.claim.care_date));
    if is_mother(world) { Some(true) } else { aged }
}

/// Whether the claim names a contract, by number or type.
fn carries_any(world: &World<'_>) -> bool {
    let contract = world.claim.contract;
    contract.is_some_and(|one| one.number.is_some() || one.contract_type.is_some())
}

/// A CSS or an insurer's own contract on record may pay its share, whether or not the claim carries it.
fn is_covered(world: &World<'_>) -> bool {
    [Asked::Contract(RightKind::Css), Asked::Private(None)]
        .into_iter()
        .any(|asked| weigh(world, asked, world.claim.care_date).outcome.is_yes())
}

/// A dental examination that is billed on both shares, or with code 7.
pub(crate) fn is_exam_of_both_shares(world: &World<'_>, line: &Line) -> bool {
    line.has(EXAM) && from(2025, 4, 1) <= Some(world.claim.care_date)
}

/// Code 0 on the AMO share alone, for a person for whom the examination is: which other code or share is right, nobody can say.
pub(crate) fn missed_exam(world: &World<'_>, line: &Line, day: (Date, DateRole)) -> Option<Finding> {
    let alone = !world.asks(Share::Amc) && !carries_any(world) && !is_covered(world);
    let told = is_exam_of_both_shares(world, line) && alone && is_for(world) == Some(true);
    let mut found = Finding::notice("exemption.missed")
        .tested(day)
        .word("trait", EXAM);
    found.remedies = vec!["claim.complete"];
    told.then_some(found)
}

/// Mothers have the examination since 2013-12-01.
fn are_mothers_examined(world: &World<'_>) -> bool {
    from(2013, 12, 1) <= Some(world.claim.care_date)
}

/// A maternity on record is in force, is at most two months away, or, since 2024-02-28, its birth at most six months ago. None
/// counted before 2013-12-01.
pub(crate) fn is_mother(world: &World<'_>) -> bool {
    let care = world.claim.care_date;
    if !are_mothers_examined(world) {
        return false;
    }
    let six_months = from(2024, 2, 28) <= Some(care);
    let weighed = weigh(world, Asked::Grounds(GroundSet::of(Ground::Maternity)), care);
    let decides = weighed.decides();
    // The real day of the birth, where the record of this pregnancy tells it.
    let delivered = |period: Period| {
        let told = decides.and_then(|one| one.maternity?.delivery)?;
        let after_start = period.start().is_none_or(|start| start <= told);
        let before_end = period.end().is_none_or(|end| told <= end);
        (after_start && before_end).then_some(told)
    };
    let days = world.tables.policy.maternity_days_after_delivery;
    let until = |birth: Date| {
        if six_months {
            plus_months(birth, 6)
        } else {
            birth.plus_days(days)
        }
    };
    let near = |(period, status): (Period, Option<Status>)| {
        let first = period.start().and_then(|start| plus_months(start, -2));
        let last = match (delivered(period), period.end()) {
            (Some(birth), _) => until(birth),
            (None, Some(end)) if six_months => end.plus_days(-days).and_then(until),
            (None, end) => end,
        };
        let counts = matches!(status, None | Some(Status::Active | Status::Closed));
        counts && first.is_none_or(|first| first <= care) && last.is_none_or(|last| care <= last)
    };
    let of_some_pregnancy = || decides.is_some_and(|one| maternities(world, one).into_iter().any(near));
    if let Outcome::Yes(period) = weighed.outcome {
        let last = delivered(period).and_then(until);
        return last.is_none_or(|last| care <= last) || of_some_pregnancy();
    }
    of_some_pregnancy()
}
