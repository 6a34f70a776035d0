//! The snapshots.

use super::field::{bounded, parsed, period, person, required, scheme};
use crate::error::InputError;
use crate::given::{Given, List, Shape};
use crate::place::At;
use crate::wire::{
    AccidentWire, ContractWire, CoverageCodeWire, ExemptionWire, HorizonWire, MaternityWire, PeriodWire,
    ServiceWire, SnapshotWire,
};
use tierspayant_core::model::{
    AccidentEntry, ContractEntry, CoverageCode, ExemptionEntry, MaternityEntry, Period, ServiceEntry,
    Snapshot,
};

pub(crate) fn snapshots(
    wires: Vec<Given<SnapshotWire<'_>>>,
    at: &At<'_>,
) -> Result<Vec<Snapshot>, InputError> {
    each(wires, at, snapshot)
}

/// Every item of a list, read with its own place.
fn each<'de, W: Shape<'de>, T>(
    wires: Vec<Given<W>>,
    at: &At<'_>,
    read: impl Fn(W, &At<'_>) -> Result<T, InputError>,
) -> Result<Vec<T>, InputError> {
    let mut items = Vec::with_capacity(wires.len());
    for (index, wire) in wires.into_iter().enumerate() {
        let at = at.index(index);
        items.push(read(wire.item(&at)?, &at)?);
    }
    Ok(items)
}

/// A list that was part of the answer, or `None` when it was not.
fn entries<'de, W: Shape<'de>, T>(
    list: List<W>,
    at: &At<'_>,
    read: impl Fn(W, &At<'_>) -> Result<T, InputError>,
) -> Result<Option<Vec<T>>, InputError> {
    match list.optional(at)? {
        None => Ok(None),
        Some(wires) => each(wires, at, read).map(Some),
    }
}

pub(crate) fn snapshot(wire: SnapshotWire<'_>, at: &At<'_>) -> Result<Snapshot, InputError> {
    Ok(Snapshot {
        source: required(wire.source, &at.field("source"))?,
        observed_at: parsed(wire.observed_at, &at.field("observed_at"))?,
        updated_on: parsed(wire.updated_on, &at.field("updated_on"))?,
        horizon: horizon(wire.horizon, &at.field("horizon"))?,
        person: person(wire.person, &at.field("person"))?,
        scheme: scheme(wire.scheme, &at.field("scheme"))?,
        coverage: entries(wire.coverage, &at.field("coverage"), coverage)?,
        codes: entries(wire.codes, &at.field("codes"), coverage_code)?,
        exemptions: entries(wire.exemptions, &at.field("exemptions"), exemption)?,
        maternity: maternity(wire.maternity, &at.field("maternity"))?,
        accidents: entries(wire.accidents, &at.field("accidents"), accident)?,
        contracts: entries(wire.contracts, &at.field("contracts"), contract)?,
        services: entries(wire.services, &at.field("services"), service)?,
    })
}

fn horizon(wire: Given<HorizonWire<'_>>, at: &At<'_>) -> Result<Option<Period>, InputError> {
    match wire.optional(at)? {
        None => Ok(None),
        Some(wire) => bounded(wire.from, &at.field("from"), wire.to, &at.field("to")).map(Some),
    }
}

fn coverage(wire: PeriodWire<'_>, at: &At<'_>) -> Result<Period, InputError> {
    period(wire.start, wire.end, at)
}

fn coverage_code(wire: CoverageCodeWire<'_>, at: &At<'_>) -> Result<CoverageCode, InputError> {
    Ok(CoverageCode {
        period: period(wire.start, wire.end, at)?,
        ald: parsed(wire.ald, &at.field("ald"))?,
        situation: parsed(wire.situation, &at.field("situation"))?,
    })
}

fn exemption(wire: ExemptionWire<'_>, at: &At<'_>) -> Result<ExemptionEntry, InputError> {
    Ok(ExemptionEntry {
        vocabulary: required(wire.vocabulary, &at.field("vocabulary"))?,
        code: required(wire.code, &at.field("code"))?,
        period: period(wire.start, wire.end, at)?,
        status: parsed(wire.status, &at.field("status"))?,
    })
}

/// A maternity record; without any bound it has no period of the fund.
fn maternity(wire: Given<MaternityWire<'_>>, at: &At<'_>) -> Result<Option<MaternityEntry>, InputError> {
    let Some(wire) = wire.optional(at)? else {
        return Ok(None);
    };
    let period = period(wire.start, wire.end, at)?;
    Ok(Some(MaternityEntry {
        period: Some(period).filter(|p| *p != Period::ALWAYS),
        presumed_start: parsed(wire.presumed_start, &at.field("presumed_start"))?,
        presumed_delivery: parsed(wire.presumed_delivery, &at.field("presumed_delivery"))?,
        delivery: parsed(wire.delivery, &at.field("delivery"))?,
        status: parsed(wire.status, &at.field("status"))?,
    }))
}

fn accident(wire: AccidentWire<'_>, at: &At<'_>) -> Result<AccidentEntry, InputError> {
    Ok(AccidentEntry {
        number: parsed(wire.number, &at.field("number"))?,
        date: parsed(wire.date, &at.field("date"))?,
        period: period(wire.start, wire.end, at)?,
        status: parsed(wire.status, &at.field("status"))?,
    })
}

fn contract(wire: ContractWire<'_>, at: &At<'_>) -> Result<ContractEntry, InputError> {
    Ok(ContractEntry {
        number: parsed(wire.number, &at.field("number"))?,
        contract_type: parsed(wire.contract_type, &at.field("type"))?,
        service: parsed(wire.service, &at.field("service"))?,
        indicator: parsed(wire.indicator, &at.field("indicator"))?,
        participation: wire.participation.optional(&at.field("participation"))?,
        period: period(wire.start, wire.end, at)?,
        status: parsed(wire.status, &at.field("status"))?,
    })
}

fn service(wire: ServiceWire<'_>, at: &At<'_>) -> Result<ServiceEntry, InputError> {
    Ok(ServiceEntry {
        code: required(wire.code, &at.field("code"))?,
        period: period(wire.start, wire.end, at)?,
    })
}
