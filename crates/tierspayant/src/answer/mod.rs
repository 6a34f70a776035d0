//! The answer as it leaves the library: the same document in every language and at the command line.

mod reason;
mod task;
mod timeline;
mod what_if;

use crate::checked::Checked;
use crate::engine::Engine;
pub(crate) use reason::{ReasonOut, ReferenceOut};
use task::TaskOut;
use tierspayant_core::decision::Decision;
use tierspayant_core::ids::RejectClass;
use tierspayant_core::model::record::{OrNull, Spread, Words};
use tierspayant_core::model::{Date, Dossier, Share, Text};
use tierspayant_core::record;
use tierspayant_core::tables::{DateRole, Tables};
use tierspayant_core::verdict::{Basis, ExemptionState, Guarantee, Verdict};
use tierspayant_format::Body;
use tierspayant_tables::KnownReject;
pub(crate) use timeline::TimelineOut;
pub(crate) use what_if::CorrectionOut;
use what_if::WhatIfOut;

record! {
    /// The answer to one dossier. Ids and codes are those of the dossier; there is no identity in it.
    Answer {
        /// The caller's id of the claim.
        claim_id: Option<String> as OrNull,
        /// The verdict on the claim as a whole: the worst of its parts.
        verdict: VerdictOut as Spread,
        /// Whether payment of the AMO share is guaranteed.
        guarantee: &'static str as Words<Guarantee>,
        /// The verdict on each share that asks for tiers payant.
        shares: Vec<ShareOut>,
        /// The lines, in the order of the claim.
        lines: Vec<LineOut>,
        /// Every reason, those that weigh most first.
        reasons: Vec<ReasonOut>,
        /// What to do, each thing once: first what the page says is to be done now (a correction that is enough alone, where there is one), then what is needed before advice.
        todo: Option<Vec<TaskOut>> => "texts were not asked for",
        /// The classes of reject to expect.
        rejects: Vec<RejectOut>,
        /// The days and the corrections with which the claim would be billable.
        what_if: Option<WhatIfOut> => "it was not asked for",
        /// The tables that decided.
        rules: RulesOut,
        /// What was asked.
        input: Option<InputOut> => "it was not asked for",
    }
}

record! {
    /// The verdict on one share.
    ShareOut {
        /// The share.
        share: &'static str as Words<Share>,
        /// Its verdict.
        verdict: VerdictOut as Spread,
    }
}

record! {
    /// A verdict with its basis.
    #[derive(Copy)]
    VerdictOut {
        /// The verdict.
        verdict: &'static str as Words<Verdict>,
        /// Why it is not `billable`.
        basis: Option<&'static str> as Words<Basis> => "the part is billable",
    }
}

record! {
    /// What became of one line.
    LineOut {
        /// The caller's id of the line.
        id: String,
        /// The date that counts for it.
        date: Date,
        /// Which date of the claim that is.
        date_role: &'static str as Words<DateRole>,
        /// What became of the exemption that it claims.
        exemption: &'static str as Words<ExemptionState>,
        /// The verdict on its AMO share.
        amo: Option<VerdictOut> => "the share does not ask for tiers payant",
        /// The verdict on its AMC share.
        amc: Option<VerdictOut> => "the share does not ask for tiers payant",
    }
}

record! {
    /// A class of reject to expect.
    RejectOut {
        /// The class.
        class: &'static str as Words<RejectClass>,
        /// The codes and labels known for the day on which the return would come.
        known: Vec<KnownOut>,
    }
}

record! {
    /// A reject that the tables know.
    KnownOut {
        /// Its code.
        key: Option<Text> as OrNull,
        /// Its label.
        label: Option<Text> as OrNull,
        /// What it means.
        meaning: Option<Text> as OrNull,
    }
}

record! {
    /// The tables that decided.
    RulesOut {
        /// Their edition.
        edition: Text,
        /// SHA-256 of their files.
        digest: Text,
        /// The first day that they cover.
        covers_from: Option<Date> as OrNull,
        /// The last day that they cover.
        covers_to: Option<Date> as OrNull,
    }
}

record! {
    /// What was asked.
    InputOut {
        /// SHA-256 of the dossier without its people.
        digest: String,
    }
}

impl Body for Answer {
    const FORMAT: &'static str = tierspayant_format::FORMAT;
}

impl RulesOut {
    pub(crate) fn new(tables: &Tables) -> Self {
        RulesOut {
            edition: tables.edition.clone(),
            digest: tables.digest.clone(),
            covers_from: tables.covers.start(),
            covers_to: tables.covers.end(),
        }
    }
}

impl InputOut {
    pub(crate) fn new(dossier: &Dossier) -> Self {
        InputOut {
            digest: tierspayant_format::digest(dossier),
        }
    }
}

impl From<Verdict> for VerdictOut {
    fn from(verdict: Verdict) -> Self {
        VerdictOut {
            verdict: verdict.as_str(),
            basis: verdict.basis(),
        }
    }
}

impl LineOut {
    pub(crate) fn all(checked: &Checked<'_>) -> Vec<Self> {
        let lines = checked.lines().map(|(line, found)| LineOut {
            id: (*line.id).to_owned(),
            date: found.day,
            date_role: found.date_role.as_str(),
            exemption: found.exemption.as_str(),
            amo: found.amo.map(VerdictOut::from),
            amc: found.amc.map(VerdictOut::from),
        });
        lines.collect()
    }
}

impl Answer {
    pub(crate) fn new(checked: &Checked<'_>, options: &crate::Options) -> Self {
        let (engine, dossier, decision) = (checked.engine(), checked.dossier(), checked.decision());
        let claim = &dossier.claim;
        let shares = checked.shares().map(|(share, verdict)| ShareOut {
            share: share.as_str(),
            verdict: verdict.into(),
        });
        Answer {
            claim_id: claim.id.as_deref().map(str::to_owned),
            verdict: checked.verdict().into(),
            guarantee: checked.guarantee().as_str(),
            shares: shares.collect(),
            lines: LineOut::all(checked),
            reasons: ReasonOut::all(checked, options),
            todo: options.texts.then(|| TaskOut::all(checked, options)),
            rejects: rejects(engine, dossier, decision),
            what_if: options
                .what_if
                .then(|| WhatIfOut::new(dossier, checked.what_if())),
            rules: RulesOut::new(&engine.tables().decision),
            input: options.digest.then(|| InputOut {
                digest: checked.digest().to_owned(),
            }),
        }
    }

    /// The answer as one line of JSON.
    pub(crate) fn to_json(&self) -> String {
        tierspayant_format::to_json(self)
    }

    /// The answer as indented JSON.
    pub(crate) fn to_json_pretty(&self) -> String {
        tierspayant_format::to_json_pretty(self)
    }
}

/// The classes of reject to expect, with the keys and labels known for the day on which the return would come.
fn rejects(engine: &Engine, dossier: &Dossier, decision: &Decision) -> Vec<RejectOut> {
    let rules = &engine.tables().decision.rules;
    let weighty = decision
        .reasons
        .iter()
        .filter(|one| one.effect.verdict() != Verdict::Billable);
    let mut classes: Vec<RejectClass> = weighty.filter_map(|one| one.reject(rules)).collect();
    classes.sort_unstable();
    classes.dedup();
    let day = dossier.as_of.unwrap_or(dossier.claim.care_date);
    let known = |one: &KnownReject| KnownOut {
        key: one.key.clone(),
        label: one.label.clone(),
        meaning: one.meaning.clone(),
    };
    let out = |class: RejectClass| RejectOut {
        class: class.as_str(),
        known: engine.tables().rejects.of_class(class, day).map(known).collect(),
    };
    classes.into_iter().map(out).collect()
}
