//! C-06: the fund's prior agreement, and what its silence means.

use crate::finding::{Context, Effect, FactKey, Facts, Finding, Findings};
use crate::ids::{ReasonId, RemedyId};
use crate::model::{Category, Code, Date, LineFacts, PriorAgreement, Scheme, Trait, TransportGround};
use crate::question::AskedLine;
use crate::tables::{Policy, is_weekend};
use crate::verdict::{DoubtBasis, NoBasis};

/// The first day on which the silence of the fund is sure to count for a line: the delay runs from the reception of the
/// request, for which its day stands where nothing else is said. Nothing is received before it is sent.
pub(crate) fn safe_day_of(policy: &Policy, scheme: Scheme, line: &AskedLine) -> Option<Date> {
    let received = received_on(&line.facts)?;
    let last = if line.has(Trait::Wheelchair) && received >= policy.wheelchair_silence_from {
        received.months_later(policy.wheelchair_silence_months)
    } else {
        received.plus_days(policy.agreement_silence_days)
    };
    safe_day(policy, scheme, last?)
}

/// The first day on which an agreement by silence is too old to rely on.
pub(crate) fn silence_lasts_to(policy: &Policy, facts: &LineFacts) -> Option<Date> {
    received_on(facts)?.months_later(policy.agreement_months)
}

/// The day of the request that is said, the later of sending and reception.
fn received_on(facts: &LineFacts) -> Option<Date> {
    facts
        .prior_agreement_requested_on
        .max(facts.prior_agreement_received_on)
}

/// The first day on which the silence of the fund is sure to count: the one after the last day of its delay, which is put off to the
/// next working day where it is a Saturday, a Sunday or a public holiday.
fn safe_day(policy: &Policy, scheme: Scheme, mut last: Date) -> Option<Date> {
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
    // No run of days off is a fortnight long.
    for _ in 0..14 {
        if !off(last) {
            break;
        }
        last = last.next()?;
    }
    last.next()
}

/// The agreement that a line needs.
pub(super) fn of_line(context: &Context<'_>, line: usize, asked: &AskedLine, found: &mut Findings) {
    let facts = &asked.facts;
    let finding = match facts.prior_agreement {
        Some(PriorAgreement::Granted | PriorAgreement::NotNeeded) => return,
        Some(PriorAgreement::Refused) => Finding::new(
            ReasonId::CoverageAgreementRefused,
            Effect::Block(NoBasis::NotGranted),
        ),
        Some(PriorAgreement::Requested) => requested(context, asked),
        // Who asked for an agreement needs one.
        None if received_on(facts).is_some() => requested(context, asked),
        None if needed(asked) => {
            let cure = asked.has(Trait::SpaCure).then_some(Trait::SpaCure);
            let facts = cure.map_or_else(Facts::default, |cure| Facts::default().word(FactKey::Trait, cure));
            let effect = Effect::Doubt(DoubtBasis::Missing);
            Finding::new(ReasonId::CoverageAgreementNotSaid, effect).facts(facts)
        }
        None => return,
    };
    context.report(found, finding.line(line));
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

fn requested(context: &Context<'_>, asked: &AskedLine) -> Finding {
    let policy = &context.tables.policy;
    let safe = safe_day_of(policy, context.question.scheme, asked);
    let lasts_to = silence_lasts_to(policy, &asked.facts);
    let facts = Facts::default()
        .date(FactKey::Start, asked.facts.prior_agreement_requested_on)
        .date(FactKey::ReceivedOn, asked.facts.prior_agreement_received_on);
    let over = matches!((safe, context.question.as_of), (Some(safe), Some(as_of)) if safe <= as_of);
    let before_care = safe.is_some_and(|safe| safe <= context.question.care_date);
    let transport = asked.category == Some(Category::Transport);
    if !over {
        let effect = Effect::Doubt(DoubtBasis::Pending);
        let facts = facts.date(FactKey::RetryOn, safe);
        Finding::new(ReasonId::CoverageAgreementRequested, effect).facts(facts)
    } else if transport || !before_care {
        // The delay of transports is in no text in force that was read; care before the delay was over is not settled.
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        let finding = Finding::new(ReasonId::CoverageAgreementRequested, effect);
        let finding = finding.facts(facts.date(FactKey::RetryOn, safe));
        // Waiting changes nothing: the delay is over, or the care was given before its end.
        finding.without(RemedyId::HoldUntil).also(RemedyId::ContactFund)
    } else if lasts_to.is_some_and(|day| day <= context.question.care_date) {
        let facts = facts.date(FactKey::Limit, lasts_to);
        let effect = Effect::Doubt(DoubtBasis::BeyondRules);
        Finding::new(ReasonId::CoverageAgreementOld, effect).facts(facts)
    } else {
        let facts = facts.date(FactKey::Limit, safe);
        let facts = facts.date(FactKey::OtherDate, as_wheelchair(context, asked));
        Finding::new(ReasonId::CoverageAgreementSilence, Effect::Notice).facts(facts)
    }
}

/// The day from which silence would count if a device were a wheelchair, which its line does not say, where it is still to come.
fn as_wheelchair(context: &Context<'_>, asked: &AskedLine) -> Option<Date> {
    if asked.category != Some(Category::Device) || asked.has(Trait::Wheelchair) {
        return None;
    }
    let mut chair = *asked;
    chair.traits.insert(Trait::Wheelchair);
    let day = safe_day_of(&context.tables.policy, context.question.scheme, &chair);
    day.filter(|day| *day > context.question.care_date)
}
