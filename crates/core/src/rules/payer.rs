//! C-05, C-07, C-12 and V-05: who prescribed, who else may pay, how the claim is made.

use crate::evidence::ContractQuery;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RuleId};
use crate::model::{CardState, Category, Mode, PrescriptionState, Standing, Trait};
use crate::question::AskedLine;
use crate::tables::{ClaimedGround, RightKind};
use crate::verdict::DoubtBasis;

/// C-05: what a doctor outside the convention prescribes is no longer reimbursed.
pub(super) fn prescriber(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if context.question.facts.prescriber.standing != Some(Standing::OutsideConvention)
        || asked.facts.prescription.state == Some(PrescriptionState::None)
    {
        return;
    }
    let prescribed = match asked.category {
        None
        | Some(
            Category::Drug | Category::Device | Category::Biology | Category::ActSeries | Category::Transport,
        ) => true,
        Some(Category::Act | Category::Stay) => context.question.prescribed_on(asked).is_some(),
    };
    if prescribed {
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        context.report(
            found,
            Finding::new(ReasonId::CoveragePrescriberOutside, effect).line(line),
        );
    }
}

/// C-07: a service that is paid a flat amount may have to pay for this care.
pub(super) fn paid_instead(context: &Context<'_>, found: &mut Findings) {
    if let Some(payer) = context.question.facts.paid_instead {
        let facts = Facts::default().word(FactKey::PaidInstead, payer);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        context.report(
            found,
            Finding::new(ReasonId::CoveragePaidInstead, effect).facts(facts),
        );
    }
}

/// C-07: the flat amount of a home holds some care of those who live there.
pub(super) fn included(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let question = context.question;
    let Some(category) = asked.category.filter(|_| question.facts.paid_instead.is_none()) else {
        return;
    };
    let products = &context.tables.products;
    let payer = products.included(asked.traits, category, question.setting, question.care_date);
    if let Some(payer) = payer {
        let facts = Facts::default().word(FactKey::PaidInstead, payer);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let finding = Finding::new(ReasonId::CoveragePaidInstead, effect).line(line);
        context.report(found, finding.facts(facts));
    }
}

/// C-12: before a day some professions had no third-party payment for everybody, and what they did for whom is in no table.
pub(super) fn for_everybody(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let (question, policy) = (context.question, &context.tables.policy);
    // Carried or, as K-08 says, on record: who has it is not asked to pay.
    let fund_pays_all = || {
        question.carries(RightKind::Css)
            || question.carries(RightKind::Ame)
            || (context.evidence.css && is_yes(&context.contract(ContractQuery::Css)))
            || (context.evidence.ame && is_yes(&context.contract(ContractQuery::Ame)))
    };
    // In the coordinated care path alone.
    let acs = || {
        let carried = question.contract.is_some_and(|contract| contract.is_acs());
        carried && question.care_date >= policy.acs_third_party_from && !asked.has(Trait::OutsideCarePath)
    };
    // The sources are asked last, and of no care for which the rule does not hold.
    if !context.in_force(RuleId::C12)
        || !policy.third_party_later.contains(&question.setting)
        || question.is_exempt_by_nature()
        || !asked.claims(ClaimedGround::NoExemption)
        || acs()
        || fund_pays_all()
    {
        return;
    }
    let start = context.over_from(RuleId::C12);
    let effect = Effect::Doubt(DoubtBasis::BeyondRules);
    let finding = Finding::new(ReasonId::CoverageThirdPartyBefore, effect).line(line);
    context.report(found, finding.facts(Facts::default().date(FactKey::Start, start)));
}

/// V-05: the way in which the claim is made and the card contradict each other.
pub(super) fn mode(context: &Context<'_>, found: &mut Findings) {
    let (Some(mode), Some(card)) = (context.question.facts.mode, context.question.card) else {
        return;
    };
    let differs = match mode {
        Mode::Card => matches!(card, CardState::Absent | CardState::Unreadable),
        Mode::Degraded | Mode::Remote | Mode::Secrecy => card == CardState::Read,
    };
    if differs {
        let facts = Facts::default()
            .word(FactKey::Card, card)
            .word(FactKey::Mode, mode);
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        context.report(
            found,
            Finding::new(ReasonId::CardModeDiffers, effect).facts(facts),
        );
    }
}
