//! A: an ALD exempts only the care that is related to it.

use super::exemption::{Kept, on_record};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RuleId};
use crate::model::{Category, Date, Relation, Share, TransportGround};
use crate::question::AskedLine;
use crate::tables::{Ground, GroundSet};
use crate::verdict::{DoubtBasis, ExemptionState, NoBasis};

/// A-01 and E-01: an exempting ALD on record, and care related to it.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) -> Kept {
    let (state, dated) = on_record(context, line, asked, GroundSet::of(Ground::Ald), found);
    let report = |found: &mut Findings, id, effect| {
        // Without a relation the line takes the code of another right on record, or none.
        let other = context.fitting_code(asked, context.question.care_date);
        let instead = other.or_else(|| context.tables.codes.code_without_exemption());
        let facts = Facts::default()
            .code(FactKey::Code, asked.exemption)
            .code(FactKey::Suggested, instead);
        context.report(
            found,
            Finding::new(id, effect).share(Share::Amo).line(line).facts(facts),
        );
    };
    if let Some(what) = context.tables.products.ald_low_benefit.first_of(asked.traits) {
        let facts = Facts::default().word(FactKey::Trait, what);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let finding = Finding::new(ReasonId::AldLowBenefit, effect).share(Share::Amo);
        context.report(found, finding.line(line).facts(facts));
    }
    match asked.relation {
        Relation::Related => (state, dated),
        Relation::Unrelated => {
            report(found, ReasonId::AldUnrelated, Effect::Block(NoBasis::Forbidden));
            (ExemptionState::Unrelated, dated)
        }
        Relation::Unknown => {
            report(
                found,
                ReasonId::AldRelationUnknown,
                Effect::Doubt(DoubtBasis::Missing),
            );
            (state, dated)
        }
    }
}

/// the only ALD on record on that day exempts nothing.
pub(super) fn only_non_exempting(context: &Context<'_>, wanted: GroundSet, day: Date) -> bool {
    let other = GroundSet::of(Ground::AldNonExempting);
    wanted.intersects(GroundSet::of(Ground::Ald)) && is_yes(&context.exemption(other, day))
}

/// whether a transport under a non-exempting ALD is still covered is known from software alone.
pub(super) fn transport(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if asked.category != Some(Category::Transport)
        || asked.relation == Relation::Unrelated
        || !matches!(asked.facts.transport.ground, None | Some(TransportGround::Ald))
        || !context.in_force(RuleId::A04)
    {
        return;
    }
    let day = context.question.care_date;
    let ald = GroundSet::of(Ground::Ald);
    if only_non_exempting(context, ald, day) && !is_yes(&context.exemption(ald, day)) {
        let facts = Facts::default().date(FactKey::Date, Some(day));
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let finding = Finding::new(ReasonId::AldTransport, effect).line(line);
        context.report(found, finding.facts(facts));
    }
}
