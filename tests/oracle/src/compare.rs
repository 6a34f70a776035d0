//! The core and this implementation, side by side.

use crate::corrections::corrections;
use crate::finding::Finding;
use crate::moved::wrong_days;
use crate::opinion::{LineOpinion, Opinion, judge};
use std::collections::BTreeSet;
use std::fmt::Write;
use tierspayant_core::decision::check;
use tierspayant_core::model::{Dossier, Share};
use tierspayant_core::question::Case;
use tierspayant_core::tables::Tables;
use tierspayant_core::whatif::{Correction, billable_days};

/// What the core answers, in the form of this crate.
pub fn of_core(tables: &Tables, dossier: &Dossier) -> Opinion {
    let decision = check(tables, &Case::new(tables, dossier));
    Opinion {
        verdict: decision.verdict(),
        amo: decision.share(Share::Amo),
        amc: decision.share(Share::Amc),
        guarantee: decision.guarantee(),
        lines: decision
            .lines
            .iter()
            .map(|one| LineOpinion {
                day: one.day,
                role: one.date_role,
                exemption: one.exemption,
                amo: one.amo,
                amc: one.amc,
            })
            .collect(),
        reasons: decision
            .reasons
            .iter()
            .map(|one| Finding {
                effect: one.effect,
                id: one.id.as_str(),
                share: one.share,
                line: one.line,
                facts: one
                    .facts
                    .iter()
                    .map(|(key, value)| (key.as_str(), value))
                    .collect(),
                remedies: one.remedies.iter().map(|one| one.as_str()).collect(),
            })
            .collect(),
    }
}

/// What kind of difference there is: the parts that differ, and the reasons that only one side gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Reasons of the core alone.
    pub core: BTreeSet<&'static str>,
    /// Reasons of this implementation alone.
    pub oracle: BTreeSet<&'static str>,
    /// The other parts that differ, by name: with the facts and remedies of reasons that both sides give.
    pub parts: BTreeSet<String>,
}

/// The difference on a dossier, if there is one.
pub fn difference(tables: &Tables, dossier: &Dossier) -> Option<Difference> {
    let core = of_core(tables, dossier);
    let oracle = judge(tables, dossier);
    if core == oracle {
        return None;
    }
    // Reasons of one side; two of one kind that tell different facts are told by these.
    let only = |one: &Opinion, other: &Opinion| {
        let alone = one.reasons.difference(&other.reasons);
        let same = |found: &&Finding| other.reasons.iter().any(|one| one.key() == found.key());
        let ids = alone.filter(|found| !same(found)).map(|found| found.id);
        ids.collect::<BTreeSet<&'static str>>()
    };
    let mut parts = BTreeSet::new();
    let mut note = |differs: bool, part: &str| {
        if differs {
            parts.insert(part.to_owned());
        }
    };
    for one in core.reasons.difference(&oracle.reasons) {
        let same = |other: &&Finding| one.key() == other.key() && !core.reasons.contains(*other);
        for other in oracle.reasons.iter().filter(same) {
            note(one.remedies != other.remedies, &format!("{}: remedies", one.id));
            for (key, value) in &one.facts {
                note(other.facts.get(key) != Some(value), &format!("{}: {key}", one.id));
            }
            for key in other.facts.keys() {
                note(!one.facts.contains_key(key), &format!("{}: {key}", one.id));
            }
        }
    }
    note(core.guarantee != oracle.guarantee, "guarantee");
    note(core.lines.len() != oracle.lines.len(), "lines");
    for (one, other) in core.lines.iter().zip(&oracle.lines) {
        note((one.day, one.role) != (other.day, other.role), "date");
        note(one.exemption != other.exemption, "exemption");
        if core.reasons == oracle.reasons {
            note((one.amo, one.amc) != (other.amo, other.amc), "verdict");
        }
    }
    if core.reasons == oracle.reasons {
        let whole = |one: &Opinion| (one.verdict, one.amo, one.amc);
        note(whole(&core) != whole(&oracle), "verdict");
    }
    Some(Difference {
        core: only(&core, &oracle),
        oracle: only(&oracle, &core),
        parts,
    })
}

/// What is wrong with the what-if of the core, if anything is.
pub fn what_if(tables: &Tables, dossier: &Dossier) -> Option<Difference> {
    let case = Case::new(tables, dossier);
    let days = billable_days(tables, &case);
    let mut parts = BTreeSet::new();
    parts.extend(wrong_days(tables, dossier, days.earliest, days.latest).map(str::to_owned));
    let core = tierspayant_core::whatif::corrections(tables, &case);
    let oracle = corrections(tables, dossier);
    if core != oracle {
        let only = |some: &[Correction], others: &[Correction], who: &str| {
            let alone = some.iter().filter(|one| !others.contains(one));
            alone
                .map(|one| format!("correction {}, the {who} alone", word(one)))
                .collect::<Vec<String>>()
        };
        parts.extend(only(&core, &oracle, "core"));
        parts.extend(only(&oracle, &core, "oracle"));
        if parts.is_empty() {
            parts.insert("order of the corrections".to_owned());
        }
    }
    (!parts.is_empty()).then_some(Difference {
        core: BTreeSet::new(),
        oracle: BTreeSet::new(),
        parts,
    })
}

fn word(one: &Correction) -> &'static str {
    match one {
        Correction::AskAgain => "ask_again",
        Correction::Scheme(_) => "scheme",
        Correction::Exemption { .. } => "exemption",
        Correction::Nature(_) => "nature",
        Correction::Contract { .. } => "contract",
        Correction::AmoAlone => "amo_alone",
    }
}

/// Both lists of corrections, in words.
pub fn shown_corrections(tables: &Tables, dossier: &Dossier) -> String {
    let core = tierspayant_core::whatif::corrections(tables, &Case::new(tables, dossier));
    let oracle = corrections(tables, dossier);
    format!("corrections of the core: {core:?}\ncorrections of the oracle: {oracle:?}")
}

/// Both answers, in words.
pub fn shown(tables: &Tables, dossier: &Dossier) -> String {
    let mut text = String::new();
    for (name, opinion) in [
        ("core", of_core(tables, dossier)),
        ("oracle", judge(tables, dossier)),
    ] {
        let _ = writeln!(
            text,
            "{name}: {:?} amo {:?} amc {:?} {}",
            opinion.verdict, opinion.amo, opinion.amc, opinion.guarantee
        );
        for line in &opinion.lines {
            let _ = writeln!(
                text,
                "  line: {} {} {} amo {:?} amc {:?}",
                line.day, line.role, line.exemption, line.amo, line.amc
            );
        }
        for one in &opinion.reasons {
            let _ = writeln!(
                text,
                "  {} {:?} {:?} {:?} {:?} {:?}",
                one.id, one.effect, one.share, one.line, one.facts, one.remedies
            );
        }
    }
    text
}
