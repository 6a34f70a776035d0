//! The answer as it leaves the library: the same document in every language and at the command line.

mod reason;
mod timeline;
mod what_if;

use crate::checked::Checked;
use crate::engine::Engine;
pub(crate) use reason::{ReasonOut, ReferenceOut, facts as facts_out};
use serde::Serialize;
use tierspayant_core::decision::Decision;
use tierspayant_core::ids::RejectClass;
use tierspayant_core::model::Dossier;
use tierspayant_core::tables::Tables;
use tierspayant_core::verdict::Verdict;
use tierspayant_tables::KnownReject;
pub(crate) use timeline::TimelineOut;
pub(crate) use what_if::CorrectionOut;
use what_if::WhatIfOut;

/// The answer to one dossier, ready to be written as JSON.
///
/// Fields stand in the order of the format. Ids and codes are those of the dossier; there is no identity in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Answer {
    format: &'static str,
    claim_id: Option<String>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    guarantee: &'static str,
    shares: Vec<ShareOut>,
    lines: Vec<LineOut>,
    reasons: Vec<ReasonOut>,
    rejects: Vec<RejectOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<WhatIfOut>,
    rules: RulesOut,
    input: InputOut,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ShareOut {
    share: &'static str,
    #[serde(flatten)]
    verdict: VerdictOut,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct VerdictOut {
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct LineOut {
    id: String,
    date: String,
    date_role: &'static str,
    exemption: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    amo: Option<VerdictOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amc: Option<VerdictOut>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct RejectOut {
    class: &'static str,
    known: Vec<KnownOut>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct KnownOut {
    key: Option<String>,
    label: Option<String>,
    meaning: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct RulesOut {
    edition: String,
    digest: String,
    covers_from: Option<String>,
    covers_to: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct InputOut {
    digest: String,
}

impl RulesOut {
    pub(crate) fn new(tables: &Tables) -> Self {
        RulesOut {
            edition: tables.edition.to_string(),
            digest: tables.digest.to_string(),
            covers_from: tables.covers.start().map(|day| day.to_string()),
            covers_to: tables.covers.end().map(|day| day.to_string()),
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

impl Answer {
    pub(crate) fn new(checked: &Checked<'_>, options: &crate::Options) -> Self {
        let (engine, dossier, decision) = (checked.engine(), checked.dossier(), checked.decision());
        let claim = &dossier.claim;
        let verdict = checked.verdict();
        let shares = checked.shares().map(|(share, verdict)| ShareOut {
            share: share.as_str(),
            verdict: verdict.into(),
        });
        let lines = checked.lines().map(|(line, found)| LineOut {
            id: line.id.to_string(),
            date: found.day.to_string(),
            date_role: found.date_role.as_str(),
            exemption: found.exemption.as_str(),
            amo: found.amo.map(VerdictOut::from),
            amc: found.amc.map(VerdictOut::from),
        });
        Answer {
            format: tierspayant_format::FORMAT,
            claim_id: claim.id.as_deref().map(str::to_owned),
            verdict: verdict.as_str(),
            basis: verdict.basis(),
            guarantee: checked.guarantee().as_str(),
            shares: shares.collect(),
            lines: lines.collect(),
            reasons: decision
                .reasons
                .iter()
                .map(|one| ReasonOut::new(engine, dossier, one, options.lang))
                .collect(),
            rejects: rejects(engine, dossier, decision),
            what_if: options
                .what_if
                .then(|| WhatIfOut::new(dossier, checked.what_if())),
            rules: RulesOut::new(&engine.tables().decision),
            input: InputOut {
                digest: checked.digest().to_owned(),
            },
        }
    }

    /// The answer as one line of JSON.
    pub(crate) fn to_json(&self) -> String {
        // Strings, integers and lists only: writing them cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The answer as indented JSON.
    pub(crate) fn to_json_pretty(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
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
        key: one.key.as_deref().map(str::to_owned),
        label: one.label.as_deref().map(str::to_owned),
        meaning: one.meaning.as_deref().map(str::to_owned),
    };
    let out = |class: RejectClass| RejectOut {
        class: class.as_str(),
        known: engine.tables().rejects.of_class(class, day).map(known).collect(),
    };
    classes.into_iter().map(out).collect()
}
