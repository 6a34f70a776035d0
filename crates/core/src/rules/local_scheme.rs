//! O-04: the local scheme of Alsace-Moselle, which is a nature of insurance and not an exemption.

use super::remarks::{Scope, on_sources};
use crate::evidence::{Outcome, said_ground};
use crate::finding::{Context, Effect, FactKey, Findings, is_yes};
use crate::ids::ReasonId;
use crate::model::{Nature, Share};
use crate::tables::{DateRole, Ground, GroundSet};
use crate::verdict::{DoubtBasis, NoBasis};

/// Nature 13 needs the local scheme on record; nature 10 leaves it unused.
pub(super) fn on_record(context: &Context<'_>, found: &mut Findings) {
    let local = GroundSet::of(Ground::LocalScheme);
    let day = context.question.care_date;
    let scope = Scope {
        share: Share::Amo,
        line: None,
        right: Ground::LocalScheme.as_str(),
        day,
    };
    let facts = || scope.facts().word(FactKey::DateRole, DateRole::Care.as_str());
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
        None | Some(Nature::Maternity | Nature::Accident | Nature::Prevention | Nature::Unknown(_)) => return,
    }
    let weighed = context.weigh(ask);
    let by = weighed.by;
    match weighed.outcome {
        Outcome::No(_) => {
            let effect = Effect::Block(NoBasis::NotGranted);
            let finding = scope
                .finding(ReasonId::OtherLocalSchemeNotRecorded, effect)
                .facts(facts());
            context.report(found, finding.said_by(by));
        }
        Outcome::Silent | Outcome::Pending(_) => {
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
