//! Values of the engine: texts that may be numbers, days without separators, amounts.

use super::Unit;
use crate::model::LARGEST_AMOUNT;
use serde_json::Value;
use tierspayant_core::model::Date;

/// A text, or a number as text; nothing where it is blank.
pub(super) fn text(object: &Value, key: &str) -> Option<String> {
    let text = match object.get(key)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A day written `AAAAMMJJ`, or as ISO writes it; nothing where it is not set.
pub(super) fn day(object: &Value, key: &str) -> Option<Date> {
    let text = text(object, key)?;
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Date::from_yyyymmdd(text.parse().ok()?).ok();
    }
    text.get(..10).and_then(|day| day.parse().ok())
}

/// How the amounts of a file are read.
#[derive(Clone, Copy)]
pub(super) struct Amounts {
    whole: Unit,
}

/// The fields that hold amounts.
const AMOUNTS: &[&str] = &[
    "montantAMO",
    "montantAMC",
    "partAMO",
    "partAMC",
    "partAMODemandee",
    "partAMCDemandee",
    "montant",
    "montantPayement",
    "montantAttendu",
];

impl Amounts {
    /// What the amounts of these invoices count; nothing where only the caller could say it and does not.
    pub(super) fn of(invoices: &[Value], whole: Option<Unit>) -> Option<Self> {
        let mut any = false;
        for invoice in invoices {
            let lists = ["lstPaiements", "lstPaiementsAutres"];
            let parts = lists
                .iter()
                .filter_map(|list| invoice.get(*list)?.as_array())
                .flatten();
            for object in std::iter::once(invoice).chain(parts) {
                for written in AMOUNTS.iter().filter_map(|key| text(object, key)) {
                    if written.contains(['.', ',']) {
                        return Some(Amounts { whole: Unit::Euros });
                    }
                    any |= written.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
                }
            }
        }
        // Where every amount is zero, both say the same.
        let whole = whole.or((!any).then_some(Unit::Cents))?;
        Some(Amounts { whole })
    }

    /// An amount in cents.
    pub(super) fn cents(self, object: &Value, key: &str) -> Result<Option<i64>, &'static str> {
        const WRONG: &str = "an amount that cannot be read";
        let Some(written) = text(object, key) else {
            return Ok(None);
        };
        let (negative, digits) = match written.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, written.as_str()),
        };
        let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let number = |text: &str| -> Option<i64> {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse().ok()).flatten()
        };
        let whole = number(whole).ok_or(WRONG)?;
        // More than two decimals count nothing but zeros.
        let part = part.trim_end_matches('0');
        if part.len() > 2 {
            return Err(WRONG);
        }
        let part = if part.is_empty() {
            0
        } else {
            number(&format!("{part:0<2}")).ok_or(WRONG)?
        };
        let euros = self.whole == Unit::Euros;
        let cents = if euros {
            whole.checked_mul(100).and_then(|cents| cents.checked_add(part))
        } else {
            Some(whole)
        };
        let cents = cents.filter(|cents| *cents <= LARGEST_AMOUNT).ok_or(WRONG)?;
        Ok(Some(if negative { cents.saturating_neg() } else { cents }))
    }
}
