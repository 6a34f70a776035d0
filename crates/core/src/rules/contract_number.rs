//! K-02, K-10 and K-16: the number and the type of the contract that the claim carries.

use super::contract::claim_facts;
use crate::evidence::{ContractQuery, Freshness, Outcome, Recorded, Said, View, rank, said_contract};
use crate::finding::{Context, Effect, Finding, Findings};
use crate::ids::ReasonId;
use crate::model::Share;
use crate::question::AskedContract;
use crate::tables::{ContractNumber, ContractType};
use crate::verdict::{DoubtBasis, NoBasis};
use std::cmp::Ordering;

/// How the number and the type of a claim go together.
enum Agreement {
    Agree,
    Disagree,
    NotSettled,
}

fn agreement(asked: &AskedContract) -> Agreement {
    use ContractNumber as N;
    use ContractType as T;
    match (asked.number, asked.contract_type) {
        (N::CssFund | N::CssOrganism, T::Css) => Agreement::Agree,
        // No type at all, type 0, or one that two tables settle differently.
        (N::CssFund | N::CssOrganism, T::NoType | T::NotSettled | T::Split) => Agreement::NotSettled,
        (N::CssFund | N::CssOrganism, T::Ordinary | T::Leaver | T::Acs) => Agreement::Disagree,
        (N::Leaver, T::Leaver) => Agreement::Agree,
        (N::Leaver, T::NoType | T::NotSettled | T::Split) => Agreement::NotSettled,
        (N::Leaver, T::Css | T::Ordinary | T::Acs) => Agreement::Disagree,
        (N::Ame, T::Css | T::Leaver | T::Acs) => Agreement::Disagree,
        (N::Ame, T::NoType | T::Ordinary | T::Split) => Agreement::Agree,
        (N::Ame, T::NotSettled) => Agreement::NotSettled,
        (N::NotSettled, _) => Agreement::NotSettled,
        (N::Ordinary, T::Ordinary | T::NoType | T::Acs | T::Leaver) => Agreement::Agree,
        // The CSS is billed under a reserved number, except where the record itself shows this one.
        (N::Ordinary, T::Css) => Agreement::Disagree,
        (N::Ordinary, T::Split | T::NotSettled) => Agreement::NotSettled,
    }
}

/// K-02 and K-10: organism number and type agree with each other.
pub(super) fn number_and_type_agree(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    let (id, effect) = match agreement(asked) {
        // Nothing to agree with.
        _ if asked.raw.number.is_none() => (ReasonId::ContractMissing, Effect::Doubt(DoubtBasis::Missing)),
        Agreement::Agree => return,
        Agreement::Disagree if shown_as_it_is(context, asked) => return,
        Agreement::Disagree => (ReasonId::ContractTypeMismatch, Effect::Block(NoBasis::Forbidden)),
        Agreement::NotSettled
            if asked.raw.contract_type.is_none() && asked.number != ContractNumber::NotSettled =>
        {
            (ReasonId::ContractMissing, Effect::Doubt(DoubtBasis::Missing))
        }
        Agreement::NotSettled => (
            ReasonId::ContractNotSettled,
            Effect::Doubt(DoubtBasis::BeyondRules),
        ),
    };
    let facts = claim_facts(context, asked);
    context.report(found, Finding::new(id, effect).share(Share::Amc).facts(facts));
}

/// Whether the record shows a CSS under the very number of the claim.
fn shown_as_it_is(context: &Context<'_>, asked: &AskedContract) -> bool {
    let care = context.question.care_date;
    let weighed = context.contract(ContractQuery::Css);
    let own = asked
        .raw
        .number
        .filter(|_| asked.number == ContractNumber::Ordinary);
    match (weighed.outcome, own, weighed.by) {
        (Outcome::Yes(_), Some(number), Some(view)) => {
            matches!(
                said_contract(view, ContractQuery::CssUnder(number), care),
                Said::Yes(_)
            )
        }
        _ => false,
    }
}

/// Who manages the CSS on record.
pub(super) enum Managed<'a> {
    /// This entry tells, or the claim does not say which of both it bills.
    Known(&'a Recorded),
    /// Another entry tells its number, which alone is compared.
    Elsewhere(&'a Recorded),
    /// The record shows a CSS and no number.
    Unknown,
}

/// K-16: a CSS on record without a number, as the C2S service gives it, leaves open which reserved number is right.
pub(super) fn managed_by<'a>(
    context: &Context<'a>,
    asked: &AskedContract,
    record: &'a Recorded,
) -> Managed<'a> {
    let reserved = matches!(
        asked.number,
        ContractNumber::CssFund | ContractNumber::CssOrganism
    );
    if record.code.is_some() || !reserved || types_differ(asked, record) {
        return Managed::Known(record);
    }
    let care = context.question.care_date;
    let fresh = |view: &&View| context.freshness(view) == Freshness::Fresh;
    let shown = |view, query| match said_contract(view, query, care) {
        Said::Yes(record) => Some(record),
        Said::Pending(_) | Said::No(_) | Said::Contradiction(_) | Said::Silent(_) => None,
    };
    let numbered = || {
        let fresh = context.evidence.views.iter().filter(fresh);
        fresh.filter_map(|view| Some((view, shown(view, ContractQuery::CssNumbered)?)))
    };
    let strongest = numbered().reduce(|best, one| match rank(one.0, best.0) {
        Ordering::Greater => one,
        Ordering::Equal | Ordering::Less => best,
    });
    strongest.map_or(Managed::Unknown, |(view, record)| {
        // Of several numbers there, or in an answer of the same rank, that of the claim is enough.
        let own = asked.raw.number.map(ContractQuery::CssUnder);
        let mut equals = numbered().filter(|(one, _)| rank(one, view) == Ordering::Equal);
        let own = own.and_then(|query| equals.find_map(|(one, _)| shown(one, query)));
        Managed::Elsewhere(own.unwrap_or(record))
    })
}

pub(super) fn types_differ(asked: &AskedContract, record: &Recorded) -> bool {
    let both = record.contract_type.zip(asked.raw.contract_type);
    both.is_some_and(|(one, other)| one.number() != other.number())
}

pub(super) fn record_number_is(asked: &AskedContract, record: &Recorded) -> bool {
    let both = record.code.zip(asked.raw.number);
    both.is_some_and(|(one, other)| other.resize() == Some(one))
}
