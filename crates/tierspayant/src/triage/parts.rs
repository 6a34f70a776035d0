//! The parts of a triage.

use crate::answer::{ReferenceOut, VerdictOut, facts_out};
use crate::engine::{Audience, Engine, Lang};
use serde::Serialize;
use serde_json::{Map, Value};
use tierspayant_core::ids::RuleId;
use tierspayant_core::model::Date;
use tierspayant_core::triage::{
    Caught, Cause, CauseReason, KnownReject, Recognition, Step, Suspect, Triage, WordRule,
};

/// How the reject was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct RecognisedOut {
    by: &'static str,
    key: &'static str,
    label: &'static str,
    /// How the label was found; null where it was not.
    matched: Option<&'static str>,
    contradiction: Option<ContradictionOut>,
    known: Vec<KnownOut>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ContradictionOut {
    key: &'static str,
    label: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct KnownOut {
    class: &'static str,
    key: Option<String>,
    label: Option<String>,
    meaning: Option<String>,
    from: Option<String>,
    to: Option<String>,
    reference: ReferenceOut,
}

impl RecognisedOut {
    pub(super) fn new(engine: &Engine, found: &Recognition) -> Self {
        let rejects = &engine.tables().rejects;
        let entries = rejects.entries();
        let rules = (found.rules.iter()).filter_map(|place| rejects.rules().get(*place));
        RecognisedOut {
            by: found.by.as_str(),
            key: found.key.as_str(),
            label: found.label.as_str(),
            matched: found.matched.map(|one| one.as_str()),
            contradiction: found.contradiction.map(|(key, label)| ContradictionOut {
                key: key.as_str(),
                label: label.as_str(),
            }),
            known: (found.entries.iter())
                .filter_map(|place| entries.get(*place))
                .map(KnownOut::new)
                .chain(rules.map(KnownOut::by_words))
                .collect(),
        }
    }
}

impl KnownOut {
    /// A rule by words: `DROITS + FERMES / CLOS`.
    fn by_words(one: &WordRule) -> Self {
        let group = |words: &Vec<Box<str>>| words.join(" / ");
        KnownOut {
            class: one.class.as_str(),
            key: None,
            label: None,
            meaning: Some(one.words.iter().map(group).collect::<Vec<_>>().join(" + ")),
            from: None,
            to: None,
            reference: ReferenceOut::new(Some(&one.reference)),
        }
    }

    fn new(one: &KnownReject) -> Self {
        let text = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
        KnownOut {
            class: one.class.as_str(),
            key: text(&one.key),
            label: text(&one.label),
            meaning: text(&one.meaning),
            from: one.validity.start().map(|day| day.to_string()),
            to: one.validity.end().map(|day| day.to_string()),
            reference: ReferenceOut::new(Some(&one.reference)),
        }
    }
}

/// A cause with what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct CauseOut {
    id: &'static str,
    message: String,
    evidence: Vec<EvidenceOut>,
    reference: ReferenceOut,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct EvidenceOut {
    reason: &'static str,
    asked: &'static str,
}

impl CauseOut {
    /// Every cause, the most probable first.
    pub(super) fn all(engine: &Engine, lang: Lang, found: &Triage) -> Vec<Self> {
        let of = |one: &Suspect| CauseOut::new(engine, lang, one.cause, &one.evidence);
        found.suspects.iter().map(of).collect()
    }

    pub(super) fn unknown(engine: &Engine, lang: Lang) -> Self {
        CauseOut::new(engine, lang, Cause::Unknown, &[])
    }

    fn new(engine: &Engine, lang: Lang, cause: Cause, evidence: &[CauseReason]) -> Self {
        let row = engine.tables().triage.cause(cause);
        let shown = |one: &CauseReason| EvidenceOut {
            reason: one.id.as_str(),
            asked: one.asked.as_str(),
        };
        let facts = evidence.first().map(|one| one.facts).unwrap_or_default();
        CauseOut {
            id: cause.as_str(),
            message: engine.texts().cause(lang, Audience::Counter, cause, &facts),
            evidence: evidence.iter().map(shown).collect(),
            reference: ReferenceOut::new(row.map(|row| &row.reference)),
        }
    }
}

/// Whether the check would have caught it before sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct CaughtOut {
    answer: &'static str,
    #[serde(flatten)]
    verdict: VerdictOut,
    reasons: Vec<&'static str>,
    predicted: bool,
}

impl CaughtOut {
    pub(super) fn new(caught: &Caught) -> Self {
        CaughtOut {
            answer: caught.answer().as_str(),
            verdict: caught.verdict.into(),
            reasons: caught.reasons.iter().map(|one| one.as_str()).collect(),
            predicted: caught.predicted,
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct StepOut {
    id: &'static str,
    message: String,
    date: Option<String>,
    facts: Map<String, Value>,
}

impl StepOut {
    pub(super) fn new(engine: &Engine, lang: Lang, step: &Step) -> Self {
        let texts = engine.texts();
        StepOut {
            id: step.remedy.as_str(),
            message: texts.remedy(lang, Audience::Counter, step.remedy, &step.facts),
            date: step.date.map(|day| day.to_string()),
            facts: facts_out(&step.facts),
        }
    }
}

/// Who pays a share, if the reject cannot be put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct PayerOut {
    share: &'static str,
    payer: &'static str,
    reference: ReferenceOut,
}

impl PayerOut {
    pub(super) fn all(engine: &Engine, found: &Triage) -> Vec<Self> {
        let row = found
            .class()
            .and_then(|class| engine.tables().triage.class(class));
        let of =
            |(share, payer): &(tierspayant_core::model::Share, tierspayant_core::triage::Payer)| PayerOut {
                share: share.as_str(),
                payer: payer.as_str(),
                reference: ReferenceOut::new(row.map(|row| &row.reference)),
            };
        found.payers.iter().map(of).collect()
    }
}

/// The day from which a claim may be too late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct LimitationOut {
    date: String,
    reference: ReferenceOut,
}

impl LimitationOut {
    pub(super) fn new(engine: &Engine, day: Date) -> Self {
        let rule = engine.tables().decision.rules.rule(RuleId::D03);
        LimitationOut {
            date: day.to_string(),
            reference: ReferenceOut::new(rule.map(|rule| &rule.reference)),
        }
    }
}
