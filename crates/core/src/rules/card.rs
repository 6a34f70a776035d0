//! V: the carte Vitale.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{CardState, Category, Setting, Share};
use crate::question::AskedLine;
use crate::tables::{Holds, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// The shortest three months of the calendar, in days.
pub(crate) const THREE_SHORT_MONTHS: i32 = 89;

/// V-01: tiers payant needs a card that is not on the opposition list.
pub(super) fn not_opposed(context: &Context<'_>, found: &mut Findings) {
    if context.question.card == Some(CardState::Opposed) {
        let facts = Facts::default().word(FactKey::Card, CardState::Opposed.as_str());
        let finding = Finding::new(ReasonId::CardOpposed, Effect::Block(NoBasis::Forbidden)).facts(facts);
        context.report(found, finding);
    }
}

/// V-02: products that cannot be billed in tiers payant without the card.
pub(super) fn product_needs_it(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let question = context.question;
    let policy = &context.tables.policy;
    // The rule is one of the pharmacists' convention.
    if question.setting != Setting::Pharmacy
        || matches!(question.card, Some(CardState::Read | CardState::Opposed))
    {
        return;
    }
    let infant = question.birth.is_some_and(|birth| {
        let age = question.care_date.days_since(birth);
        (0..THREE_SHORT_MONTHS).contains(&age)
    });
    let excepted = policy.card_exceptions.first_of(asked.traits).is_some();
    let without = matches!(
        question.exempt_care(context.tables, asked),
        Some(Holds::Now(row)) if row.without_card
    );
    if infant || excepted || without || question.carries(RightKind::Ame) {
        return;
    }
    let product = policy.card_products.first_of(asked.traits);
    let costly = matches!(asked.category, None | Some(Category::Drug))
        && asked
            .amount_cents
            .is_some_and(|cents| cents > policy.card_needed_above_cents);
    let (id, effect) = match (product, question.card) {
        (Some(_), Some(CardState::Absent)) => (ReasonId::CardNeeded, Effect::Block(NoBasis::Forbidden)),
        // The text as reported says "without the card"; whether one that cannot be read counts is not settled.
        (Some(_), Some(_)) => (ReasonId::CardMayBeNeeded, Effect::Doubt(DoubtBasis::BeyondRules)),
        (Some(_), None) => (ReasonId::CardMayBeNeeded, Effect::Doubt(DoubtBasis::Missing)),
        // The amount of a line is not the price of a box: it may be one, or several.
        (None, _) if costly => (ReasonId::CardMayBeNeeded, Effect::Doubt(DoubtBasis::Missing)),
        (None, _) => return,
    };
    let mut facts = Facts::default().word(FactKey::Card, question.card.map_or("unknown", CardState::as_str));
    if let Some(product) = product {
        facts = facts.word(FactKey::Trait, product.as_str());
    }
    context.report(found, Finding::new(id, effect).line(line).facts(facts));
}

/// V-03: data changed by hand lift the guarantee of payment, even where they are right.
pub(super) fn changed_by_hand(context: &Context<'_>, found: &mut Findings) {
    for (line, asked) in context.question.lines.iter().enumerate() {
        if let Some(origin) = context.question.set_by_hand(asked) {
            let letter = asked
                .exemption
                .and_then(|code| context.tables.codes.forcing.get(&code).copied());
            let facts = Facts::default()
                .word(FactKey::Origin, origin.as_str())
                .code(FactKey::Forcing, letter);
            let finding = Finding::new(ReasonId::CardChangedByHand, Effect::Notice)
                .share(Share::Amo)
                .line(line);
            context.report(found, finding.facts(facts));
        }
    }
}
