//! P: persons exempt by invalidity, annuity or military pension.

use super::exemption::{Kept, on_record};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::ReasonId;
use crate::model::{Share, Trait};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, Ground, GroundSet};
use crate::verdict::{DoubtBasis, NoBasis};

/// E-01, P-01 and P-02: the person is exempt, and the care is of a kind that this exempts.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let exempt = context.tables.codes.claimed.of(ClaimedGround::ExemptPerson);
    let kept = on_record(context, line, asked, exempt, found);
    // Whether drugs at 15 % and 30 % keep their rate: a vendor's table and its own labels disagree, but for the
    // military pension, where every rate is full.
    let (_, dated) = kept;
    if let Some(low) = context.tables.policy.low_rate_drugs.first_of(asked.traits) {
        let pension = GroundSet::of(Ground::Military);
        if !is_yes(&context.exemption(pension, dated.day)) {
            let facts = Facts::default().word(FactKey::Trait, low.as_str());
            let effect = Effect::Doubt(DoubtBasis::BeyondRules);
            report(context, line, ReasonId::PersonDrugClass, effect, facts, found);
        }
    }
    // Care of a pensioned infirmity is billed to another fund.
    if asked.has(Trait::MilitaryInfirmity) {
        let scheme = context.question.scheme.regime;
        let effect = match scheme {
            Some(scheme) if scheme == context.tables.policy.military_scheme => Effect::Notice,
            Some(_) => Effect::Block(NoBasis::Forbidden),
            None => Effect::Doubt(DoubtBasis::Missing),
        };
        let facts = Facts::default().word(FactKey::Trait, Trait::MilitaryInfirmity.as_str());
        let facts = facts.code(FactKey::Scheme, scheme);
        report(
            context,
            line,
            ReasonId::PersonMilitaryRouting,
            effect,
            facts,
            found,
        );
    }
    kept
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
