//! The tables of what snapshots say.

use super::build::{Builder, KeyColumns};
use crate::column::{Days, Flags, WordSets};
use crate::error::{BatchError, CellFault};
use crate::frame::{ColumnFault, Frame, at};
use tierspayant::core::model::{
    AccidentEntry, ContractEntry, CoverageCode, Date, DomainRight, ExemptionEntry, MaternityEntry, Period,
    Status, checked_text,
};
use tierspayant::format::Fault;

struct Periods<'a> {
    start: Days<'a>,
    end: Days<'a>,
}

impl<'a> Periods<'a> {
    fn new(frame: &'a Frame<'_>) -> Self {
        Periods {
            start: frame.days("start"),
            end: frame.days("end"),
        }
    }

    fn get(&mut self, row: usize) -> Result<Period, ColumnFault> {
        let start = at("start", self.start.get(row))?;
        let end = at("end", self.end.get(row))?;
        at("end", Period::new(start, end).map_err(Fault::from))
    }
}

/// A value that a table requires.
fn required<T>(column: &'static str, value: Option<T>) -> Result<T, ColumnFault> {
    value.ok_or_else(|| (column, Fault::Missing.into()))
}

/// Reads every row of a batch; what is wrong with a row is noted for its person.
fn rows<T>(
    builder: &mut Builder,
    frame: &Frame<'_>,
    (table, first): (&'static str, usize),
    mut entry: impl FnMut(usize) -> Result<T, ColumnFault>,
    mut add: impl FnMut(&mut Builder, u32, T) -> Result<(), ColumnFault>,
) -> Result<(), BatchError> {
    let mut keys = KeyColumns::new(frame);
    for row in 0..frame.rows() {
        let person = builder.person(table, &keys, row, first)?;
        let done = (|| {
            let spoken = builder.spoken(&mut keys, row)?;
            let snapshot = builder.snapshot(person, spoken)?;
            add(builder, snapshot, entry(row)?)
        })();
        if let Err(fault) = done {
            builder.fault(person, table, first.saturating_add(row), fault);
        }
    }
    Ok(())
}

pub(super) fn coverage(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut periods = Periods::new(frame);
    let add = |builder: &mut Builder, snapshot, entry| {
        builder.coverage.push((snapshot, entry));
        Ok(())
    };
    rows(builder, frame, ("coverage", first), |row| periods.get(row), add)
}

pub(super) fn codes(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut periods = Periods::new(frame);
    let (mut ald, mut situation) = (frame.parsed("ald"), frame.parsed("situation"));
    let entry = |row| {
        Ok(CoverageCode {
            period: periods.get(row)?,
            ald: at("ald", ald.get(row))?,
            situation: at("situation", situation.get(row))?,
        })
    };
    let add = |builder: &mut Builder, snapshot, entry| {
        builder.codes.push((snapshot, entry));
        Ok(())
    };
    rows(builder, frame, ("codes", first), entry, add)
}

pub(super) fn exemptions(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut periods = Periods::new(frame);
    let (mut vocabulary, mut code) = (frame.parsed("vocabulary"), frame.parsed("code"));
    let mut status = frame.parsed("status");
    let entry = |row| {
        Ok(ExemptionEntry {
            vocabulary: required("vocabulary", at("vocabulary", vocabulary.get(row))?)?,
            code: required("code", at("code", code.get(row))?)?,
            period: periods.get(row)?,
            status: at("status", status.get(row))?,
        })
    };
    let add = |builder: &mut Builder, snapshot, entry| {
        builder.exemptions.push((snapshot, entry));
        Ok(())
    };
    rows(builder, frame, ("exemptions", first), entry, add)
}

pub(super) fn maternity(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut periods = Periods::new(frame);
    let mut presumed_start = frame.days("presumed_start");
    let mut presumed_delivery = frame.days("presumed_delivery");
    let mut delivery = frame.days("delivery");
    let mut status = frame.parsed("status");
    let entry = |row| {
        Ok(MaternityEntry {
            period: Some(periods.get(row)?).filter(|period| *period != Period::ALWAYS),
            presumed_start: at("presumed_start", presumed_start.get(row))?,
            presumed_delivery: at("presumed_delivery", presumed_delivery.get(row))?,
            delivery: at("delivery", delivery.get(row))?,
            status: at("status", status.get(row))?,
        })
    };
    let add = |builder: &mut Builder, snapshot, entry| {
        if !builder.with_maternity.insert(snapshot) {
            return Err(("snapshot", CellFault::SecondMaternity));
        }
        builder.maternity.push((snapshot, entry));
        Ok(())
    };
    rows(builder, frame, ("maternity", first), entry, add)
}

pub(super) fn accidents(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut periods = Periods::new(frame);
    let (mut number, mut date) = (frame.parsed("number"), frame.days("date"));
    let mut status = frame.parsed("status");
    let entry = |row| {
        Ok(AccidentEntry {
            number: at("number", number.get(row))?,
            date: at("date", date.get(row))?,
            period: periods.get(row)?,
            status: at("status", status.get(row))?,
        })
    };
    let add = |builder: &mut Builder, snapshot, entry| {
        builder.accidents.push((snapshot, entry));
        Ok(())
    };
    rows(builder, frame, ("accidents", first), entry, add)
}

pub(super) fn contracts(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut periods = Periods::new(frame);
    let (mut number, mut contract_type) = (frame.parsed("number"), frame.parsed("type"));
    let (mut service, mut indicator) = (frame.parsed("service"), frame.parsed("indicator"));
    let participation = Flags::new(frame.column("participation"));
    let (mut status, mut end_reason) = (frame.parsed("status"), frame.parsed("end_reason"));
    let rights = WordSets::new(frame.column("rights"));
    let entry = |row| {
        Ok(ContractEntry {
            number: at("number", number.get(row))?,
            contract_type: at("type", contract_type.get(row))?,
            service: at("service", service.get(row))?,
            indicator: at("indicator", indicator.get(row))?,
            participation: participation.get(row),
            period: periods.get(row)?,
            status: at("status", status.get(row))?,
            end_reason: at("end_reason", end_reason.get(row))?,
            rights: domain_rights(&rights, row)?,
        })
    };
    let add = |builder: &mut Builder, snapshot, entry| {
        builder.contracts.push((snapshot, entry));
        Ok(())
    };
    rows(builder, frame, ("contracts", first), entry, add)
}

/// Rights by kind of expense, each written `domain/start/end/status`; what is not said is left empty.
fn domain_rights(rights: &WordSets<'_>, row: usize) -> Result<Option<Vec<DomainRight>>, ColumnFault> {
    let refused = |fault: Fault| ("rights", CellFault::from(fault));
    let mut all = Vec::new();
    let said = rights.each(row, |word| {
        let mut parts = word.rsplitn(4, '/');
        let mut next = || parts.next().unwrap_or_default();
        let (status, end, start, domain) = (next(), next(), next(), next());
        let day = |text: &str| {
            let day = Some(text).filter(|text| !text.is_empty());
            day.map(str::parse::<Date>)
                .transpose()
                .map_err(|fault| refused(fault.into()))
        };
        let status = Some(status).filter(|text| !text.is_empty());
        let status = status.map(str::parse::<Status>).transpose();
        all.push(DomainRight {
            domain: checked_text(domain).map_err(refused)?,
            period: Period::new(day(start)?, day(end)?).map_err(|fault| refused(fault.into()))?,
            status: status.map_err(|fault| refused(fault.into()))?,
        });
        Ok(())
    })?;
    Ok(said.then_some(all))
}
