//! The AMC share: the contract that the claim carries, on the day of the care.

use crate::amo::common;
use crate::opinion::Finding;
use crate::record::{Absence, Entry, entry};
use crate::said::{Asked, carried, of_kind};
use crate::weigh::{Outcome, Weighed, weigh};
use crate::world::World;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{ClaimContract, Code, ContractEntry, Date, Position, Share, Source, Trait};
use tierspayant_core::tables::{ContractNumber, ContractType, RightKind};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// An absent number is no reserved one, an absent type is no type.
fn meaning(world: &World<'_>, contract: ClaimContract) -> (ContractNumber, ContractType) {
    let books = &world.tables.codes;
    let number = contract.number.map(|number| books.contract_number(number));
    let kind = contract.contract_type.map(|code| books.contract_type(code));
    (
        number.unwrap_or(ContractNumber::Ordinary),
        kind.unwrap_or(ContractType::NoType),
    )
}

/// The kind of right that a contract is: a reserved number tells; where there is none, the type.
pub(crate) fn kind_of(world: &World<'_>, contract: ClaimContract) -> RightKind {
    match meaning(world, contract) {
        (ContractNumber::Ordinary, ContractType::Css) => RightKind::Css,
        (number, _) => number.kind(),
    }
}

pub(crate) fn is_leaver(world: &World<'_>, contract: ClaimContract) -> bool {
    let (number, kind) = meaning(world, contract);
    number == ContractNumber::Leaver || kind == ContractType::Leaver
}

pub(crate) fn findings(world: &World<'_>) -> Vec<Finding> {
    let named = |one: &ClaimContract| one.number.is_some() || one.contract_type.is_some();
    let Some(contract) = world.claim.contract.filter(named) else {
        let missing = Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing).on(Share::Amc);
        let css = weigh(world, Asked::Contract(RightKind::Css), world.claim.care_date);
        // A CSS on record that the claim does not carry is said of the claim.
        let missed = (css.outcome == Outcome::Yes).then(|| Finding::notice(ReasonId::ContractMissed));
        return missed.into_iter().chain([missing]).collect();
    };
    let mut found = outside_care_path(world, contract);
    found.extend(agree(world, contract));
    found.extend(own_dates(world, contract));
    found.extend(of_contract(world, contract));
    found.into_iter().map(|one| one.on(Share::Amc)).collect()
}

/// A CSS gives tiers payant in the coordinated care path only.
fn outside_care_path(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let css = kind_of(world, contract) == RightKind::Css;
    let outside = world
        .lines()
        .filter(|(_, line)| css && line.traits.has(Trait::OutsideCarePath));
    outside
        .map(|(place, _)| Finding::block(ReasonId::ContractOutsideCarePath, NoBasis::Forbidden).at(place))
        .collect()
}

/// The days that the claim gives to its own contract.
fn own_dates(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    let care = world.claim.care_date;
    let early = contract.start.is_some_and(|start| care < start);
    let late = contract.end.is_some_and(|end| end < care);
    (early || late).then(|| Finding::doubt(ReasonId::ContractDiffers, DoubtBasis::Conflict))
}

/// Whether number and type go together.
fn agree(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    use ContractNumber as Number;
    use ContractType as Type;
    let mismatch = Some(Finding::block(ReasonId::ContractTypeMismatch, NoBasis::Forbidden));
    let not_settled = Some(Finding::doubt(
        ReasonId::ContractNotSettled,
        DoubtBasis::BeyondRules,
    ));
    let given = contract.contract_type.is_some();
    let missing = Some(Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing));
    match meaning(world, contract) {
        (Number::NotSettled, _) => not_settled,
        (Number::CssFund | Number::CssOrganism, Type::Css) => None,
        (Number::Leaver, Type::Leaver) => None,
        // A type that is not there, or that no table settles.
        (
            Number::CssFund | Number::CssOrganism | Number::Leaver,
            Type::NoType | Type::NotSettled | Type::Split,
        ) => {
            if given {
                not_settled
            } else {
                missing
            }
        }
        (Number::CssFund | Number::CssOrganism | Number::Leaver, _) => mismatch,
        (Number::Ame, Type::Css | Type::Leaver | Type::Acs) => mismatch,
        (Number::Ame, _) => None,
        // An insurer's own number with the type of a CSS: only where the record shows that very number.
        (Number::Ordinary, Type::Css) => {
            let css = weigh(world, Asked::Contract(RightKind::Css), world.claim.care_date);
            let number = contract.number.filter(|_| css.outcome == Outcome::Yes);
            let shown =
                number.is_some_and(|number| in_force(world, &css).any(|one| one.number == Some(number)));
            if shown { None } else { mismatch }
        }
        (Number::Ordinary, Type::Split | Type::NotSettled) => not_settled,
        (Number::Ordinary, _) => None,
    }
}

/// The contracts of the CSS, or of the AME, in force in the snapshot that decides.
fn in_force<'a>(world: &'a World<'_>, weighed: &Weighed<'a>) -> impl Iterator<Item = &'a ContractEntry> {
    let care = world.claim.care_date;
    weighed.decides.into_iter().flat_map(move |one| {
        [RightKind::Css, RightKind::Ame]
            .into_iter()
            .flat_map(move |kind| of_kind(world, one, kind))
            .filter(move |contract| entry(one, contract.period, contract.status, care) == Entry::InForce)
    })
}

fn of_contract(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let (number, contract_type) = meaning(world, contract);
    let kind = kind_of(world, contract);
    if number == ContractNumber::Leaver
        || (contract_type == ContractType::Leaver && kind == RightKind::PrivateContract)
    {
        return vec![Finding::doubt(ReasonId::ContractLeaver, DoubtBasis::BeyondRules)];
    }
    let past = world.tables.policy.acs_last_day < world.claim.care_date;
    if contract_type == ContractType::Acs && kind == RightKind::PrivateContract && past {
        return vec![Finding::block(ReasonId::ContractPast, NoBasis::Forbidden)];
    }
    if kind == RightKind::PrivateContract {
        return private(world, contract);
    }
    let weighed = weigh(world, Asked::Contract(kind), world.claim.care_date);
    let mut found = common(&weighed);
    found.extend(absent(world, &weighed));
    if weighed.outcome == Outcome::Yes {
        found.extend(on_record(world, contract, kind, &weighed));
    }
    found
}

/// Why a contract is not there, or not known to be.
fn absent(world: &World<'_>, weighed: &Weighed<'_>) -> Option<Finding> {
    let not_granted = |id| Some(Finding::block(id, NoBasis::NotGranted));
    match weighed.outcome {
        Outcome::No(Absence::NotRecorded) => not_granted(ReasonId::ContractNotRecorded),
        Outcome::No(Absence::NotStarted | Absence::Ended) => not_granted(ReasonId::ContractNotOpen),
        Outcome::No(Absence::NotActive) => not_granted(ReasonId::ContractNotActive),
        Outcome::Pending => Some(Finding::doubt(ReasonId::ContractPending, DoubtBasis::Pending)),
        Outcome::Unknown if typed_in(world) => {
            Some(Finding::doubt(ReasonId::ContractForced, DoubtBasis::Missing))
        }
        Outcome::Unknown => Some(Finding::doubt(ReasonId::ContractUnknown, DoubtBasis::Missing)),
        Outcome::Yes | Outcome::Conflict | Outcome::Stale => None,
    }
}

/// A contract in force on record: the same one, or another; and whether it ends soon.
fn on_record(
    world: &World<'_>,
    contract: ClaimContract,
    kind: RightKind,
    weighed: &Weighed<'_>,
) -> Vec<Finding> {
    let number = |code: Code<3>| code.as_str().parse::<u16>().ok();
    let same = |one: &&ContractEntry| {
        one.number.zip(contract.number).is_none_or(|(a, b)| a == b)
            && one
                .contract_type
                .zip(contract.contract_type)
                .is_none_or(|(a, b)| number(a) == number(b))
    };
    let of_kind = |one: &&ContractEntry| kind_of(world, carried(one)) == kind;
    let matching: Vec<&ContractEntry> = in_force(world, weighed).filter(of_kind).filter(same).collect();
    let mut found = Vec::new();
    let shown: Vec<&ContractEntry> = if matching.is_empty() {
        found.push(Finding::block(ReasonId::ContractDiffers, NoBasis::NotGranted));
        in_force(world, weighed).filter(of_kind).collect()
    } else {
        matching
    };
    let horizon = weighed
        .decides
        .and_then(|one| one.horizon)
        .and_then(|seen| seen.end());
    let ends: Option<Vec<Date>> = shown.iter().map(|one| one.period.end()).collect();
    let last = ends.and_then(|ends| ends.into_iter().max());
    let soon = |end: Date| end.days_since(world.claim.care_date) <= world.tables.policy.ends_soon_days;
    // An end that is the horizon of the service is no end.
    if kind == RightKind::Css && last.is_some_and(soon) && horizon != last {
        found.push(Finding::notice(ReasonId::ContractEndsSoon));
    }
    found
}

/// An insurer's own contract, which a CSS on record excludes.
fn private(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let care = world.claim.care_date;
    let mut found = Vec::new();
    let css = weigh(world, Asked::Contract(RightKind::Css), care);
    match css.outcome {
        Outcome::Yes => found.push(Finding::block(ReasonId::ContractExclusive, NoBasis::Forbidden)),
        Outcome::Pending => found.push(Finding::notice(ReasonId::ContractPending)),
        Outcome::Conflict => found.extend(common(&css)),
        // An old answer that shows a CSS counts: it may still be open.
        Outcome::Stale if css.stale_yes => found.extend(common(&css)),
        _ => {}
    }
    let Some(number) = contract.number else {
        found.push(Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing));
        return found;
    };
    let same = weigh(world, Asked::Private(Some(number)), care);
    let any = weigh(world, Asked::Private(None), care);
    let nothing = matches!(same.outcome, Outcome::Unknown | Outcome::No(Absence::NotRecorded));
    found.extend(common(&same));
    if nothing && any.outcome == Outcome::Yes {
        found.push(Finding::doubt(ReasonId::ContractChanged, DoubtBasis::Conflict));
    } else {
        found.extend(absent(world, &same));
    }
    found
}

/// Whether a contract was typed by hand.
fn typed_in(world: &World<'_>) -> bool {
    let care = world.claim.care_date;
    let manual = world.heard.iter().filter(|one| one.source == Source::Manual);
    let mut contracts = manual.flat_map(|one| one.contracts.iter().flatten());
    contracts.any(|one| one.period.position(care) == Position::Within)
}
