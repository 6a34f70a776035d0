//! The AMC share: the contract that the claim carries, on the day of the care.

use crate::amo::common;
use crate::opinion::Finding;
use crate::record::{Absence, Entry, entry};
use crate::said::{Asked, carried, of_kind};
use crate::weigh::{Outcome, Weighed, weigh};
use crate::world::World;
use tierspayant_core::decision::{DoubtBasis, NoBasis, ReasonId};
use tierspayant_core::model::{ClaimContract, ContractEntry, Share, Source};
use tierspayant_core::tables::{ContractNumber, ContractType, RightKind};

fn meaning(world: &World<'_>, contract: ClaimContract) -> (Option<ContractNumber>, Option<ContractType>) {
    let books = &world.tables.codes;
    (
        contract.number.map(|number| books.contract_number(number)),
        contract.contract_type.map(|code| books.contract_type(code)),
    )
}

/// The kind of right that a contract is, by its number and by its type.
pub(crate) fn kind_of(world: &World<'_>, contract: ClaimContract) -> RightKind {
    match meaning(world, contract) {
        (_, Some(ContractType::Leaver)) => RightKind::PrivateContract,
        (_, Some(ContractType::Css)) => RightKind::Css,
        (Some(number), _) => number.kind(),
        (None, _) => RightKind::PrivateContract,
    }
}

pub(crate) fn findings(world: &World<'_>) -> Vec<Finding> {
    let asked = world.claim.third_party.contains(Share::Amc);
    let css = weigh(world, Asked::Contract(RightKind::Css), world.claim.care_date);
    let mut found = match world.claim.contract {
        None if asked => vec![Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing)],
        None => Vec::new(),
        Some(contract) => of_contract(world, contract, &css),
    };
    let used = asked && world.claim.contract.is_some();
    if !used && css.outcome == Outcome::Yes {
        // Nobody asks for the share: the notice stands on the claim.
        return vec![Finding::notice(ReasonId::ContractMissed)];
    }
    found = found.into_iter().map(|one| one.on(Share::Amc)).collect();
    found
}

fn of_contract(world: &World<'_>, contract: ClaimContract, css: &Weighed<'_>) -> Vec<Finding> {
    let kind = kind_of(world, contract);
    let mut found = Vec::new();
    if let Some(finding) = agree(world, contract) {
        found.push(finding);
    }
    let (number, contract_type) = meaning(world, contract);
    if number == Some(ContractNumber::Leaver) || contract_type == Some(ContractType::Leaver) {
        found.push(Finding::doubt(ReasonId::ContractLeaver, DoubtBasis::BeyondRules));
        return found;
    }
    if contract_type == Some(ContractType::Acs) && world.tables.policy.acs_last_day < world.claim.care_date {
        found.push(Finding::block(ReasonId::ContractPast, NoBasis::Forbidden));
        return found;
    }
    if kind == RightKind::PrivateContract && css.outcome == Outcome::Yes {
        found.push(Finding::block(ReasonId::ContractExclusive, NoBasis::Forbidden));
        return found;
    }
    let asked = match kind {
        RightKind::PrivateContract => Asked::Private(contract.number),
        kind => Asked::Contract(kind),
    };
    let weighed = weigh(world, asked, world.claim.care_date);
    found.extend(common(&weighed));
    match weighed.outcome {
        Outcome::Yes => found.extend(on_record(world, contract, kind, &weighed)),
        Outcome::No(absence) => found.push(Finding::block(
            match absence {
                Absence::NotRecorded => ReasonId::ContractNotRecorded,
                Absence::NotStarted | Absence::Ended => ReasonId::ContractNotOpen,
                Absence::NotActive => ReasonId::ContractNotActive,
            },
            NoBasis::NotGranted,
        )),
        Outcome::Pending => found.push(Finding::doubt(ReasonId::ContractPending, DoubtBasis::Pending)),
        Outcome::Unknown if typed_in(world, kind) => {
            found.push(Finding::doubt(ReasonId::ContractForced, DoubtBasis::Missing));
        }
        Outcome::Unknown if kind == RightKind::PrivateContract && other_private(world) => {
            found.push(Finding::doubt(ReasonId::ContractChanged, DoubtBasis::Conflict));
        }
        Outcome::Unknown => found.push(Finding::doubt(ReasonId::ContractUnknown, DoubtBasis::Missing)),
        Outcome::Conflict | Outcome::Stale => {}
    }
    found
}

/// Whether number and type go together.
fn agree(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    let mismatch = Some(Finding::block(ReasonId::ContractTypeMismatch, NoBasis::Forbidden));
    let not_settled = Some(Finding::doubt(
        ReasonId::ContractNotSettled,
        DoubtBasis::BeyondRules,
    ));
    match meaning(world, contract) {
        (Some(ContractNumber::CssFund | ContractNumber::CssOrganism), contract_type) => match contract_type {
            Some(ContractType::Css) => None,
            None | Some(ContractType::NoType | ContractType::NotSettled) => not_settled,
            Some(_) => mismatch,
        },
        (Some(ContractNumber::Leaver), contract_type) => match contract_type {
            Some(ContractType::Leaver | ContractType::NoType) | None => None,
            Some(_) => mismatch,
        },
        (Some(ContractNumber::Ame), contract_type) => match contract_type {
            None | Some(ContractType::NoType) => None,
            Some(ContractType::NotSettled) => not_settled,
            Some(_) => mismatch,
        },
        (Some(ContractNumber::NotSettled), _) => not_settled,
        (Some(ContractNumber::Ordinary), Some(ContractType::Css)) => {
            let css = RightKind::Css;
            let shown = world
                .heard
                .iter()
                .any(|one| of_kind(world, one, css).any(|entry| entry.number == contract.number));
            if shown { None } else { mismatch }
        }
        (_, Some(ContractType::NotSettled)) => not_settled,
        (None, None) => Some(Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing)),
        _ => None,
    }
}

/// A contract in force on record: the same one, or another; and whether it ends soon.
fn on_record(
    world: &World<'_>,
    contract: ClaimContract,
    kind: RightKind,
    weighed: &Weighed<'_>,
) -> Vec<Finding> {
    let care = world.claim.care_date;
    let Some(decides) = weighed.decides else {
        return Vec::new();
    };
    let in_force: Vec<&ContractEntry> = of_kind(world, decides, kind)
        .filter(|one| entry(decides, one.period, one.status, care) == Entry::InForce)
        .collect();
    let same = |one: &&&ContractEntry| {
        let carried = carried(one);
        carried.number.zip(contract.number).is_none_or(|(a, b)| a == b)
            && carried
                .contract_type
                .zip(contract.contract_type)
                .is_none_or(|(a, b)| a == b)
    };
    let matching: Vec<&&ContractEntry> = in_force.iter().filter(same).collect();
    if matching.is_empty() {
        return vec![Finding::block(ReasonId::ContractDiffers, NoBasis::NotGranted)];
    }
    let soon = matching.iter().all(|one| {
        one.period
            .end()
            .is_some_and(|end| end.days_since(care) <= world.tables.policy.ends_soon_days)
    });
    let soon = (soon && kind == RightKind::Css).then(|| Finding::notice(ReasonId::ContractEndsSoon));
    soon.into_iter().collect()
}

fn typed_in(world: &World<'_>, kind: RightKind) -> bool {
    let typed = world
        .dossier
        .rights
        .iter()
        .filter(|one| one.source == Source::Manual);
    typed
        .into_iter()
        .any(|one| of_kind(world, one, kind).next().is_some())
}

fn other_private(world: &World<'_>) -> bool {
    let care = world.claim.care_date;
    world.heard.iter().any(|one| {
        of_kind(world, one, RightKind::PrivateContract)
            .any(|contract| entry(one, contract.period, contract.status, care) == Entry::InForce)
    })
}
