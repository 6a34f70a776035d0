//! From rows to invoices: the rows of one invoice and lot are gathered.

use super::RowFault;
use super::cells::{cents, day};
use super::headers::{Column, folded};
use crate::ledger::Sent;
use crate::model::{Reject, RejectShare, ReturnedInvoice, ReturnedShare, ShareState, invoice, lot};
use crate::text::masked;
use std::collections::HashMap;
use tierspayant_core::model::{Date, Share};

/// An invoice of a lot, and the day on which it came back.
type Key = (String, Option<String>, Option<Date>);

/// The invoices so far.
#[derive(Default)]
pub(super) struct Gathered {
    invoices: Vec<ReturnedInvoice>,
    places: HashMap<Key, usize>,
    faults: Vec<RowFault>,
}

/// A row, and the columns by their place.
struct Row<'r> {
    number: usize,
    cells: &'r [String],
    columns: &'r [(usize, Column)],
}

impl Row<'_> {
    /// A cell that holds something.
    fn text(&self, column: Column) -> Option<&str> {
        let (place, _) = self.columns.iter().find(|(_, held)| *held == column)?;
        let cell = self.cells.get(place.saturating_sub(1))?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    fn fault(&self, column: Column, problem: &'static str) -> RowFault {
        RowFault {
            row: self.number,
            column,
            problem,
        }
    }

    fn day(&self, column: Column) -> Result<Option<Date>, RowFault> {
        let read = |cell| day(cell).ok_or_else(|| self.fault(column, "not a day, as 20/11/2026"));
        self.text(column).map(read).transpose()
    }

    fn cents(&self, column: Column) -> Result<Option<i64>, RowFault> {
        let read = |cell| cents(cell).ok_or_else(|| self.fault(column, "not an amount, as 42,50"));
        self.text(column).map(read).transpose()
    }
}

impl Gathered {
    /// Takes a row in, or notes why not. A row without anything in its columns is passed over.
    pub(super) fn add(&mut self, number: usize, cells: &[String], columns: &[(usize, Column)]) {
        let row = Row {
            number,
            cells,
            columns,
        };
        if columns.iter().all(|(_, column)| row.text(*column).is_none()) {
            return;
        }
        match read(&row) {
            Ok(invoice) => self.merge(invoice),
            Err(fault) => self.faults.push(fault),
        }
    }

    pub(super) fn into_parts(self) -> (Vec<ReturnedInvoice>, Vec<RowFault>) {
        (self.invoices, self.faults)
    }

    fn merge(&mut self, row: ReturnedInvoice) {
        let key = (row.invoice.clone(), row.lot.clone(), row.accounted_on);
        let held = self
            .places
            .get(&key)
            .and_then(|place| self.invoices.get_mut(*place));
        let Some(held) = held else {
            self.places.insert(key, self.invoices.len());
            self.invoices.push(row);
            return;
        };
        for share in row.shares {
            // A list may repeat the amounts of a share on each of its lines: the same share is counted once.
            if !held.shares.contains(&share) {
                held.shares.push(share);
            }
        }
        held.rejects.extend(row.rejects);
        held.invoice_date = held.invoice_date.or(row.invoice_date);
    }
}

fn read(row: &Row<'_>) -> Result<ReturnedInvoice, RowFault> {
    let number = number(row, Column::Invoice)?.ok_or_else(|| row.fault(Column::Invoice, "missing"))?;
    let share = match row.text(Column::Share) {
        None => None,
        Some(word) => Some(share(word).ok_or_else(|| row.fault(Column::Share, "not RO, AMO, RC or AMC"))?),
    };
    let label = row.text(Column::Label).map(masked);
    let key = row.text(Column::Key).map(masked);
    let refused = key.is_some() || label.is_some();
    let said = row.text(Column::State).map(folded);
    let mut shares = Vec::new();
    let columns = [
        (Share::Amo, Column::AmoAsked, Column::AmoPaid),
        (Share::Amc, Column::AmcAsked, Column::AmcPaid),
    ];
    for (one, asked, paid) in columns {
        let (asked, paid) = (row.cents(asked)?, row.cents(paid)?);
        if asked.is_some() || paid.is_some() {
            // With both shares on a row, the reject is of the share that the row names, or of the one that is not paid.
            let here = refused && share.is_none_or(|named| named == one);
            shares.push(returned(
                one,
                asked,
                paid,
                here,
                said.as_deref(),
                label.as_deref(),
            ));
        }
    }
    let (asked, paid) = (row.cents(Column::Asked)?, row.cents(Column::Paid)?);
    if shares.is_empty() && (asked.is_some() || paid.is_some()) {
        let one = share.unwrap_or(Share::Amo);
        shares.push(returned(
            one,
            asked,
            paid,
            refused,
            said.as_deref(),
            label.as_deref(),
        ));
    }
    let reject = Reject {
        line: row.text(Column::Line).map(str::to_owned),
        key,
        label,
        level: None,
        share: share.map(|share| match share {
            Share::Amo => RejectShare::ObligatoryOrBoth,
            Share::Amc => RejectShare::Complementary,
        }),
        act: None,
        care_date: row.day(Column::CareDate)?,
        signal: false,
    };
    Ok(ReturnedInvoice {
        invoice: number,
        lot: row.text(Column::Lot).map(|text| lot(&masked(text))),
        invoice_date: row.day(Column::InvoiceDate)?,
        accounted_on: row.day(Column::ReturnedOn)?,
        payer: row.text(Column::Payer).map(masked),
        shares,
        rejects: if refused { vec![reject] } else { Vec::new() },
        ..ReturnedInvoice::default()
    })
}

/// The number of an invoice. A long one may be the number of a person: the row is refused, as a masked number is none.
fn number(row: &Row<'_>, column: Column) -> Result<Option<String>, RowFault> {
    let Some(text) = row.text(column) else {
        return Ok(None);
    };
    let number = masked(text);
    if number != text {
        return Err(row.fault(column, "too long for the number of an invoice"));
    }
    Ok(Some(invoice(&number)))
}

/// A row of a list of what was sent.
pub(super) fn sent(
    number: usize,
    cells: &[String],
    columns: &[(usize, Column)],
) -> Result<Option<Sent>, RowFault> {
    let row = Row {
        number,
        cells,
        columns,
    };
    if columns.iter().all(|(_, column)| row.text(*column).is_none()) {
        return Ok(None);
    }
    let read = read(&row)?;
    let given_up = match row.text(Column::GivenUp).map(folded).as_deref() {
        None | Some("non" | "n" | "0" | "no") => false,
        Some("oui" | "o" | "1" | "x" | "yes") => true,
        Some(_) => return Err(row.fault(Column::GivenUp, "not oui or non")),
    };
    Ok(Some(Sent {
        replaces: self::number(&row, Column::Replaces)?,
        given_up,
        asked: read
            .shares
            .iter()
            .map(|share| (share.share, share.asked_cents))
            .collect(),
        sent_on: read.invoice_date,
        operator: row.text(Column::Operator).map(masked),
        setting: row.text(Column::Setting).map(masked),
        invoice: read.invoice,
        lot: read.lot,
        too_late_on: None,
    }))
}

fn returned(
    share: Share,
    asked: Option<i64>,
    paid: Option<i64>,
    refused: bool,
    said: Option<&str>,
    label: Option<&str>,
) -> ReturnedShare {
    let asked_cents = asked.or(paid).unwrap_or_default();
    let unpaid = paid.is_none_or(|paid| paid == 0) && asked_cents != 0;
    let deferred = label
        .map(folded)
        .is_some_and(|label| WAITING.iter().any(|word| label.contains(word)));
    let state = match said.and_then(state) {
        Some(state) => state,
        None if deferred => ShareState::Deferred,
        None if refused && unpaid => ShareState::Rejected,
        None if !unpaid => ShareState::Paid,
        None => ShareState::Unknown('?'),
    };
    ReturnedShare {
        share,
        state,
        asked_cents,
        paid_cents: paid,
        organism: None,
    }
}

/// Words of a label that say that the payer still works on it.
const WAITING: &[&str] = &[
    "traitement caisse",
    "en cours de traitement",
    "en attente de retarification",
];

/// The words by which lists name a state.
fn state(word: &str) -> Option<ShareState> {
    Some(match word {
        "paye" | "payee" | "regle" | "reglee" | "vir effectue" | "virement effectue" | "solde" | "p" => {
            ShareState::Paid
        }
        "rejete" | "rejetee" | "rejet" | "refuse" | "refusee" | "r" => ShareState::Rejected,
        "differe" | "differee" | "en attente" | "traitement caisse" | "en cours" | "d" => {
            ShareState::Deferred
        }
        "non traite" | "non traitee" => ShareState::NotHandled,
        _ => return None,
    })
}

fn share(word: &str) -> Option<Share> {
    Some(match folded(word).as_str() {
        "ro" | "amo" | "obligatoire" | "secu" => Share::Amo,
        "rc" | "amc" | "complementaire" | "mutuelle" => Share::Amc,
        _ => return None,
    })
}
