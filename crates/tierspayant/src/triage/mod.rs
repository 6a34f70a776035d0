//! The triage of a reject as it leaves the library.

mod parts;

use crate::answer::{CorrectionOut, InputOut, ReasonOut, RulesOut, VerdictOut};
use crate::engine::{Audience, Engine, Lang, Options, Style};
use parts::{CaughtOut, CauseOut, LimitationOut, PayerOut, RecognisedOut, StepOut};
use serde::Serialize;
use tierspayant_core::triage::{Knowledge, Triage, triage};
use tierspayant_core::verdict::Verdict;
use tierspayant_core::whatif::corrections;
use tierspayant_format::{REJECT_FORMAT, RejectDocument};
use tierspayant_text::{TriageExplained, explain_triage};

/// What becomes of a reject, ready to be written as JSON.
///
/// What was written in the reject is not repeated: only what the tables know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TriageAnswer {
    format: &'static str,
    claim_id: Option<String>,
    class: Option<&'static str>,
    recognised: RecognisedOut,
    share: Option<&'static str>,
    line: Option<String>,
    returned_on: Option<String>,
    amount_cents: Option<u64>,
    cause: CauseOut,
    other_causes: Vec<CauseOut>,
    now: VerdictOut,
    caught: CaughtOut,
    steps: Vec<StepOut>,
    corrections: Vec<CorrectionOut>,
    payers: Vec<PayerOut>,
    limitation: Option<LimitationOut>,
    indu: Vec<&'static str>,
    reasons: Vec<ReasonOut>,
    rules: RulesOut,
    input: InputOut,
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
            format: REJECT_FORMAT,
            claim_id: claim.id.as_deref().map(str::to_owned),
            class: found.class().map(|class| class.as_str()),
            recognised: RecognisedOut::new(engine, &found.recognition),
            share: report.share.map(|share| share.as_str()),
            line: line.map(|line| line.id.to_string()),
            returned_on: report.returned_on.map(|day| day.to_string()),
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
                .map(|one| ReasonOut::new(engine, &document.dossier, one, options.lang))
                .collect(),
            rules: RulesOut::new(&engine.tables().decision),
            input: InputOut::new(&document.dossier),
        }
    }

    /// The triage as one line of JSON.
    pub fn to_json(&self) -> String {
        // Strings, integers and lists only: writing them cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The triage as indented JSON.
    pub fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Engine {
    /// Triages a reject, without text.
    pub fn triage_of(&self, document: &RejectDocument) -> Triage {
        let knowledge = Knowledge {
            tables: &self.tables().decision,
            rejects: &self.tables().rejects,
            guidance: &self.tables().triage,
        };
        triage(knowledge, &document.reject, &document.dossier)
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
        style: Style,
    ) -> String {
        let tables = &self.tables().decision;
        let explained = TriageExplained {
            triage: &self.triage_of(document),
            rejects: &self.tables().rejects,
            edition: &tables.edition,
            digest: &tables.digest,
        };
        explain_triage(self.texts(), &explained, lang, audience, style)
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
    /// let answer = Engine::embedded()?.triage_json(reject, &Options::default())?;
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
