//! E-05: a right on record that the line does not use. The claim can be billed; the patient pays too much.

use super::dates::line_dates;
use crate::evidence::Outcome;
use crate::finding::{Context, Effect, FactKey, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{Nature, Relation, Share};
use crate::question::AskedLine;
use crate::tables::{Ground, GroundSet};

/// The grounds that would exempt this line, each with what would use it.
pub(super) fn exemption(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if context.evidence.grounds.is_empty() {
        return;
    }
    let dated = line_dates(context, asked);
    let exempt = GroundSet::of(Ground::ExemptPerson).union(GroundSet::of(Ground::Military));
    let related = asked.relation == Relation::Related;
    let candidates = [
        (true, GroundSet::of(Ground::Maternity)),
        (true, exempt),
        (related, GroundSet::of(Ground::Ald)),
        (true, GroundSet::of(Ground::Fsv)),
    ];
    let recorded = |wanted: GroundSet| context.evidence.grounds.intersects(wanted);
    for (_, wanted) in candidates
        .into_iter()
        .filter(|(applies, wanted)| *applies && recorded(*wanted))
    {
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
            .date(FactKey::End, record.period.end())
            .code(FactKey::Suggested, context.tables.codes.suggested_code(wanted));
        let facts = if wanted.intersects(GroundSet::of(Ground::Maternity)) {
            facts.code::<4>(FactKey::Nature, Nature::Maternity.as_str().parse().ok())
        } else {
            facts
        };
        let finding = Finding::new(ReasonId::ExemptionMissed, Effect::Notice)
            .share(Share::Amo)
            .line(line);
        context.report(found, finding.facts(facts).said_by(weighed.by));
        return;
    }
}
