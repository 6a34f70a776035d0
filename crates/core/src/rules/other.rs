//! O: particular care, contraception, special schemes and prevention.

use super::dates::line_dates;
use super::exemption::{Kept, on_record};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RuleId};
use crate::model::{Share, Trait};
use crate::question::{AskedLine, Claimed};
use crate::tables::{ClaimedGround, Ground, GroundSet};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// O-01 and O-02: exempt by the nature of the care, by age, or by a decision on record.
pub(super) fn particular(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Kept {
    let policy = &context.tables.policy;
    if asked.has(Trait::Contraception) {
        return contraception(context, line, asked, found);
    }
    if let Some(by_nature) = policy.exempt_by_nature.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, by_nature.as_str());
        report(
            context,
            line,
            ReasonId::OtherByNature,
            Effect::Notice,
            facts,
            found,
        );
        return (ExemptionState::Confirmed, line_dates(context, asked));
    }
    if let Some(decided) = policy.decision_needed.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, decided.as_str());
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        report(context, line, ReasonId::OtherNotSettled, effect, facts, found);
        return (ExemptionState::Unknown, line_dates(context, asked));
    }
    let wanted = if asked.has(Trait::Infertility) {
        GroundSet::of(Ground::Infertility)
    } else {
        context.tables.codes.claimed.of(ClaimedGround::Particular)
    };
    on_record(context, line, asked, wanted, found)
}

/// O-02: contraception is exempt below an age, which only a birth date of the calendar gives.
fn contraception(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let dated = line_dates(context, asked);
    let limit = context.tables.policy.contraception_age_limit;
    let facts = Facts::default().word(FactKey::Trait, Trait::Contraception.as_str());
    if !context.in_force(RuleId::O02) {
        // The ages that held before are not in the tables.
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        report(context, line, ReasonId::OtherNotSettled, effect, facts, found);
        return (ExemptionState::Unknown, dated);
    }
    let age = context.question.birth.map(|birth| {
        let had_birthday = (birth.month(), birth.day()) <= (dated.day.month(), dated.day.day());
        dated
            .day
            .year()
            .saturating_sub(birth.year())
            .saturating_sub(i32::from(!had_birthday))
    });
    let (id, effect, state) = match age {
        Some(age) if age < limit => (ReasonId::OtherByNature, Effect::Notice, ExemptionState::Confirmed),
        Some(_) => (
            ReasonId::OtherContraceptionAge,
            Effect::Block(NoBasis::Forbidden),
            ExemptionState::NotRecorded,
        ),
        None => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            (
                ReasonId::OtherContraceptionAgeUnknown,
                effect,
                ExemptionState::Unknown,
            )
        }
    };
    report(context, line, id, effect, facts, found);
    (state, dated)
}

/// O-03: code 6 belongs to the special schemes; texts agree on some and differ on others.
pub(super) fn special_scheme(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Kept {
    let dated = line_dates(context, asked);
    let codes = &context.tables.codes;
    let regime = context.question.scheme.regime;
    let facts = Facts::default()
        .code(FactKey::Code, asked.exemption)
        .code(FactKey::Scheme, regime);
    let not_settled = regime.is_none_or(|one| codes.special_schemes_not_settled.contains(&one));
    if not_settled {
        // A scheme that is not named is a missing fact; texts that differ are another matter.
        let effect = Effect::Doubt(if regime.is_none() {
            DoubtBasis::Missing
        } else {
            DoubtBasis::BeyondRules
        });
        report(
            context,
            line,
            ReasonId::OtherSchemeNotSettled,
            effect,
            facts,
            found,
        );
        return (ExemptionState::Unknown, dated);
    }
    if regime.is_some_and(|one| codes.special_schemes.contains(&one)) {
        return on_record(
            context,
            line,
            asked,
            codes.claimed.of(ClaimedGround::SpecialScheme),
            found,
        );
    }
    let effect = Effect::Block(NoBasis::Forbidden);
    report(
        context,
        line,
        ReasonId::OtherSchemeNotSpecial,
        effect,
        facts,
        found,
    );
    (ExemptionState::NotRecorded, dated)
}

/// O-05: prevention rests on what the line is, which only its traits tell.
pub(super) fn prevention(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Kept {
    let dated = line_dates(context, asked);
    let facts = Facts::default().code(FactKey::Code, asked.exemption);
    if asked.claimed == Claimed::NotStated {
        let effect = Effect::Doubt(DoubtBasis::Missing);
        report(context, line, ReasonId::ExemptionNotStated, effect, facts, found);
        return (ExemptionState::Unknown, dated);
    }
    let fits = matches!(
        asked.claimed,
        Claimed::Known(ClaimedGround::NoExemption | ClaimedGround::Prevention)
    );
    if !fits {
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        report(
            context,
            line,
            ReasonId::ExemptionCodeWithNature,
            effect,
            facts,
            found,
        );
        return (ExemptionState::Contradicted, dated);
    }
    if asked.has(Trait::Prevention) {
        let facts = facts.word(FactKey::Trait, Trait::Prevention.as_str());
        report(
            context,
            line,
            ReasonId::OtherByNature,
            Effect::Notice,
            facts,
            found,
        );
        return (ExemptionState::Confirmed, dated);
    }
    let effect = Effect::Doubt(DoubtBasis::Missing);
    report(
        context,
        line,
        ReasonId::OtherPreventionUnproven,
        effect,
        facts,
        found,
    );
    (ExemptionState::Unknown, dated)
}

fn report(
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
