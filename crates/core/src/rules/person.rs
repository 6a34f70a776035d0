//! P: persons exempt by invalidity, annuity or military pension.

use super::exemption::{Kept, on_record};
use super::scheme::scheme_fact;
use crate::evidence::Outcome;
use crate::finding::{Answer, Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Code, Date, Nature, Relation, Scheme, Share, Trait};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, Ground, GroundSet, LowRates};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// E-01 and P-01: the person is exempt, and the care is of a kind that this exempts.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let exempt = context.tables.codes.claimed.of(ClaimedGround::ExemptPerson);
    let kept = on_record(context, line, asked, exempt, found);
    let (state, dated) = kept;
    if let Some(low) = context.tables.policy.low_rate_drugs.first_of(asked.traits) {
        let pension = GroundSet::of(Ground::Military);
        if !is_yes(&context.exemption(pension, dated.day)) {
            let facts = Facts::default().word(FactKey::Trait, low);
            let effect = low_rate(context, state, dated.day);
            let finding = Finding::new(ReasonId::PersonDrugClass, effect).share(Share::Amo);
            // A drug that keeps its own rate leaves nothing to ask.
            let finding = finding.without_where(effect == Effect::Notice, RemedyId::ContactFund);
            context.report(found, finding.line(line).facts(facts));
        }
    }
    kept
}

/// P-02: care of a pensioned infirmity is billed to the military scheme, whatever the nature and the code.
pub(super) fn infirmity(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let by_trait = asked.has(Trait::MilitaryInfirmity);
    let stated = by_trait || context.question.nature == Some(Nature::Military);
    // Care that is related to what exempts is, under a pension, care of the infirmity.
    if !stated && !related_to_a_pension(context, asked) {
        return;
    }
    let (scheme, policy) = (context.question.scheme, &context.tables.policy);
    let right_fund = scheme.fund.is_none_or(|fund| fund == policy.military_fund);
    let effect = match scheme.regime {
        None => Effect::Doubt(DoubtBasis::Missing),
        Some(regime) if regime == policy.military_scheme && right_fund => {
            if let Some((basis, answer)) = unproven(context, asked, stated) {
                let facts = Facts::default()
                    .word(FactKey::Right, Ground::Military)
                    .word(FactKey::OtherAnswer, answer);
                let facts = scheme_fact(facts, FactKey::Scheme, scheme, false);
                let finding = Finding::new(ReasonId::PersonMilitaryRouting, Effect::Doubt(basis));
                let finding = finding.line(line).facts(facts).without(RemedyId::CorrectScheme);
                context.report(found, finding);
                return;
            }
            Effect::Notice
        }
        Some(_) if stated => Effect::Block(NoBasis::Forbidden),
        Some(_) => Effect::Doubt(DoubtBasis::BeyondRules),
    };
    let payer = Scheme {
        regime: Some(policy.military_scheme),
        fund: Some(policy.military_fund),
        centre: None,
    };
    let facts = if by_trait {
        Facts::default().word(FactKey::Trait, Trait::MilitaryInfirmity)
    } else if !stated {
        Facts::default().word(FactKey::Right, Ground::Military)
    } else {
        Facts::default().code::<2>(FactKey::Nature, Nature::Military.as_str().parse().ok())
    };
    let facts = scheme_fact(facts, FactKey::Scheme, scheme, false);
    let facts = scheme_fact(facts, FactKey::Suggested, payer, false);
    let finding = Finding::new(ReasonId::PersonMilitaryRouting, effect);
    context.report(found, finding.line(line).facts(facts));
}

/// Why it is not sure that this is care of a pensioned infirmity: no pension is on record, nothing is said of one, or the
/// line is said to treat something else. With the answer of the record.
fn unproven(context: &Context<'_>, asked: &AskedLine, stated: bool) -> Option<(DoubtBasis, Answer)> {
    if stated && asked.relation == Relation::Unrelated {
        return Some((DoubtBasis::Conflict, Answer::Yes));
    }
    match context
        .exemption(GroundSet::of(Ground::Military), context.question.care_date)
        .outcome
    {
        Outcome::Yes(_) => None,
        Outcome::No(_) => Some((DoubtBasis::Conflict, Answer::No)),
        Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => {
            Some((DoubtBasis::Missing, Answer::Undetermined))
        }
    }
}

/// Whether a line is said to be related to what exempts, and that may be a pension on record on the day of the care.
fn related_to_a_pension(context: &Context<'_>, asked: &AskedLine) -> bool {
    let codes = [ClaimedGround::ExemptPerson, ClaimedGround::NoExemption];
    let sickness = matches!(
        context.question.nature,
        Some(Nature::Illness | Nature::LocalScheme) | None
    );
    let pension = GroundSet::of(Ground::Military);
    sickness
        && asked.relation == Relation::Related
        && codes.iter().any(|code| asked.claims(*code))
        && context.evidence.grounds.intersects(pension)
        && is_yes(&context.exemption(pension, context.question.care_date))
}

/// P-01: drugs at 15 % and 30 % keep their rate, but for situations whose table and label disagree.
fn low_rate(context: &Context<'_>, state: ExemptionState, day: Date) -> Effect {
    let weighed = context.exemption(GroundSet::of(Ground::ExemptPerson), day);
    let situation = match weighed.outcome {
        Outcome::Yes(record) if state == ExemptionState::Confirmed => record.code.and_then(Code::resize),
        _ => None,
    };
    let known = situation.and_then(|code| context.tables.codes.situations.get(&code));
    match known.map(|known| known.low_rates) {
        Some(LowRates::NotSettled) => Effect::Doubt(DoubtBasis::BeyondRules),
        Some(LowRates::Own) | None => Effect::Notice,
    }
}
