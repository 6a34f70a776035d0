//! O: particular care and special schemes.

use super::dates::line_dates;
use super::exemption::{Kept, on_record};
use super::products;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Share, Trait};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, Ground, GroundSet};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// O-01, O-02 and O-06: exempt by what it is, by age, or by a decision on record.
pub(super) fn particular(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    found: &mut Findings,
) -> Kept {
    if let Some(kept) = products::exempt(context, line, asked, found) {
        return kept;
    }
    let policy = &context.tables.policy;
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
