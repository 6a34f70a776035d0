//! K-12, K-17, K-18, K-19: what a claim that carries an AME may hold.

use super::contract::{ame_on_record_since, fund_of_mayotte};
use crate::evidence::ContractQuery;
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, is_yes};
use crate::ids::{ReasonId, RuleId};
use crate::model::{PriorAgreement, Share};
use crate::question::{AskedLine, Claimed};
use crate::tables::{ClaimedGround, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// Whether the claim carries an AME that is in force on record: it is for who has no base rights, and pays both shares.
pub(super) fn pays(context: &Context<'_>) -> bool {
    context.question.carries(RightKind::Ame) && is_yes(&context.contract(ContractQuery::Ame))
}

/// K-19: there is none at Mayotte: the fund or the contract is wrong.
pub(super) fn at_mayotte(context: &Context<'_>, found: &mut Findings) {
    let carried = context.question.carries(RightKind::Ame);
    if let Some(fund) = carried.then(|| fund_of_mayotte(context)).flatten() {
        let facts = Facts::default().code(FactKey::Scheme, Some(fund));
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        let finding = Finding::new(ReasonId::ContractAmeAtMayotte, effect);
        context.report(found, finding.facts(facts));
    }
}

/// The rules of the AME on one line.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    if !context.question.carries(RightKind::Ame) {
        return;
    }
    code(context, line, asked, found);
    excluded(context, line, asked, found);
    delayed(context, line, asked, found);
}

/// K-18: the code is 0.
fn code(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    match asked.claimed {
        Claimed::NotStated | Claimed::Unknown | Claimed::Known(ClaimedGround::NoExemption) => return,
        Claimed::Known(_) => {}
    }
    let facts = Facts::default()
        .code(FactKey::Code, asked.exemption)
        .code(FactKey::Suggested, context.tables.codes.code_without_exemption());
    let effect = Effect::Doubt(DoubtBasis::Conflict);
    let finding = Finding::new(ReasonId::ContractAmeCode, effect).share(Share::Amo);
    context.report(found, finding.line(line).facts(facts));
}

/// K-12: what the AME does not pay for adults.
fn excluded(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let Some(what) = context.tables.products.ame_excluded.first_of(asked.traits) else {
        return;
    };
    let effect = match context.question.is_minor(context.tables) {
        Some(true) => return,
        Some(false) => Effect::Block(NoBasis::Forbidden),
        None => Effect::Doubt(DoubtBasis::Missing),
    };
    let facts = Facts::default().word(FactKey::Trait, what);
    let finding = Finding::new(ReasonId::ContractAmeExcluded, effect);
    context.report(found, finding.line(line).facts(facts));
}

/// K-17: programmed care of adults waits for some months from the first admission to the AME.
fn delayed(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let products = &context.tables.products;
    let Some(what) = products.ame_delayed.first_of(asked.traits) else {
        return;
    };
    let agreed = asked.facts.prior_agreement == Some(PriorAgreement::Granted);
    if agreed || context.question.is_minor(context.tables) == Some(true) || !context.in_force(RuleId::K17) {
        return;
    }
    let start = ame_on_record_since(context);
    let months = i32::try_from(products.ame_delay_months).unwrap_or(i32::MAX);
    let over = start.and_then(|start| start.plus_months(months));
    if over.is_some_and(|over| over <= context.question.care_date) {
        return;
    }
    let facts = Facts::default()
        .word(FactKey::Trait, what)
        .date(FactKey::Start, start);
    let effect = Effect::Doubt(DoubtBasis::Missing);
    let finding = Finding::new(ReasonId::ContractAmeDelay, effect);
    context.report(found, finding.line(line).facts(facts));
}
