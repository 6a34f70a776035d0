//! V: the carte Vitale.

use crate::evidence::{ContractQuery, Outcome};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::{CardState, Category, Date, Nature, Setting, Share, Trait};
use crate::question::AskedLine;
use crate::tables::{Holds, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// V-01: tiers payant needs a card that is not on the opposition list.
pub(super) fn not_opposed(context: &Context<'_>, found: &mut Findings) {
    if context.question.card == Some(CardState::Opposed) {
        let facts = Facts::default().word(FactKey::Card, CardState::Opposed);
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
    let infant = infant(context, asked);
    let excepted = policy.card_exceptions.first_of(asked.traits).is_some();
    let without = matches!(
        question.exempt_care(context.tables, asked),
        Some(Holds::Now(row)) if row.without_card
    );
    if infant == Infant::Yes || excepted || without {
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
    let Some(effect) = softened(context, effect, infant) else {
        return;
    };
    let id = if matches!(effect, Effect::Block(_)) {
        id
    } else {
        ReasonId::CardMayBeNeeded
    };
    let mut facts = Facts::default().word(FactKey::Card, question.card);
    if let Some(product) = product {
        facts = facts.word(FactKey::Trait, product);
    }
    context.report(found, Finding::new(id, effect).line(line).facts(facts));
}

/// Whether the patient is an infant for whom no card is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Infant {
    /// Under the age.
    Yes,
    /// Not under the age, or not known to be.
    No,
    /// The birth date, or the end of a month, leaves it open.
    Open,
    /// The line says so, and the birth date says otherwise.
    Contradicted,
}

/// By the birth date, in months of the calendar; by the trait where no birth date gives an age.
fn infant(context: &Context<'_>, asked: &AskedLine) -> Infant {
    let question = context.question;
    let said = asked.has(Trait::InfantUnder3Months);
    let Some((first, last)) = question.born else {
        return if said { Infant::Yes } else { Infant::No };
    };
    let months = i32::try_from(context.tables.policy.infant_months).unwrap_or(i32::MAX);
    let care = question.care_date;
    let reached = |born: Date| born.plus_months(months);
    // A month that has no such day leaves the days up to its end open.
    let surely = |born: Date| {
        reached(born).and_then(|day| {
            if day.day() < born.day() {
                day.next()
            } else {
                Some(day)
            }
        })
    };
    if care >= last && reached(first).is_some_and(|day| care < day) {
        Infant::Yes
    } else if care >= first && surely(last).is_none_or(|day| care < day) {
        Infant::Open
    } else if said {
        Infant::Contradicted
    } else {
        Infant::No
    }
}

/// What an absent card leads to, once what is not sure is counted; nothing where the card of the AME stands for it.
fn softened(context: &Context<'_>, effect: Effect, infant: Infant) -> Option<Effect> {
    let question = context.question;
    let weighed = context.contract(ContractQuery::Ame);
    let open = match weighed.outcome {
        Outcome::Yes(_) => return None,
        Outcome::No(_) => false,
        Outcome::Pending(_) | Outcome::Conflict | Outcome::Stale | Outcome::Silent => {
            question.carries(RightKind::Ame)
        }
    };
    let basis = match (effect, infant) {
        (Effect::Doubt(_) | Effect::Notice, _) => return Some(effect),
        (Effect::Block(_), Infant::Contradicted) => DoubtBasis::Conflict,
        (Effect::Block(_), Infant::Open) => DoubtBasis::Missing,
        (Effect::Block(_), _) if open => DoubtBasis::Missing,
        // The victim of an accident pays nothing by statute, and the rule of the card is one of a convention.
        (Effect::Block(_), _) if question.nature == Some(Nature::Accident) => DoubtBasis::BeyondRules,
        (Effect::Block(_), Infant::Yes | Infant::No) => return Some(effect),
    };
    Some(Effect::Doubt(basis))
}

/// V-03: data changed by hand lift the guarantee of payment, even where they are right.
pub(super) fn changed_by_hand(context: &Context<'_>, found: &mut Findings) {
    for (line, asked) in context.question.lines.iter().enumerate() {
        if let Some(origin) = context.question.set_by_hand(asked) {
            let letter = asked
                .exemption
                .and_then(|code| context.tables.codes.forcing.get(&code).copied());
            let facts = Facts::default()
                .word(FactKey::Origin, origin)
                .code(FactKey::Forcing, letter);
            let finding = Finding::new(ReasonId::CardChangedByHand, Effect::Notice)
                .share(Share::Amo)
                .line(line);
            context.report(found, finding.facts(facts));
        }
    }
}
