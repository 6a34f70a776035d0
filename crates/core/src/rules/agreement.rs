//! C-06: the fund's prior agreement, and what its silence means.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Code, Date, LineFacts, PriorAgreement, Scheme, Trait, TransportGround};
use crate::question::AskedLine;
use crate::tables::{Policy, is_weekend};
use crate::verdict::{DoubtBasis, NoBasis};

/// The first day on which the silence of the fund is sure to count for a line: the delay runs from the reception of the
/// request, for which its day stands where nothing else is said. Nothing is received before it is sent.
pub(crate) fn safe_day_of(policy: &Policy, scheme: Scheme, facts: &LineFacts) -> Option<Date> {
    let received = facts
        .prior_agreement_requested_on
        .max(facts.prior_agreement_received_on);
    received.and_then(|day| safe_day(policy, scheme, day))
}

/// The first day on which the silence of the fund is sure to count, after a request received on this day: the one after the last day
/// of its delay, which is put off to the next working day where it is a Saturday, a Sunday or a public holiday.
fn safe_day(policy: &Policy, scheme: Scheme, received: Date) -> Option<Date> {
    let fund = scheme.fund.as_ref().map_or("", Code::as_str);
    let local = policy
        .local_holiday_funds
        .iter()
        .any(|start| fund.starts_with(start.as_str()));
    let local_days = policy.local_holidays.iter().filter(|_| local);
    let off = |day: Date| {
        let mut holidays = policy.holidays.iter().chain(local_days.clone());
        is_weekend(day) || holidays.any(|holiday| holiday.is(day))
    };
    let mut last = received.plus_days(policy.agreement_silence_days)?;
    // No run of days off is a fortnight long.
    for _ in 0..14 {
        if off(last) {
            last = last.next()?;
        }
    }
    last.next()
}

/// The agreement that a line needs.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let facts = &asked.facts;
    let (id, effect, facts) = match facts.prior_agreement {
        Some(PriorAgreement::Granted | PriorAgreement::NotNeeded) => return,
        Some(PriorAgreement::Refused) => (
            ReasonId::CoverageAgreementRefused,
            Effect::Block(NoBasis::NotGranted),
            Facts::default(),
        ),
        Some(PriorAgreement::Requested) => requested(context, asked),
        // Who asked for an agreement needs one.
        None if was_asked_for(facts) => requested(context, asked),
        None if needed(asked) => (
            ReasonId::CoverageAgreementNotSaid,
            Effect::Doubt(DoubtBasis::Missing),
            Facts::default(),
        ),
        None => return,
    };
    let finding = Finding::new(id, effect).line(line).facts(facts);
    // The delay is over, or the care was given before its end: waiting changes nothing.
    let too_late =
        id == ReasonId::CoverageAgreementRequested && effect == Effect::Doubt(DoubtBasis::BeyondRules);
    let finding = finding.instead_where(too_late, RemedyId::HoldUntil, RemedyId::ContactFund);
    context.report(found, finding);
}

/// Whether a day of a request is said.
fn was_asked_for(facts: &LineFacts) -> bool {
    facts.prior_agreement_requested_on.is_some() || facts.prior_agreement_received_on.is_some()
}

/// Long and serial transports need one, an emergency aside; and every cure at a spa.
fn needed(asked: &AskedLine) -> bool {
    if asked.has(Trait::SpaCure) {
        return true;
    }
    let transport = asked.facts.transport;
    asked.category == Some(Category::Transport)
        && matches!(
            transport.ground,
            Some(TransportGround::Series | TransportGround::LongDistance)
        )
        && transport.urgent != Some(true)
}

fn requested(context: &Context<'_>, asked: &AskedLine) -> (ReasonId, Effect, Facts) {
    let safe = safe_day_of(&context.tables.policy, context.question.scheme, &asked.facts);
    let facts = Facts::default()
        .date(FactKey::Start, asked.facts.prior_agreement_requested_on)
        .date(FactKey::ReceivedOn, asked.facts.prior_agreement_received_on);
    let over = matches!((safe, context.question.as_of), (Some(safe), Some(as_of)) if safe <= as_of);
    let before_care = safe.is_some_and(|safe| safe <= context.question.care_date);
    let transport = asked.category == Some(Category::Transport);
    if !over {
        let effect = Effect::Doubt(DoubtBasis::Pending);
        let facts = facts.date(FactKey::RetryOn, safe);
        (ReasonId::CoverageAgreementRequested, effect, facts)
    } else if transport || !before_care {
        // The delay of transports is in no text in force that was read; care before the delay was over is not settled.
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let facts = facts.date(FactKey::RetryOn, safe);
        (ReasonId::CoverageAgreementRequested, effect, facts)
    } else {
        let facts = facts.date(FactKey::Limit, safe);
        (ReasonId::CoverageAgreementSilence, Effect::Notice, facts)
    }
}
