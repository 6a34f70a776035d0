//! An insurer's own contract, line by line: what it leaves out, and what its answer tells of kinds of expense.

use crate::code;
use crate::contract::{alike, in_force, kind_of};
use crate::finding::Finding;
use crate::record::{Entry, entry, length};
use crate::said::Asked;
use crate::traits::Traits as _;
use crate::weigh::weigh;
use crate::world::World;
use tierspayant_core::model::{
    ContractEntry, Date, DomainRight, Line, Position, Setting, Share, Source, Status,
};
use tierspayant_core::tables::{ClaimedGround, RightKind};
use tierspayant_core::verdict::{DoubtBasis, NoBasis};

/// Drugs at 15 %, cures at a spa and care outside the path, in part or whole, may be nothing that an insurer's own contract pays.
pub(crate) fn left_out(world: &World<'_>, line: &Line) -> Option<Finding> {
    let one = line.first_of(&["rate_15", "outside_care_path", "spa_cure"])?;
    let contract = world.claim.contract?;
    let private = kind_of(world, contract) == RightKind::PrivateContract;
    let plain = world.codes_exempt();
    let code = line.exemption.and_then(|code| code::claimed(world, code));
    // A drug that keeps its own rate leaves a share under a code as well.
    let kept = [ClaimedGround::ExemptPerson, ClaimedGround::Particular];
    let own_rate = one == "rate_15" && code.is_some_and(|code| kept.contains(&code));
    let due = plain && (code == Some(ClaimedGround::NoExemption) || own_rate);
    let birth = world.birth_of_claim();
    let young = birth.and_then(|birth| birth.is_aged(&(i32::MIN..=15), world.claim.care_date)) == Some(true);
    let spared = one == "outside_care_path" && young;
    let told = private && due && world.asks(Share::Amc) && !spared;
    let found = Finding::doubt("contract.may_not_pay", DoubtBasis::Missing).on(Share::Amc);
    told.then(|| found.word("trait", one))
}

/// The rights by kind of expense that the insurer itself tells of the contract that decides.
pub(crate) fn of_line(world: &World<'_>, line: &Line) -> Option<Finding> {
    let number = world
        .claim
        .contract
        .filter(|one| kind_of(world, *one) == RightKind::PrivateContract)?;
    let weighed = weigh(world, Asked::Private(Some(number.number?)), world.claim.care_date);
    weighed.decides().filter(|one| one.source == Source::Amc)?;
    let under =
        in_force(world, &weighed, RightKind::PrivateContract).filter(|one| one.number == number.number);
    let under: Vec<&ContractEntry> = under.collect();
    let told = alike(world, &under);
    let rights = told.into_iter().find_map(|one| one.rights.as_ref())?;
    let unknown = Finding::doubt("contract.domain_unknown", DoubtBasis::Missing).on(Share::Amc);
    let Some(category) = line.category else {
        return Some(unknown.said(weighed.source));
    };
    let care = world.claim.care_date;
    let books = &world.tables.codes;
    let who = world.claim.setting.unwrap_or(Setting::Pharmacy);
    let held: Vec<&DomainRight> = rights
        .iter()
        .filter(|one| {
            let kind = books.domain(&one.domain);
            // A profession that has a kind of expense of its own is held by that one alone.
            let own = books.domains.iter().any(|(_, row)| row.settings.holds(who));
            let kept = !kind.settings.is_empty() && !kind.settings.holds(who);
            kind.categories.holds(category) && !(own && kept)
        })
        .collect();
    if held.is_empty() {
        return Some(unknown.said(weighed.source));
    }
    let decides = weighed.decides()?;
    let entries: Vec<Entry> = held
        .iter()
        .map(|one| entry(decides, one.period, one.status, care))
        .collect();
    let closed = |found: Finding| Some(found.on(Share::Amc).said(decides));
    if entries.iter().any(|one| matches!(one, Entry::InForce(_))) {
        // Another of them is suspended or refused on that day.
        let twins = held.iter().filter(|one| {
            let stopped = matches!(one.status, Some(Status::Suspended | Status::Refused));
            stopped && one.period.position(care) == Position::Within
        });
        let Some(twin) = twins.max_by_key(|one| length(one.period)) else {
            // What is closed under a word of no table may be this kind of expense.
            let unnamed = rights.iter().any(|one| {
                let stopped = matches!(one.status, Some(Status::Suspended | Status::Refused));
                let here = one.period.position(care) == Position::Within;
                stopped && here && books.domain(&one.domain).categories.is_empty()
            });
            return unnamed.then(|| unknown.said(weighed.source));
        };
        let conflict = Finding::doubt("contract.domain_closed", DoubtBasis::Conflict);
        closed(conflict.status(twin.status).day("end", twin.period.end()))
    } else if entries.iter().any(|one| matches!(one, Entry::Pending(_))) {
        closed(Finding::doubt("contract.domain_closed", DoubtBasis::Pending))
    } else {
        let ends: Option<Vec<Date>> = held.iter().map(|one| one.period.end()).collect();
        let end = ends.and_then(|ends| ends.into_iter().max());
        closed(Finding::block("contract.domain_closed", NoBasis::NotGranted).day("end", end))
    }
}
