//! The ledger: what became of each share of each invoice, over all the returns that there are.
//!
//! It is made anew from the files each time, and holds no state of its own. An invoice is known by its number and its lot; one that was sent again
//! under a new number is told by the list of what was sent ([`Sent::replaces`]).
//!
//! ```
//! use tierspayant_returns::ledger::{Ledger, State};
//! use tierspayant_returns::noemie::{encode::TestFile, read};
//!
//! let refused = TestFile::new("576").entity("102", &[(6, "000000042")]).entity("198", &[(6, "00004250"), (14, "R")]);
//! let paid = TestFile::new("576")
//!     .entity("102", &[(6, "000000042")])
//!     .entity("198", &[(6, "00004250"), (14, "P"), (15, "00004250"), (23, "P")]);
//! let files = [read(&refused.encode()[..])?, read(&paid.encode()[..])?];
//! let ledger = Ledger::new(&files, &[]);
//! assert_eq!(ledger.rows[0].state, State::Paid);
//! assert_eq!(ledger.rows[0].money.balance(), 0);
//! # Ok::<(), tierspayant_returns::ReturnsError>(())
//! ```

mod history;
mod money;
#[cfg(test)]
mod tests;

pub use money::Money;
pub use tierspayant_core::triage::{Followed as State, Work};

use crate::model::{Reject, RejectShare, ReturnedInvoice, Returns};
use history::History;
use std::collections::HashMap;
use tierspayant_core::model::{Date, Share};

/// What was sent, as far as the caller knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// Number of the invoice, without its leading zeros.
    pub invoice: String,
    /// Number of the lot; absent: the only lot that has this invoice.
    pub lot: Option<String>,
    /// The invoice that it replaces, where it was sent again under a new number.
    pub replaces: Option<String>,
    /// Whether somebody decided to pursue it no further.
    pub given_up: bool,
    /// What each share asked for, in cents; empty where it is not known, and then a row stands only for what came back.
    pub asked: Vec<(Share, i64)>,
    /// The day on which it was sent.
    pub sent_on: Option<Date>,
    /// The day from which it may be too late to send it again.
    pub too_late_on: Option<Date>,
}

/// One share of one invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Number of the invoice.
    pub invoice: String,
    /// Number of the lot.
    pub lot: Option<String>,
    /// The share.
    pub share: Share,
    /// What became of it.
    pub state: State,
    /// The money of it.
    pub money: Money,
    /// The rejects of the last return that refused it.
    pub rejects: Vec<Reject>,
    /// The day of that return, or of the last one that speaks of it.
    pub returned_on: Option<Date>,
    /// The payer.
    pub payer: Option<String>,
    /// The invoice that replaced it.
    pub replaced_by: Option<String>,
    /// The day from which it may be too late to send it again.
    pub too_late_on: Option<Date>,
}

/// Every share of every invoice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The rows, in the order of their first mention: what was sent first, then what only a return names.
    pub rows: Vec<Row>,
}

/// An invoice of a lot.
type Key = (String, Option<String>, Share);

impl Ledger {
    /// Makes the ledger of these returns, in their order, and of what was sent. `today` is not asked: see [`Ledger::on`].
    pub fn new(returns: &[Returns], sent: &[Sent]) -> Self {
        let mut histories: Vec<(Key, History)> = Vec::new();
        let mut places: HashMap<Key, usize> = HashMap::new();
        let mut at = |key: Key, histories: &mut Vec<(Key, History)>| {
            let next = histories.len();
            let place = *places.entry(key.clone()).or_insert(next);
            if place == next {
                histories.push((key, History::default()));
            }
            place
        };
        // An invoice that was sent without its lot is that of the only lot which returns name for it.
        let lots = lots(returns);
        for one in sent {
            let lot = one
                .lot
                .clone()
                .or_else(|| lots.get(one.invoice.as_str()).cloned().flatten());
            for (share, cents) in &one.asked {
                let place = at((one.invoice.clone(), lot.clone(), *share), &mut histories);
                if let Some((_, history)) = histories.get_mut(place) {
                    history.sent(one, *cents);
                }
            }
        }
        for file in returns {
            for invoice in &file.invoices {
                for share in &invoice.shares {
                    let key = (invoice.invoice.clone(), invoice.lot.clone(), share.share);
                    let place = at(key, &mut histories);
                    if let Some((_, history)) = histories.get_mut(place) {
                        let day = invoice.accounted_on.or(file.head.created_on);
                        history.returned(
                            share,
                            &rejects_of(invoice, share.share),
                            &invoice.deductions,
                            invoice,
                            day,
                        );
                    }
                }
            }
        }
        // What was sent without its amounts says nothing of shares: it is noted on those that came back.
        let quiet: HashMap<&str, &Sent> = sent
            .iter()
            .filter(|one| one.asked.is_empty())
            .map(|one| (one.invoice.as_str(), one))
            .collect();
        for ((invoice, lot, _), history) in &mut histories {
            if let Some(one) = quiet
                .get(invoice.as_str())
                .filter(|one| one.lot.is_none() || one.lot == *lot)
            {
                history.noted(one);
            }
        }
        let mut replaced: HashMap<&str, &str> = HashMap::new();
        for one in sent {
            if let Some(old) = one.replaces.as_deref() {
                replaced.insert(old, &one.invoice);
            }
        }
        let rows = histories.into_iter().map(|((invoice, lot, share), history)| {
            let by = replaced.get(invoice.as_str()).map(|by| (*by).to_owned());
            history.row(invoice, lot, share, by)
        });
        Ledger { rows: rows.collect() }
    }

    /// The same on a day: what was refused and can no longer be sent again is too late.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        for row in &mut self.rows {
            let late = row.too_late_on.is_some_and(|day| day <= today);
            if late && matches!(row.state, State::Rejected | State::RejectedAgain) {
                row.state = State::TooLate;
            }
        }
        self
    }

    /// The money of all rows.
    pub fn money(&self) -> Money {
        self.rows
            .iter()
            .fold(Money::default(), |sum, row| sum.plus(&row.money))
    }
}

/// For each invoice its lot, where all returns name one and the same; nothing where they name several.
fn lots(returns: &[Returns]) -> HashMap<&str, Option<String>> {
    let mut lots: HashMap<&str, Option<String>> = HashMap::new();
    let mut several = Vec::new();
    for invoice in returns.iter().flat_map(|file| &file.invoices) {
        match lots.get(invoice.invoice.as_str()) {
            Some(held) if *held != invoice.lot => several.push(invoice.invoice.as_str()),
            Some(_) => {}
            None => {
                lots.insert(&invoice.invoice, invoice.lot.clone());
            }
        }
    }
    for invoice in several {
        lots.remove(invoice);
    }
    lots
}

/// The rejects that concern a share.
fn rejects_of(invoice: &ReturnedInvoice, share: Share) -> Vec<Reject> {
    let concerns = |reject: &&Reject| match reject.share {
        None => true,
        Some(RejectShare::Complementary) => share == Share::Amc,
        // Nothing tells the obligatory share from both.
        Some(RejectShare::ObligatoryOrBoth) => true,
    };
    invoice.rejects.iter().filter(concerns).cloned().collect()
}
