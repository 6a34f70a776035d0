//! The ledger: what became of each share of each invoice, over all the returns that there are.
//!
//! It is made anew from the files each time, and holds no state of its own. An invoice is known by its number and its lot; one that was sent again
//! under a new number is told by the list of what was sent ([`Sent::replaces`]).
//!
//! Money that came in is money paid: the payments of all returns, less what they took back, are [`Money::paid`] less
//! [`Ledger::taken_elsewhere`] and [`Ledger::paid_before`].
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

mod event;
mod history;
mod money;
mod settle;
#[cfg(test)]
mod tests;

pub use money::Money;
pub use tierspayant_core::triage::{Followed as State, Work};

use crate::model::{Reject, Returns};
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
    /// Who made it, as an opaque code: never a name.
    pub operator: Option<String>,
    /// The setting of the software that it was made with, as an opaque code.
    pub setting: Option<String>,
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
    /// How many returns refused it.
    pub refusals: u32,
    /// The day of that return, or of the last one that speaks of it.
    pub returned_on: Option<Date>,
    /// The day of the invoice, or the day on which it was sent.
    pub invoice_date: Option<Date>,
    /// The payer.
    pub payer: Option<String>,
    /// The invoice that replaced it.
    pub replaced_by: Option<String>,
    /// The day from which it may be too late to send it again.
    pub too_late_on: Option<Date>,
    /// Who made it, as an opaque code.
    pub operator: Option<String>,
    /// The setting of the software that it was made with, as an opaque code.
    pub setting: Option<String>,
}

/// Every share of every invoice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The rows, by the number of the invoice, its lot and its share.
    pub rows: Vec<Row>,
    /// What payers took from their payments and no payment at hand answers for, in cents: debts of invoices that no file holds.
    pub taken_elsewhere: i64,
    /// What was paid in files that are not at hand, as far as a later return takes it back, in cents.
    pub paid_before: i64,
    /// Files that say of themselves that they are tests or demonstrations: nothing of them is counted.
    pub test_files: usize,
}

impl Ledger {
    /// Makes the ledger of these returns and of what was sent. The order of the files and of their rows changes nothing: what a share went through is
    /// ordered by the days that the returns name, and what comes twice in the same words counts once. `today` is not asked: see [`Ledger::on`].
    pub fn new(returns: &[Returns], sent: &[Sent]) -> Self {
        settle::ledger(returns, sent)
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
