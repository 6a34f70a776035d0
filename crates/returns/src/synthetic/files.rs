//! What came back, as files: each week a NOEMIE file of the fund, each month a list of the complementary insurers.

use super::invoice::{Back, Invoice, What};
use super::people::last_day;
use super::{File, Recipe, Totals, later};
use crate::noemie::encode::TestFile;
use std::collections::BTreeMap;
use tierspayant_core::model::{Date, Share};

/// A debt of a year before, that the fund takes from its first payment of each quarter, in cents.
const OLD_DEBT: i64 = 2_500;

pub(super) fn returns(recipe: &Recipe, invoices: &[Invoice], totals: &mut Totals) -> Vec<File> {
    let mut weeks: BTreeMap<i32, Vec<(&Invoice, &Back)>> = BTreeMap::new();
    let mut months: BTreeMap<String, Vec<(&Invoice, &Back)>> = BTreeMap::new();
    let last = last_day(recipe);
    for invoice in invoices {
        for back in &invoice.back {
            match back.share {
                Share::Amo => weeks
                    .entry(week(recipe, back.day))
                    .or_default()
                    .push((invoice, back)),
                Share::Amc => {
                    let month = back.day.to_string().chars().take(7).collect();
                    months.entry(month).or_default().push((invoice, back));
                }
            }
        }
    }
    let mut files = Vec::new();
    for (place, (week, backs)) in weeks.iter().enumerate() {
        let made = later(recipe.first, week.saturating_mul(7).saturating_add(7)).min(last);
        let debt = if place % 13 == 0 { OLD_DEBT } else { 0 };
        totals.elsewhere = totals.elsewhere.saturating_add(debt);
        files.push(noemie(made, backs, debt));
    }
    for (month, backs) in &months {
        files.push(list(month, backs));
    }
    totals.cash = totals.paid.saturating_sub(totals.elsewhere);
    files
}

fn week(recipe: &Recipe, day: Date) -> i32 {
    day.unix_days().saturating_sub(recipe.first.unix_days()) / 7
}

/// A day as NOEMIE writes it.
fn short(day: Date) -> String {
    day.to_string().replace('-', "").chars().skip(2).collect()
}

fn noemie(made: Date, backs: &[(&Invoice, &Back)], debt: i64) -> File {
    let mut file = TestFile::new("576").made_on(&short(made));
    let cents = |cents: i64| format!("{:08}", cents.unsigned_abs());
    let taken = |file: TestFile, day: Date, amount: i64| {
        let (day, amount) = (short(day), cents(amount));
        let fields = [
            (8, "INDU"),
            (18, &day),
            (24, "IND"),
            (27, "RPR"),
            (30, &amount),
            (38, "N"),
        ];
        file.entity("250", &fields)
    };
    if debt > 0 {
        file = taken(file, made, debt).sum(debt.saturating_neg());
    }
    for (invoice, back) in backs {
        let day = short(back.day);
        let number = format!("{:09}", invoice.number);
        let lot = format!("{:03}", invoice.lot);
        let nir = invoice.person.nir();
        let asked = invoice.asked.iter().find(|(share, _)| *share == back.share);
        let asked = asked.map_or(0, |(_, cents)| *cents);
        let (state, paid) = match back.what {
            What::Paid(paid) => ("P", paid),
            What::TakenBack(paid) => ("P", paid.saturating_neg()),
            What::Rejected(_) => ("R", 0),
            What::Deferred => ("D", 0),
        };
        let sign = if paid < 0 { "N" } else { "P" };
        let care = short(invoice.care);
        let (said, got) = (cents(asked), cents(paid));
        let exemption = if invoice.exempt { "4" } else { "0" };
        file = file
            .entity("071", &[(6, &day), (12, "VIREMENT"), (76, "CPAM 751")])
            .entity(
                "102",
                &[
                    (6, &number),
                    (21, &lot),
                    (30, "F"),
                    (31, &short(invoice.sent_on)),
                    (38, "10"),
                ],
            )
            .entity("103", &[(6, &nir), (21, "SPECIMEN"), (86, &nir)])
            .entity("198", &[(6, &said), (14, state), (15, &got), (23, sign)])
            .entity(
                "210",
                &[
                    (6, "01"),
                    (10, exemption),
                    (22, &care),
                    (53, &got),
                    (61, sign),
                    (62, "PH7"),
                ],
            )
            .sum(paid);
        if let What::TakenBack(amount) = back.what {
            file = taken(file, back.day, amount);
        }
        let signal = match back.what {
            What::Rejected(refusal) => Some(format!("{}{}", refusal.key, refusal.label)),
            What::Deferred => Some("FACTURE EN COURS DE TRAITEMENT CAISSE".to_owned()),
            What::Paid(paid) if paid < asked => Some("MONTANT RAMENE AU TARIF".to_owned()),
            What::Paid(_) | What::TakenBack(_) => None,
        };
        if let Some(text) = signal {
            let fields = [
                (6, text.as_str()),
                (96, "F"),
                (97, "O"),
                (103, &care),
                (123, &nir),
            ];
            file = file.entity("294", &fields);
        }
    }
    File {
        name: format!("returns/{made}.ret"),
        bytes: file.encode(),
    }
}

/// A list as the portal of an insurer exports it: Windows-1252, a title above, days and amounts as French software writes them.
fn list(month: &str, backs: &[(&Invoice, &Back)]) -> File {
    let mut text = format!("Retours des mutuelles, {month}\r\n\r\n");
    text.push_str("N° facture;N° lot;Date retour;Part;Montant demandé;Montant payé;Statut;Motif;N° SS\r\n");
    for (invoice, back) in backs {
        let asked = invoice.asked.iter().find(|(share, _)| *share == back.share);
        let asked = asked.map_or(0, |(_, cents)| *cents);
        let (paid, state, label) = match back.what {
            What::Paid(paid) => (paid, "Payé", ""),
            What::TakenBack(paid) => (paid.saturating_neg(), "Payé", ""),
            What::Rejected(refusal) => (0, "Rejeté", refusal.label),
            What::Deferred => (0, "En attente", "FACTURE EN COURS DE TRAITEMENT CAISSE"),
        };
        let cells = [
            invoice.number.to_string(),
            invoice.lot.to_string(),
            french_day(back.day),
            "RC".to_owned(),
            euros(asked),
            euros(paid),
            state.to_owned(),
            label.to_owned(),
            invoice.person.nir(),
        ];
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    File {
        name: format!("returns/mutuelles-{month}.csv"),
        bytes: windows_1252(&text),
    }
}

pub(super) fn windows_1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

/// `20/11/2026`.
pub(super) fn french_day(day: Date) -> String {
    let text = day.to_string();
    let parts: Vec<&str> = text.split('-').rev().collect();
    parts.join("/")
}

/// `1234,56`.
pub(super) fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}
