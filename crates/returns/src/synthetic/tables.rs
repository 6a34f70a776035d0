//! What the shop holds: its dossiers, its list of what was sent, its lines, and the rights that it read.

use super::files::{euros, french_day, windows_1252};
use super::invoice::Invoice;
use super::people::{Person, all, last_day};
use super::{File, Recipe};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use tierspayant_core::model::{Date, Share};

fn file(name: &str, bytes: Vec<u8>) -> File {
    File {
        name: name.to_owned(),
        bytes,
    }
}

/// What a source said of a person on a day, as JSON.
fn snapshot(person: &Person, day: Date) -> String {
    let codes = match person.said_on(day) {
        Some((start, end)) => format!(
            r#"[{{"end":"{}","ald":"0","situation":"0100"}},{{"start":"{start}","end":"{end}","ald":"1","situation":"0100"}}]"#,
            start.plus_days(-1).unwrap_or(start)
        ),
        None => r#"[{"ald":"0","situation":"0100"}]"#.to_owned(),
    };
    format!(
        r#"{{"source":"adri","observed_at":"{day}","person":{{"id":"{}"}},"coverage":[{{"start":"2015-01-01"}}],"codes":{codes}}}"#,
        person.key()
    )
}

/// A dossier for each invoice, with the rights as they were last read before the care.
pub(super) fn claims(invoices: &[Invoice]) -> File {
    let mut text = String::new();
    for invoice in invoices {
        let person = &invoice.person;
        let rights = snapshot(person, invoice.known_on);
        let shares = invoice
            .asked
            .iter()
            .map(|(share, _)| format!("{:?}", share.as_str()));
        let (exemption, relation) = if invoice.exempt {
            ("4", "related")
        } else {
            ("0", "unrelated")
        };
        let origin = if invoice.forced {
            r#","origin":"manual""#
        } else {
            ""
        };
        let _ = writeln!(
            text,
            r#"{{"format":"tierspayant/1","claim":{{"id":"{}/{:03}","setting":"pharmacy","care_date":"{}","transmission_date":"{}","person":{{"id":"{}"}},"card":"read","nature":"10","third_party":[{}],"lines":[{{"id":"1","category":"drug","exemption":"{exemption}","relation":"{relation}","amount_cents":{}{origin}}}]}},"rights":[{}]}}"#,
            invoice.number,
            invoice.lot,
            invoice.care,
            invoice.sent_on,
            person.key(),
            shares.collect::<Vec<_>>().join(","),
            invoice.gross,
            rights
        );
    }
    file("claims.jsonl", text.into_bytes())
}

/// The rights of each person as they were read at the end of the year.
pub(super) fn rights(recipe: &Recipe) -> File {
    let mut text = String::new();
    for person in all(recipe) {
        let rights = snapshot(&person, last_day(recipe));
        let _ = writeln!(text, r#"{{"rights":[{rights}]}}"#);
    }
    file("rights.jsonl", text.into_bytes())
}

/// The list of what was sent, one row for each sending.
pub(super) fn sent(invoices: &[Invoice]) -> File {
    let mut text =
        "N° facture;N° lot;Date envoi;Part AMO;Part AMC;Remplace;Abandon;Opérateur;Réglage\r\n".to_owned();
    for invoice in invoices {
        let of = |share: Share| invoice.asked.iter().find(|(one, _)| *one == share);
        let amount = |share| of(share).map(|(_, cents)| euros(*cents)).unwrap_or_default();
        let replaces = invoice
            .replaces
            .map(|number| number.to_string())
            .unwrap_or_default();
        for day in [Some(invoice.sent_on), invoice.again_on].into_iter().flatten() {
            let _ = write!(
                text,
                "{};{};{};{};{};{replaces};{};op{};{}\r\n",
                invoice.number,
                invoice.lot,
                french_day(day),
                amount(Share::Amo),
                amount(Share::Amc),
                if invoice.given_up { "oui" } else { "" },
                invoice.operator,
                if invoice.operator == 3 {
                    "exo-auto"
                } else {
                    "standard"
                },
            );
        }
    }
    file("sent.csv", windows_1252(&text))
}

/// The lines of the shop, as its software exports them; a few amounts are not what they should be.
pub(super) fn shop(invoices: &[Invoice]) -> File {
    let mut text = "Ventes en tiers payant\r\n".to_owned();
    text.push_str("N° facture;Client;Date de délivrance;Carte;Nature;Exonération;Rapport ALD;Saisie;Montant;Opérateur\r\n");
    for invoice in invoices.iter().filter(|one| one.replaces.is_none()) {
        let spoilt = invoice.number % 400 == 399;
        let _ = write!(
            text,
            "{};{};{};Oui;10;{};{};{};{};op{}\r\n",
            invoice.number,
            invoice.person.key(),
            french_day(invoice.care),
            if invoice.exempt { "4" } else { "0" },
            if invoice.exempt { "Oui" } else { "Non" },
            if invoice.forced { "Manuelle" } else { "Carte" },
            if spoilt {
                "-".to_owned() + &euros(invoice.gross)
            } else {
                euros(invoice.gross)
            },
            invoice.operator,
        );
    }
    file("shop.csv", windows_1252(&text))
}

/// For each person, the days on which the shop asked at the counter.
fn asked(invoices: &[Invoice]) -> HashMap<u64, BTreeSet<Date>> {
    let mut days: HashMap<u64, BTreeSet<Date>> = HashMap::new();
    for invoice in invoices {
        days.entry(invoice.person.number)
            .or_default()
            .insert(invoice.known_on);
    }
    days
}

/// Every day on which the rights of a person were read.
fn days(recipe: &Recipe, person: &Person, asked: &HashMap<u64, BTreeSet<Date>>) -> BTreeSet<Date> {
    let mut days: BTreeSet<Date> = person.read_on(recipe, last_day(recipe)).into_iter().collect();
    days.extend(asked.get(&person.number).into_iter().flatten());
    days
}

/// Base rights, as they were read on each of the days.
pub(super) fn coverage(recipe: &Recipe, invoices: &[Invoice]) -> File {
    let asked = asked(invoices);
    let mut text = "person,source,observed_at,start\n".to_owned();
    for person in all(recipe) {
        for day in days(recipe, &person, &asked) {
            let _ = writeln!(text, "{},adri,{day},2015-01-01", person.key());
        }
    }
    file("coverage.csv", text.into_bytes())
}

/// Exemptions, as they were read on each of the days.
pub(super) fn exemptions(recipe: &Recipe, invoices: &[Invoice]) -> File {
    let asked = asked(invoices);
    let mut text = "person,source,observed_at,vocabulary,code,start,end\n".to_owned();
    for person in all(recipe) {
        for day in days(recipe, &person, &asked) {
            if let Some((start, end)) = person.said_on(day) {
                let _ = writeln!(text, "{},adri,{day},cdri_etm,41,{start},{end}", person.key());
            }
        }
    }
    file("exemptions.csv", text.into_bytes())
}
