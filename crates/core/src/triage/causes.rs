//! The cause of a reject, from the reasons that the check gives.

use super::Cause;
use super::guidance::{CauseSet, ClassRow, Guidance, RightsAsked};
use crate::decision::Decision;
use crate::finding::{Effect, FactKey, FactValue, Facts, Reason};
use crate::ids::ReasonId;
use crate::model::{Moment, Share, text_enum};
use crate::question::Case;
use crate::tables::{RightKind, Rulebook};
use crate::verdict::{DoubtBasis, Verdict};

text_enum! {
    /// With which sources a reason was given.
    KnownAt {
        /// With every source at hand.
        Now = "now",
        /// With those that had spoken when the claim was sent.
        BeforeSending = "before_sending",
    }
}

/// One reason that shows a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CauseReason {
    /// The reason.
    pub id: ReasonId,
    /// With which sources it was given.
    pub asked: KnownAt,
    /// The facts that it compared.
    pub facts: Facts,
}

/// A cause, with what shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// The cause.
    pub cause: Cause,
    /// The reasons that show it; none where it follows from a claim that the check finds billable.
    pub evidence: Vec<CauseReason>,
}

/// What the cause is drawn from.
pub(super) struct CauseInput<'a> {
    pub guidance: &'a Guidance,
    pub rules: &'a Rulebook,
    /// The class of the reject; unknown when absent.
    pub class: Option<&'a ClassRow>,
    /// The line that was rejected.
    pub line: Option<u16>,
    /// The share that was rejected.
    pub share: Option<Share>,
    /// The verdict on what was rejected, with every source at hand.
    pub verdict: Verdict,
    /// The check with every source at hand.
    pub now: &'a Decision,
    /// The check with the sources that had spoken before sending.
    pub before: &'a Decision,
}

/// Whether a reason on one line concerns a reject on another; what concerns all lines concerns each.
pub(super) fn concerns(reason: Option<u16>, rejected: Option<u16>) -> bool {
    match (reason, rejected) {
        (Some(reason), Some(rejected)) => reason == rejected,
        _ => true,
    }
}

impl CauseInput<'_> {
    /// Whether a reason has to do with the class of the reject and with its line.
    pub(super) fn counts(&self, reason: &Reason) -> bool {
        let here = concerns(reason.line, self.line) && self.share_concerned(reason);
        let Some(class) = self.class else {
            return here && (is_firm(reason.effect) || reason.id == ReasonId::CoveragePaidInstead);
        };
        // Without base rights nothing else is looked up.
        if reason.id == ReasonId::CoverageNotOpen && class.rights != RightsAsked::None {
            return concerns(reason.line, self.line);
        }
        let predicted = reason.reject(self.rules);
        let about = match reason.facts.get(FactKey::Right) {
            // A reason on the sources says which right they were asked for.
            Some(FactValue::Word(right)) if is_on_sources(reason.id) => rights(right) == class.rights,
            _ => predicted.is_some_and(|one| class.counts(one)) || class.reasons.contains(&reason.id),
        };
        about && concerns(reason.line, self.line)
    }

    fn share_concerned(&self, reason: &Reason) -> bool {
        match (reason.share, self.share) {
            (Some(reason), Some(rejected)) => reason == rejected,
            _ => true,
        }
    }

    fn counted<'d>(&'d self, decision: &'d Decision) -> impl Iterator<Item = &'d Reason> {
        decision.reasons.iter().filter(|one| self.counts(one))
    }
}

/// Whether a reason tells of a cause whatever the words of the reject: it settles the matter, or says that it is open.
const fn is_firm(effect: Effect) -> bool {
    match effect {
        Effect::Block(_) | Effect::Doubt(DoubtBasis::Pending | DoubtBasis::Conflict) => true,
        Effect::Doubt(_) | Effect::Notice => false,
    }
}

fn is_on_sources(id: ReasonId) -> bool {
    id.as_str().starts_with("source.")
}

/// The kind of right that the facts of a reason name.
fn rights(word: &str) -> RightsAsked {
    match word.parse::<RightKind>() {
        Ok(RightKind::Coverage) => RightsAsked::Coverage,
        Ok(RightKind::Css | RightKind::Ame | RightKind::PrivateContract) => RightsAsked::Contract,
        Ok(RightKind::Accident) => RightsAsked::Accident,
        Err(_) => RightsAsked::Exemption,
    }
}

/// Every cause that the evidence shows, the most probable first. A reason shows one cause only.
pub(super) fn suspects(weighed: &CauseInput<'_>, case: &Case) -> Vec<Suspect> {
    let by_class = weighed.class.and_then(|class| class.cause);
    let named = |cause| Suspect {
        cause,
        evidence: Vec::new(),
    };
    if by_class == Some(Cause::Deferred) {
        return by_class.into_iter().map(named).collect();
    }
    let with_all = weighed.counted(weighed.now).map(|one| (KnownAt::Now, one));
    let when_sent = weighed
        .counted(weighed.before)
        .map(|one| (KnownAt::BeforeSending, one));
    let counted: Vec<(KnownAt, &Reason)> = with_all.chain(when_sent).collect();
    let open = counted
        .iter()
        .any(|(asked, one)| *asked == KnownAt::Now && one.effect.verdict() != Verdict::Billable);
    let possible = counted.iter().map(|(_, one)| weighed.guidance.named_by(one.id));
    let possible = possible.fold(CauseSet::NONE, CauseSet::union);
    let mut suspects: Vec<Suspect> = Vec::new();
    for row in weighed
        .guidance
        .causes()
        .iter()
        .filter(|row| possible.has(row.cause))
    {
        let mut evidence: Vec<CauseReason> = Vec::new();
        for (asked, reason) in &counted {
            let tells = *asked == KnownAt::Now || told_before(row.cause, open);
            if !tells || !row.reasons.iter().any(|one| one.is(reason)) {
                continue;
            }
            let mut told = suspects.iter().flat_map(|one| &one.evidence).chain(&evidence);
            if told.all(|one| one.id != reason.id) {
                evidence.push(CauseReason {
                    id: reason.id,
                    asked: *asked,
                    facts: reason.facts,
                });
            }
        }
        if !evidence.is_empty() {
            suspects.push(Suspect {
                cause: row.cause,
                evidence,
            });
        }
    }
    let settled = suspects
        .iter()
        .any(|one| matches!(one.cause, Cause::Identity | Cause::Lag | Cause::Pending));
    let billable = weighed.verdict == Verdict::Billable;
    let question = &case.question;
    // The fund's services tell of the contracts that the fund itself opens.
    let of_the_fund = || question.carries(RightKind::Css) || question.carries(RightKind::Ame);
    let about_rights = weighed.class.is_some_and(|class| match class.rights {
        RightsAsked::None => false,
        RightsAsked::Contract => question.asks(Share::Amc) && of_the_fund(),
        RightsAsked::Coverage | RightsAsked::Exemption | RightsAsked::Accident => true,
    });
    if billable && !open && !settled && about_rights && answered_online(case) {
        // The fund's own service shows the right that the fund rejected: the two do not agree yet.
        let lag = Suspect {
            cause: Cause::Lag,
            evidence: Vec::new(),
        };
        suspects.insert(0, lag);
    }
    if suspects.is_empty() {
        suspects.extend(by_class.map(named));
    }
    suspects
}

/// Whether what the check said before sending still tells of a cause, beside what it says now.
const fn told_before(cause: Cause, open: bool) -> bool {
    match cause {
        Cause::Pending | Cause::Forced => true,
        Cause::StaleData | Cause::Lag => open,
        _ => false,
    }
}

/// Whether one of the fund's own services answered on the day of the care or later.
pub(super) fn answered_online(case: &Case) -> bool {
    let care = case.question.care_date;
    let spoke = |moment: Option<Moment>| moment.is_some_and(|moment| moment.date() >= care);
    case.evidence
        .views
        .iter()
        .any(|view| view.online && spoke(view.spoke))
}
