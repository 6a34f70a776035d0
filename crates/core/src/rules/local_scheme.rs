//! O-04: the local scheme of Alsace-Moselle, which is a nature of insurance and not an exemption.

use super::remarks::{Scope, on_sources};
use crate::evidence::{Outcome, said_ground};
use crate::finding::{Context, Effect, FactKey, Findings, is_yes};
use crate::ids::ReasonId;
use crate::model::{Date, Nature, Share};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, DateRole, Ground, GroundSet, Right};
use crate::verdict::{DoubtBasis, NoBasis};

/// Nature 13 needs the local scheme on record; nature 10 leaves it unused.
pub(super) fn on_record(context: &Context<'_>, found: &mut Findings) {
    let local = GroundSet::of(Ground::LocalScheme);
    let day = context.question.care_date;
    let scope = Scope {
        share: Share::Amo,
        line: None,
        right: Right::Ground(Ground::LocalScheme),
        day,
    };
    let facts = || scope.facts().word(FactKey::DateRole, DateRole::Care);
    let ask = move |view| said_ground(view, local, day);
    match context.question.nature {
        Some(Nature::LocalScheme) => {}
        Some(Nature::Illness) if !context.evidence.grounds.intersects(local) => return,
        Some(Nature::Illness) => {
            let weighed = context.weigh(ask);
            if is_yes(&weighed) {
                let finding = scope
                    .finding(ReasonId::OtherLocalSchemeMissed, Effect::Notice)
                    .facts(facts());
                context.report(found, finding.said_by(weighed.by));
            }
            return;
        }
        None
        | Some(
            Nature::Maternity | Nature::Accident | Nature::Prevention | Nature::Military | Nature::Unknown(_),
        ) => return,
    }
    let weighed = context.weigh(ask);
    let by = weighed.by;
    match weighed.outcome {
        Outcome::No(_) if other_of_both(context, Ground::Fsv, day) => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            let finding = scope.finding(ReasonId::OtherLocalSchemeUnknown, effect);
            context.report(found, finding.facts(facts()));
        }
        Outcome::No(_) => {
            let effect = Effect::Block(NoBasis::NotGranted);
            let finding = scope
                .finding(ReasonId::OtherLocalSchemeNotRecorded, effect)
                .facts(facts());
            context.report(found, finding.said_by(by));
        }
        Outcome::Pending(record) => {
            let effect = Effect::Doubt(DoubtBasis::Pending);
            let facts = facts().date(FactKey::Start, record.period.start());
            let finding = scope.finding(ReasonId::ExemptionPending, effect).facts(facts);
            context.report(found, finding.said_by(by));
        }
        Outcome::Silent => {
            let effect = Effect::Doubt(DoubtBasis::Missing);
            context.report(
                found,
                scope
                    .finding(ReasonId::OtherLocalSchemeUnknown, effect)
                    .facts(facts()),
            );
        }
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => {}
    }
    on_sources(context, found, scope, &weighed, ask);
}

/// Whether a claim under the local scheme bills code 9, and this other ground of the two is on record: no situation of
/// the card shows both, so that the absence of one beside the other says nothing.
pub(super) fn other_of_both(context: &Context<'_>, other: Ground, day: Date) -> bool {
    let question = context.question;
    let fsv = |line: &AskedLine| line.claims(ClaimedGround::Fsv);
    question.nature == Some(Nature::LocalScheme)
        && question.lines.iter().any(fsv)
        && is_yes(&context.exemption(GroundSet::of(other), day))
}
