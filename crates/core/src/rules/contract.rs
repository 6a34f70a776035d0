//! K: the complementary contract that the claim carries, against itself and against the record.

use super::contract_number::{Managed, managed_by, number_and_type_agree, record_number_is, types_differ};
use super::remarks::{Scope, on_sources};
use crate::evidence::{Absence, ContractQuery, Outcome, Recorded, Said, View, Weighed, rank, said_contract};
use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId, RuleId};
use crate::model::{ClaimContract, Code, Date, EndReason, Position, Share, Status, Trait};
use crate::question::AskedContract;
use crate::tables::{ContractNumber, ContractType, DateRole, Forced, Right, RightKind};
use crate::verdict::{DoubtBasis, NoBasis};

/// Every rule of the family.
pub(super) fn all(context: &Context<'_>, found: &mut Findings) {
    let question = context.question;
    let named = question
        .contract
        .filter(|one| one.raw.number.is_some() || one.raw.contract_type.is_some());
    if named.is_none() {
        missed(context, found);
    }
    if !question.asks(Share::Amc) {
        return;
    }
    let Some(asked) = named else {
        let finding = Finding::new(ReasonId::ContractMissing, Effect::Doubt(DoubtBasis::Missing));
        context.report(found, finding.share(Share::Amc));
        return;
    };
    number_and_type_agree(context, &asked, found);
    own_dates(context, &asked, found);
    at_mayotte(context, &asked, found);
    in_care_path(context, &asked, found);
    match (asked.contract_type, asked.kind()) {
        _ if asked.number == ContractNumber::Leaver => leaver(context, &asked, found),
        (ContractType::Leaver, RightKind::PrivateContract) => leaver(context, &asked, found),
        _ if asked.is_acs() => past(context, &asked, found),
        (_, RightKind::Css) => on_record(context, &asked, ContractQuery::Css, found),
        (_, RightKind::Ame) => on_record(context, &asked, ContractQuery::Ame, found),
        _ => private(context, &asked, found),
    }
}

fn scope(context: &Context<'_>, right: Right) -> Scope {
    Scope {
        share: Share::Amc,
        line: None,
        right,
        day: context.question.care_date,
    }
}

pub(super) fn claim_facts(context: &Context<'_>, asked: &AskedContract) -> Facts {
    Facts::default()
        .date(FactKey::Date, Some(context.question.care_date))
        .word(FactKey::DateRole, DateRole::Care)
        .code(FactKey::Number, asked.raw.number)
        .code(FactKey::Type, asked.raw.contract_type)
}

/// K-08: a CSS or an AME on record that the claim does not carry.
fn missed(context: &Context<'_>, found: &mut Findings) {
    let (css, ame) = (context.evidence.css, context.evidence.ame);
    let queries = [
        (RightKind::Css, ContractQuery::Css, css),
        (RightKind::Ame, ContractQuery::Ame, ame),
    ];
    for (kind, query, entered) in queries {
        if !entered {
            continue;
        }
        let weighed = context.contract(query);
        if let Outcome::Yes(record) = weighed.outcome {
            let facts = Facts::default().word(FactKey::Right, kind);
            let facts = record_facts(facts, record).date(FactKey::End, record.period.end());
            let finding = Finding::new(ReasonId::ContractMissed, Effect::Notice).facts(facts);
            context.report(found, finding.said_by(weighed.by));
            return;
        }
    }
}

/// The days that the claim itself gives to its contract hold the care.
fn own_dates(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    let care = context.question.care_date;
    let outside = asked.raw.period.position(care) != Position::Within;
    if outside {
        let facts = claim_facts(context, asked);
        let facts = facts
            .date(FactKey::Start, asked.raw.period.start())
            .date(FactKey::End, asked.raw.period.end());
        let finding = Finding::new(ReasonId::ContractDiffers, Effect::Doubt(DoubtBasis::Conflict));
        context.report(found, finding.share(Share::Amc).facts(facts));
    }
}

/// K-14: the CSS did not exist at Mayotte before a day.
fn at_mayotte(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    if asked.kind() != RightKind::Css || !context.in_force(RuleId::K14) {
        return;
    }
    let Some(fund) = fund_of_mayotte(context) else {
        return;
    };
    let facts = Facts::default().code(FactKey::Scheme, Some(fund));
    let start = context.over_from(RuleId::K14);
    let effect = Effect::Block(NoBasis::Forbidden);
    let finding = Finding::new(ReasonId::ContractBeforeMayotte, effect);
    let facts = facts.date(FactKey::Start, start);
    context.report(found, finding.share(Share::Amc).facts(facts));
}

/// The fund of Mayotte, where it is that of the claim or, where the claim names none, of the strongest source that does.
pub(super) fn fund_of_mayotte(context: &Context<'_>) -> Option<Code<3>> {
    let policy = &context.tables.policy;
    let scheme = context.question.scheme;
    let named = |view: &&View| view.strength > 0 && view.scheme.fund.is_some();
    let on_record = || {
        let views = context.evidence.views.iter().filter(named);
        views
            .max_by(|one, other| rank(one, other))
            .map(|view| view.scheme)
    };
    let scheme = if scheme.fund.is_some() {
        Some(scheme)
    } else {
        on_record()
    };
    let fund = scheme
        .filter(|one| one.regime == Some(policy.mayotte_scheme))?
        .fund;
    fund.filter(|fund| *fund == policy.mayotte_fund)
}

/// The first day of the AME that decides on the day of the care, where it is in force.
pub(super) fn ame_on_record_since(context: &Context<'_>) -> Option<Date> {
    match context.contract(ContractQuery::Ame).outcome {
        Outcome::Yes(record) => record.period.start(),
        _ => None,
    }
}

/// K-13: the contract that decides was prolonged by law, and the care is after its last day as written.
fn prolonged(
    context: &Context<'_>,
    scope: Scope,
    record: &Recorded,
    view: Option<&View>,
    found: &mut Findings,
) {
    let contracts = view
        .and_then(|view| view.contracts.as_deref())
        .unwrap_or_default();
    // Of several alike, the one that was written to last longest: one that the law did not prolong lasts as written.
    let alike = || contracts.iter().filter(|one| one.record == *record);
    let prolonged = alike().filter_map(|one| one.prolonged).max();
    let Some((written, sure)) = prolonged.filter(|_| alike().all(|one| one.prolonged.is_some())) else {
        return;
    };
    if scope.day <= written {
        return;
    }
    let effect = if scope.day <= sure {
        Effect::Notice
    } else {
        Effect::Doubt(DoubtBasis::BeyondRules)
    };
    let facts = Facts::default()
        .date(FactKey::End, Some(written))
        .date(FactKey::Limit, record.period.end())
        .code(FactKey::Number, record.code)
        .code(FactKey::Type, record.contract_type);
    let finding = scope.finding(ReasonId::ContractProlonged, effect).facts(facts);
    let finding = if effect == Effect::Notice {
        finding
            .without(RemedyId::ContactFund)
            .without(RemedyId::ContactAmc)
    } else {
        finding
    };
    context.report(found, finding.said_by(view));
}

/// K-11: a CSS gives tiers payant in the coordinated care path only.
fn in_care_path(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    if asked.kind() != RightKind::Css {
        return;
    }
    for (line, one) in context.question.lines.iter().enumerate() {
        if one.has(Trait::OutsideCarePath) {
            let facts = Facts::default().word(FactKey::Trait, Trait::OutsideCarePath);
            // L861-3 takes the right away on both shares; whether the AMO share may still be billed so is not said.
            let told = |share, effect| {
                let finding = Finding::new(ReasonId::ContractOutsideCarePath, effect);
                finding.share(share).line(line).facts(facts)
            };
            context.report(found, told(Share::Amc, Effect::Block(NoBasis::Forbidden)));
            context.report(found, told(Share::Amo, Effect::Notice));
        }
    }
}

/// K-06: what a leaver's complementary share becomes is in no text that the tables hold.
fn leaver(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    let finding = Finding::new(ReasonId::ContractLeaver, Effect::Doubt(DoubtBasis::BeyondRules));
    context.report(
        found,
        finding.share(Share::Amc).facts(claim_facts(context, asked)),
    );
}

/// K-07: contracts of the past are billable only while they existed.
fn past(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    let last = context.tables.policy.acs_last_day;
    if context.question.care_date > last {
        let facts = claim_facts(context, asked).date(FactKey::Limit, Some(last));
        let finding = Finding::new(ReasonId::ContractPast, Effect::Block(NoBasis::Forbidden));
        context.report(found, finding.share(Share::Amc).facts(facts));
    } else {
        private(context, asked, found);
    }
}

/// K-01 to K-03 and K-05: a contract of this kind on record, under the number and type of the claim.
fn on_record(context: &Context<'_>, asked: &AskedContract, query: ContractQuery, found: &mut Findings) {
    let care = context.question.care_date;
    let ask = move |view| said_contract(view, query, care);
    let weighed = context.weigh(ask);
    let scope = scope(context, Right::Kind(asked.kind()));
    outcome(context, scope, asked, &weighed, found);
    if let Outcome::Yes(record) = weighed.outcome {
        // Of several on record, the one that the claim carries.
        let carried = ContractQuery::Carried(asked.kind(), asked.raw);
        let same = weighed.by.map(|view| said_contract(view, carried, care));
        let record = match same {
            Some(Said::Yes(same)) => same,
            _ => record,
        };
        match managed_by(context, asked, record) {
            Managed::Known(record) if agrees_with_record(asked, record) => {}
            Managed::Elsewhere(record) if record_number_is(asked, record) => {}
            Managed::Known(record) | Managed::Elsewhere(record) => {
                differs(context, scope, asked, record, &weighed, found);
            }
            Managed::Unknown => {
                let facts = record_facts(claim_facts(context, asked), record);
                let effect = Effect::Doubt(DoubtBasis::Missing);
                let finding = scope.finding(ReasonId::ContractOrganismUnknown, effect);
                context.report(found, finding.facts(facts).said_by(weighed.by));
            }
        }
        prolonged(context, scope, record, weighed.by, found);
        if query == ContractQuery::Css {
            ends_soon(context, scope, record, &weighed, found);
        }
    }
    on_sources(context, found, scope, &weighed, ask);
}

fn outcome(
    context: &Context<'_>,
    scope: Scope,
    asked: &AskedContract,
    weighed: &Weighed<'_>,
    found: &mut Findings,
) {
    if matches!(
        weighed.outcome,
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale
    ) {
        return;
    }
    let facts = claim_facts(context, asked).word(FactKey::Right, scope.right);
    let blocked = Effect::Block(NoBasis::NotGranted);
    let (id, effect, facts) = match weighed.outcome {
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => return,
        Outcome::Pending(_) => (
            ReasonId::ContractPending,
            Effect::Doubt(DoubtBasis::Pending),
            facts,
        ),
        Outcome::Silent => {
            let (id, facts) = if typed_by_hand(context) {
                let letter = context.tables.codes.forcing_of.get(&Forced::Contract);
                (
                    ReasonId::ContractForced,
                    facts.code(FactKey::Forcing, letter.copied()),
                )
            } else {
                (ReasonId::ContractUnknown, facts)
            };
            (id, Effect::Doubt(DoubtBasis::Missing), facts)
        }
        Outcome::No(Absence::NotRecorded) => (ReasonId::ContractNotRecorded, blocked, facts),
        Outcome::No(Absence::NotStarted(record)) => (
            ReasonId::ContractNotOpen,
            blocked,
            facts.date(FactKey::Start, record.period.start()),
        ),
        Outcome::No(Absence::Ended(record)) => {
            let facts = facts.date(FactKey::End, record.period.end());
            let why = ended_by(weighed.by, record);
            let facts = why.map_or(facts, |why| facts.word(FactKey::EndReason, why));
            (ReasonId::ContractNotOpen, blocked, facts)
        }
        Outcome::No(Absence::NotActive(record)) => {
            let status = record.status.unwrap_or(Status::Closed);
            (
                ReasonId::ContractNotActive,
                blocked,
                facts.word(FactKey::Status, status),
            )
        }
    };
    let finding = scope.finding(id, effect).facts(facts).said_by(weighed.by);
    let given_up = matches!(weighed.outcome, Outcome::No(Absence::Ended(record))
        if !matches!(ended_by(weighed.by, record), None | Some(EndReason::Term)));
    let renewable = id == ReasonId::ContractNotOpen && asked.kind() == RightKind::Css && !given_up;
    context.report(found, finding.also_where(renewable, RemedyId::RenewCss));
}

/// Why a contract on record ended, where its source says so, under this entry or one of the same number, days and state.
fn ended_by(view: Option<&View>, record: &Recorded) -> Option<EndReason> {
    let told = |one: &Recorded| (one.code, one.period, one.status);
    let contracts = view?.contracts.iter().flatten();
    let mut alike = contracts.filter(|one| told(&one.record) == told(record));
    alike.find_map(|one| one.end_reason)
}

/// Whether a contract was typed by hand and covers the care: it creates no right.
fn typed_by_hand(context: &Context<'_>) -> bool {
    let care = context.question.care_date;
    context.evidence.views.iter().any(|view| {
        let mut contracts = view.contracts.iter().flatten();
        view.strength == 0 && contracts.any(|one| one.record.period.position(care) == Position::Within)
    })
}

/// Whether the record carries the number and the type of the claim, as far as both name them.
fn agrees_with_record(asked: &AskedContract, record: &Recorded) -> bool {
    let unnamed = record.code.is_none() || asked.raw.number.is_none();
    (unnamed || record_number_is(asked, record)) && !types_differ(asked, record)
}

/// K-03: the record carries another number, or another type, than the claim.
fn differs(
    context: &Context<'_>,
    scope: Scope,
    asked: &AskedContract,
    record: &Recorded,
    weighed: &Weighed<'_>,
    found: &mut Findings,
) {
    let facts = record_facts(claim_facts(context, asked), record);
    let finding = scope.finding(ReasonId::ContractDiffers, Effect::Block(NoBasis::NotGranted));
    context.report(found, finding.facts(facts).said_by(weighed.by));
}

#[inline]
fn record_facts(facts: Facts, record: &Recorded) -> Facts {
    facts
        .code(FactKey::RecordNumber, record.code)
        .code(FactKey::RecordType, record.contract_type)
}

/// K-05: a CSS that ends within days is worth a word to the patient. A horizon is not an end.
fn ends_soon(
    context: &Context<'_>,
    scope: Scope,
    record: &Recorded,
    weighed: &Weighed<'_>,
    found: &mut Findings,
) {
    let view = weighed.by;
    let Some(end) = record.period.end() else { return };
    let horizon = view
        .and_then(|view| view.horizon)
        .and_then(|horizon| horizon.end());
    if horizon == Some(end)
        || end.days_since(context.question.care_date) > context.tables.policy.ends_soon_days
    {
        return;
    }
    let facts = Facts::default()
        .date(FactKey::End, Some(end))
        .word(FactKey::Right, scope.right);
    let finding = scope
        .finding(ReasonId::ContractEndsSoon, Effect::Notice)
        .facts(facts);
    context.report(found, finding.said_by(view));
}

/// K-01 and K-04: an insurer's own contract, which a CSS on record excludes.
fn private(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    let care = context.question.care_date;
    excluded_by_css(context, asked, found);
    let scope = scope(context, Right::Kind(RightKind::PrivateContract));
    let Some(number) = asked.raw.number else {
        let finding = scope.finding(ReasonId::ContractMissing, Effect::Doubt(DoubtBasis::Missing));
        context.report(found, finding.facts(claim_facts(context, asked)));
        return;
    };
    let ask = move |view| said_contract(view, ContractQuery::Private(number), care);
    let weighed = context.weigh(ask);
    let another = match weighed.outcome {
        Outcome::Silent | Outcome::No(Absence::NotRecorded) => {
            let other = context.contract(ContractQuery::AnyPrivate);
            match other.outcome {
                Outcome::Yes(record) => Some((record, other.by)),
                _ => None,
            }
        }
        _ => None,
    };
    if let Some((record, by)) = another {
        let facts = record_facts(claim_facts(context, asked), record);
        let finding = scope.finding(ReasonId::ContractChanged, Effect::Doubt(DoubtBasis::Conflict));
        context.report(found, finding.facts(facts).said_by(by));
    } else {
        outcome(context, scope, asked, &weighed, found);
        if let Outcome::Yes(record) = weighed.outcome {
            // Type 0 is none: an insurer's own contract that has none says nothing of its type.
            let contract_type = match asked.contract_type {
                ContractType::NoType => None,
                _ => asked.raw.contract_type,
            };
            let carried = ContractQuery::PrivateAs(ClaimContract {
                contract_type,
                ..asked.raw
            });
            let same = weighed.by.map(|view| said_contract(view, carried, care));
            let record = if let Some(Said::Yes(same)) = same {
                same
            } else {
                differs(context, scope, asked, record, &weighed, found);
                record
            };
            prolonged(context, scope, record, weighed.by, found);
        }
    }
    on_sources(context, found, scope, &weighed, ask);
}

/// K-04: while a CSS is open, the complementary share belongs to it.
fn excluded_by_css(context: &Context<'_>, asked: &AskedContract, found: &mut Findings) {
    if !context.evidence.css {
        return;
    }
    let care = context.question.care_date;
    let ask = move |view| said_contract(view, ContractQuery::Css, care);
    let weighed = context.weigh(ask);
    let scope = scope(context, Right::Kind(RightKind::Css));
    match weighed.outcome {
        Outcome::Yes(record) => {
            let facts = record_facts(claim_facts(context, asked), record);
            let finding = scope.finding(ReasonId::ContractExclusive, Effect::Block(NoBasis::Forbidden));
            context.report(found, finding.facts(facts).said_by(weighed.by));
        }
        Outcome::Stale => {
            // A CSS that may still be open counts; one that an old answer did not show does not.
            let shown = weighed.by.is_some_and(|view| matches!(ask(view), Said::Yes(_)));
            if shown {
                on_sources(context, found, scope, &weighed, ask);
            }
        }
        Outcome::Conflict => on_sources(context, found, scope, &weighed, ask),
        // It may be granted back to a day before this one.
        Outcome::Pending(_) => {
            let finding = scope.finding(ReasonId::ContractPending, Effect::Notice);
            context.report(found, finding.facts(scope.facts()).said_by(weighed.by));
        }
        Outcome::No(_) | Outcome::Silent => {}
    }
}
