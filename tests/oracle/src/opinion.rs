//! The answer as this implementation gives it.

use crate::moved::settle;
use crate::remedy;
use crate::world::World;
use crate::{claim, contract, guarantee, line};
use std::collections::BTreeSet;
use tierspayant_core::finding::Effect;
use tierspayant_core::model::{Date, Dossier, Person, Position, Scheme, Share, Source};
use tierspayant_core::tables::{DateRole, Tables};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, Guarantee, Verdict};

pub use crate::finding::Finding;

/// The answer to one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineOpinion {
    /// The day that counts.
    pub day: Date,
    /// Which date that is.
    pub role: DateRole,
    /// What became of the exemption.
    pub exemption: ExemptionState,
    /// The verdict on the AMO share, where it is asked.
    pub amo: Option<Verdict>,
    /// The verdict on the AMC share, where it is asked.
    pub amc: Option<Verdict>,
}

/// The answer to one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// The worst of the shares.
    pub verdict: Verdict,
    /// The worst of the lines on the AMO share.
    pub amo: Option<Verdict>,
    /// The worst of the lines on the AMC share.
    pub amc: Option<Verdict>,
    /// Payment of the AMO share.
    pub guarantee: Guarantee,
    /// One answer per line, in the order of the claim.
    pub lines: Vec<LineOpinion>,
    /// Every reason, once.
    pub reasons: BTreeSet<Finding>,
}

/// Whether a claim is billable: nothing but notices is found of the shares that are asked.
pub fn is_billable(tables: &Tables, dossier: &Dossier) -> bool {
    is_billable_moved(tables, &settled(tables, dossier))
}

/// The same of a claim that was moved to another day: its order, and which entries had closed by then, was settled before.
pub(crate) fn is_billable_moved(tables: &Tables, dossier: &Dossier) -> bool {
    let world = World::new(tables, dossier);
    let harmless = |found: Vec<Finding>| {
        let asked = |one: &Finding| one.share.is_none_or(|share| world.asks(share));
        found
            .iter()
            .all(|one| one.effect == Effect::Notice || !asked(one))
    };
    let covered = tables.covers.position(dossier.claim.care_date) == Position::Within;
    dossier.claim.lines.is_empty()
        || covered
            && harmless(claim::findings(&world))
            && harmless(contract::findings(&world))
            && world
                .lines()
                .all(|(place, one)| harmless(line::judge(&world, place, one).findings))
}

/// Answers a dossier.
pub fn judge(tables: &Tables, dossier: &Dossier) -> Opinion {
    judge_moved(tables, &settled(tables, dossier))
}

/// The same of a claim that was moved to another day.
pub(crate) fn judge_moved(tables: &Tables, dossier: &Dossier) -> Opinion {
    let world = World::new(tables, dossier);
    let mut reasons = BTreeSet::new();
    let mut about = Vec::new();
    if tables.covers.position(dossier.claim.care_date) == Position::Within {
        reasons.extend(claim::findings(&world));
        reasons.extend(contract::findings(&world));
        for (place, one) in world.lines() {
            let judged = line::judge(&world, place, one);
            reasons.extend(judged.findings);
            about.push((judged.day, judged.role, judged.state));
        }
    } else {
        let care = dossier.claim.care_date;
        let limit = match tables.covers.position(care) {
            Position::Before => tables.covers.start(),
            _ => tables.covers.end(),
        };
        let beyond = Finding::doubt("rules.beyond", DoubtBasis::BeyondRules);
        reasons.insert(beyond.tested((care, DateRole::Care)).day("limit", limit));
        for (_, one) in world.lines() {
            let dates = line::Dates::of(&world, one);
            about.push((dates.day, dates.role, ExemptionState::Unknown));
        }
    }
    let asked = |share: Share| world.asks(share);
    reasons.retain(|one: &Finding| one.share.is_none_or(asked));
    let guarantee = guarantee::of(&world, &reasons);
    let reasons: BTreeSet<Finding> = reasons
        .into_iter()
        .map(|one| {
            let (remedies, fitting) = remedy::of(&world, &one);
            let one = match fitting {
                Some(code) => one.code("suggested", code),
                None => one,
            };
            Finding { remedies, ..one }
        })
        .collect();

    let verdict_of = |share: Share, place: usize| {
        let concerned = reasons.iter().filter(|one| {
            one.share.is_none_or(|only| only == share)
                && one.line.is_none_or(|only| usize::from(only) == place)
        });
        let worst = concerned.fold(Verdict::Billable, |worst, one| worst.worse(one.effect.verdict()));
        asked(share).then_some(worst)
    };
    let lines: Vec<LineOpinion> = about
        .into_iter()
        .enumerate()
        .map(|(place, (day, role, exemption))| LineOpinion {
            day,
            role,
            exemption,
            amo: verdict_of(Share::Amo, place),
            amc: verdict_of(Share::Amc, place),
        })
        .collect();
    let worst = |verdicts: Vec<Option<Verdict>>| verdicts.into_iter().flatten().reduce(Verdict::worse);
    let amo = worst(lines.iter().map(|one| one.amo).collect());
    let amc = worst(lines.iter().map(|one| one.amc).collect());
    Opinion {
        verdict: worst(vec![amo, amc]).unwrap_or(Verdict::Billable),
        amo,
        amc,
        guarantee,
        lines,
        reasons,
    }
}

/// The dossier in order, and its closed entries settled.
pub(crate) fn settled(tables: &Tables, dossier: &Dossier) -> Dossier {
    let mut settled = ordered(dossier);
    settle(tables, dossier, &mut settled);
    settled
}

/// The dossier with snapshots and entries in the order of their content: their order says nothing.
pub(crate) fn ordered(dossier: &Dossier) -> Dossier {
    let mut ordered = dossier.clone();
    for one in &mut ordered.rights {
        // An insurer speaks of contracts only, whatever it carries.
        if one.source == Source::Amc {
            one.coverage = None;
            one.codes = None;
            one.exemptions = None;
            one.maternity = None;
            one.accidents = None;
            one.services = None;
            one.updated_on = None;
            one.scheme = Scheme::default();
        }
        one.coverage.iter_mut().for_each(|list| list.sort());
        one.codes.iter_mut().for_each(|list| list.sort());
        one.exemptions.iter_mut().for_each(|list| list.sort());
        one.accidents.iter_mut().for_each(|list| list.sort());
        one.contracts.iter_mut().for_each(|list| list.sort());
    }
    // Of whom an insurer speaks is no part of what it says.
    ordered.rights.sort_by_cached_key(|one| {
        let mut said = one.clone();
        if one.source == Source::Amc {
            said.person = Person::default();
        }
        said
    });
    ordered
}
