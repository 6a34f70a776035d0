//! I-05: a right on record that nobody of that age has is somebody else's, or the birth date is.

use super::exemption::Kept;
use crate::evidence::View;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Date, Share};
use crate::tables::{Ground, GroundSet, RightKind};
use crate::verdict::{DoubtBasis, ExemptionState};

/// A maternity that is confirmed, of a child.
pub(super) fn maternity(context: &Context<'_>, line: usize, kept: Kept, found: &mut Findings) -> Kept {
    let (state, dated) = kept;
    if state != ExemptionState::Confirmed || !context.is_implausible(Ground::Maternity) {
        return kept;
    }
    let weighed = context.exemption(GroundSet::of(Ground::Maternity), dated.day);
    let facts = Facts::default()
        .word(FactKey::Right, Ground::Maternity)
        .date(FactKey::Date, Some(dated.day));
    let finding = told(line, facts, weighed.by);
    context.report(found, finding);
    (ExemptionState::Contradicted, dated)
}

/// An accident before the birth; gives back what became of the exemption, where it is one.
pub(super) fn accident(
    context: &Context<'_>,
    line: usize,
    happened: Date,
    by: Option<&View>,
    found: &mut Findings,
) -> Option<ExemptionState> {
    let (birth, _) = context.evidence.identity.birth?;
    if birth <= happened {
        return None;
    }
    let facts = Facts::default()
        .word(FactKey::Right, RightKind::Accident)
        .date(FactKey::Date, Some(context.question.care_date))
        .date(FactKey::AccidentDate, Some(happened));
    // The day of the accident may be what is wrong.
    let finding = told(line, facts, by).also(RemedyId::CompleteClaim);
    context.report(found, finding);
    Some(ExemptionState::Contradicted)
}

fn told(line: usize, facts: Facts, by: Option<&View>) -> Finding {
    let effect = Effect::Doubt(DoubtBasis::Conflict);
    let finding = Finding::new(ReasonId::IdentityRightImplausible, effect).share(Share::Amo);
    finding.line(line).facts(facts).said_by(by)
}
