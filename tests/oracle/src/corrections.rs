//! Each single change that makes a claim billable, and that no fact of the dossier contradicts.

use crate::contract::{on_record_of, same_contract};
use crate::fit::needs_decision;
use crate::implausible::{self, past_scheme};
use crate::line::kept;
use crate::moved::moved;
use crate::opinion::{is_billable, is_billable_moved, judge, settled};
use crate::prevention::is_exam_of_both_shares;
use crate::remedy::may_pay;
use crate::said::Asked;
use crate::scheme::differing;
use crate::traits::Traits as _;
use crate::weigh::{Outcome, weigh};
use crate::world::World;
use tierspayant_core::model::{
    ClaimContract, Code, Dossier, Line, Nature, Scheme, Share, ShareSet, TransportGround,
};
use tierspayant_core::tables::{Ground, GroundSet, RightKind, Tables};
use tierspayant_core::whatif::Correction;

/// The corrections of a dossier, in order.
pub fn corrections(tables: &Tables, dossier: &Dossier) -> Vec<Correction> {
    let dossier = &settled(tables, dossier);
    if is_billable_moved(tables, dossier) {
        return Vec::new();
    }
    let world = &World::new(tables, dossier);
    let mut found = Vec::new();
    if implausible::sent(world).is_none()
        && is_billable_moved(tables, &moved(tables, dossier, dossier.claim.care_date))
    {
        found.push(Correction::AskAgain);
    }
    found.extend(scheme(world));
    found.extend(exemption(world));
    found.extend(nature(world));
    found.extend(contract(world));
    found.extend(amo_alone(world));
    found
}

/// The dossier with one change.
fn with(world: &World<'_>, change: impl FnOnce(&mut Dossier)) -> Dossier {
    let mut changed = world.dossier.clone();
    change(&mut changed);
    changed
}

/// Whether a changed dossier is billable, and none of these lines leaves a right aside.
fn cures(world: &World<'_>, changed: &Dossier, lines: &[u16]) -> bool {
    if !is_billable(world.tables, changed) {
        return false;
    }
    let mut reasons = judge(world.tables, changed).reasons.into_iter();
    !reasons.any(|one| one.id == "exemption.missed" && one.line.is_some_and(|line| lines.contains(&line)))
}

fn scheme(world: &World<'_>) -> Vec<Correction> {
    let claimed = world.claim.scheme;
    // A fund is one of its regime, and a centre one of its fund.
    let named = differing(world).map(|one| {
        let regime = one.scheme.regime.or(claimed.regime);
        let of_regime = claimed.fund.filter(|_| regime == claimed.regime);
        let fund = one.scheme.fund.or(of_regime);
        let same = (regime, fund) == (claimed.regime, claimed.fund);
        let centre = one.scheme.centre.or(claimed.centre.filter(|_| same));
        Scheme { regime, fund, centre }
    });
    let military = Scheme {
        regime: Some(world.tables.policy.military_scheme),
        fund: "835".parse().ok(),
        centre: None,
    };
    let infirmity = world.lines().any(|(_, line)| line.has("military_infirmity"));
    let elsewhere = infirmity && (claimed.regime, claimed.fund) != (military.regime, military.fund);
    let past = |scheme: &Scheme| {
        let last = scheme.regime.and_then(past_scheme);
        last.is_some_and(|last| last < world.claim.care_date)
    };
    let named = named.filter(|one| world.tables.policy.is_known(*one) && !past(one));
    let mut candidates: Vec<Scheme> = elsewhere.then_some(military).into_iter().collect();
    candidates.extend(named);
    candidates
        .into_iter()
        .filter(|scheme| cures(world, &with(world, |one| one.claim.scheme = *scheme), &[]))
        .map(Correction::Scheme)
        .collect()
}

fn exemption(world: &World<'_>) -> Vec<Correction> {
    let mut codes: Vec<Code<4>> = world.tables.codes.claim_codes.keys().copied().collect();
    codes.sort_unstable();
    let none = world.tables.codes.code_without_exemption();
    let mut found = Vec::new();
    // A code concerns the AMO share.
    for (place, line) in world.lines().filter(|_| world.asks(Share::Amo)) {
        let decided = needs_decision(world, line).then_some(none).flatten();
        let others = |code: &Code<4>| Some(*code) != line.exemption && Some(*code) != decided;
        for code in codes.iter().copied().filter(others) {
            let changed = with(world, |one| {
                if let Some(line) = one.claim.lines.get_mut(usize::from(place)) {
                    line.exemption = Some(code);
                    line.origin = None;
                }
            });
            if cures(world, &changed, &[place]) {
                found.push(Correction::Exemption { line: place, code });
            }
        }
    }
    found
}

fn nature(world: &World<'_>) -> Vec<Correction> {
    let on_every_line = |ground: Ground, wanted: fn(Outcome) -> bool| {
        let grounds = GroundSet::of(ground);
        world.lines().all(|(_, line)| {
            let mut told = Vec::new();
            let kept = kept(world, line, grounds, &mut told);
            let day = match (ground, kept) {
                (Ground::LocalScheme, _) => world.claim.care_date,
                _ if told.iter().any(|one| one.id == "time.date_not_settled") => world.claim.care_date,
                (_, Some((day, _))) => day,
                (_, None) => return false,
            };
            wanted(weigh(world, Asked::Grounds(grounds), day).outcome)
        })
    };
    let places: Vec<u16> = world.lines().map(|(place, _)| place).collect();
    let none = world.tables.codes.code_without_exemption();
    let no = |outcome| matches!(outcome, Outcome::No(_));
    let accident = world
        .claim
        .accident
        .is_some_and(|one| one.number.is_some() || one.date.is_some());
    let ground = |line: &Line| {
        let transport = line.facts.transport.ground == Some(TransportGround::Accident);
        transport || line.has("agreed_after_consolidation")
    };
    let accident = accident || world.lines().any(|(_, line)| ground(line));
    let fixed = matches!(
        world.claim.nature,
        Some(Nature::Accident | Nature::Prevention | Nature::Military)
    );
    let to_maternity = !fixed
        && !accident
        && world.claim.nature != Some(Nature::Maternity)
        && on_every_line(Ground::Maternity, Outcome::is_yes);
    let listed = world.lines().any(|(_, line)| line.has("maternity_listed"));
    let to_illness = match world.claim.nature {
        _ if accident => false,
        Some(Nature::Maternity) => !listed && on_every_line(Ground::Maternity, no),
        Some(Nature::LocalScheme) => on_every_line(Ground::LocalScheme, no),
        _ => false,
    };
    let mut found = Vec::new();
    if to_maternity {
        let changed = with(world, |one| {
            one.claim.nature = Some(Nature::Maternity);
            for line in &mut one.claim.lines {
                line.exemption = none;
                line.origin = None;
            }
        });
        if cures(world, &changed, &places) {
            found.push(Correction::Nature(Nature::Maternity));
        }
    }
    if to_illness {
        let changed = with(world, |one| one.claim.nature = Some(Nature::Illness));
        if cures(world, &changed, &places) {
            found.push(Correction::Nature(Nature::Illness));
        }
    }
    found
}

fn contract(world: &World<'_>) -> Vec<Correction> {
    if !world.asks(Share::Amc) {
        return Vec::new();
    }
    let kinds = [RightKind::Css, RightKind::Ame, RightKind::PrivateContract];
    let mut found = Vec::new();
    for shown in kinds.into_iter().filter_map(|kind| on_record_of(world, kind)) {
        let contract = ClaimContract {
            number: shown.number,
            contract_type: shown.contract_type,
            ..ClaimContract::default()
        };
        let same = world
            .claim
            .contract
            .is_some_and(|one| same_contract(one, contract));
        let changed = with(world, |one| one.claim.contract = Some(contract));
        if !same && cures(world, &changed, &[]) {
            found.push(Correction::Contract {
                number: contract.number,
                contract_type: contract.contract_type,
            });
        }
    }
    found
}

fn amo_alone(world: &World<'_>) -> Option<Correction> {
    let both = world.asks(Share::Amo) && world.asks(Share::Amc);
    let changed = with(world, |one| one.claim.third_party = Some(ShareSet::Amo));
    let exam = world.lines().any(|(_, line)| is_exam_of_both_shares(world, line));
    (both && !exam && !may_pay(world) && cures(world, &changed, &[])).then_some(Correction::AmoAlone)
}
