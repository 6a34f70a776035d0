//! A group whose fields are taken by number.

use std::str::FromStr;

use tierspayant_core::model::{Date, Period};

use super::error::{CardPlace, CardProblem};
use super::frame::Group;
use super::layout;
use crate::date;
use crate::error::ReadError;
use crate::outcome::{Report, Why};
use crate::text;

/// A group whose fields are taken by number; what nobody took can then be listed.
pub(crate) struct Fields<'a> {
    group: &'a Group<'a>,
    taken: Vec<bool>,
}

impl<'a> Fields<'a> {
    /// The fields of a group.
    pub(crate) fn of(group: &'a Group<'a>) -> Self {
        Fields {
            group,
            taken: vec![false; group.fields.len()],
        }
    }

    /// The place of a field.
    pub(crate) fn place(&self, number: usize) -> CardPlace {
        CardPlace::group(self.group.at, self.group.id).field(number)
    }

    /// Takes a field, counted from one, without its padding; a missing or blank one is nothing.
    pub(crate) fn text(&mut self, number: usize) -> Option<String> {
        let index = number.checked_sub(1)?;
        let field = self.group.fields.get(index)?;
        if let Some(taken) = self.taken.get_mut(index) {
            *taken = true;
        }
        Some(text::field_text(field.raw)).filter(|text| !text.is_empty())
    }

    /// Takes a field and parses it; one that does not fit its type is listed.
    pub(crate) fn parsed<T: FromStr>(&mut self, number: usize, report: &mut Report) -> Option<T> {
        let parsed = self.text(number)?.parse().ok();
        if parsed.is_none() {
            report.unused(self.place(number).to_string(), Why::WrongKind);
        }
        parsed
    }

    /// Takes a field as [`Fields::parsed`] does, where zeros mean that there is no value.
    pub(crate) fn parsed_not_zeros<T: FromStr>(&mut self, number: usize, report: &mut Report) -> Option<T> {
        if self.text(number).is_some_and(|text| text::is_zeros(&text)) {
            return None;
        }
        self.parsed(number, report)
    }

    /// Takes a period by the numbers of its two fields. One that ends before it starts is listed and gives nothing.
    pub(crate) fn period(
        &mut self,
        start: usize,
        end: usize,
        report: &mut Report,
    ) -> Result<Option<Period>, ReadError> {
        let first = self.dated(start, date::start)?;
        let last = self.dated(end, date::end)?;
        let period = Period::new(first, last).ok();
        if period.is_none() {
            report.unused(self.place(end).to_string(), Why::EndsBeforeStart);
        }
        Ok(period)
    }

    /// Takes a field that a function reads as a date.
    fn dated(
        &mut self,
        number: usize,
        read: impl Fn(&str) -> Result<Option<Date>, date::NotADate>,
    ) -> Result<Option<Date>, ReadError> {
        let text = self.text(number).unwrap_or_default();
        read(&text).map_err(|_| ReadError::Card {
            place: self.place(number),
            problem: CardProblem::NotADate,
        })
    }

    /// Lists the fields that nobody took.
    pub(crate) fn finish(self, why: impl Fn(usize) -> Why, report: &mut Report) {
        let group = self.group;
        for (index, field) in group.fields.iter().enumerate() {
            if self.taken.get(index).copied().unwrap_or(false) {
                continue;
            }
            let number = index + 1;
            let why = if text::field_text(field.raw).is_empty() {
                Why::Empty
            } else if layout::field_name(group.id, number).is_none() {
                Why::Unknown
            } else {
                why(number)
            };
            report.unused(self.place(number).to_string(), why);
        }
        if group.fields.is_empty() {
            report.unused(CardPlace::group(group.at, group.id).to_string(), Why::Empty);
        }
    }
}
