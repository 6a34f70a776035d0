//! The table of snapshots.

use super::build::{Builder, KeyColumns};
use super::head::{Head, List, Lists};
use crate::column::{Counts, WordSets};
use crate::error::{BatchError, CellFault};
use crate::frame::{ColumnFault, Frame, at};
use crate::person::PersonColumns;
use tierspayant::core::model::{Digits, Period, Scheme};
use tierspayant::format::Fault;

/// Reads the rows of one batch.
pub(super) fn read(builder: &mut Builder, frame: &Frame<'_>, first: usize) -> Result<(), BatchError> {
    let mut keys = KeyColumns::new(frame);
    let mut updated = frame.days("updated_on");
    let mut from = frame.days("horizon_from");
    let mut to = frame.days("horizon_to");
    let mut person_columns = PersonColumns::new(frame, "person_id", Counts::new(frame.column("birth_rank")));
    let mut regime = frame.parsed("regime");
    let mut fund = frame.parsed("fund");
    let mut centre = frame.parsed("centre");
    let lists = WordSets::new(frame.column("lists"));
    let says_id = frame.column("person_id").is_some();
    for row in 0..frame.rows() {
        let person = builder.person("snapshots", &keys, row, first)?;
        let head = (|| -> Result<_, ColumnFault> {
            let spoken = builder.spoken(&mut keys, row)?;
            let (source, observed) = builder.said_by(&mut keys, row)?;
            let horizon = (at("horizon_from", from.get(row))?, at("horizon_to", to.get(row))?);
            let horizon = match horizon {
                (None, None) => None,
                (from, to) => Some(at("horizon_to", Period::new(from, to).map_err(Fault::from))?),
            };
            let mut said = Lists::default();
            lists.each(row, |word| {
                let list: List = at("lists", word.parse().map_err(Fault::from))?;
                said = said.with(list);
                Ok(())
            })?;
            let key = builder.people.get(person);
            let stated = person_columns.get(row, (!says_id).then_some(key))?;
            let only_the_key = stated.id.as_ref().is_some_and(|id| id.as_str() == key)
                && stated.birth_date.is_none()
                && stated.birth_rank.is_none()
                && stated.nir.is_none();
            let head = Head {
                source,
                observed,
                updated: at("updated_on", updated.get(row))?,
                horizon,
                scheme: Scheme {
                    regime: at("regime", regime.get(row))?.map(|Digits(code)| code),
                    fund: at("fund", fund.get(row))?.map(|Digits(code)| code),
                    centre: at("centre", centre.get(row))?,
                },
                stated: (!only_the_key).then(|| Box::new(stated)),
                lists: said,
            };
            Ok((spoken, head))
        })();
        let done = head.and_then(|(spoken, head)| {
            let known = builder.known.get(&(person, spoken));
            let known = known.and_then(|number| builder.heads.get(usize::try_from(*number).ok()?));
            match known {
                Some((_, before)) if *before == head => Ok(()),
                Some(_) => Err(("snapshot", CellFault::SnapshotTwice)),
                None => builder.add_head(person, spoken, head).map(|_| ()),
            }
        });
        if let Err(fault) = done {
            builder.fault(person, "snapshots", first.saturating_add(row), fault);
        }
    }
    Ok(())
}
