//! The triage of a reject as it leaves the library.

mod parts;

use crate::answer::{CorrectionOut, InputOut, ReasonOut, RulesOut, VerdictOut};
use crate::engine::{Audience, Engine, Lang, Medium, Options};
use parts::{CaughtOut, CauseOut, LimitationOut, PayerOut, RecognisedOut, StepOut};
use std::borrow::Cow;
use tierspayant_core::ids::RejectClass;
use tierspayant_core::model::record::{OrNull, Words, WordsOrNull};
use tierspayant_core::model::{Date, Dossier, Share};
use tierspayant_core::record;
use tierspayant_core::tables::InduRisk;
use tierspayant_core::triage::{
    Knowledge, Recognition, RejectReport, SentClaim, Triage, triage, triage_sent,
};
use tierspayant_core::verdict::Verdict;
use tierspayant_core::whatif::corrections;
use tierspayant_format::{Body, REJECT_FORMAT, RejectDocument};
use tierspayant_text::{TriageExplained, explain_triage};

record! {
    /// What becomes of a reject. What was written in the reject is not repeated: only what the tables know of it.
    TriageAnswer {
        /// The caller's id of the claim.
        claim_id: Option<String> as OrNull,
        /// The class of the reject.
        class: Option<&'static str> as WordsOrNull<RejectClass> => "it was not recognised",
        /// How it was recognised.
        recognised: RecognisedOut,
        /// The share that was rejected.
        share: Option<&'static str> as WordsOrNull<Share>,
        /// The line that was rejected.
        line: Option<String> as OrNull => "the claim as a whole",
        /// The day of the return.
        returned_on: Option<Date> as OrNull,
        /// The amount that was not paid, in euro cents.
        amount_cents: Option<u64> as OrNull,
        /// The most probable cause.
        cause: CauseOut,
        /// The others.
        other_causes: Vec<CauseOut>,
        /// What the check says today of what was rejected.
        now: VerdictOut,
        /// Whether the check would have caught it before sending.
        caught: CaughtOut,
        /// What puts it right, in order.
        steps: Vec<StepOut>,
        /// Each single change that makes the claim billable.
        corrections: Vec<CorrectionOut>,
        /// Who pays otherwise.
        payers: Vec<PayerOut>,
        /// The day from which it may be too late.
        limitation: Option<LimitationOut> as OrNull,
        /// Why a payment may be reclaimed.
        indu: Vec<&'static str> as Words<InduRisk>,
        /// What the check finds today.
        reasons: Vec<ReasonOut>,
        /// The tables that decided.
        rules: RulesOut,
        /// What was asked.
        input: Option<InputOut> => "it was not asked for",
    }
}

impl Body for TriageAnswer {
    const FORMAT: &'static str = REJECT_FORMAT;
}

impl TriageAnswer {
    pub(crate) fn new(engine: &Engine, document: &RejectDocument, options: &Options) -> Self {
        let found = engine.triage_of(document);
        let claim = &document.dossier.claim;
        let report = &document.reject;
        let mut asked_again = document.dossier.clone();
        asked_again.as_of = report.returned_on.or(asked_again.as_of);
        let corrections = if options.what_if && found.verdict != Verdict::Billable {
            let found = corrections(&engine.tables().decision, &engine.case(&asked_again));
            CorrectionOut::all(&asked_again, &found)
        } else {
            Vec::new()
        };
        let line = report.line.and_then(|line| claim.lines.get(usize::from(line)));
        let mut causes = CauseOut::all(engine, options.lang, &found);
        let other_causes = causes.split_off(1.min(causes.len()));
        TriageAnswer {
            claim_id: claim.id.as_deref().map(str::to_owned),
            class: found.class().map(|class| class.as_str()),
            recognised: RecognisedOut::new(engine, &found.recognition),
            share: report.share.map(|share| share.as_str()),
            line: line.map(|line| line.id.to_string()),
            returned_on: report.returned_on,
            amount_cents: report.amount_cents,
            cause: causes
                .pop()
                .unwrap_or_else(|| CauseOut::unknown(engine, options.lang)),
            other_causes,
            now: found.verdict.into(),
            caught: CaughtOut::new(&found.caught),
            steps: (found.steps.iter())
                .map(|step| StepOut::new(engine, options.lang, step))
                .collect(),
            corrections,
            payers: PayerOut::all(engine, &found),
            limitation: found.limitation.map(|day| LimitationOut::new(engine, day)),
            indu: found.indu.iter().map(|risk| risk.as_str()).collect(),
            reasons: (found.now.reasons.iter())
                .filter(|one| one.line.is_none() || report.line.is_none() || one.line == report.line)
                .map(|one| ReasonOut::new(engine, &document.dossier, one, options))
                .collect(),
            rules: RulesOut::new(&engine.tables().decision),
            input: options.digest.then(|| InputOut::new(&document.dossier)),
        }
    }

    /// The triage as one line of JSON.
    pub fn to_json(&self) -> String {
        tierspayant_format::to_json(self)
    }

    /// The triage as indented JSON.
    pub fn to_json_pretty(&self) -> String {
        tierspayant_format::to_json_pretty(self)
    }
}

impl Engine {
    /// Triages a reject, without text.
    pub fn triage_of(&self, document: &RejectDocument) -> Triage {
        triage(self.knowledge(), &document.reject, &document.dossier)
    }

    /// A claim that was sent, with what is known of its rights: checked once for all of its rejects.
    pub fn sent<'d>(&self, dossier: Cow<'d, Dossier>) -> SentClaim<'d> {
        SentClaim::new(&self.tables().decision, dossier)
    }

    /// Triages one of several rejects of a claim, recognised already, as one of many with the same words.
    pub fn triage_sent(
        &self,
        sent: &mut SentClaim<'_>,
        reject: &RejectReport,
        recognition: Recognition,
    ) -> Triage {
        triage_sent(self.knowledge(), sent, reject, recognition)
    }

    fn knowledge(&self) -> Knowledge<'_> {
        Knowledge {
            tables: &self.tables().decision,
            rejects: &self.tables().rejects,
            guidance: &self.tables().triage,
        }
    }

    /// Triages a reject: its class, its most probable cause, what puts it right, and who pays otherwise.
    pub fn triage(&self, document: &RejectDocument, options: &Options) -> TriageAnswer {
        TriageAnswer::new(self, document, options)
    }

    /// Explains the triage of a reject as a page to read.
    pub fn explain_triage(
        &self,
        document: &RejectDocument,
        lang: Lang,
        audience: Audience,
        medium: impl Into<Medium>,
    ) -> String {
        let tables = &self.tables().decision;
        let explained = TriageExplained {
            triage: &self.triage_of(document),
            rejects: &self.tables().rejects,
            edition: &tables.edition,
            digest: &tables.digest,
        };
        explain_triage(self.texts(), &explained, lang, audience, medium)
    }

    /// Triages a reject written as JSON, with one line of JSON.
    ///
    /// ```
    /// use tierspayant::{Engine, Options};
    ///
    /// let reject = br#"{
    ///   "format": "tierspayant-reject/1",
    ///   "reject": { "key": "0009 816", "share": "amo", "line": "1", "returned_on": "2026-11-25" },
    ///   "claim": { "care_date": "2026-11-20", "card": "read", "nature": "10", "third_party": ["amo"],
    ///              "lines": [ { "id": "1", "category": "drug", "exemption": "4", "relation": "related" } ] },
    ///   "rights": [ { "source": "adri", "observed_at": "2026-11-26", "coverage": [ {} ],
    ///                 "codes": [ { "end": "2026-10-31", "ald": "1", "situation": "0100" },
    ///                            { "start": "2026-11-01", "ald": "0", "situation": "0100" } ] } ]
    /// }"#;
    /// let answer = Engine::embedded().triage_json(reject, &Options::default())?;
    /// assert!(answer.contains(r#""class":"etm_not_in_bdo""#));
    /// assert!(answer.contains(r#""cause":{"id":"ended""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn triage_json(
        &self,
        bytes: &[u8],
        options: &Options,
    ) -> Result<String, tierspayant_format::InputError> {
        let document = tierspayant_format::parse_reject(bytes)?;
        Ok(self.triage(&document, options).to_json())
    }
}
