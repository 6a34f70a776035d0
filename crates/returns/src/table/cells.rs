//! One cell: days and amounts as French software writes them.

use crate::model::LARGEST_AMOUNT;
use tierspayant_core::model::Date;

/// A day: `20/11/2026`, `20-11-2026`, `20.11.2026`, `20/11/26`, `2026-11-20`, with or without a time after it.
pub(super) fn day(cell: &str) -> Option<Date> {
    let cell = cell.split([' ', 'T']).next()?;
    if let Ok(day) = cell.parse() {
        return Some(day);
    }
    let mut parts = cell.split(['/', '-', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits =
        |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || ![day, month, year].into_iter().all(digits) {
        return None;
    }
    let year = match year.len() {
        2 => format!("20{year}"),
        4 => year.to_owned(),
        _ => return None,
    };
    format!("{year}-{month:0>2}-{day:0>2}").parse().ok()
}

/// An amount in cents: `1 234,56 €`, `-42,5`, `42.50`, `42`. A comma or a point before one or two last digits is the decimal sign.
pub(super) fn cents(cell: &str) -> Option<i64> {
    let mut text: String = cell
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\u{a0}' | '\u{202f}'))
        .collect();
    let lower = text.to_ascii_lowercase();
    if let Some(rest) = lower.strip_suffix("eur") {
        text.truncate(rest.len());
    }
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let sign = text.rfind([',', '.']);
    let decimal = sign.filter(|place| text.len().saturating_sub(*place) <= 3);
    let (whole, part) = match decimal {
        Some(place) => (text.get(..place)?, text.get(place.checked_add(1)?..)?),
        None => (text, ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && part.is_empty() || !digits(&whole) || !digits(part) {
        return None;
    }
    let euros: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    let amount = euros.checked_mul(100)?.checked_add(part)?;
    if amount > LARGEST_AMOUNT {
        return None;
    }
    Some(if negative { amount.checked_neg()? } else { amount })
}

#[cfg(test)]
#[path = "cells_tests.rs"]
mod tests;
