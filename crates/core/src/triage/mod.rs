//! Triage: the other direction, after the fact. A reject with its claim and what is known of the rights gives the class
//! of the reject, its most probable cause, what puts it right, and who pays otherwise.
//!
//! Nothing is guessed: a key or a label that the table does not hold stays unknown. The cause is drawn from what is known
//! of the rights, whether or not the words are.

mod causes;
mod followed;
mod guidance;
mod normal;
mod prevention;
mod recognise;
mod rejects;
mod sent;
mod spelling;
mod steps;
mod words;

pub use causes::{CauseReason, KnownAt, Suspect};
pub use followed::{Followed, Work};
pub use guidance::{Advice, CauseRow, ClassRow, Guidance, Payer, ReasonAbout, RightsAsked};
pub use normal::{Abbreviation, normal_key, normal_label};
pub use prevention::Prevention;
pub use recognise::{Found, Matched, Recognised, Recognition};
pub use rejects::{KnownReject, Rejects};
pub use sent::{Caught, CaughtAs, SentClaim, known_by};
pub use spelling::{Places, Spelling};
pub use steps::Step;
pub use words::{RuleWords, Stemmed, Stems, WordRule};

use crate::decision::Decision;
use crate::ids::RejectClass;
use crate::model::{Date, Dossier, Share, text_enum};
use crate::rules::limitation_limit;
use crate::tables::{InduRisk, Tables};
use crate::verdict::Verdict;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

text_enum! {
    /// Why a claim was rejected.
    Cause {
        /// Another person, or another fund, than the one on record.
        Identity = "identity",
        /// Two of the fund's own sources did not agree yet.
        Lag = "lag",
        /// The right was under instruction or being registered.
        Pending = "pending",
        /// A code, or a nature of insurance, that does not fit the right on record.
        WrongCode = "wrong_code",
        /// The contract does not go with itself or with the record.
        ContractMistyped = "contract_mistyped",
        /// Another contract is on record.
        ContractChanged = "contract_changed",
        /// The accident is missing, or not the one on record.
        AccidentMistyped = "accident_mistyped",
        /// The right stood on a hand-typed entry, a setting or a bizone prescription.
        Forced = "forced",
        /// What the claim was made from was out of date.
        StaleData = "stale_data",
        /// The right starts later.
        NotStarted = "not_started",
        /// The right ended before.
        Ended = "ended",
        /// The right is suspended, refused or closed.
        NotActive = "not_active",
        /// The right is not on record.
        NeverRecorded = "never_recorded",
        /// A rule that no right lifts.
        Rule = "rule",
        /// The fund has paid it already.
        Duplicate = "duplicate",
        /// A document that the fund needs is missing.
        MissingDocument = "missing_document",
        /// The fund does not know the prescriber.
        Prescriber = "prescriber",
        /// It came too late.
        Late = "late",
        /// The card that the claim was made with is not accepted.
        Card = "card",
        /// A code, a quantity, a price or a combination of the line itself.
        Billing = "billing",
        /// The fund has not dealt with it yet: no reject.
        Deferred = "deferred",
        /// Nothing at hand shows it.
        Unknown = "unknown",
        /// Somebody else, who is paid a flat amount, may have to pay for it.
        PaidInstead = "paid_instead",
    }
}

text_enum! {
    /// What a return says became of a share.
    ReportedState {
        /// It was refused.
        Rejected = "rejected",
        /// The fund has not settled it yet: this is no reject.
        Deferred = "deferred",
    }
}

/// A reject as a return gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RejectReport {
    /// The anomaly key, as written.
    pub key: Option<Box<str>>,
    /// The label, as written.
    pub label: Option<Box<str>>,
    /// The share that was rejected; both when absent.
    pub share: Option<Share>,
    /// What became of it; rejected when absent.
    pub state: Option<ReportedState>,
    /// The line that was rejected, by its place in the claim; the claim as a whole when absent.
    pub line: Option<u16>,
    /// The day of the return.
    pub returned_on: Option<Date>,
    /// The amount that was rejected, in cents.
    pub amount_cents: Option<u64>,
}

/// What triage reads besides the reject and its dossier.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'t> {
    /// What the decision reads.
    pub tables: &'t Tables,
    /// Keys and labels of rejects.
    pub rejects: &'t Rejects,
    /// Causes, steps and payers.
    pub guidance: &'t Guidance,
}

/// What becomes of a reject.
#[derive(Clone, Debug)]
pub struct Triage {
    /// How the reject was recognised.
    pub recognition: Recognition,
    /// Every cause that the evidence shows, the most probable first; none when the cause is unknown.
    pub suspects: Vec<Suspect>,
    /// The check of the claim with every source at hand.
    pub now: Arc<Decision>,
    /// The check with only the sources that had spoken when the claim was sent.
    pub before: Arc<Decision>,
    /// The verdict of the check with every source on what was rejected.
    pub verdict: Verdict,
    /// Whether the check would have caught it before sending.
    pub caught: Caught,
    /// What puts it right, in order.
    pub steps: Vec<Step>,
    /// Who pays each share that was asked, if it cannot be put right.
    pub payers: Vec<(Share, Payer)>,
    /// The day from which the claim may be too late.
    pub limitation: Option<Date>,
    /// Why a payment may be reclaimed later.
    pub indu: Vec<InduRisk>,
}

impl Triage {
    /// The class of the reject; unknown when absent.
    pub const fn class(&self) -> Option<RejectClass> {
        self.recognition.class
    }

    /// The most probable cause.
    pub fn cause(&self) -> Cause {
        self.suspects.first().map_or(Cause::Unknown, |one| one.cause)
    }
}

/// Triages a reject. It cannot fail: a report and a dossier are well formed.
pub fn triage(knowledge: Knowledge<'_>, report: &RejectReport, dossier: &Dossier) -> Triage {
    let mut sent = SentClaim::new(knowledge.tables, Cow::Borrowed(dossier));
    triage_sent(knowledge, &mut sent, report, knowledge.rejects.recognise(report))
}

/// [`triage`] of one of several rejects of a claim, which was recognised already, as one of many with the same words.
pub fn triage_sent(
    knowledge: Knowledge<'_>,
    sent: &mut SentClaim<'_>,
    report: &RejectReport,
    recognition: Recognition,
) -> Triage {
    let Knowledge { tables, guidance, .. } = knowledge;
    let now = sent.now(tables, report.returned_on);
    let SentClaim {
        case,
        dossier,
        before,
        ..
    } = &*sent;
    let class = recognition.class.and_then(|class| guidance.class(class));
    let weighed = causes::CauseInput {
        guidance,
        rules: &tables.rules,
        class,
        line: report.line,
        share: report.share,
        verdict: sent::verdict_on(&now, report.line, report.share),
        now: &now,
        before,
    };
    let suspects = causes::suspects(&weighed, case);
    let cause = suspects.first().map_or(Cause::Unknown, |one| one.cause);
    let context = steps::StepContext {
        guidance,
        case,
        dossier,
        class,
        line: report.line,
        share: report.share,
        returned_on: report.returned_on,
        verdict: weighed.verdict,
        recorded: OnceCell::new(),
        tables,
    };
    let steps = steps::steps(&context, cause, suspects.first(), &now);
    let payers = Share::ALL
        .iter()
        .filter(|share| case.question.asks(**share))
        .map(|share| {
            (
                *share,
                class.map_or(Payer::NotSettled, |class| class.payer(*share)),
            )
        })
        .collect();
    Triage {
        verdict: weighed.verdict,
        caught: sent::caught(&weighed),
        indu: indu(tables, &now, report.line),
        limitation: limitation_limit(&case.question, &tables.policy),
        recognition,
        suspects,
        before: Arc::clone(before),
        now,
        steps,
        payers,
    }
}

/// The risks of a payment that is reclaimed later, each once.
fn indu(tables: &Tables, now: &Decision, line: Option<u16>) -> Vec<InduRisk> {
    let concerns = |one: &&crate::finding::Reason| causes::concerns(one.line, line);
    let mut risks: Vec<InduRisk> = now
        .reasons
        .iter()
        .filter(concerns)
        .filter_map(|one| tables.rules.reason(one.id).and_then(|info| info.indu))
        .collect();
    risks.sort_unstable();
    risks.dedup();
    risks
}
