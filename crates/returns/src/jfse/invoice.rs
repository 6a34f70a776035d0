//! One invoice of the engine: what it says of each share, as the payments and rejects of their days.

use super::value::{Amounts, day, text};
use crate::model::{Level, Reject, RejectShare, ReturnedInvoice, ReturnedShare, ShareState, invoice};
use crate::text::masked;
use serde_json::Value;
use std::collections::BTreeSet;
use tierspayant_core::model::{Date, Share};

/// The fields of a share.
struct Keys {
    share: Share,
    state: &'static str,
    asked: &'static str,
    asked_then: &'static str,
    paid: &'static str,
    organism: &'static str,
    word: &'static str,
}

const SHARES: [Keys; 2] = [
    Keys {
        share: Share::Amo,
        state: "etatAMO",
        asked: "montantAMO",
        asked_then: "partAMODemandee",
        paid: "partAMO",
        organism: "organismeAMO",
        word: "AMO",
    },
    Keys {
        share: Share::Amc,
        state: "etatAMC",
        asked: "montantAMC",
        asked_then: "partAMCDemandee",
        paid: "partAMC",
        organism: "organismeAMC",
        word: "AMC",
    },
];

/// What came back of an invoice: one part for each payment and each reject.
pub(super) fn read(
    one: &Value,
    amounts: Amounts,
    unused: &mut BTreeSet<(String, bool)>,
) -> Result<Vec<ReturnedInvoice>, &'static str> {
    let number = text(one, "noFacture").ok_or("an invoice without its number")?;
    if masked(&number) != number {
        return Err("too long for the number of an invoice");
    }
    let base = ReturnedInvoice {
        invoice: invoice(&number),
        invoice_date: day(one, "date"),
        ..ReturnedInvoice::default()
    };
    let list = |key: &str| {
        one.get(key)
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    };
    let (payments, rejects) = (list("lstPaiements"), list("lstRejets"));
    if !list("lstPaiementsAutres").is_empty() {
        unused.insert(("lstPaiementsAutres".to_owned(), false));
    }
    let mut found = Vec::new();
    for keys in &SHARES {
        let asked = amounts.cents(one, keys.asked)?;
        let state = text(one, keys.state);
        if asked.is_none() && state.is_none() {
            continue;
        }
        let asked = asked.unwrap_or_default();
        let payer = text(one, keys.organism).map(|text| masked(&text));
        let mut add = |on: Option<Date>, share: ReturnedShare, rejects: Vec<Reject>| {
            found.push(ReturnedInvoice {
                accounted_on: on,
                payer: payer.clone(),
                shares: vec![share],
                rejects,
                ..base.clone()
            });
        };
        let share = |state, asked_cents, paid_cents| ReturnedShare {
            share: keys.share,
            state,
            asked_cents,
            paid_cents,
            organism: None,
        };
        let refused: Vec<(Option<Date>, Reject)> = rejects
            .iter()
            .filter(|reject| text(reject, "part").is_none_or(|part| part == keys.word))
            .map(|one| (day(one, "date"), reject(one)))
            .collect();
        let mut paid = false;
        for payment in payments {
            let Some(cents) = amounts.cents(payment, keys.paid)? else {
                continue;
            };
            let letter = text(payment, keys.state);
            if letter.as_deref() != Some("P") && cents == 0 {
                continue;
            }
            paid = true;
            let then = amounts.cents(payment, keys.asked_then)?.unwrap_or(asked);
            add(
                day(payment, "date"),
                share(ShareState::Paid, then, Some(cents)),
                Vec::new(),
            );
        }
        match state.as_deref() {
            Some("P") if !paid => add(None, share(ShareState::Paid, asked, Some(asked)), Vec::new()),
            Some("P" | "A") if paid => {}
            Some("R") => {
                let mut days: Vec<Option<Date>> = refused.iter().map(|(day, _)| *day).collect();
                days.sort_unstable();
                days.dedup();
                if days.is_empty() {
                    days.push(None);
                }
                for on in days {
                    let here = refused
                        .iter()
                        .filter(|(day, _)| *day == on)
                        .map(|(_, reject)| reject.clone());
                    add(on, share(ShareState::Rejected, asked, Some(0)), here.collect());
                }
            }
            // Nobody answered yet.
            Some("C") | None => add(None, share(ShareState::NotHandled, asked, None), Vec::new()),
            // Paid another amount, and no payment says which; or a letter that no description gives.
            Some(other) => {
                let letter = other.chars().next().unwrap_or('?');
                add(None, share(ShareState::Unknown(letter), asked, None), Vec::new());
            }
        }
    }
    Ok(found)
}

fn reject(one: &Value) -> Reject {
    Reject {
        key: text(one, "code").map(|text| masked(&text)),
        label: text(one, "libelle").map(|text| masked(&text)),
        level: match text(one, "niveau").as_deref() {
            Some("F") => Some(Level::Invoice),
            Some("L") => Some(Level::Line),
            _ => None,
        },
        share: match text(one, "part").as_deref() {
            Some("AMO") => Some(RejectShare::ObligatoryOrBoth),
            Some("AMC") => Some(RejectShare::Complementary),
            _ => None,
        },
        ..Reject::default()
    }
}
