//! The claim.

use super::field::{kept, parse, parsed, period, person, required, scheme};
use crate::error::{Fault, InputError};
use crate::given::{Given, List};
use crate::limits::Limits;
use crate::place::At;
use crate::wire::{AccidentRefWire, ClaimContractWire, ClaimWire, LineWire};
use std::borrow::Cow;
use std::collections::BTreeMap;
use tierspayant_core::model::{
    AccidentRef, Claim, ClaimContract, Line, Relation, Share, ShareSet, Trait, Traits,
};

pub(crate) fn claim(wire: ClaimWire<'_>, at: &At<'_>, limits: &Limits) -> Result<Claim, InputError> {
    let contract = contract(wire.contract, &at.field("contract"))?;
    Ok(Claim {
        id: kept(wire.id, &at.field("id"))?,
        setting: kept(wire.setting, &at.field("setting"))?,
        care_date: required(wire.care_date, &at.field("care_date"))?,
        prescription_date: parsed(wire.prescription_date, &at.field("prescription_date"))?,
        transmission_date: parsed(wire.transmission_date, &at.field("transmission_date"))?,
        person: person(wire.person, &at.field("person"))?,
        scheme: scheme(wire.scheme, &at.field("scheme"))?,
        card: parsed(wire.card, &at.field("card"))?,
        nature: parsed(wire.nature, &at.field("nature"))?,
        accident: accident(wire.accident, &at.field("accident"))?,
        third_party: third_party(wire.third_party, contract.is_some(), &at.field("third_party"))?,
        contract,
        lines: lines(wire.lines, &at.field("lines"), limits)?,
    })
}

fn accident(wire: Given<AccidentRefWire<'_>>, at: &At<'_>) -> Result<Option<AccidentRef>, InputError> {
    let Some(wire) = wire.optional(at)? else {
        return Ok(None);
    };
    Ok(Some(AccidentRef {
        number: parsed(wire.number, &at.field("number"))?,
        date: parsed(wire.date, &at.field("date"))?,
    }))
}

fn contract(wire: Given<ClaimContractWire<'_>>, at: &At<'_>) -> Result<Option<ClaimContract>, InputError> {
    let Some(wire) = wire.optional(at)? else {
        return Ok(None);
    };
    let period = period(wire.start, wire.end, at)?;
    Ok(Some(ClaimContract {
        number: parsed(wire.number, &at.field("number"))?,
        contract_type: parsed(wire.contract_type, &at.field("type"))?,
        service: parsed(wire.service, &at.field("service"))?,
        indicator: parsed(wire.indicator, &at.field("indicator"))?,
        start: period.start(),
        end: period.end(),
    }))
}

/// The shares that ask for tiers payant; where the claim does not say, every share that it could carry.
fn third_party(words: List<Cow<'_, str>>, has_contract: bool, at: &At<'_>) -> Result<ShareSet, InputError> {
    let Some(words) = words.optional(at)? else {
        return Ok(if has_contract {
            ShareSet::Both
        } else {
            ShareSet::Amo
        });
    };
    let mut set = None;
    for (index, word) in words.into_iter().enumerate() {
        let at = at.index(index);
        let share = parse(&word.item(&at)?, &at)?;
        set = Some(match (set, share) {
            (None, Share::Amo) => ShareSet::Amo,
            (None, Share::Amc) => ShareSet::Amc,
            (Some(ShareSet::Amo), Share::Amc) | (Some(ShareSet::Amc), Share::Amo) => ShareSet::Both,
            (Some(_), _) => return Err(InputError::new(&at, Fault::DuplicateShare)),
        });
    }
    set.ok_or_else(|| InputError::new(at, Fault::EmptyList))
}

fn lines(wire: List<LineWire<'_>>, at: &At<'_>, limits: &Limits) -> Result<Vec<Line>, InputError> {
    let wires = wire.required(at)?;
    if wires.is_empty() {
        return Err(InputError::new(at, Fault::EmptyList));
    }
    let limit = limits.most_lines();
    if wires.len() > limit {
        return Err(InputError::new(at, Fault::LongList { limit }));
    }
    let mut lines = Vec::with_capacity(wires.len());
    for (index, wire) in wires.into_iter().enumerate() {
        let at = at.index(index);
        lines.push(line(wire.item(&at)?, &at)?);
    }
    let mut seen = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(first) = seen.insert(&*line.id, index) {
            return Err(InputError::new(
                &at.index(index).field("id"),
                Fault::DuplicateId { first },
            ));
        }
    }
    Ok(lines)
}

fn line(wire: LineWire<'_>, at: &At<'_>) -> Result<Line, InputError> {
    let id_at = at.field("id");
    Ok(Line {
        id: kept(wire.id, &id_at)?.ok_or_else(|| InputError::new(&id_at, Fault::Missing))?,
        category: parsed(wire.category, &at.field("category"))?,
        exemption: parsed(wire.exemption, &at.field("exemption"))?,
        relation: parsed(wire.relation, &at.field("relation"))?.unwrap_or(Relation::Unknown),
        origin: parsed(wire.origin, &at.field("origin"))?,
        amount_cents: wire.amount_cents.optional(&at.field("amount_cents"))?,
        traits: traits(wire.traits, &at.field("traits"))?,
    })
}

/// The traits of a line. The list of words is open: one that is not known is noted, not refused.
fn traits(words: List<Cow<'_, str>>, at: &At<'_>) -> Result<Traits, InputError> {
    let mut traits = Traits::default();
    for (index, word) in words.optional(at)?.unwrap_or_default().into_iter().enumerate() {
        match word.item(&at.index(index))?.parse::<Trait>() {
            Ok(known) => traits.insert(known),
            Err(_) => traits.insert_unknown(),
        }
    }
    Ok(traits)
}
