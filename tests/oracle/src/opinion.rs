//! The answer as this implementation gives it.

use crate::world::World;
use crate::{claim, contract, guarantee, line};
use std::collections::BTreeSet;
use tierspayant_core::finding::Effect;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{Date, Dossier, Share};
use tierspayant_core::tables::{DateRole, Tables};
use tierspayant_core::verdict::{DoubtBasis, ExemptionState, Guarantee, NoBasis, Verdict};

/// A reason without its facts: what it does, which one, and the parts that it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// What it does.
    pub effect: Effect,
    /// Its id.
    pub id: ReasonId,
    /// The share that it concerns; both when absent.
    pub share: Option<Share>,
    /// The line that it concerns, by its place; all when absent.
    pub line: Option<u16>,
}

impl Finding {
    pub(crate) const fn block(id: ReasonId, basis: NoBasis) -> Self {
        Finding::new(Effect::Block(basis), id)
    }

    pub(crate) const fn doubt(id: ReasonId, basis: DoubtBasis) -> Self {
        Finding::new(Effect::Doubt(basis), id)
    }

    pub(crate) const fn notice(id: ReasonId) -> Self {
        Finding::new(Effect::Notice, id)
    }

    const fn new(effect: Effect, id: ReasonId) -> Self {
        Finding {
            effect,
            id,
            share: None,
            line: None,
        }
    }

    pub(crate) const fn on(self, share: Share) -> Self {
        Finding {
            share: Some(share),
            ..self
        }
    }

    pub(crate) const fn at(self, line: u16) -> Self {
        Finding {
            line: Some(line),
            ..self
        }
    }
}

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

/// Answers a dossier.
pub fn judge(tables: &Tables, dossier: &Dossier) -> Opinion {
    let dossier = &ordered(dossier);
    let world = World::new(tables, dossier);
    let mut reasons = BTreeSet::new();
    let mut about = Vec::new();
    if tables.covers.position(dossier.claim.care_date) == tierspayant_core::model::Position::Within {
        reasons.extend(claim::findings(&world));
        reasons.extend(contract::findings(&world));
        for (place, one) in world.lines() {
            let judged = line::judge(&world, place, one);
            reasons.extend(judged.findings);
            about.push((judged.day, judged.role, judged.state));
        }
    } else {
        reasons.insert(Finding::doubt(ReasonId::RulesBeyond, DoubtBasis::BeyondRules));
        for (_, one) in world.lines() {
            let dates = line::Dates::of(&world, one);
            about.push((dates.day, dates.role, ExemptionState::Unknown));
        }
    }
    let asked = |share: Share| dossier.claim.third_party.contains(share);
    reasons.retain(|one| one.share.is_none_or(asked));

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
        guarantee: guarantee::of(&world),
        lines,
        reasons,
    }
}

/// The dossier with snapshots and entries in the order of their content: their order says nothing.
fn ordered(dossier: &Dossier) -> Dossier {
    let mut ordered = dossier.clone();
    for one in &mut ordered.rights {
        one.coverage.iter_mut().for_each(|list| list.sort());
        one.codes.iter_mut().for_each(|list| list.sort());
        one.exemptions.iter_mut().for_each(|list| list.sort());
        one.accidents.iter_mut().for_each(|list| list.sort());
        one.contracts.iter_mut().for_each(|list| list.sort());
    }
    ordered.rights.sort();
    ordered
}
