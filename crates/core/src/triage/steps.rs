//! What puts a reject right, in order.

use super::Cause;
use super::causes::{Suspect, answered_online, concerns};
use super::guidance::{Advice, ClassRow, Guidance, RightsAsked};
use super::sent::verdict_on;
use crate::decision::{Decision, check_into};
use crate::evidence::View;
use crate::finding::{FactKey, FactValue, Facts, Reason, css_or_ame_may_pay, may_answer};
use crate::ids::{ReasonId, RejectClass, RemedyId};
use crate::model::{Date, Dossier, EndReason, Origin, Share, Source};
use crate::question::Case;
use crate::tables::{Right, RightKind, Tables};
use crate::verdict::Verdict;
use std::cell::OnceCell;

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub remedy: RemedyId,
    /// The day that it is about: the care for a question, the day to wait for.
    pub date: Option<Date>,
    /// The facts that it rests on: a code to put, a contract to carry.
    pub facts: Facts,
}

pub(super) struct StepContext<'a> {
    pub guidance: &'a Guidance,
    pub case: &'a Case,
    pub dossier: &'a Dossier,
    /// What is known of the class; unknown when absent.
    pub class: Option<&'a ClassRow>,
    pub line: Option<u16>,
    /// The share that was rejected; not said when absent.
    pub share: Option<Share>,
    /// The day of the return.
    pub returned_on: Option<Date>,
    /// The verdict on what was rejected, with every source at hand.
    pub verdict: Verdict,
    /// Whether the fund's database shows by now what it missed; asked at most once.
    pub recorded: OnceCell<bool>,
    pub tables: &'a Tables,
}

/// The steps of a cause that make sense for this claim.
pub(super) fn steps(
    context: &StepContext<'_>,
    cause: Cause,
    suspect: Option<&Suspect>,
    now: &Decision,
) -> Vec<Step> {
    let row = context.guidance.cause(cause);
    let wanted = row.map(|row| &*row.steps).unwrap_or_default();
    // A right that shows the cause is asked of a source that can show it.
    let right =
        suspect
            .and_then(|one| one.evidence.first())
            .and_then(|one| match one.facts.get(FactKey::Right) {
                Some(FactValue::Word(right)) => Some(Right::named(right)),
                _ => None,
            });
    let scheme = context.case.question.scheme;
    let kept = wanted.iter().filter(|step| {
        makes_sense(context, **step, suspect, now) && may_answer(context.tables, scheme, **step, right)
    });
    // What the check itself asks for comes first.
    let first = row.map(|row| &*row.asked).unwrap_or_default();
    let first = first
        .iter()
        .filter(|step| asked_by(context, **step, suspect, now));
    // Where the check corrects the nature, no code of the line is to be taken away.
    let asked = |remedy: RemedyId| {
        let mut mine = now.reasons.iter().filter(|one| concerns(one.line, context.line));
        mine.any(|one| one.remedies.has(remedy))
    };
    let nature = asked(RemedyId::CorrectNature) && !asked(RemedyId::RemoveExemption);
    let corrected = |remedy| match remedy {
        RemedyId::RemoveExemption if nature => RemedyId::CorrectNature,
        other => other,
    };
    let mut kept: Vec<RemedyId> = first.chain(kept).map(|remedy| corrected(*remedy)).collect();
    // An invoice is sent again once something was found or corrected: where nothing is to be, the fund has the word.
    // So is one that the fund's database covers by now.
    if !kept.iter().any(|remedy| mends(*remedy)) && !recorded_since(context) {
        kept.retain(|remedy| !matches!(remedy, RemedyId::RecycleInvoice | RemedyId::NewFse));
    }
    kept.into_iter()
        .map(|remedy| step(context, remedy, suspect, now))
        .collect()
}

/// Whether something is found out, waited for or put right by a step, rather than sent, asked about or paid.
const fn mends(remedy: RemedyId) -> bool {
    !matches!(
        remedy,
        RemedyId::RecycleInvoice
            | RemedyId::NewFse
            | RemedyId::PaperWithProofs
            | RemedyId::ContactFund
            | RemedyId::ContactAmc
            | RemedyId::PatientPays
            | RemedyId::AmoAlone
            | RemedyId::RenewCss
    )
}

/// Whether a reason that shows the cause asks for a step, with every source.
fn asked_by(context: &StepContext<'_>, remedy: RemedyId, suspect: Option<&Suspect>, now: &Decision) -> bool {
    let mut mine = now.reasons.iter().filter(|one| concerns(one.line, context.line));
    mine.any(|one| one.remedies.has(remedy) && shown_by(suspect, one.id))
}

/// Whether a reason shows the cause.
fn shown_by(suspect: Option<&Suspect>, id: ReasonId) -> bool {
    let mut evidence = suspect.iter().flat_map(|one| &one.evidence);
    evidence.any(|one| one.id == id)
}

fn recorded_since(context: &StepContext<'_>) -> bool {
    *context.recorded.get_or_init(|| is_recorded(context))
}

/// Whether the fund's database, asked since the reject, shows by itself all that the claim asks for.
fn is_recorded(context: &StepContext<'_>) -> bool {
    if context.verdict != Verdict::Billable {
        return false;
    }
    let claim = &context.dossier.claim;
    let sent = claim.transmission_date.unwrap_or(claim.care_date);
    let since = |day: Date| match context.returned_on {
        Some(returned) => day >= returned,
        None => day > sent,
    };
    let told = |view: &View| view.source == Source::Bdo && view.spoke.is_some_and(|one| since(one.date()));
    let case = context.case;
    if !case.evidence.views.iter().any(told) {
        return false;
    }
    let mut evidence = case.evidence.clone();
    evidence.views.retain(told);
    let mut alone = Decision::default();
    check_into(context.tables, &case.question, &evidence, &mut alone);
    verdict_on(&alone, context.line, context.share) == Verdict::Billable
}

fn makes_sense(
    context: &StepContext<'_>,
    remedy: RemedyId,
    suspect: Option<&Suspect>,
    now: &Decision,
) -> bool {
    let question = &context.case.question;
    let of_class = |wanted: RejectClass| context.class.is_some_and(|class| class.class == wanted);
    let insurer = of_an_insurer(context);
    // Whatever the words say, a share of an insurer is about its contract.
    let about = |rights: RightsAsked| {
        context.class.is_some_and(|class| class.rights == rights)
            || (insurer && rights == RightsAsked::Contract)
    };
    // Neither the fund nor what it issues knows the contract of an insurer.
    let of_the_fund = [
        RemedyId::QueryAdri,
        RemedyId::AskAttestation,
        RemedyId::ContactFund,
    ];
    if insurer && of_the_fund.contains(&remedy) {
        return false;
    }
    match Advice::of(remedy) {
        Advice::Always => true,
        Advice::UnlessAnswered => !answered_since(context),
        Advice::WhereExemption => about(RightsAsked::Exemption),
        Advice::WhereSetting => question.lines.iter().enumerate().any(|(place, line)| {
            line.origin == Some(Origin::Setting) && concerns(u16::try_from(place).ok(), context.line)
        }),
        Advice::WhereContract => about(RightsAsked::Contract),
        Advice::WhereCss => {
            let mut evidence = suspect.iter().flat_map(|one| &one.evidence);
            let otherwise = evidence.any(|one| match one.facts.get(FactKey::EndReason) {
                Some(FactValue::Word(word)) => word != EndReason::Term.as_str(),
                _ => false,
            });
            about(RightsAsked::Contract) && question.carries(RightKind::Css) && !otherwise
        }
        Advice::WhereNature => context.class.is_some_and(|class| {
            matches!(
                class.class,
                RejectClass::NatureIncompatible | RejectClass::AccidentUnknown
            )
        }),
        Advice::WhereFund => {
            let differs = |one: &Reason| one.remedies.has(RemedyId::CorrectScheme);
            of_class(RejectClass::WrongFund) || now.reasons.iter().any(differs)
        }
        Advice::WhereAgreement => {
            let asked_for = [
                ReasonId::CoverageAgreementRequested,
                ReasonId::CoverageAgreementSilence,
            ];
            of_class(RejectClass::PriorAgreement) && !asked_for.iter().any(|id| shown_by(suspect, *id))
        }
        Advice::UnlessRecorded => !recorded_since(context),
        Advice::UnlessNone => !shown_by(suspect, ReasonId::OtherVoucherAbsent),
        Advice::WhereCard => {
            let mut views = context.case.evidence.views.iter();
            views.any(|view| matches!(view.source, Source::Vitale | Source::Apcv))
        }
    }
}

/// Whether the share that was rejected is that of an insurer: a complementary share that neither a CSS nor an AME may pay.
fn of_an_insurer(context: &StepContext<'_>) -> bool {
    let case = context.case;
    context.share == Some(Share::Amc) && !css_or_ame_may_pay(context.tables, &case.question, &case.evidence)
}

/// Whether the fund answered after the claim was sent: asking again would say the same.
fn answered_since(context: &StepContext<'_>) -> bool {
    let claim = &context.dossier.claim;
    let sent = claim.transmission_date.unwrap_or(claim.care_date);
    let views = &context.case.evidence.views;
    answered_online(context.case)
        && views
            .iter()
            .any(|view| view.online && view.spoke.is_some_and(|moment| moment.date() > sent))
}

fn step(context: &StepContext<'_>, remedy: RemedyId, suspect: Option<&Suspect>, now: &Decision) -> Step {
    // The facts of the reason that asks for this very step, else of what shows the cause.
    let asks = now
        .reasons
        .iter()
        .filter(|one| concerns(one.line, context.line))
        .find(|one| one.remedies.has(remedy))
        .map(|one| one.facts);
    let shows = suspect.and_then(|one| one.evidence.first()).map(|one| one.facts);
    let facts = asks.or(shows).unwrap_or_default();
    let date = match remedy {
        RemedyId::QueryAdri => Some(context.case.question.care_date),
        RemedyId::HoldUntil => facts.day(FactKey::RetryOn),
        _ => None,
    };
    Step { remedy, date, facts }
}
