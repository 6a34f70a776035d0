//! One reason in the answer.

use crate::checked::Checked;
use crate::engine::{Audience, Engine, Options};
use tierspayant_core::finding::{Facts, Reason, Severity};
use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId, RemedySet, RuleId};
use tierspayant_core::model::record::{OrEmpty, OrNull, Words, WordsOrNull};
use tierspayant_core::model::{Date, Dossier, Share, Text};
use tierspayant_core::record;
use tierspayant_core::tables::{Confidence, InduRisk, Reference};
use tierspayant_core::verdict::Verdict;

record! {
    /// Why: one finding of one rule.
    ReasonOut {
        /// Its id, `family.what`.
        id: &'static str as Words<ReasonId>,
        /// How much it weighs.
        severity: &'static str as Words<Severity>,
        /// The share that it concerns.
        share: Option<&'static str> as WordsOrNull<Share> => "every share",
        /// The id of the line that it concerns.
        line: Option<String> as OrNull => "every line",
        /// The rule that gave it.
        rule: &'static str as Words<RuleId>,
        /// What was compared.
        facts: Facts,
        /// What to do, what cures first.
        remedies: RemedySet as Words<RemedyId>,
        /// The class of reject that would come back.
        reject: Option<&'static str> as WordsOrNull<RejectClass> => "none is known",
        /// Why a payment could be reclaimed.
        indu: Option<&'static str> as WordsOrNull<InduRisk> => "no risk is known",
        /// The law.
        reference: ReferenceOut,
        /// A sentence for the counter.
        message: Option<String> => "texts were not asked for",
    }
}

record! {
    /// A text of law, and how sure it is.
    ReferenceOut {
        /// The text.
        text: Text,
        /// What kind of source it is.
        confidence: &'static str as Words<Confidence>,
        /// The day it was checked.
        checked: Option<Date> as OrEmpty,
    }
}

impl ReasonOut {
    pub(crate) fn all(checked: &Checked<'_>, options: &Options) -> Vec<Self> {
        let (engine, dossier) = (checked.engine(), checked.dossier());
        let reasons = checked.reasons().iter();
        reasons
            .map(|one| ReasonOut::new(engine, dossier, one, options))
            .collect()
    }

    pub(crate) fn new(engine: &Engine, dossier: &Dossier, reason: &Reason, options: &Options) -> Self {
        let rules = &engine.tables().decision.rules;
        let line = reason
            .line
            .and_then(|line| dossier.claim.lines.get(usize::from(line)));
        let line = line.map(|line| (*line.id).to_owned());
        let info = rules.reason(reason.id);
        let weighs = reason.effect.verdict() != Verdict::Billable;
        let reference = rules.rule(reason.id.rule()).map(|rule| &rule.reference);
        ReasonOut {
            id: reason.id.as_str(),
            severity: reason.effect.severity().as_str(),
            share: reason.share.map(|share| share.as_str()),
            rule: reason.id.rule().as_str(),
            facts: reason.facts,
            remedies: reason.remedies,
            reject: reason
                .reject(rules)
                .filter(|_| weighs)
                .map(|class| class.as_str()),
            indu: info.and_then(|info| info.indu).map(|risk| risk.as_str()),
            reference: ReferenceOut::new(reference),
            message: options.texts.then(|| {
                let texts = engine.texts();
                texts.reason(options.lang, Audience::Counter, reason, line.as_deref())
            }),
            line,
        }
    }
}

impl ReferenceOut {
    pub(crate) fn new(reference: Option<&Reference>) -> Self {
        ReferenceOut {
            text: reference.map(|one| one.text.clone()).unwrap_or_default(),
            confidence: reference.map_or("product", |one| one.confidence.as_str()),
            checked: reference.map(|one| one.checked),
        }
    }
}
