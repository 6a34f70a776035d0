//! The history of one share of one invoice.

use super::{Money, Row, Sent, State};
use crate::model::{Deduction, Reject, ReturnedInvoice, ReturnedShare, ShareState};
use tierspayant_core::model::{Date, Share};

/// What was sent and what came back, so far.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    asked: i64,
    /// What the last return that speaks of the share said; nothing while none has.
    last: Option<ShareState>,
    refusals: u32,
    paid: i64,
    deducted: i64,
    rejects: Vec<Reject>,
    returned_on: Option<Date>,
    payer: Option<String>,
    sent_on: Option<Date>,
    given_up: bool,
    too_late_on: Option<Date>,
}

impl History {
    /// It was sent.
    pub(super) fn sent(&mut self, sent: &Sent, cents: i64) {
        self.asked = cents;
        self.noted(sent);
    }

    /// What is known of its sending besides amounts.
    pub(super) fn noted(&mut self, sent: &Sent) {
        self.sent_on = sent.sent_on.max(self.sent_on);
        self.given_up |= sent.given_up;
        self.too_late_on = sent.too_late_on.or(self.too_late_on);
    }

    /// A return speaks of it.
    pub(super) fn returned(
        &mut self,
        share: &ReturnedShare,
        rejects: &[Reject],
        deductions: &[Deduction],
        invoice: &ReturnedInvoice,
        day: Option<Date>,
    ) {
        let paid = share.paid_cents.unwrap_or_default();
        match share.state {
            // Money that comes back negative is taken back from what was paid before.
            ShareState::Paid if paid < 0 => {
                if self.last.is_none() {
                    // The payment itself is in no file at hand.
                    self.asked = share.asked_cents;
                    self.paid = self.asked;
                    self.last = Some(ShareState::Paid);
                }
                self.take_back(paid.saturating_neg());
            }
            ShareState::Paid => {
                self.asked = share.asked_cents;
                self.paid = self.paid.saturating_add(paid);
                self.last = Some(ShareState::Paid);
                // Of a share that is paid in whole, a reject is of the other share.
                self.rejects = if self.paid < self.asked {
                    rejects.to_vec()
                } else {
                    Vec::new()
                };
            }
            ShareState::Rejected => {
                self.asked = share.asked_cents;
                self.last = Some(ShareState::Rejected);
                self.refusals = self.refusals.saturating_add(1);
                self.rejects = rejects.to_vec();
            }
            ShareState::Deferred => {
                self.asked = share.asked_cents;
                self.last = Some(ShareState::Deferred);
                self.rejects = rejects.to_vec();
            }
            // This payer does not handle the share, or says something that no description gives: another return may.
            ShareState::NotHandled | ShareState::Unknown(_) => {
                self.asked = self.asked.max(share.asked_cents);
            }
        }
        // Deductions stand with the invoice, not with a share: they are those of the obligatory insurer.
        if share.share == Share::Amo {
            for deduction in deductions
                .iter()
                .filter(|one| one.operation.as_deref() == Some("RPR"))
            {
                self.take_back(deduction.amount_cents.saturating_abs());
            }
        }
        self.returned_on = day.max(self.returned_on);
        self.payer = invoice.payer.clone().or_else(|| self.payer.take());
    }

    /// Money is taken back, at most what was paid.
    fn take_back(&mut self, cents: i64) {
        let cents = cents.min(self.paid.max(0));
        self.paid = self.paid.saturating_sub(cents);
        self.deducted = self.deducted.saturating_add(cents);
    }

    /// The row of the ledger.
    pub(super) fn row(
        self,
        invoice: String,
        lot: Option<String>,
        share: Share,
        replaced_by: Option<String>,
    ) -> Row {
        let state = self.state(replaced_by.is_some());
        Row {
            invoice,
            lot,
            share,
            state,
            money: self.money(),
            rejects: self.rejects,
            returned_on: self.returned_on,
            payer: self.payer,
            replaced_by,
            too_late_on: self.too_late_on,
        }
    }

    fn state(&self, replaced: bool) -> State {
        // Sent again under its own number: after the return that refused it.
        let again = self
            .sent_on
            .zip(self.returned_on)
            .is_some_and(|(sent, returned)| sent > returned);
        match self.last {
            Some(ShareState::Paid) if self.deducted > 0 => State::Deducted,
            Some(ShareState::Paid) if self.paid < self.asked => State::PaidInPart,
            Some(ShareState::Paid) => State::Paid,
            _ if self.given_up => State::GivenUp,
            Some(ShareState::Rejected) if replaced || again => State::SentAgain,
            Some(ShareState::Rejected) if self.refusals > 1 => State::RejectedAgain,
            Some(ShareState::Rejected) => State::Rejected,
            Some(ShareState::Deferred) => State::Waiting,
            Some(ShareState::NotHandled | ShareState::Unknown(_)) | None => State::Open,
        }
    }

    fn money(&self) -> Money {
        let mut money = Money {
            asked: self.asked,
            paid: self.paid,
            deducted: self.deducted,
            ..Money::default()
        };
        let rest = money.balance();
        match self.last {
            Some(ShareState::Paid) => money.short = rest,
            Some(ShareState::Rejected) => money.rejected = rest,
            Some(ShareState::Deferred) => money.deferred = rest,
            Some(ShareState::NotHandled | ShareState::Unknown(_)) | None => money.open = rest,
        }
        money
    }
}
