//! E-05: a right on record that the line does not use. The claim can be billed; the patient pays too much.

use super::dates::Dated;
use super::{maternity, products};
use crate::evidence::Outcome;
use crate::finding::{Context, Effect, FactKey, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Share, Trait};
use crate::question::AskedLine;
use crate::tables::{GroundSet, Right, RightKind};

/// The grounds that would exempt this line, each with what would use it.
pub(super) fn exemption(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    dated: &Dated,
    found: &mut Findings,
) {
    // The AME pays in full under code 0; a pensioned infirmity is for the military scheme.
    if context.question.carries(RightKind::Ame) || asked.has(Trait::MilitaryInfirmity) {
        return;
    }
    if let Some((code, what)) = context.code_by_product(asked) {
        let facts = dated.facts().word(FactKey::Trait, what);
        let finding = Finding::new(ReasonId::ExemptionMissed, Effect::Notice)
            .share(Share::Amo)
            .line(line)
            .facts(facts.code(FactKey::Suggested, Some(code)));
        context.report(found, finding.without(RemedyId::CorrectNature));
        return;
    }
    if on_record(context, line, asked, dated, found) {
        return;
    }
    if let Some(what) = products::shared_alone(context, asked) {
        let facts = dated.facts().word(FactKey::Trait, what);
        let finding = Finding::new(ReasonId::ExemptionMissed, Effect::Notice)
            .share(Share::Amo)
            .line(line)
            .facts(facts);
        // Which way it is billed depends on a complementary cover, whose absence no source can show.
        let finding = finding
            .without(RemedyId::CorrectNature)
            .without(RemedyId::CorrectExemption);
        context.report(found, finding.also(RemedyId::CompleteClaim));
    }
}

/// A right on record; whether one was told.
fn on_record(
    context: &Context<'_>,
    line: usize,
    asked: &AskedLine,
    dated: &Dated,
    found: &mut Findings,
) -> bool {
    if context.evidence.grounds.is_empty() {
        return false;
    }
    for missed in context.tables.codes.missed.iter() {
        let wanted = missed.grounds;
        if missed.nature.is_some() && maternity::ended_by_birth(context) {
            continue;
        }
        let Some(weighed) = context.exempted_by(asked, wanted, dated.day) else {
            continue;
        };
        let Outcome::Yes(record) = weighed.outcome else {
            continue;
        };
        let right = record
            .grounds
            .iter()
            .find(|one| wanted.intersects(GroundSet::of(*one)));
        let facts = dated
            .facts()
            .word(FactKey::Right, right.map_or(Right::AnyExemption, Right::Ground))
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
        return true;
    }
    false
}
