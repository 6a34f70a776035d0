//! What was known when the claim was sent, and whether the check would have caught it then.

use super::causes::CauseInput;
use crate::decision::{Decision, check, check_again, check_into};
use crate::evidence::Evidence;
use crate::ids::ReasonId;
use crate::model::{CardState, Date, Dossier, Moment, Share, Snapshot, Source, text_enum};
use crate::question::{Case, Question};
use crate::tables::Tables;
use crate::verdict::Verdict;
use std::borrow::Cow;
use std::sync::Arc;

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

/// A claim as it was sent, with what is known of its rights: decoded and checked once for all of its rejects.
#[derive(Clone, Debug)]
pub struct SentClaim<'d> {
    pub(super) dossier: Cow<'d, Dossier>,
    /// Asked with every source on the day that a return speaks of.
    pub(super) case: Case,
    /// The check with only the sources that had spoken when the claim was sent.
    pub(super) before: Arc<Decision>,
    /// Whether that is every source.
    all: bool,
    /// The check of `case`.
    now: Option<Arc<Decision>>,
}

impl<'d> SentClaim<'d> {
    /// Decodes a claim and its rights through the tables, and checks it as it was when it was sent.
    pub fn new(tables: &Tables, dossier: Cow<'d, Dossier>) -> Self {
        let sent = sent_on(&dossier);
        let case = Case {
            question: Question::asked_on(tables, &dossier.claim, Some(sent)),
            evidence: Evidence::new(tables, &dossier),
        };
        let all = knew_all(&dossier, sent);
        let before = Arc::new(if all {
            check(tables, &case)
        } else {
            check_before(tables, &dossier, &case, sent)
        });
        SentClaim {
            dossier,
            case,
            before,
            all,
            now: None,
        }
    }

    /// The dossier.
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The check with every source at hand, asked again on the day of a return.
    pub(super) fn now(&mut self, tables: &Tables, returned_on: Option<Date>) -> Arc<Decision> {
        let asked_again = returned_on.or(self.dossier.as_of);
        let known = self.now.as_ref();
        if let Some(known) = known.filter(|_| self.case.question.as_of == asked_again) {
            return Arc::clone(known);
        }
        self.case.question.ask_again(&self.dossier.claim, asked_again);
        let now = Arc::new(if self.all {
            check_again(tables, &self.case, &self.before)
        } else {
            check(tables, &self.case)
        });
        self.now = Some(Arc::clone(&now));
        now
    }
}

/// The day on which a claim was sent, as far as it says.
fn sent_on(dossier: &Dossier) -> Date {
    let claim = &dossier.claim;
    claim.transmission_date.unwrap_or(claim.care_date)
}

/// Whether a snapshot had been read when the claim was sent.
fn knew(dossier: &Dossier, sent: Date) -> impl Fn(&&Snapshot) -> bool {
    let card_read = dossier.claim.card == Some(CardState::Read);
    move |one| known_by(one.source, one.observed_at, sent, card_read)
}

/// Whether every snapshot had been read by then.
fn knew_all(dossier: &Dossier, sent: Date) -> bool {
    let known = knew(dossier, sent);
    dossier.rights.iter().all(|one| known(&one))
}

/// The check with only the snapshots that had been read when the claim was sent; `all` is what every snapshot says.
fn check_before(tables: &Tables, dossier: &Dossier, all: &Case, sent: Date) -> Decision {
    let dossier = Dossier {
        as_of: Some(sent),
        claim: dossier.claim.clone(),
        rights: dossier
            .rights
            .iter()
            .filter(knew(dossier, sent))
            .cloned()
            .collect(),
    };
    let mut before = Decision::default();
    let evidence = Evidence::new(tables, &dossier);
    check_into(tables, &all.question, &evidence, &mut before);
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
pub(super) fn verdict_on(decision: &Decision, line: Option<u16>, share: Option<Share>) -> Verdict {
    let line = line.and_then(|line| decision.lines.get(usize::from(line)));
    let part = match (line, share) {
        (Some(line), Some(share)) => line.share(share),
        (Some(line), None) => [line.amo, line.amc].into_iter().flatten().reduce(Verdict::worse),
        (None, Some(share)) => decision.share(share),
        (None, None) => None,
    };
    part.unwrap_or_else(|| decision.verdict())
}

pub(super) fn caught(weighed: &CauseInput<'_>) -> Caught {
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
        verdict: verdict_on(weighed.before, weighed.line, weighed.share),
        reasons,
        predicted,
    }
}
