//! C-09 and C-10: the ground of a transport, and a shared one that was refused.

use crate::evidence::{ContractQuery, Outcome};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::ReasonId;
use crate::model::{Category, Trait, TransportGround};
use crate::question::AskedLine;
use crate::tables::{DateRole, Ground, GroundSet, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// C-09: outside the grounds of the list no transport is covered; and an ALD that is the ground is on record.
pub(super) fn ground(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if asked.category != Some(Category::Transport) {
        return;
    }
    let id = ReasonId::CoverageTransportGround;
    let finding = match asked.facts.transport.ground {
        Some(TransportGround::Other) => Finding::new(id, Effect::Doubt(DoubtBasis::BeyondRules)),
        Some(TransportGround::Ald) => {
            let (ald, care) = (GroundSet::of(Ground::Ald), context.question.care_date);
            let weighed = context.exemption(ald, care);
            // A non-exempting ALD has a rule of its own.
            let other = || is_yes(&context.exemption(GroundSet::of(Ground::AldNonExempting), care));
            if !matches!(weighed.outcome, Outcome::No(_)) || other() {
                return;
            }
            let facts = Facts::default()
                .word(FactKey::Right, Ground::Ald)
                .date(FactKey::Date, Some(care))
                .word(FactKey::DateRole, DateRole::Care);
            let finding = Finding::new(id, Effect::Doubt(DoubtBasis::Conflict)).facts(facts);
            finding.said_by(weighed.by)
        }
        _ => return,
    };
    context.report(found, finding.line(line));
}

/// C-10: who refuses to share a transport pays, and is reimbursed; but for the CSS and the AME.
pub(super) fn shared(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if !asked.has(Trait::SharedTransportRefused) || asked.category != Some(Category::Transport) {
        return;
    }
    let outcomes = [ContractQuery::Css, ContractQuery::Ame].map(|query| context.contract(query).outcome);
    if outcomes.iter().any(|one| matches!(one, Outcome::Yes(_))) {
        return;
    }
    let question = context.question;
    let open = question.carries(RightKind::Css) || question.carries(RightKind::Ame);
    let denied = outcomes.iter().all(|one| matches!(one, Outcome::No(_)));
    let effect = if open && !denied {
        Effect::Doubt(DoubtBasis::Missing)
    } else {
        Effect::Block(NoBasis::Forbidden)
    };
    let facts = Facts::default().word(FactKey::Trait, Trait::SharedTransportRefused);
    let finding = Finding::new(ReasonId::CoverageSharedTransportRefused, effect);
    context.report(found, finding.line(line).facts(facts));
}
