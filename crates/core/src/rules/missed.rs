//! E-05: a right on record that the line does not use. The claim can be billed; the patient pays too much.

use super::dates::line_dates;
use crate::evidence::Outcome;
use crate::finding::{Context, Effect, FactKey, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Relation, Share, Trait};
use crate::question::AskedLine;
use crate::tables::{Ground, GroundSet, RightKind};

/// The grounds that would exempt this line, each with what would use it.
pub(super) fn exemption(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    // The AME pays in full under code 0.
    if context.evidence.grounds.is_empty() || context.question.carries(RightKind::Ame) {
        return;
    }
    let dated = line_dates(context, asked);
    for missed in &context.tables.codes.missed {
        let wanted = missed.grounds;
        if !context.evidence.grounds.intersects(wanted) || !care_fits(context, asked, wanted) {
            continue;
        }
        let weighed = context.exemption(wanted, dated.day);
        let Outcome::Yes(record) = weighed.outcome else {
            continue;
        };
        let right = record
            .grounds
            .iter()
            .find(|one| wanted.intersects(GroundSet::of(*one)));
        let facts = dated
            .facts()
            .word(FactKey::Right, right.map_or("exemption", Ground::as_str))
            .date(FactKey::Start, record.period.start())
            .date(FactKey::End, record.period.end());
        let finding = Finding::new(ReasonId::ExemptionMissed, Effect::Notice)
            .share(Share::Amo)
            .line(line);
        // What a nature of insurance exempts has no code.
        let finding = if missed.nature.is_some() {
            finding
                .facts(facts.code(FactKey::Nature, missed.nature))
                .without(RemedyId::CorrectExemption)
        } else {
            let code = context.tables.codes.suggested_code(wanted);
            finding
                .facts(facts.code(FactKey::Suggested, code))
                .without(RemedyId::CorrectNature)
        };
        context.report(found, finding.said_by(weighed.by));
        return;
    }
}

/// Whether the care of a line is of the kind that these grounds exempt, as far as the line says.
pub(super) fn care_fits(context: &Context<'_>, asked: &AskedLine, grounds: GroundSet) -> bool {
    let has = |ground: Ground| grounds.intersects(GroundSet::of(ground));
    let related = asked.relation == Relation::Related;
    // Care of a pensioned infirmity is another payer's, whatever exempts the person.
    let military = context.tables.policy.military_scheme;
    let anothers = asked.has(Trait::MilitaryInfirmity) && context.question.scheme.regime != Some(military);
    (!has(Ground::Ald) || related)
        && (!has(Ground::Infertility) || related || asked.has(Trait::Infertility))
        && !has(Ground::Newborn)
        && !anothers
}
