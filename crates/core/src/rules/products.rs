//! O-06: care that is exempt by what it is, with its dates, its ages and its code.

use super::dates::line_dates;
use super::exemption::Kept;
use super::{maternity, prevention};
use crate::evidence::{Outcome, Recorded};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Date, Period, Position, Share, Trait, Voucher};
use crate::question::AskedLine;
use crate::tables::{AgeRange, CareForAges, ClaimedGround, ExemptCare, Ground, GroundSet, Holds};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

const UNSETTLED: Effect = Effect::Doubt(DoubtBasis::BeyondRules);
const MISSING: Effect = Effect::Doubt(DoubtBasis::Missing);
const FORBIDDEN: Effect = Effect::Block(NoBasis::Forbidden);

/// Code 3 on care that is exempt by what it is; nothing where it is no such care.
pub(super) fn exempt(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Option<Kept> {
    let row = context.question.exempt_care(context.tables, asked)?;
    let (id, effect, state, row) = match row {
        Holds::NotYet(row) => not_yet(context, row),
        Holds::Now(row) => now(context, asked, row),
    };
    let facts = Facts::default().word(FactKey::Trait, row.what);
    let facts = if id == ReasonId::OtherBeforeStart {
        facts.date(FactKey::Start, row.validity.start())
    } else {
        facts
    };
    report(context, line, id, effect, facts, found);
    low_rate(context, line, asked, found);
    Some((state, line_dates(context, asked)))
}

/// Before its first day the share was due, but for rules on minors that are not in the tables.
fn not_yet<'t>(
    context: &Context<'_>,
    row: &'t ExemptCare,
) -> (ReasonId, Effect, ExemptionState, &'t ExemptCare) {
    if context.question.is_minor(context.tables) == Some(false) {
        let state = ExemptionState::NotRecorded;
        (ReasonId::OtherBeforeStart, FORBIDDEN, state, row)
    } else {
        let state = ExemptionState::Unknown;
        (ReasonId::OtherNotSettled, UNSETTLED, state, row)
    }
}

fn now<'t>(
    context: &Context<'_>,
    asked: &AskedLine,
    row: &'t ExemptCare,
) -> (ReasonId, Effect, ExemptionState, &'t ExemptCare) {
    let question = context.question;
    let contraception = row.what == Trait::Contraception;
    let elsewhere = row.setting.is_some_and(|setting| setting != question.setting)
        || !context
            .tables
            .products
            .exists_there(row.what, asked.category, question.setting);
    if !row.code_known || elsewhere {
        let state = ExemptionState::Unknown;
        return (ReasonId::OtherNotSettled, UNSETTLED, state, row);
    }
    // Too young for a rule that starts at an age: no text that the tables hold says what held for them.
    let too_young = row.ages.from.is_some_and(|from| {
        let below = AgeRange {
            from: None,
            below: Some(from),
        };
        contraception && question.age_is(below) == Some(true)
    });
    match question.age_is(row.ages) {
        Some(true) => {
            let state = ExemptionState::Confirmed;
            (ReasonId::OtherByNature, Effect::Notice, state, row)
        }
        Some(false) if too_young => {
            let state = ExemptionState::Unknown;
            (ReasonId::OtherNotSettled, UNSETTLED, state, row)
        }
        Some(false) => {
            let id = if contraception {
                ReasonId::OtherContraceptionAge
            } else {
                ReasonId::OtherAgeLimit
            };
            (id, FORBIDDEN, ExemptionState::NotRecorded, row)
        }
        None => {
            let id = if contraception {
                ReasonId::OtherContraceptionAgeUnknown
            } else {
                ReasonId::OtherAgeUnknown
            };
            (id, MISSING, ExemptionState::Unknown, row)
        }
    }
}

/// O-06: care that is billed under its own code or not at all, under the code without exemption; and an examination that
/// is for some ages, under any code.
pub(super) fn needs_its_code(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Option<Kept> {
    oral_exam(context, line, asked, found);
    let row = match context.question.exempt_care(context.tables, asked)? {
        Holds::Now(row) if row.what == Trait::ColorectalKit => row,
        _ => return None,
    };
    if row
        .setting
        .is_some_and(|setting| setting != context.question.setting)
    {
        return None;
    }
    let facts = Facts::default().word(FactKey::Trait, row.what);
    let (id, effect, state) = match context.question.age_is(row.ages) {
        Some(true) => {
            let effect = Effect::Doubt(DoubtBasis::Conflict);
            (ReasonId::OtherProductCode, effect, ExemptionState::Contradicted)
        }
        Some(false) => (ReasonId::OtherAgeLimit, UNSETTLED, ExemptionState::Unknown),
        None => (ReasonId::OtherAgeUnknown, MISSING, ExemptionState::Unknown),
    };
    let facts = if id == ReasonId::OtherProductCode {
        let code = context.code_by_product(asked).map(|(code, _)| code);
        let facts = facts.code(FactKey::Code, asked.exemption);
        facts.code(FactKey::Suggested, code)
    } else {
        facts
    };
    let finding = Finding::new(id, effect).without(RemedyId::RemoveExemption);
    let finding = finding.also_where(id == ReasonId::OtherAgeLimit, RemedyId::ContactFund);
    context.report(found, finding.share(Share::Amo).line(line).facts(facts));
    Some((state, line_dates(context, asked)))
}

/// O-06: what is billed on a claim of its own, beside lines of something else.
pub(super) fn alone(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    let now = |row: &&ExemptCare| {
        row.alone
            && row.setting.is_none_or(|setting| setting == question.setting)
            && row.validity.position(question.care_date) == Position::Within
    };
    for row in context.tables.products.exempt.iter().filter(now) {
        if question.lines.iter().all(|line| line.has(row.what)) {
            continue;
        }
        let lines = question.lines.iter().enumerate();
        for (line, _) in lines.filter(|(_, line)| line.has(row.what)) {
            let facts = Facts::default().word(FactKey::Trait, row.what);
            let effect = Effect::Doubt(DoubtBasis::Conflict);
            let finding = Finding::new(ReasonId::OtherBilledAlone, effect).share(Share::Amo);
            context.report(found, finding.line(line).facts(facts));
        }
    }
}

/// O-06: care that is not paid for yet, billed so, or not for somebody of this age.
pub(super) fn not_paid(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let (question, identity) = (context.question, &context.evidence.identity);
    let care = question.care_date;
    let products = &context.tables.products;
    let mut rows = products.not_paid(asked.traits, asked.category, question.setting, care);
    let row = rows.find(|row| {
        let old = row.ages.from.is_none_or(|from| identity.has_reached(care, from));
        old && row.ages.below.is_none_or(|below| identity.is_below(care, below))
    });
    let Some(row) = row else { return };
    // Some ages came later than mothers, who have it at any of them.
    let mother = || {
        let care = products
            .for_ages(asked.traits)
            .filter(|care| care.what == row.what);
        care.is_some_and(|care| expects_a_child(context, care))
    };
    if row.ages.from.is_some() && mother() {
        return;
    }
    let id = match row.before {
        Some(_) => ReasonId::OtherNotYetPaid,
        None => ReasonId::OtherInjectionAge,
    };
    let facts = Facts::default().word(FactKey::Trait, row.what);
    let finding = Finding::new(id, UNSETTLED).line(line);
    context.report(found, finding.facts(facts.date(FactKey::Start, row.before)));
}

/// O-05: without a voucher a flu vaccine is for those alone whom the recommendations name, and for children.
pub(super) fn flu_targets(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let question = context.question;
    let plain = asked.has(Trait::FluVaccine)
        && asked.category == Some(Category::Drug)
        && asked.claims(ClaimedGround::NoExemption)
        && asked.facts.voucher != Some(Voucher::Present);
    let flu = &context.tables.products.flu;
    if !plain || question.is_exempt_by_nature() || question.care_date < flu.targeted_from {
        return;
    }
    let aged = |from, below| {
        let from = Some(from);
        question.age_is(AgeRange { from, below }) == Some(true)
    };
    let child = question.care_date >= flu.children_from && aged(flu.children_years, Some(flu.adult_years));
    if !child && !aged(flu.targeted_years, None) {
        let facts = Facts::default().word(FactKey::Trait, Trait::FluVaccine);
        let finding = Finding::new(ReasonId::OtherFluNotTargeted, MISSING);
        context.report(found, finding.line(line).facts(facts));
    }
}

/// O-06: the examination of the mouth is for children and young people, and around a birth.
pub(super) fn oral_exam(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let question = context.question;
    let Some(row) = context.tables.products.for_ages(asked.traits) else {
        return;
    };
    let id = match question.is_of_age_for(row) {
        Some(true) => return,
        _ if expects_a_child(context, row) => return,
        Some(false) => ReasonId::OtherAgeLimit,
        None => ReasonId::OtherAgeUnknown,
    };
    let facts = Facts::default().word(FactKey::Trait, row.what);
    // Under no code is it for somebody of this age.
    let finding = Finding::new(id, MISSING).without(RemedyId::RemoveExemption);
    let finding = finding.also(RemedyId::ContactFund);
    let too_young = row.ages.from.is_some_and(|from| {
        let below = AgeRange {
            from: None,
            below: Some(from),
        };
        question.age_is(below) == Some(true)
    });
    let finding = finding.also_where(too_young, RemedyId::CheckIdentity);
    // A child who is too young for it expects none.
    let facts = if !too_young && row.is_for_mothers(question.care_date) {
        facts.word(FactKey::Right, Ground::Maternity)
    } else {
        facts
    };
    context.report(found, finding.line(line).facts(facts));
}

/// Prevention that both insurers pay in part, for somebody for whom it is, where the AMO share alone is asked: its third-party
/// payment is on both shares, or on the AMO share under the code of prevention.
pub(super) fn shared_alone(context: &Context<'_>, asked: &AskedLine) -> Option<Trait> {
    let question = context.question;
    let products = &context.tables.products;
    let what = products.shared(asked.traits, question.care_date)?;
    let for_this_age = products
        .for_ages(asked.traits)
        .is_none_or(|row| question.is_of_age_for(row) == Some(true) || expects_a_child(context, row));
    // Where there is a cover the code without exemption is right, and the contract is what is missing.
    let covered = || prevention::insurer_carried(context) || prevention::insurer_on_record(context);
    Some(what).filter(|_| for_this_age && !question.asks(Share::Amc) && !covered())
}

/// Whether care is for who expects or has had a child, and a maternity on record is in force on the day of the care, starts some
/// months later, or the birth was some months before.
fn expects_a_child(context: &Context<'_>, row: &CareForAges) -> bool {
    let care = context.question.care_date;
    if !row.is_for_mothers(care) {
        return false;
    }
    let after_it_ends = row.months_after_from.is_none_or(|from| from <= care);
    let months = |count: u32| i32::try_from(count).unwrap_or(0);
    let weighed = context.exemption(GroundSet::of(Ground::Maternity), care);
    let told = weighed.by.and_then(|view| view.maternity?.delivery);
    let born = |period: Period| told.filter(|day| period.position(*day) == Position::Within);
    // The fund's period ends some days after the birth.
    let days = context.tables.policy.maternity_days_after_delivery;
    let presumed = |period: Period| period.end().and_then(|day| day.plus_days(-days));
    let until = |birth: Date| {
        if after_it_ends {
            birth.plus_months(months(row.months_after))
        } else {
            birth.plus_days(days)
        }
    };
    let near = |record: &Recorded| {
        let period = record.period;
        let first = period
            .start()
            .and_then(|day| day.plus_months(-months(row.months_before)));
        let last = match born(period) {
            Some(birth) => until(birth),
            None if after_it_ends => presumed(period).and_then(until),
            None => period.end(),
        };
        maternity::stands(record) && first.is_none_or(|day| day <= care) && last.is_none_or(|day| care <= day)
    };
    let another = || weighed.by.is_some_and(|view| view.pregnancies().any(near));
    match weighed.outcome {
        // A period that goes on long after the birth does not make this time longer; another pregnancy may.
        Outcome::Yes(record) => {
            let last = born(record.period).and_then(until);
            last.is_none_or(|day| care <= day) || another()
        }
        // Beside one that is refused or pending another may tell of the birth.
        Outcome::No(_) | Outcome::Pending(_) => another(),
        Outcome::Conflict | Outcome::Stale | Outcome::Silent => false,
    }
}

/// P-01: a drug of a low rate keeps it under particular care.
fn low_rate(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if let Some(low) = context.tables.policy.low_rate_drugs.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, low);
        let finding = Finding::new(ReasonId::PersonDrugClass, Effect::Notice).share(Share::Amo);
        // A drug that keeps its own rate leaves nothing to ask.
        let finding = finding.without(RemedyId::ContactFund);
        context.report(found, finding.line(line).facts(facts));
    }
}

pub(super) fn report(
    context: &Context<'_>,
    line: usize,
    id: ReasonId,
    effect: Effect,
    facts: Facts,
    found: &mut Findings,
) {
    context.report(
        found,
        Finding::new(id, effect).share(Share::Amo).line(line).facts(facts),
    );
}
