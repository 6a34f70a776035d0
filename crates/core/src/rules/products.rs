//! O-06: care that is exempt by what it is, with its dates, its ages and its code.

use super::dates::line_dates;
use super::exemption::Kept;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Share, Trait};
use crate::question::AskedLine;
use crate::tables::{AgeRange, ExemptCare, Holds};
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
        Holds::Now(row) => now(context, row),
    };
    let facts = Facts::default().word(FactKey::Trait, row.what.as_str());
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

fn now<'t>(context: &Context<'_>, row: &'t ExemptCare) -> (ReasonId, Effect, ExemptionState, &'t ExemptCare) {
    let question = context.question;
    let contraception = row.what == Trait::Contraception;
    if !row.code_known || row.setting.is_some_and(|setting| setting != question.setting) {
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

/// P-01: a drug of a low rate keeps it under particular care.
fn low_rate(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if let Some(low) = context.tables.policy.low_rate_drugs.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, low.as_str());
        report(
            context,
            line,
            ReasonId::PersonDrugClass,
            Effect::Notice,
            facts,
            found,
        );
    }
}

/// C-04: every line bills care that a minor may ask for in secret, and nothing was asked of any source.
pub(super) fn is_secret(context: &Context<'_>) -> bool {
    let question = context.question;
    let secret = |line: &AskedLine| {
        matches!(question.exempt_care(context.tables, line), Some(Holds::Now(row)) if row.secret)
            && line.claims(crate::tables::ClaimedGround::Particular)
    };
    question.card == Some(crate::model::CardState::Absent)
        && context.evidence.views.is_empty()
        && !context.evidence.identity.nobody
        && !context.evidence.identity.ambiguous
        && question.is_minor(context.tables) == Some(true)
        && !question.lines.is_empty()
        && question.lines.iter().all(secret)
}

/// C-04: base rights are not looked up under a fictitious number.
pub(super) fn secret(context: &Context<'_>, found: &mut Findings) {
    let finding = Finding::new(ReasonId::CoverageSecret, Effect::Notice);
    context.report(found, finding.share(Share::Amo));
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
