//! K-15 and K-20: rights by kind of expense, as the insurer's own answer tells them, and what its contracts need not pay.

use crate::evidence::{ContractQuery, ContractView, DomainView, Outcome, Recorded, View};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings, css_or_ame_may_pay};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Position, Share, Source, Status, Trait};
use crate::question::AskedLine;
use crate::tables::{AgeRange, ClaimedGround, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// Each line under the contract that the insurer shows.
pub(super) fn rights(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    let Some(contract) = question.contract.filter(|_| question.asks(Share::Amc)) else {
        return;
    };
    let told = |view: &View| view.source == Source::Amc;
    if contract.kind() != RightKind::PrivateContract || !context.evidence.views.iter().any(told) {
        return;
    }
    let Some(number) = contract.raw.number else { return };
    let weighed = context.contract(ContractQuery::Private(number));
    let (Outcome::Yes(record), Some(view)) = (weighed.outcome, weighed.by.filter(|view| told(view))) else {
        return;
    };
    let Some(rights) = own_rights(view, record) else {
        return;
    };
    // Where another line is open, a line that is not goes on a claim of its own, for the AMO share.
    let mut apart: Option<bool> = None;
    for (line, asked) in question.lines.iter().enumerate() {
        if let Some((id, effect, facts)) = judge(context, view, rights, asked.category) {
            let finding = Finding::new(id, effect).share(Share::Amc).line(line);
            let closed = matches!(effect, Effect::Block(_));
            let apart = closed
                && *apart.get_or_insert_with(|| {
                    let open = |other: &AskedLine| judge(context, view, rights, other.category).is_none();
                    question.asks(Share::Amo)
                        && question.lines.iter().any(open)
                        && !css_or_ame_may_pay(context.tables, question, context.evidence)
                });
            let finding = finding.also_where(apart, RemedyId::SplitInvoice);
            context.report(found, finding.facts(facts).said_by(Some(view)));
        }
    }
}

fn own_rights<'v>(view: &'v View, record: &Recorded) -> Option<&'v [DomainView]> {
    let contracts = view.contracts.iter().flatten();
    // Of several alike, the first that has some.
    let mut alike = contracts.filter(|one: &&ContractView| one.record == *record);
    alike.find_map(|one| one.rights.as_deref())
}

/// What the rights say of a line of this category; nothing where they are open.
fn judge(
    context: &Context<'_>,
    view: &View,
    rights: &[DomainView],
    category: Option<Category>,
) -> Option<(ReasonId, Effect, Facts)> {
    let (care, setting) = (context.question.care_date, context.question.setting);
    let unknown = (
        ReasonId::ContractDomainUnknown,
        Effect::Doubt(DoubtBasis::Missing),
        Facts::default(),
    );
    let Some(category) = category else {
        return Some(unknown);
    };
    let codes = &context.tables.codes;
    let is_its =
        |one: &&DomainView| one.kind.categories.holds(category) && codes.is_billed_under(one.kind, setting);
    let own = || rights.iter().filter(is_its);
    let then = |one: &&DomainView| one.record.period.position(care) == Position::Within;
    let here = || own().filter(then);
    if own().any(|one| one.record.is_in_force(view.observed_at, care)) {
        // A kind of expense that no table names, and that is closed on that day, may be this one.
        let unnamed = |one: &&DomainView| one.kind.is_unknown() && one.record.is_refused();
        let may_be_this = rights.iter().filter(unnamed).any(|one| then(&one));
        // One answer that opens and closes the same kind of expense contradicts itself.
        let refused = here().filter(|one| one.record.is_refused());
        let longest = refused.max_by_key(|one| {
            let end = one.record.period.end();
            (end.is_none(), end, one.record.status)
        });
        let Some(longest) = longest else {
            return may_be_this.then_some(unknown);
        };
        let facts = Facts::default()
            .word(FactKey::Status, longest.record.status.unwrap_or(Status::Closed))
            .date(FactKey::End, longest.record.period.end());
        let effect = Effect::Doubt(DoubtBasis::Conflict);
        return Some((ReasonId::ContractDomainClosed, effect, facts));
    }
    if here().any(|one| one.record.status == Some(Status::Pending)) {
        let effect = Effect::Doubt(DoubtBasis::Pending);
        return Some((ReasonId::ContractDomainClosed, effect, Facts::default()));
    }
    if own().next().is_none() {
        return Some(unknown);
    }
    let ends = own().map(|one| one.record.period.end());
    let end = ends.max_by_key(|end| (end.is_none(), *end)).flatten();
    let effect = Effect::Block(NoBasis::NotGranted);
    let facts = Facts::default().date(FactKey::End, end);
    Some((ReasonId::ContractDomainClosed, effect, facts))
}

/// K-20: what an insurer's own contract may leave out of the share that is left to it: by code 0, or by a drug that keeps its
/// own rate under a code.
pub(super) fn need_not_pay(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let products = &context.tables.products;
    let Some(what) = products.insurer_optional.first_of(asked.traits) else {
        return;
    };
    let question = context.question;
    let low_rates = &context.tables.policy.low_rate_drugs;
    let keeps_its_rate = || {
        let codes = [ClaimedGround::ExemptPerson, ClaimedGround::Particular];
        low_rates.first_of(asked.traits) == Some(what) && codes.iter().any(|code| asked.claims(*code))
    };
    let left = asked.claims(ClaimedGround::NoExemption) || keeps_its_rate();
    let nothing_left = question.is_exempt_by_nature() || !left;
    if nothing_left || !question.asks(Share::Amc) || !question.carries(RightKind::PrivateContract) {
        return;
    }
    let below_the_path = AgeRange {
        from: None,
        below: Some(i32::from(products.care_path_from)),
    };
    if what == Trait::OutsideCarePath && question.age_is(below_the_path) == Some(true) {
        return;
    }
    let finding = Finding::new(ReasonId::ContractMayNotPay, Effect::Doubt(DoubtBasis::Missing));
    let facts = Facts::default().word(FactKey::Trait, what);
    context.report(found, finding.share(Share::Amc).line(line).facts(facts));
}
