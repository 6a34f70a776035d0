//! Single fields of structs, read as their types.
#![expect(unsafe_code, reason = "views are read through pointers of the caller")]

use crate::arg;
use crate::error::Failure;
use crate::text::tp_str;
use facade::core::model::{BirthRank, Digits, Period, Person, Scheme};
use std::fmt::Display;
use std::str::FromStr;

/// A text read as its type; nothing when it is empty.
///
/// # Safety
///
/// As for [`arg::text`].
pub(super) unsafe fn parsed<T: FromStr<Err: Display>>(
    text: tp_str,
    name: &'static str,
) -> Result<Option<T>, Failure> {
    // SAFETY: the caller's promise.
    let text = unsafe { arg::text(text, name) }?;
    let read = |text: &str| text.parse().map_err(|why: T::Err| Failure::refused(name, &why));
    text.map(read).transpose()
}

/// A text that must be there, read as its type.
///
/// # Safety
///
/// As for [`arg::text`].
pub(super) unsafe fn required<T: FromStr<Err: Display>>(
    text: tp_str,
    name: &'static str,
) -> Result<T, Failure> {
    // SAFETY: the caller's promise.
    unsafe { parsed(text, name) }?.ok_or_else(|| Failure::missing(name))
}

/// A text that is kept as written, under the rule that JSON has for it.
///
/// # Safety
///
/// As for [`arg::text`].
pub(super) unsafe fn kept(text: tp_str, name: &'static str) -> Result<Option<Box<str>>, Failure> {
    // SAFETY: the caller's promise.
    let text = unsafe { arg::text(text, name) }?;
    text.map(|text| facade::core::model::checked_text(text).map_err(|why| Failure::refused(name, &why)))
        .transpose()
}

/// The period between two days, each open when 0.
pub(super) fn period(
    (start, start_name): (i32, &'static str),
    (end, end_name): (i32, &'static str),
) -> Result<Period, Failure> {
    let start = arg::day(start, start_name)?;
    Period::new(start, arg::day(end, end_name)?).map_err(|why| Failure::refused(end_name, &why))
}

/// The identity of a person.
///
/// # Safety
///
/// As for [`arg::text`].
pub(super) unsafe fn person(
    id: tp_str,
    birth_date: tp_str,
    birth_rank: i32,
    nir: tp_str,
) -> Result<Person, Failure> {
    let rank = match birth_rank {
        0 => None,
        rank => {
            let rank = u64::try_from(rank).map_err(|_| Failure::value("birth_rank"))?;
            Some(BirthRank::new(rank).map_err(|why| Failure::refused("birth_rank", &why))?)
        }
    };
    // SAFETY: the caller's promise.
    unsafe {
        Ok(Person {
            id: parsed(id, "person_id")?,
            birth_date: parsed(birth_date, "birth_date")?,
            birth_rank: rank,
            nir: parsed(nir, "nir")?,
        })
    }
}

/// A scheme.
///
/// # Safety
///
/// As for [`arg::text`].
pub(super) unsafe fn scheme(regime: tp_str, fund: tp_str, centre: tp_str) -> Result<Scheme, Failure> {
    // SAFETY: the caller's promise.
    unsafe {
        Ok(Scheme {
            regime: parsed(regime, "regime")?.map(|Digits(code)| code),
            fund: parsed(fund, "fund")?.map(|Digits(code)| code),
            centre: parsed(centre, "centre")?,
        })
    }
}
