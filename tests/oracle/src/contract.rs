//! The AMC share: the contract that the claim carries, on the day of the care.

use crate::amo::bound;
use crate::finding::Finding;
use crate::record::{Absence, Entry, entry, length};
use crate::said::{Asked, carried, of_kind};
use crate::weigh::{Outcome, Weighed, weigh};
use crate::world::World;
use tierspayant_core::finding::FactKey;
use tierspayant_core::ids::ReasonId;
use tierspayant_core::model::{ClaimContract, Code, ContractEntry, Date, Position, Share, Source, Trait};
use tierspayant_core::tables::{ContractNumber, ContractType, DateRole, RightKind};
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
        let missed = css.outcome.is_yes().then(|| {
            let shown =
                last(in_force(world, &css).filter(|one| kind_of(world, carried(one)) == RightKind::Css));
            let found = recorded(Finding::notice(ReasonId::ContractMissed), shown);
            let end = shown.and_then(|one| one.period.end());
            found.day(FactKey::End, end).said(css.source)
        });
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
        .map(|(place, _)| {
            let found = Finding::block(ReasonId::ContractOutsideCarePath, NoBasis::Forbidden);
            found
                .word(FactKey::Trait, Trait::OutsideCarePath.as_str())
                .at(place)
        })
        .collect()
}

/// The days that the claim gives to its own contract.
fn own_dates(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    let care = world.claim.care_date;
    let early = contract.start.filter(|start| care < *start);
    let late = contract.end.filter(|end| *end < care);
    (early.is_some() || late.is_some()).then(|| {
        let found = Finding::doubt(ReasonId::ContractDiffers, DoubtBasis::Conflict);
        claimed(world, contract, found)
            .day(FactKey::Start, contract.start)
            .day(FactKey::End, contract.end)
    })
}

/// A finding on the contract of the claim: the day, which date it is, number and type.
fn claimed(world: &World<'_>, contract: ClaimContract, found: Finding) -> Finding {
    found
        .tested((world.claim.care_date, DateRole::Care))
        .code(FactKey::Number, contract.number)
        .code(FactKey::Type, contract.contract_type)
}

/// The contract on record.
fn recorded(found: Finding, shown: Option<&ContractEntry>) -> Finding {
    found
        .code(FactKey::RecordNumber, shown.and_then(|one| one.number))
        .code(FactKey::RecordType, shown.and_then(|one| one.contract_type))
}

/// Whether number and type go together.
fn agree(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    use ContractNumber as Number;
    use ContractType as Type;
    let tell = |one: Finding| Some(claimed(world, contract, one));
    let mismatch = tell(Finding::block(ReasonId::ContractTypeMismatch, NoBasis::Forbidden));
    let not_settled = tell(Finding::doubt(
        ReasonId::ContractNotSettled,
        DoubtBasis::BeyondRules,
    ));
    let given = contract.contract_type.is_some();
    let missing = tell(Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing));
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
            let number = contract.number.filter(|_| css.outcome.is_yes());
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
    weighed.decides().into_iter().flat_map(move |one| {
        [RightKind::Css, RightKind::Ame]
            .into_iter()
            .flat_map(move |kind| of_kind(world, one, kind))
            .filter(move |contract| {
                matches!(
                    entry(one, contract.period, contract.status, care),
                    Entry::InForce(_)
                )
            })
    })
}

fn of_contract(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let (number, contract_type) = meaning(world, contract);
    let kind = kind_of(world, contract);
    if number == ContractNumber::Leaver
        || (contract_type == ContractType::Leaver && kind == RightKind::PrivateContract)
    {
        let leaver = Finding::doubt(ReasonId::ContractLeaver, DoubtBasis::BeyondRules);
        return vec![claimed(world, contract, leaver)];
    }
    let last = world.tables.policy.acs_last_day;
    let past = last < world.claim.care_date;
    if contract_type == ContractType::Acs && kind == RightKind::PrivateContract && past {
        let past = Finding::block(ReasonId::ContractPast, NoBasis::Forbidden);
        return vec![claimed(world, contract, past).day(FactKey::Limit, last)];
    }
    if kind == RightKind::PrivateContract {
        return private(world, contract);
    }
    let weighed = weigh(world, Asked::Contract(kind), world.claim.care_date);
    let mut found = weighed.common.clone();
    found.extend(absent(world, contract, &weighed));
    if weighed.outcome.is_yes() {
        found.extend(on_record(world, contract, kind, &weighed));
    }
    found
}

/// Of several, the one that ends last, and of those the one that started last.
fn last<'a>(contracts: impl Iterator<Item = &'a ContractEntry>) -> Option<&'a ContractEntry> {
    contracts.max_by_key(|one| length(one.period))
}

/// Why a contract is not there, or not known to be.
fn absent(world: &World<'_>, contract: ClaimContract, weighed: &Weighed<'_>) -> Option<Finding> {
    let tell = |one: Finding| claimed(world, contract, one).said(weighed.source);
    let not_granted = |id| tell(Finding::block(id, NoBasis::NotGranted));
    match weighed.outcome {
        Outcome::No(Absence::NotRecorded) => Some(not_granted(ReasonId::ContractNotRecorded)),
        Outcome::No(absence @ (Absence::NotStarted(_) | Absence::Ended(_))) => {
            Some(bound(not_granted(ReasonId::ContractNotOpen), absence))
        }
        Outcome::No(Absence::NotActive(_, status)) => {
            Some(not_granted(ReasonId::ContractNotActive).status(Some(status)))
        }
        Outcome::Pending(_) => Some(tell(Finding::doubt(
            ReasonId::ContractPending,
            DoubtBasis::Pending,
        ))),
        Outcome::Unknown if typed_in(world) => Some(tell(Finding::doubt(
            ReasonId::ContractForced,
            DoubtBasis::Missing,
        ))),
        Outcome::Unknown => Some(tell(Finding::doubt(
            ReasonId::ContractUnknown,
            DoubtBasis::Missing,
        ))),
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => None,
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
        let shown: Vec<&ContractEntry> = in_force(world, weighed).filter(of_kind).collect();
        let differs = Finding::block(ReasonId::ContractDiffers, NoBasis::NotGranted);
        let differs = recorded(claimed(world, contract, differs), last(shown.iter().copied()));
        found.push(differs.said(weighed.source));
        shown
    } else {
        matching
    };
    let horizon = weighed
        .decides()
        .and_then(|one| one.horizon)
        .and_then(|seen| seen.end());
    let ends: Option<Vec<Date>> = shown.iter().map(|one| one.period.end()).collect();
    let last = ends.and_then(|ends| ends.into_iter().max());
    let soon = |end: Date| end.days_since(world.claim.care_date) <= world.tables.policy.ends_soon_days;
    // An end that is the horizon of the service is no end.
    if kind == RightKind::Css && last.is_some_and(soon) && horizon != last {
        let soon = Finding::notice(ReasonId::ContractEndsSoon).day(FactKey::End, last);
        found.push(soon.word(FactKey::Right, kind.as_str()).said(weighed.source));
    }
    found
}

/// An insurer's own contract, which a CSS on record excludes.
fn private(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let care = world.claim.care_date;
    let mut found = Vec::new();
    let css = weigh(world, Asked::Contract(RightKind::Css), care);
    match css.outcome {
        Outcome::Yes(_) => {
            let exclusive = Finding::block(ReasonId::ContractExclusive, NoBasis::Forbidden);
            let shown =
                last(in_force(world, &css).filter(|one| kind_of(world, carried(one)) == RightKind::Css));
            found.push(recorded(claimed(world, contract, exclusive), shown).said(css.source));
        }
        Outcome::Pending(_) => found.push(css.tell(Finding::notice(ReasonId::ContractPending))),
        Outcome::Conflict => found.extend(css.common.clone()),
        // An old answer that shows a CSS counts: it may still be open.
        Outcome::Stale if css.stale_yes => found.extend(css.common.clone()),
        _ => {}
    }
    let Some(number) = contract.number else {
        let missing = Finding::doubt(ReasonId::ContractMissing, DoubtBasis::Missing);
        found.push(claimed(world, contract, missing));
        return found;
    };
    let same = weigh(world, Asked::Private(Some(number)), care);
    let any = weigh(world, Asked::Private(None), care);
    let nothing = matches!(same.outcome, Outcome::Unknown | Outcome::No(Absence::NotRecorded));
    found.extend(same.common.clone());
    if nothing && any.outcome.is_yes() {
        let changed = Finding::doubt(ReasonId::ContractChanged, DoubtBasis::Conflict);
        let care = world.claim.care_date;
        let shown = any.decides().and_then(|one| {
            let own = of_kind(world, one, RightKind::PrivateContract);
            last(own.filter(|own| matches!(entry(one, own.period, own.status, care), Entry::InForce(_))))
        });
        found.push(recorded(claimed(world, contract, changed), shown).said(any.source));
    } else {
        found.extend(absent(world, contract, &same));
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
