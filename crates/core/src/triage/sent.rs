//! What was known when the claim was sent, and whether the check would have caught it then.

use super::RejectReport;
use super::causes::CauseInput;
use crate::decision::{Decision, check_into};
use crate::evidence::Evidence;
use crate::ids::ReasonId;
use crate::model::{CardState, Date, Dossier, Moment, Snapshot, Source, text_enum};
use crate::question::Question;
use crate::tables::Tables;
use crate::verdict::Verdict;

text_enum! {
    /// What the check would have done before sending.
    CaughtAs {
        /// It would have said that it cannot be billed.
        Blocked = "blocked",
        /// It would have said that nothing settles it.
        Doubted = "doubted",
        /// It would have said that it can be billed.
        Missed = "missed",
    }
}

/// Whether the check would have caught a reject before sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    /// The verdict that it would have given on what was rejected: anything but `billable` catches it.
    pub verdict: Verdict,
    /// The reasons of that verdict that have to do with the reject, or all of them where its class is unknown.
    pub reasons: Vec<ReasonId>,
    /// Whether one of them predicts this very class.
    pub predicted: bool,
}

impl Caught {
    /// What the check would have done.
    pub const fn answer(&self) -> CaughtAs {
        match self.verdict {
            Verdict::NotBillable(_) => CaughtAs::Blocked,
            Verdict::Undetermined(_) => CaughtAs::Doubted,
            Verdict::Billable => CaughtAs::Missed,
        }
    }
}

/// The check with only the snapshots that had been read when the claim was sent; `all` is what every snapshot says.
pub(super) fn check_before(tables: &Tables, dossier: &Dossier, all: &Evidence) -> Decision {
    let claim = &dossier.claim;
    let sent = claim.transmission_date.unwrap_or(claim.care_date);
    let card_read = claim.card == Some(CardState::Read);
    let known = |one: &&Snapshot| known_by(one.source, one.observed_at, sent, card_read);
    let question = Question::asked_on(tables, claim, Some(sent));
    let mut before = Decision::default();
    if dossier.rights.iter().all(|one| known(&one)) {
        check_into(tables, &question, all, &mut before);
    } else {
        let dossier = Dossier {
            as_of: Some(sent),
            claim: claim.clone(),
            rights: dossier.rights.iter().filter(known).cloned().collect(),
        };
        check_into(tables, &question, &Evidence::new(tables, &dossier), &mut before);
    }
    before
}

/// Whether what a source said was known on a day. What names no moment was not read by then as far as anyone knows, but a card that the claim read was.
pub fn known_by(source: Source, observed_at: Option<Moment>, day: Date, card_read: bool) -> bool {
    let card = matches!(source, Source::Vitale | Source::Apcv);
    match observed_at {
        Some(moment) => moment.date() <= day,
        None => (card && card_read) || source == Source::Manual,
    }
}

/// The verdict on the share and the line that were rejected; on the claim where the report does not name them.
pub(super) fn verdict_on(decision: &Decision, report: &RejectReport) -> Verdict {
    let line = report.line.and_then(|line| decision.lines.get(usize::from(line)));
    let part = match (line, report.share) {
        (Some(line), Some(share)) => line.share(share),
        (Some(line), None) => [line.amo, line.amc].into_iter().flatten().reduce(Verdict::worse),
        (None, Some(share)) => decision.share(share),
        (None, None) => None,
    };
    part.unwrap_or_else(|| decision.verdict())
}

pub(super) fn caught(weighed: &CauseInput<'_>, report: &RejectReport) -> Caught {
    let heavy = weighed
        .before
        .reasons
        .iter()
        .filter(|one| one.effect.verdict() != Verdict::Billable);
    let told = heavy.filter(|one| weighed.class.is_none() || weighed.counts(one));
    let mut reasons: Vec<ReasonId> = Vec::new();
    let mut predicted = false;
    for reason in told {
        let class = reason.reject(weighed.rules);
        predicted |= class.is_some() && class == weighed.class.map(|row| row.class);
        if !reasons.contains(&reason.id) {
            reasons.push(reason.id);
        }
    }
    Caught {
        verdict: verdict_on(weighed.before, report),
        reasons,
        predicted,
    }
}
