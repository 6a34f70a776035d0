//! The AMC share: the contract that the claim carries, on the day of the care.

use crate::amo::bound;
use crate::finding::Finding;
use crate::freshness::{is_fresh, recency};
use crate::mayotte;
use crate::prolonged::{lasting, prolonged};
use crate::record::{Absence, Entry, entry, length};
use crate::said::{Asked, of_kind, reaches, shows_css};
use crate::traits::Traits as _;
use crate::weigh::{Outcome, Weighed, weigh};
use crate::world::World;
use tierspayant_core::model::{
    ClaimContract, Code, ContractEntry, Date, DomainRight, EndReason, Position, Share, Snapshot, Source,
};
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

/// A contract of the ACS, by its type.
pub(crate) fn is_acs(world: &World<'_>, contract: ClaimContract) -> bool {
    let (number, kind) = meaning(world, contract);
    kind == ContractType::Acs && number.kind() == RightKind::PrivateContract
}

/// Whether the claim carries a contract of this kind.
pub(crate) fn carries(world: &World<'_>, kind: RightKind) -> bool {
    let contract = world.claim.contract;
    contract.is_some_and(|one| kind_of(world, one) == kind)
}

pub(crate) fn findings(world: &World<'_>) -> Vec<Finding> {
    let named = |one: &ClaimContract| one.number.is_some() || one.contract_type.is_some();
    let Some(contract) = world.claim.contract.filter(named) else {
        let missing = Finding::doubt("contract.missing", DoubtBasis::Missing).on(Share::Amc);
        // A CSS on record, or else an AME, that the claim does not carry is said of the claim.
        let missed = [RightKind::Css, RightKind::Ame].into_iter().find_map(|kind| {
            let answer = weigh(world, Asked::Contract(kind), world.claim.care_date);
            answer.outcome.is_yes().then(|| {
                let shown = last(world, in_force(world, &answer, kind));
                let found = recorded(
                    Finding::notice("contract.missed").word("right", kind.as_str()),
                    shown,
                );
                let end = shown.and_then(|one| lasting(world, one).end());
                found.day("end", end).said(answer.source)
            })
        });
        return missed.into_iter().chain([missing]).collect();
    };
    let mut found = agree(world, contract);
    found.extend(own_dates(world, contract));
    found.extend(of_contract(world, contract));
    found.extend(mayotte::before_css(world));
    let amc = found.into_iter().map(|one| one.on(Share::Amc));
    amc.chain(outside_care_path(world, contract)).collect()
}

/// A CSS gives tiers payant in the coordinated care path only; the AMO share is told.
fn outside_care_path(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let asked = world.asks(Share::Amc);
    let css = asked && kind_of(world, contract) == RightKind::Css;
    let outside = world
        .lines()
        .filter(|(_, line)| css && line.has("outside_care_path"));
    outside
        .flat_map(|(place, _)| {
            let id = "contract.outside_care_path";
            let amc = Finding::block(id, NoBasis::Forbidden).on(Share::Amc);
            let amo = Finding::notice(id).on(Share::Amo);
            [amc, amo].map(|one| one.word("trait", "outside_care_path").at(place))
        })
        .collect()
}

/// The days that the claim gives to its own contract.
fn own_dates(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    let care = world.claim.care_date;
    let early = contract.period.start().filter(|start| care < *start);
    let late = contract.period.end().filter(|end| *end < care);
    (early.is_some() || late.is_some()).then(|| {
        let found = Finding::doubt("contract.differs", DoubtBasis::Conflict);
        claimed(world, contract, found)
            .day("start", contract.period.start())
            .day("end", contract.period.end())
    })
}

/// A finding on the contract of the claim: the day, which date it is, number and type.
fn claimed(world: &World<'_>, contract: ClaimContract, found: Finding) -> Finding {
    found
        .tested((world.claim.care_date, DateRole::Care))
        .code("number", contract.number)
        .code("type", contract.contract_type)
}

/// The contract on record.
fn recorded(found: Finding, shown: Option<&ContractEntry>) -> Finding {
    found
        .code("record_number", shown.and_then(|one| one.number))
        .code("record_type", shown.and_then(|one| one.contract_type))
}

/// Whether number and type go together.
fn agree(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    numbered(world, contract).into_iter().collect()
}

fn numbered(world: &World<'_>, contract: ClaimContract) -> Option<Finding> {
    use ContractNumber as Number;
    use ContractType as Type;
    let tell = |one: Finding| Some(claimed(world, contract, one));
    let mismatch = tell(Finding::block("contract.type_mismatch", NoBasis::Forbidden));
    let not_settled = tell(Finding::doubt("contract.not_settled", DoubtBasis::BeyondRules));
    let given = contract.contract_type.is_some();
    let missing = tell(Finding::doubt("contract.missing", DoubtBasis::Missing));
    // What has no number cannot disagree with its type.
    if contract.number.is_none() {
        return missing;
    }
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
        (Number::Ame, Type::NotSettled) => not_settled,
        (Number::Ame, _) => None,
        // An insurer's own number with the type of a CSS: only where the record shows that very number.
        (Number::Ordinary, Type::Css) => {
            let css = weigh(world, Asked::Contract(RightKind::Css), world.claim.care_date);
            let number = contract.number.filter(|_| css.outcome.is_yes());
            let shown = number.is_some_and(|number| {
                in_force(world, &css, RightKind::Css).any(|one| one.number == Some(number))
            });
            if shown { None } else { mismatch }
        }
        (Number::Ordinary, Type::Split | Type::NotSettled) => not_settled,
        (Number::Ordinary, _) => None,
    }
}

/// The contracts of a kind in force, on the day of the care, in the snapshot that decides.
pub(crate) fn in_force<'a>(
    world: &'a World<'_>,
    weighed: &Weighed<'a>,
    kind: RightKind,
) -> impl Iterator<Item = &'a ContractEntry> {
    let decides = weighed.decides().into_iter();
    decides.flat_map(move |one| in_force_of(world, one, kind))
}

fn in_force_of<'a>(
    world: &'a World<'_>,
    one: &'a Snapshot,
    kind: RightKind,
) -> impl Iterator<Item = &'a ContractEntry> {
    let care = world.claim.care_date;
    of_kind(world, one, kind).filter(move |contract| {
        let held = entry(one, lasting(world, contract), contract.status, care);
        matches!(held, Entry::InForce(_))
    })
}

fn of_contract(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let (number, contract_type) = meaning(world, contract);
    let kind = kind_of(world, contract);
    if number == ContractNumber::Leaver
        || (contract_type == ContractType::Leaver && kind == RightKind::PrivateContract)
    {
        let leaver = Finding::doubt("contract.leaver", DoubtBasis::BeyondRules);
        return vec![claimed(world, contract, leaver)];
    }
    let last = world.tables.policy.acs_last_day;
    let past = last < world.claim.care_date;
    if contract_type == ContractType::Acs && kind == RightKind::PrivateContract && past {
        let past = Finding::block("contract.past", NoBasis::Forbidden);
        return vec![claimed(world, contract, past).day("limit", last)];
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

/// Of several, the one that ends last, of those the one that started last, and of these the last by code and state.
fn last<'a>(
    world: &World<'_>,
    contracts: impl Iterator<Item = &'a ContractEntry>,
) -> Option<&'a ContractEntry> {
    contracts.max_by_key(|one| (length(lasting(world, one)), one.number, one.status))
}

/// The contract that is told, and those that are alike: of its number, type, days as read and state.
pub(crate) fn alike<'a>(world: &World<'_>, shown: &[&'a ContractEntry]) -> Vec<&'a ContractEntry> {
    let key = |one: &ContractEntry| (lasting(world, one), one.number, one.status, one.contract_type);
    let told = last(world, shown.iter().copied()).map(key);
    let alike = shown.iter().copied().filter(|one| Some(key(one)) == told);
    alike.collect()
}

/// Why a contract is not there, or not known to be.
fn absent(world: &World<'_>, contract: ClaimContract, weighed: &Weighed<'_>) -> Option<Finding> {
    let tell = |one: Finding| {
        let one = one.word("right", weighed.asked.word());
        claimed(world, contract, one).said(weighed.source)
    };
    let not_granted = |id| tell(Finding::block(id, NoBasis::NotGranted));
    match weighed.outcome {
        Outcome::No(Absence::NotRecorded) => Some(not_granted("contract.not_recorded")),
        Outcome::No(absence @ (Absence::NotStarted(_) | Absence::Ended(_))) => {
            let closed = bound(not_granted("contract.not_open"), absence);
            Some(closed.word("end_reason", end_reason(world, weighed, contract.number)))
        }
        Outcome::No(Absence::NotActive(_, _, status)) => {
            Some(not_granted("contract.not_active").status(Some(status)))
        }
        Outcome::Pending(_) => Some(tell(Finding::doubt("contract.pending", DoubtBasis::Pending))),
        Outcome::Unknown if typed_in(world) => {
            Some(tell(Finding::doubt("contract.forced", DoubtBasis::Missing)).letter("S"))
        }
        Outcome::Unknown => Some(tell(Finding::doubt("contract.unknown", DoubtBasis::Missing))),
        Outcome::Yes(_) | Outcome::Conflict | Outcome::Stale => None,
    }
}

/// The contract of a kind on record on the day of the care.
pub(crate) fn on_record_of<'a>(world: &'a World<'_>, kind: RightKind) -> Option<&'a ContractEntry> {
    let asked = match kind {
        RightKind::PrivateContract => Asked::Private(None),
        _ => Asked::Contract(kind),
    };
    let weighed = weigh(world, asked, world.claim.care_date);
    if !weighed.outcome.is_yes() {
        return None;
    }
    let shown: Vec<&ContractEntry> = in_force(world, &weighed, kind).collect();
    last(world, shown.into_iter())
}

/// Whether two contracts of a claim have the same number and type.
pub(crate) fn same_contract(one: ClaimContract, other: ClaimContract) -> bool {
    one.number == other.number && one.contract_type == other.contract_type
}

/// Whether number and type are those of the claim; what one of the two does not give is not compared.
fn is_same(world: &World<'_>, contract: ClaimContract, one: &ContractEntry) -> bool {
    let books = &world.tables.codes;
    let number = |code: Code<3>| code.as_str().parse::<u16>().ok();
    let private = kind_of(world, contract) == RightKind::PrivateContract;
    // Of an insurer's own contract, type 0 gives none.
    let given = |code: &Code<3>| !private || books.contract_type(*code) != ContractType::NoType;
    let numbers = one.number.zip(contract.number);
    let types = one
        .contract_type
        .filter(given)
        .zip(contract.contract_type.filter(given));
    numbers.is_none_or(|(a, b)| a == b) && types.is_none_or(|(a, b)| number(a) == number(b))
}

/// Why the contract that decides ended, of several the one that ended last.
fn end_reason(world: &World<'_>, weighed: &Weighed<'_>, carried: Option<Code<12>>) -> Option<&'static str> {
    let Outcome::No(Absence::Ended(end)) = weighed.outcome else {
        return None;
    };
    let decides = weighed.decides()?;
    let (kind, number) = match weighed.asked {
        Asked::Contract(kind) => (kind, None),
        _ => (RightKind::PrivateContract, carried),
    };
    let ended = of_kind(world, decides, kind).filter(|one| {
        let asked_for = number.is_none() || one.number == number;
        asked_for && lasting(world, one).end() == Some(end)
    });
    let ended: Vec<&ContractEntry> = ended.collect();
    // That of the entry that is told; of several alike, one that says why.
    let told = |one: &&ContractEntry| (length(lasting(world, one)), one.number, one.status);
    let last = ended.iter().map(told).max();
    let mut ended = ended.iter().filter(|one| Some(told(one)) == last);
    ended.find_map(|one| one.end_reason).map(EndReason::as_str)
}

/// A contract in force on record: the same one, or another; and whether it ends soon.
fn on_record(
    world: &World<'_>,
    contract: ClaimContract,
    kind: RightKind,
    weighed: &Weighed<'_>,
) -> Vec<Finding> {
    let all: Vec<&ContractEntry> = in_force(world, weighed, kind).collect();
    let same: Vec<&ContractEntry> = all
        .iter()
        .copied()
        .filter(|one| is_same(world, contract, one))
        .collect();
    let tell = |found: Finding| {
        let shown = last(world, all.iter().copied());
        recorded(claimed(world, contract, found), shown).said(weighed.source)
    };
    let mut found = Vec::new();
    if same.is_empty() {
        found.push(tell(Finding::block("contract.differs", NoBasis::NotGranted)));
    } else if kind == RightKind::Css && same.iter().all(|one| one.number.is_none()) {
        let differs = organism(world, contract);
        found.extend(differs.map(|(one, shown)| match shown {
            Some(shown) => recorded(claimed(world, contract, one), Some(shown)).said(weighed.source),
            None => tell(one),
        }));
    }
    let shown = if same.is_empty() { &all } else { &same };
    found.extend(ends_soon(world, kind, weighed, shown));
    found.extend(moved_by_law(world, weighed, shown));
    found
}

/// A CSS on record without a number: which organism runs it stands in another fresh answer, or nowhere. With the contract that
/// stands there.
fn organism<'a>(
    world: &'a World<'_>,
    contract: ClaimContract,
) -> Option<(Finding, Option<&'a ContractEntry>)> {
    let reserved = matches!(
        meaning(world, contract).0,
        ContractNumber::CssFund | ContractNumber::CssOrganism
    );
    let number = contract.number.filter(|_| reserved)?;
    let shown = |one: &&&Snapshot| {
        one.source != Source::Amc
            && is_fresh(world, one)
            && reaches(world, one, world.claim.care_date)
            && shows_css(world, one, |css| css.number.is_some())
    };
    let fresh: Vec<&'a Snapshot> = world.heard.iter().filter(shown).copied().collect();
    let rank = |one: &Snapshot| (world.tables.source(one.source).strength, recency(one));
    let top = fresh.iter().map(|one| rank(one)).max();
    let mut tops = fresh.iter().copied().filter(|one| Some(rank(one)) == top);
    let numbered = |one: &'a Snapshot| -> Vec<&'a ContractEntry> {
        in_force_of(world, one, RightKind::Css)
            .filter(|css| css.number.is_some())
            .collect()
    };
    // Of equals one that names the number of the claim is enough; else the first is told.
    let own = |one: &Snapshot| shows_css(world, one, |css| css.number == Some(number));
    if tops.clone().any(own) {
        return None;
    }
    let numbered = tops.next().map(numbered).unwrap_or_default();
    if numbered.is_empty() {
        let unknown = Finding::doubt("contract.organism_unknown", DoubtBasis::Missing);
        Some((unknown, None))
    } else {
        let differs = Finding::block("contract.differs", NoBasis::NotGranted);
        Some((differs, last(world, numbered.into_iter())))
    }
}

fn ends_soon(
    world: &World<'_>,
    kind: RightKind,
    weighed: &Weighed<'_>,
    shown: &[&ContractEntry],
) -> Option<Finding> {
    let horizon = weighed.decides()?.horizon.and_then(|seen| seen.end());
    let ends: Option<Vec<Date>> = shown.iter().map(|one| lasting(world, one).end()).collect();
    let last = ends.and_then(|ends| ends.into_iter().max())?;
    let soon = last.days_since(world.claim.care_date) <= world.tables.policy.ends_soon_days;
    // An end that is the horizon of the service is no end.
    (kind == RightKind::Css && soon && horizon != Some(last)).then(|| {
        Finding::notice("contract.ends_soon")
            .day("end", last)
            .word("right", kind.as_str())
            .said(weighed.source)
    })
}

/// The care lies after the last day that was written, and before the one that the law gives.
fn moved_by_law(world: &World<'_>, weighed: &Weighed<'_>, shown: &[&ContractEntry]) -> Option<Finding> {
    let care = world.claim.care_date;
    let alike = alike(world, shown);
    // Of several alike, the one that was written to last longest: one that the law did not prolong lasts as written.
    let told = last(world, shown.iter().copied())?;
    let alike: Option<Vec<_>> = alike.into_iter().map(|one| prolonged(world, one)).collect();
    let moved = alike?.into_iter().max_by_key(|one| one.written)?;
    let shown = told;
    let found = if care <= moved.written {
        return None;
    } else if care <= moved.sure {
        Finding::notice("contract.prolonged")
    } else {
        Finding::doubt("contract.prolonged", DoubtBasis::BeyondRules)
    };
    Some(
        found
            .day("end", moved.written)
            .day("limit", moved.read)
            .code("number", shown.number)
            .code("type", shown.contract_type)
            .said(weighed.source),
    )
}

/// An insurer's own contract, which a CSS on record excludes.
fn private(world: &World<'_>, contract: ClaimContract) -> Vec<Finding> {
    let care = world.claim.care_date;
    let mut found = Vec::new();
    let css = weigh(world, Asked::Contract(RightKind::Css), care);
    match css.outcome {
        Outcome::Yes(_) => {
            let exclusive = Finding::block("contract.exclusive", NoBasis::Forbidden);
            let shown = last(world, in_force(world, &css, RightKind::Css));
            found.push(recorded(claimed(world, contract, exclusive), shown).said(css.source));
        }
        Outcome::Pending(_) => found.push(css.tell(Finding::notice("contract.pending"))),
        Outcome::Conflict => found.extend(css.common.clone()),
        // An old answer that shows a CSS counts: it may still be open.
        Outcome::Stale if css.stale_yes => found.extend(css.common.clone()),
        _ => {}
    }
    let Some(number) = contract.number else {
        return found;
    };
    let same = weigh(world, Asked::Private(Some(number)), care);
    let any = weigh(world, Asked::Private(None), care);
    let nothing = matches!(same.outcome, Outcome::Unknown | Outcome::No(Absence::NotRecorded));
    let with = |found: Finding, shown: Option<&ContractEntry>, weighed: &Weighed<'_>| {
        recorded(claimed(world, contract, found), shown).said(weighed.source)
    };
    found.extend(same.common.clone());
    if nothing && any.outcome.is_yes() {
        let changed = Finding::doubt("contract.changed", DoubtBasis::Conflict);
        let shown = last(world, in_force(world, &any, RightKind::PrivateContract));
        found.push(with(changed, shown, &any));
    } else {
        found.extend(absent(world, contract, &same));
    }
    if same.outcome.is_yes() {
        let under: Vec<&ContractEntry> = in_force(world, &same, RightKind::PrivateContract)
            .filter(|one| one.number == Some(number))
            .collect();
        let held: Vec<&ContractEntry> = under
            .iter()
            .copied()
            .filter(|one| is_same(world, contract, one))
            .collect();
        if held.is_empty() {
            let differs = Finding::block("contract.differs", NoBasis::NotGranted);
            found.push(with(differs, last(world, under.iter().copied()), &same));
        }
        let shown = if held.is_empty() { &under } else { &held };
        found.extend(moved_by_law(world, &same, shown));
    }
    found
}

/// Whether the claim, or a contract on record on the day of the care, has a type or a kind of expense that is in no table.
pub(crate) fn has_unknown_word(world: &World<'_>) -> bool {
    let care = world.claim.care_date;
    let books = &world.tables.codes;
    let unknown = |code: Option<Code<3>>| code.is_some_and(|code| !books.knows_contract_type(code));
    let spoken = world.heard.iter().filter(|one| one.source != Source::Manual);
    let mut contracts = spoken
        .flat_map(|one| {
            // An insurer speaks of its own contracts alone.
            let own = move |entry: &ContractEntry| {
                let mut private = of_kind(world, one, RightKind::PrivateContract);
                private.any(|other| other == entry)
            };
            let all = one.contracts.iter().flatten();
            all.filter(move |entry| one.source != Source::Amc || own(entry))
        })
        .filter(|one| lasting(world, one).position(care) == Position::Within);
    let unnamed = |one: &DomainRight| {
        one.period.position(care) == Position::Within && books.domain(&one.domain).categories.is_empty()
    };
    unknown(world.claim.contract.and_then(|one| one.contract_type))
        || contracts.any(|one| unknown(one.contract_type) || one.rights.iter().flatten().any(unnamed))
}

/// Whether a contract was typed by hand.
fn typed_in(world: &World<'_>) -> bool {
    let care = world.claim.care_date;
    let manual = world.heard.iter().filter(|one| one.source == Source::Manual);
    let mut contracts = manual.flat_map(|one| one.contracts.iter().flatten());
    contracts.any(|one| lasting(world, one).position(care) == Position::Within)
}
