//! The parts of a triage.

use crate::answer::{ReferenceOut, VerdictOut};
use crate::engine::{Audience, Engine, Lang};
use tierspayant_core::finding::Facts;
use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId, RuleId};
use tierspayant_core::model::record::{OrNull, Spread, Words, WordsOrNull};
use tierspayant_core::model::{Date, Share, Text};
use tierspayant_core::record;
use tierspayant_core::triage::{
    Caught, CaughtAs, Cause, CauseReason, Found, KnownAt, KnownReject, Matched, Payer, Recognised,
    Recognition, Step, Suspect, Triage, WordRule,
};

record! {
    /// How the reject was recognised.
    RecognisedOut {
        /// What it was recognised by.
        by: &'static str as Words<Recognised>,
        /// Whether the tables hold its key.
        key: &'static str as Words<Found>,
        /// Whether the tables hold its label.
        label: &'static str as Words<Found>,
        /// How the label was found.
        matched: Option<&'static str> as WordsOrNull<Matched> => "it was not found",
        /// The classes of the key and of the label, where they differ.
        contradiction: Option<ContradictionOut> as OrNull => "they agree",
        /// What the tables know of it.
        known: Vec<KnownRejectOut>,
    }
}

record! {
    /// A key and a label that point at two classes.
    ContradictionOut {
        /// The class of the key.
        key: &'static str as Words<RejectClass>,
        /// The class of the label.
        label: &'static str as Words<RejectClass>,
    }
}

record! {
    /// A reject that the tables know, with its source.
    KnownRejectOut {
        /// Its class.
        class: &'static str as Words<RejectClass>,
        /// Its code.
        key: Option<Text> as OrNull,
        /// Its label.
        label: Option<Text> as OrNull,
        /// What it means, or the words by which it was found.
        meaning: Option<Text> as OrNull,
        /// The first day on which it was in use.
        from: Option<Date> as OrNull,
        /// The last day.
        to: Option<Date> as OrNull,
        /// Where that is known from.
        reference: ReferenceOut,
    }
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
                .map(KnownRejectOut::new)
                .chain(rules.map(KnownRejectOut::by_words))
                .collect(),
        }
    }
}

impl KnownRejectOut {
    /// A rule by words: `DROITS + FERMES / CLOS`.
    fn by_words(one: &WordRule) -> Self {
        KnownRejectOut {
            class: one.class.as_str(),
            key: None,
            label: None,
            meaning: Some(one.words.clone()),
            from: None,
            to: None,
            reference: ReferenceOut::new(Some(&one.reference)),
        }
    }

    fn new(one: &KnownReject) -> Self {
        KnownRejectOut {
            class: one.class.as_str(),
            key: one.key.clone(),
            label: one.label.clone(),
            meaning: one.meaning.clone(),
            from: one.validity.start(),
            to: one.validity.end(),
            reference: ReferenceOut::new(Some(&one.reference)),
        }
    }
}

record! {
    /// A cause with what shows it.
    CauseOut {
        /// The cause.
        id: &'static str as Words<Cause>,
        /// A sentence for the counter.
        message: String,
        /// The reasons that show it.
        evidence: Vec<EvidenceOut>,
        /// Where that is known from.
        reference: ReferenceOut,
    }
}

record! {
    /// A reason that shows a cause.
    EvidenceOut {
        /// The reason.
        reason: &'static str as Words<ReasonId>,
        /// Whether it was known before sending.
        asked: &'static str as Words<KnownAt>,
    }
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

record! {
    /// Whether the check would have caught it before sending.
    CaughtOut {
        /// What it would have done.
        answer: &'static str as Words<CaughtAs>,
        /// The verdict that it would have given.
        verdict: VerdictOut as Spread,
        /// The reasons of that verdict.
        reasons: Vec<&'static str> as Words<ReasonId>,
        /// Whether one of them names this class.
        predicted: bool,
    }
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

record! {
    /// One step that puts it right.
    StepOut {
        /// What to do.
        id: &'static str as Words<RemedyId>,
        /// A sentence for the counter.
        message: String,
        /// The day for it.
        date: Option<Date> as OrNull => "no day is set",
        /// What it is about.
        facts: Facts,
    }
}

impl StepOut {
    pub(super) fn new(engine: &Engine, lang: Lang, step: &Step) -> Self {
        let texts = engine.texts();
        StepOut {
            id: step.remedy.as_str(),
            message: texts.remedy(lang, Audience::Counter, step.remedy, &step.facts),
            date: step.date,
            facts: step.facts,
        }
    }
}

record! {
    /// Who pays a share, if the reject cannot be put right.
    PayerOut {
        /// The share.
        share: &'static str as Words<Share>,
        /// Who pays it.
        payer: &'static str as Words<Payer>,
        /// Where that is known from.
        reference: ReferenceOut,
    }
}

impl PayerOut {
    pub(super) fn all(engine: &Engine, found: &Triage) -> Vec<Self> {
        let row = found
            .class()
            .and_then(|class| engine.tables().triage.class(class));
        let of = |(share, payer): &(Share, Payer)| PayerOut {
            share: share.as_str(),
            payer: payer.as_str(),
            reference: ReferenceOut::new(row.map(|row| &row.reference)),
        };
        found.payers.iter().map(of).collect()
    }
}

record! {
    /// The day from which a claim may be too late.
    LimitationOut {
        /// The day.
        date: Date,
        /// The law.
        reference: ReferenceOut,
    }
}

impl LimitationOut {
    pub(super) fn new(engine: &Engine, day: Date) -> Self {
        let rule = engine.tables().decision.rules.rule(RuleId::D03);
        LimitationOut {
            date: day,
            reference: ReferenceOut::new(rule.map(|rule| &rule.reference)),
        }
    }
}
