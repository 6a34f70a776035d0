//! What must have a text: every id and every word of the decision.

pub(crate) use crate::kind::Kind;
use tierspayant_core::finding::{FactKey, Severity};

use tierspayant_core::ids::{ReasonId, RejectClass, RemedyId};

use tierspayant_core::model::{
    CardState, Category, EndReason, Mode, Origin, PaidInstead, Relation, Share, Source, Status, Trait,
};
use tierspayant_core::tables::{Confidence, DateRole, DateRule, Ground, InduRisk, RightKind};
use tierspayant_core::timeline::Certainty;
use tierspayant_core::triage::{CaughtAs, Cause, Followed, Found, Matched, Payer, Prevention, Recognised};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis};

/// The name of a template: a fragment has its bare name, so that others include it.
pub(crate) fn template_name(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Fragment => id.to_owned(),
        _ => format!("{}/{id}", kind.as_str()),
    }
}

/// The corrections, by the word of their variant.
pub(crate) const CORRECTIONS: &[&str] = &[
    "ask_again",
    "exemption",
    "maternity",
    "nature",
    "scheme",
    "contract",
    "amo_alone",
];

/// The frames of the page and of the timeline, each with what it may use.
pub(crate) const FRAMES: &[(&str, &[&str])] = &[
    (
        "answer",
        &["verdict", "basis", "guarantee", "amo", "amc", "split"],
    ),
    ("column_line", &[]),
    ("column_category", &[]),
    ("column_amount", &[]),
    ("column_exemption", &[]),
    ("column_amo", &[]),
    ("column_amc", &[]),
    ("column_date", &[]),
    ("work_now", &["count", "amount"]),
    ("work_wait", &["count", "amount"]),
    ("work_nothing", &[]),
    ("work_empty", &[]),
    ("work_not_whole", &[]),
    ("work_unread", &["count", "places"]),
    ("work_unread_place", &["row", "file"]),
    ("work_unchecked", &["count"]),
    ("work_group", &["step", "count", "amount"]),
    ("work_unknown", &[]),
    (
        "work_row",
        &[
            "invoice", "lot", "share", "amount", "state", "label", "cause", "until", "payer",
        ],
    ),
    (
        "message_payer",
        &[
            "invoice", "lot", "share", "amount", "state", "label", "cause", "step", "until", "payer",
        ],
    ),
    (
        "message_patient",
        &[
            "invoice", "lot", "share", "amount", "state", "label", "cause", "step", "until", "payer",
        ],
    ),
    (
        "work_balance",
        &[
            "asked",
            "paid",
            "rejected",
            "deferred",
            "deducted",
            "short",
            "open",
            "replaced",
            "elsewhere",
        ],
    ),
    ("heading_why", &[]),
    ("heading_todo", &[]),
    ("heading_advice", &[]),
    ("heading_when", &[]),
    ("heading_now", &[]),
    ("heading_owed", &[]),
    (
        "owed",
        &[
            "lines", "many", "amount", "amo", "amc", "same", "exempt", "css", "ame", "missed", "alone",
        ],
    ),
    ("heading_corrections", &[]),
    ("more_lines", &["count"]),
    ("line_prefix", &["lines", "many"]),
    ("lines_tag", &["lines", "many", "all"]),
    ("list_end", &[]),
    ("reference", &["rule", "title", "reference", "confidence"]),
    ("risk", &["severity", "reject", "indu"]),
    ("when_now", &["date"]),
    ("when_earliest", &["date"]),
    ("when_latest", &["date"]),
    ("when_note", &[]),
    ("edition", &["edition", "digest"]),
    ("patient_close", &[]),
    ("timeline_title", &["start", "end"]),
    ("timeline_claim", &[]),
    ("timeline_legend", &[]),
    ("timeline_changes", &[]),
    ("timeline_right", &["right", "certainty", "source"]),
    ("timeline_verdict", &["verdict", "basis"]),
    ("triage_class", &["reject", "recognised", "matched"]),
    ("triage_unknown", &["key_found", "label_found"]),
    ("triage_contradiction", &["reject", "other_reject"]),
    (
        "triage_known",
        &["key", "label", "start", "end", "reference", "confidence"],
    ),
    ("heading_cause", &[]),
    ("heading_other_causes", &[]),
    ("heading_payers", &[]),
    ("triage_evidence_before", &[]),
    ("triage_payer", &["share", "payer"]),
    ("triage_caught", &["caught"]),
    ("triage_now", &["verdict"]),
    ("triage_limitation", &["date"]),
    ("triage_indu", &["indu"]),
    ("triage_told", &["reject"]),
    ("triage_told_unknown", &[]),
    ("triage_told_payer", &["payer"]),
];

macro_rules! words {
    ($list:ident) => {
        $list::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>()
    };
}

impl Kind {
    pub(crate) const ALL: [Kind; 7] = [
        Kind::Reason,
        Kind::Remedy,
        Kind::Reject,
        Kind::Cause,
        Kind::Correction,
        Kind::Frame,
        Kind::Fragment,
    ];

    /// The ids that must have a text; a fragment may have any name.
    pub(crate) fn ids(self) -> Vec<&'static str> {
        match self {
            Kind::Reason => ReasonId::ALL.iter().map(|one| one.as_str()).collect(),
            Kind::Remedy => RemedyId::ALL.iter().map(|one| one.as_str()).collect(),
            Kind::Reject => RejectClass::ALL.iter().map(|one| one.as_str()).collect(),
            Kind::Cause => words!(Cause),
            Kind::Correction => CORRECTIONS.to_vec(),
            Kind::Frame => FRAMES.iter().map(|(id, _)| *id).collect(),
            Kind::Fragment => Vec::new(),
        }
    }

    /// Whether the patient must have words of their own.
    pub(crate) const fn speaks_to_patients(self) -> bool {
        matches!(self, Kind::Reason | Kind::Remedy | Kind::Reject | Kind::Cause)
    }

    /// The names that a text of this kind may use.
    pub(crate) fn variables(self, id: &str) -> Vec<&'static str> {
        let facts = || FactKey::ALL.iter().map(|one| one.as_str());
        let seen = ["severity", "alone", "brief"];
        match self {
            Kind::Reason | Kind::Fragment => facts().chain(seen).collect(),
            Kind::Remedy | Kind::Cause => facts().collect(),
            Kind::Reject => Vec::new(),
            Kind::Correction => vec![
                "line", "code", "now", "nature", "regime", "fund", "centre", "number", "type",
            ],
            Kind::Frame => FRAMES
                .iter()
                .find(|(one, _)| *one == id)
                .map(|(_, names)| names.to_vec())
                .unwrap_or_default(),
        }
    }
}

/// The tables of words, each with the words that it must hold.
pub(crate) fn word_tables() -> Vec<(&'static str, Vec<&'static str>)> {
    let with = |mut list: Vec<&'static str>, more: &[&'static str]| {
        list.extend(more);
        list
    };
    vec![
        ("verdict", vec!["billable", "undetermined", "not_billable"]),
        ("basis", with(words!(NoBasis), &words!(DoubtBasis))),
        ("guarantee", words!(Guarantee)),
        ("exemption_state", words!(ExemptionState)),
        ("severity", words!(Severity)),
        ("share", words!(Share)),
        ("answer", vec!["yes", "no", "undetermined"]),
        ("indu", words!(InduRisk)),
        ("date_role", words!(DateRole)),
        ("date_rule", words!(DateRule)),
        ("source", words!(Source)),
        ("origin", words!(Origin)),
        ("confidence", words!(Confidence)),
        ("status", words!(Status)),
        ("card", with(words!(CardState), &["unknown"])),
        ("nature", vec!["10", "13", "30", "41", "90"]),
        ("category", words!(Category)),
        ("paid_instead", words!(PaidInstead)),
        ("mode", words!(Mode)),
        ("end_reason", words!(EndReason)),
        ("relation", words!(Relation)),
        ("certainty", words!(Certainty)),
        (
            "right",
            with(with(words!(Ground), &words!(RightKind)), &["exemption"]),
        ),
        ("trait", words!(Trait)),
        ("recognised", words!(Recognised)),
        ("found", words!(Found)),
        ("matched", words!(Matched)),
        ("payer", words!(Payer)),
        ("caught", words!(CaughtAs)),
        ("followed", words!(Followed)),
        ("prevention", words!(Prevention)),
        ("unit", vec!["day", "working_day"]),
        (
            "month",
            vec!["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        ),
    ]
}
