//! The parts that claims and snapshots share: single values, periods, persons and schemes.

use crate::error::{Fault, InputError};
use crate::given::{Given, Text};
use crate::place::At;
use crate::wire::{PersonWire, SchemeWire};
use core::str::FromStr;
use tierspayant_core::model::{BirthRank, Date, Period, Person, Scheme};

/// A text field, read as its type.
pub(crate) fn parsed<T>(text: Text<'_>, at: &At<'_>) -> Result<Option<T>, InputError>
where
    T: FromStr,
    Fault: From<T::Err>,
{
    text.optional(at)?.map(|text| parse(&text, at)).transpose()
}

/// A text, read as its type.
pub(super) fn parse<T>(text: &str, at: &At<'_>) -> Result<T, InputError>
where
    T: FromStr,
    Fault: From<T::Err>,
{
    text.parse().map_err(|fault: T::Err| InputError::new(at, fault))
}

/// A text field that must be there, read as its type.
pub(super) fn required<T>(text: Text<'_>, at: &At<'_>) -> Result<T, InputError>
where
    T: FromStr,
    Fault: From<T::Err>,
{
    parsed(text, at)?.ok_or_else(|| InputError::new(at, Fault::Missing))
}

/// A text that is kept as written: an id or a name, which may be shown on a terminal.
pub(crate) fn kept(text: Text<'_>, at: &At<'_>) -> Result<Option<Box<str>>, InputError> {
    match text.optional(at)? {
        None => Ok(None),
        Some(text) if text.is_empty() || text.len() > 200 || text.chars().any(char::is_control) => {
            Err(InputError::new(at, Fault::Text))
        }
        Some(text) => Ok(Some(text.into())),
    }
}

/// The period between the fields `start` and `end` of the object at this place.
pub(super) fn period(start: Text<'_>, end: Text<'_>, at: &At<'_>) -> Result<Period, InputError> {
    bounded(start, &at.field("start"), end, &at.field("end"))
}

/// The period between two fields; a period that ends before it starts is a fault of its end.
pub(super) fn bounded(
    start: Text<'_>,
    start_at: &At<'_>,
    end: Text<'_>,
    end_at: &At<'_>,
) -> Result<Period, InputError> {
    let start: Option<Date> = parsed(start, start_at)?;
    Period::new(start, parsed(end, end_at)?).map_err(|fault| InputError::new(end_at, fault))
}

pub(super) fn person(wire: Given<PersonWire<'_>>, at: &At<'_>) -> Result<Person, InputError> {
    let wire = wire.optional(at)?.unwrap_or_default();
    let rank_at = at.field("birth_rank");
    let birth_rank = match wire.birth_rank.optional(&rank_at)? {
        None => None,
        Some(rank) => Some(BirthRank::new(rank).map_err(|fault| InputError::new(&rank_at, fault))?),
    };
    Ok(Person {
        id: parsed(wire.id, &at.field("id"))?,
        birth_date: parsed(wire.birth_date, &at.field("birth_date"))?,
        birth_rank,
        nir: parsed(wire.nir, &at.field("nir"))?,
    })
}

pub(super) fn scheme(wire: Given<SchemeWire<'_>>, at: &At<'_>) -> Result<Scheme, InputError> {
    let wire = wire.optional(at)?.unwrap_or_default();
    Ok(Scheme {
        regime: parsed(wire.regime, &at.field("regime"))?,
        fund: parsed(wire.fund, &at.field("fund"))?,
        centre: parsed(wire.centre, &at.field("centre"))?,
    })
}
