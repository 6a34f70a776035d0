//! The invoices of the year, and what becomes of each.

use super::people::Person;
use super::{Chance, Recipe, Totals, later};
use tierspayant_core::model::{Date, Share};

/// An invoice.
pub(super) struct Invoice {
    pub number: u64,
    /// Of the lot: that of its week.
    pub lot: u32,
    pub person: Person,
    pub care: Date,
    pub sent_on: Date,
    /// Whether the line claims the exemption of the ALD.
    pub exempt: bool,
    pub gross: i64,
    pub asked: Vec<(Share, i64)>,
    pub replaces: Option<u64>,
    /// Sent again under its own number, on this day.
    pub again_on: Option<Date>,
    pub given_up: bool,
    pub operator: u64,
    /// The day on which the rights were last read before it was sent: that of the care, where the shop asked at the counter.
    pub known_on: Date,
    /// Whether the software forced the exemption.
    pub forced: bool,
    /// What came back.
    pub back: Vec<Back>,
}

/// One thing that came back.
#[derive(Clone, Copy)]
pub(super) struct Back {
    pub share: Share,
    pub day: Date,
    pub what: What,
}

/// What came back of a share.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Paid(i64),
    Rejected(&'static Refusal),
    Deferred,
    /// What was paid is taken back, as a payment below zero.
    TakenBack(i64),
}

/// A key and a label.
#[derive(PartialEq, Eq)]
pub(super) struct Refusal {
    pub key: &'static str,
    pub label: &'static str,
}

pub(super) const NO_ALD: Refusal = Refusal {
    key: "0009-816",
    label: "ALD INCONNUE EN BASE (MAIS PEC POSSIBLE SUR MOTIF FSV)",
};
pub(super) const NO_CONTRACT: Refusal = Refusal {
    key: "",
    label: "DROIT NON OUVERT EN R.C. A LA MUTUELLE",
};

/// What the obligatory insurer pays of a drug without exemption, in percent.
const RATE: i64 = 65;

/// What the fund left off where it paid in part, in cents.
const CUT: i64 = 102;

/// Every invoice, those that were sent again under a new number at the end.
pub(super) fn all(recipe: &Recipe, totals: &mut Totals) -> Vec<Invoice> {
    let mut invoices: Vec<Invoice> = (1..=u64::from(recipe.invoices))
        .map(|number| first(recipe, number))
        .collect();
    let mut next = u64::from(recipe.invoices);
    let mut new = Vec::new();
    for invoice in &mut invoices {
        let chance = Chance::new(recipe.seed, invoice.number);
        next = next.saturating_add(1);
        if let Some(other) = settle(invoice, chance, next, totals) {
            new.push(other);
        }
    }
    invoices.extend(new);
    for invoice in &invoices {
        let asked = invoice.asked.iter().map(|(_, cents)| *cents);
        totals.asked = totals.asked.saturating_add(asked.fold(0, i64::saturating_add));
    }
    invoices
}

fn first(recipe: &Recipe, number: u64) -> Invoice {
    let chance = Chance::new(recipe.seed, number);
    let person = Person::new(recipe, chance.below(1, u64::from(recipe.people.max(1))));
    let place = number.saturating_sub(1).saturating_mul(u64::from(recipe.days));
    let passed = place.checked_div(u64::from(recipe.invoices.max(1))).unwrap_or(0);
    let care = later(recipe.first, i32::try_from(passed).unwrap_or(0));
    // What the shop read last says whether there is an ALD: it may have ended since.
    let before = person.read_on(recipe, care).last().copied().unwrap_or(care);
    let known = if chance.in_a_thousand(6, 600) {
        care
    } else {
        before
    };
    let seen = person
        .said_on(known)
        .is_some_and(|(start, end)| start <= care && care <= end);
    let operator = chance.below(2, 5);
    let forced = !seen && chance.in_a_thousand(3, if operator == 3 { 120 } else { 10 });
    let exempt = forced || seen && chance.in_a_thousand(4, 800);
    let gross = i64::try_from(500 + chance.below(5, 9_000)).unwrap_or(500);
    let amo = if exempt { gross } else { gross * RATE / 100 };
    let mut asked = vec![(Share::Amo, amo)];
    if !exempt {
        asked.push((Share::Amc, gross - amo));
    }
    Invoice {
        number,
        lot: lot(passed),
        person,
        care,
        sent_on: care,
        exempt,
        gross,
        asked,
        replaces: None,
        again_on: None,
        given_up: false,
        operator,
        known_on: known,
        forced,
        back: Vec::new(),
    }
}

/// The lots have three digits, one for each week, and begin anew after a thousand.
fn lot(days: u64) -> u32 {
    u32::try_from((days / 7 + 1) % 1000).unwrap_or(0)
}

/// What becomes of an invoice; gives the one that replaces it where it is sent again under a new number.
fn settle(invoice: &mut Invoice, chance: Chance, new: u64, totals: &mut Totals) -> Option<Invoice> {
    let answered = later(invoice.care, 3 + chance.days(10, 9));
    let mut replacement = None;
    for (share, asked) in invoice.asked.clone() {
        let purpose = if share == Share::Amo { 100 } else { 200 };
        let mut back = |day, what| invoice.back.push(Back { share, day, what });
        if chance.in_a_thousand(purpose + 1, 15) {
            totals.open += asked;
        } else if share == Share::Amo && invoice.exempt && !invoice.person.has_ald(invoice.care) {
            back(answered, What::Rejected(&NO_ALD));
            replacement = refused(invoice, chance, answered, asked, new, totals);
        } else if share == Share::Amc && chance.in_a_thousand(purpose + 2, 40) {
            back(answered, What::Rejected(&NO_CONTRACT));
            totals.rejected += asked;
        } else if chance.in_a_thousand(purpose + 3, 20) {
            back(answered, What::Deferred);
            if chance.in_a_thousand(purpose + 4, 800) {
                back(later(answered, 15), What::Paid(asked));
                totals.paid += asked;
            } else {
                totals.deferred += asked;
            }
        } else if chance.in_a_thousand(purpose + 5, 10) {
            back(answered, What::Paid(asked - CUT));
            totals.paid += asked - CUT;
            totals.short += CUT;
        } else {
            back(answered, What::Paid(asked));
            if share == Share::Amo && chance.in_a_thousand(purpose + 6, 8) {
                back(later(answered, 40), What::TakenBack(asked));
                totals.deducted += asked;
            } else {
                totals.paid += asked;
            }
        }
    }
    replacement
}

/// What the shop does about an AMO share that was refused.
fn refused(
    invoice: &mut Invoice,
    chance: Chance,
    answered: Date,
    asked: i64,
    new: u64,
    totals: &mut Totals,
) -> Option<Invoice> {
    let lower = asked * RATE / 100;
    match chance.below(300, 10) {
        // A new invoice without the exemption.
        0..=3 => {
            totals.replaced += asked;
            totals.paid += lower;
            let sent_on = later(answered, 5);
            let day = later(answered, 12);
            Some(Invoice {
                number: new,
                lot: 900 + invoice.lot % 100,
                sent_on,
                exempt: false,
                asked: vec![(Share::Amo, lower)],
                replaces: Some(invoice.number),
                again_on: None,
                given_up: false,
                forced: false,
                back: vec![Back {
                    share: Share::Amo,
                    day,
                    what: What::Paid(lower),
                }],
                ..*invoice
            })
        }
        // The same number, unchanged: refused again.
        4 | 5 => {
            invoice.again_on = Some(later(answered, 5));
            let what = What::Rejected(&NO_ALD);
            let day = later(answered, 12);
            invoice.back.push(Back {
                share: Share::Amo,
                day,
                what,
            });
            totals.rejected += asked;
            None
        }
        6 => {
            invoice.given_up = true;
            totals.rejected += asked;
            None
        }
        _ => {
            totals.rejected += asked;
            None
        }
    }
}
