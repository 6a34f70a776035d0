//! What one return says of one share.

use crate::model::{Deduction, Reject, RejectShare, ReturnedInvoice, ReturnedShare, Returns, ShareState};
use tierspayant_core::model::{Date, Share};

/// What one return says of one share, in the order in which such things happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    pub day: Option<Date>,
    pub state: ShareState,
    pub asked: i64,
    /// What came in; negative where it was taken back.
    pub paid: i64,
    /// What the payer took from its payment for this invoice.
    pub taken: i64,
    pub rejects: Vec<Reject>,
    pub payer: Option<String>,
    pub invoice_date: Option<Date>,
}

/// What orders two events: the day, and on one day what cannot come before the other.
type Order = (bool, Option<Date>, u8, i64, i64, i64);

impl Event {
    /// What a return says of a share of one of its invoices.
    pub(super) fn of(file: &Returns, invoice: &ReturnedInvoice, share: &ReturnedShare, taken: i64) -> Self {
        Event {
            day: day(file, invoice),
            state: share.state,
            asked: share.asked_cents,
            paid: share.paid_cents.unwrap_or_default(),
            taken,
            rejects: rejects_of(invoice, share.share),
            payer: invoice.payer.clone(),
            invoice_date: invoice.invoice_date,
        }
    }

    /// A deduction that stands with an invoice of which the return says nothing else.
    pub(super) fn deduction(file: &Returns, invoice: &ReturnedInvoice, taken: i64) -> Self {
        Event {
            day: day(file, invoice),
            state: ShareState::NotHandled,
            asked: 0,
            paid: 0,
            taken,
            rejects: Vec::new(),
            payer: invoice.payer.clone(),
            invoice_date: invoice.invoice_date,
        }
    }

    pub(super) fn order(&self) -> Order {
        let rank = match self.state {
            ShareState::NotHandled | ShareState::Unknown(_) => 0,
            ShareState::Deferred => 1,
            ShareState::Rejected => 2,
            ShareState::Paid if self.paid >= 0 => 3,
            ShareState::Paid => 4,
        };
        // What names no day is taken as the latest: a list is made of what is known when it is made.
        (
            self.day.is_none(),
            self.day,
            rank,
            self.asked,
            self.paid,
            self.taken,
        )
    }

    /// The same thing told by another file: a list often repeats what a return said.
    pub(super) fn repeats(&self, other: &Event) -> bool {
        self.order() == other.order() && self.state == other.state
    }
}

fn day(file: &Returns, invoice: &ReturnedInvoice) -> Option<Date> {
    invoice.accounted_on.or(file.head.created_on)
}

/// The share whose payments a file takes debts from: that of the kind of organism that sends it.
pub(super) fn debtor(file: &Returns) -> Share {
    match file.head.sender_type.as_deref() {
        Some("OC" | "CS") => Share::Amc,
        _ => Share::Amo,
    }
}

/// What these deductions take from a payment.
pub(super) fn taken(deductions: &[Deduction]) -> i64 {
    deductions
        .iter()
        .filter(|one| one.is_taken())
        .fold(0_i64, |sum, one| {
            sum.saturating_add(one.amount_cents.saturating_abs())
        })
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
