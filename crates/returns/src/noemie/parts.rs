//! From the fields of an entity to a part of the return.

use super::layout::{
    deduction as d, head as h, invoice as i, line as l, reject as r, share as s, signal as g,
};
use crate::fields::Fields;
use crate::model::{
    Deduction, FileHead, Level, Reject, RejectShare, ReturnedInvoice, ReturnedLine, ReturnedShare,
    ShareState, lot,
};
use crate::text::masked;
use tierspayant_core::model::Share;

pub(super) fn head(fields: &Fields<'_>) -> FileHead {
    FileHead {
        sender_type: fields.text(h::SENDER_TYPE),
        reference: fields.text(h::REFERENCE),
        created_on: fields.day(h::CREATED),
        test: matches!(fields.letter(h::FLOW), Some('T' | 'D')),
    }
}

pub(super) fn invoice(id: &str, fields: &Fields<'_>) -> ReturnedInvoice {
    let number = fields.number_text(i::NUMBER);
    let extended = id == "102";
    ReturnedInvoice {
        // A number of zeros is a number all the same: the invoice is there.
        invoice: number.unwrap_or_else(|| "0".to_owned()),
        lot: extended
            .then(|| fields.text(i::LOT))
            .flatten()
            .map(|text| lot(&text)),
        invoice_date: extended.then(|| fields.day(i::DATE)).flatten(),
        flow: extended.then(|| fields.letter(i::FLOW)).flatten(),
        nature: extended.then(|| fields.text(i::NATURE)).flatten(),
        ..ReturnedInvoice::default()
    }
}

pub(super) fn share(share: Share, fields: &Fields<'_>) -> ReturnedShare {
    let state = match fields.letter(s::STATE) {
        Some('P') => ShareState::Paid,
        Some('R') => ShareState::Rejected,
        Some('D') => ShareState::Deferred,
        None => ShareState::NotHandled,
        Some(other) => ShareState::Unknown(other),
    };
    ReturnedShare {
        share,
        state,
        asked_cents: fields.number(s::ASKED).unwrap_or_default(),
        paid_cents: fields.amount(s::PAID, s::SIGN),
        organism: match share {
            Share::Amo => None,
            Share::Amc => fields.text(s::ORGANISM),
        },
    }
}

pub(super) fn line(fields: &Fields<'_>) -> ReturnedLine {
    ReturnedLine {
        line: fields.number_text(l::NUMBER),
        exemption: fields.letter(l::EXEMPTION),
        prescription_date: fields.day(l::PRESCRIPTION),
        care_date: fields.day(l::CARE),
        act: fields.text(l::ACT),
        rate: fields.number(l::RATE).and_then(|rate| u16::try_from(rate).ok()),
        amo_cents: fields.amount(l::AMO, l::SIGN),
        amc_cents: fields.amount(l::AMC, l::SIGN),
        spent_cents: fields.number(l::SPENT),
    }
}

pub(super) fn deduction(fields: &Fields<'_>) -> Deduction {
    Deduction {
        line: fields.number_text(d::LINE),
        reference: fields.text(d::REFERENCE).map(|text| masked(&text)),
        date: fields.day(d::DATE),
        kind: fields.text(d::KIND),
        operation: fields.text(d::OPERATION),
        amount_cents: fields.amount(d::AMOUNT, d::SIGN).unwrap_or_default(),
        balance_cents: fields.number(d::BALANCE),
    }
}

pub(super) fn signal(fields: &Fields<'_>) -> Reject {
    Reject {
        line: fields.number_text(g::LINE),
        key: fields.text(g::CODE).map(|text| masked(&text)),
        label: fields.text(g::LABEL).map(|text| masked(&text)),
        ..Reject::default()
    }
}

pub(super) fn reject(fields: &Fields<'_>) -> Reject {
    let zone = fields.text(r::ZONE).unwrap_or_default();
    let (key, label) = key_and_label(&zone);
    Reject {
        line: fields.number_text(r::LINE),
        key: key.map(masked),
        label: label.map(masked),
        level: match fields.letter(r::LEVEL) {
            Some('F') => Some(Level::Invoice),
            Some('L') => Some(Level::Line),
            Some('A') => Some(Level::Code),
            _ => None,
        },
        share: match fields.letter(r::SHARE) {
            Some('O') => Some(RejectShare::ObligatoryOrBoth),
            Some('C') => Some(RejectShare::Complementary),
            _ => None,
        },
        act: fields.text(r::ACT),
        care_date: fields.day(r::CARE),
        signal: false,
    }
}

/// Cuts a zone into key and label: a key is four digits, a dash or a blank and three digits where it looks so, else the first word of at most
/// ten characters that holds a digit; else all of it is the label.
fn key_and_label(zone: &str) -> (Option<&str>, Option<&str>) {
    let filled = |text: &str| !text.is_empty();
    let seven = zone.get(..8).filter(|key| {
        key.bytes().enumerate().all(|(place, byte)| match place {
            4 => matches!(byte, b'-' | b' '),
            _ => byte.is_ascii_digit(),
        })
    });
    let key = seven.or_else(|| {
        let word = zone.split(' ').next().unwrap_or_default();
        (word.len() <= 10 && word.bytes().any(|byte| byte.is_ascii_digit())).then_some(word)
    });
    match key {
        None => (None, Some(zone).filter(|text| filled(text))),
        Some(key) => {
            let label = zone.get(key.len()..).unwrap_or_default().trim();
            (Some(key), Some(label).filter(|text| filled(text)))
        }
    }
}

#[cfg(test)]
#[path = "parts_tests.rs"]
mod tests;
