//! The history of one share of one invoice.

use super::event::Event;
use super::{Money, Row, Sent, State};
use crate::model::{Reject, ShareState};
use tierspayant_core::model::{Date, Share};

/// What was sent and what came back, so far.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    asked: i64,
    /// What came back, put in order by [`History::fate`].
    pub events: Vec<Event>,
    sent_on: Option<Date>,
    given_up: bool,
    too_late_on: Option<Date>,
    operator: Option<String>,
    setting: Option<String>,
}

/// What became of the share.
#[derive(Debug, Clone, Default)]
pub(super) struct Fate {
    asked: i64,
    /// What the last return that speaks of the share said; nothing while none has.
    last: Option<ShareState>,
    refusals: u32,
    paid: i64,
    deducted: i64,
    /// What was taken from a payment beyond what this share had been paid.
    pub excess: i64,
    /// What was paid before the first return at hand, as a later one shows that takes it back.
    pub unseen: i64,
    rejects: Vec<Reject>,
    returned_on: Option<Date>,
    invoice_date: Option<Date>,
    payer: Option<String>,
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
        self.too_late_on = sent.too_late_on.max(self.too_late_on);
        let known = |new: &Option<String>, held: &mut Option<String>| {
            if held.is_none() {
                held.clone_from(new);
            }
        };
        known(&sent.operator, &mut self.operator);
        known(&sent.setting, &mut self.setting);
    }

    /// What became of it, from everything that came back.
    pub(super) fn fate(&mut self) -> Fate {
        self.events.sort_by_key(Event::order);
        // What two files tell in the same words happened once; the rejects of both are kept.
        let mut told: Vec<Event> = Vec::with_capacity(self.events.len());
        for event in self.events.drain(..) {
            match told.last_mut().filter(|last| last.repeats(&event)) {
                Some(last) => {
                    for reject in event.rejects {
                        if !last.rejects.contains(&reject) {
                            last.rejects.push(reject);
                        }
                    }
                }
                None => told.push(event),
            }
        }
        self.events = told;
        let mut fate = Fate {
            asked: self.asked,
            ..Fate::default()
        };
        for event in &self.events {
            fate.take_in(event);
        }
        fate
    }

    /// The state, and that of the invoice that replaced it, where one did.
    pub(super) fn state(&self, fate: &Fate, replaced: Option<Option<State>>) -> State {
        // Sent again under its own number: after the return that refused it.
        let again = (self.sent_on.zip(fate.returned_on)).is_some_and(|(sent, returned)| sent > returned);
        match fate.last {
            Some(ShareState::Paid) if fate.deducted > 0 => State::Deducted,
            Some(ShareState::Paid) if fate.paid < fate.asked => State::PaidInPart,
            Some(ShareState::Paid) => State::Paid,
            _ if self.given_up => State::GivenUp,
            Some(ShareState::Rejected) => match replaced {
                // Nothing is left to do about the old number: the new one has a row of its own.
                Some(Some(State::Open | State::Waiting) | None) => State::SentAgain,
                Some(Some(_)) => State::Replaced,
                None if again => State::SentAgain,
                None if fate.refusals > 1 => State::RejectedAgain,
                None => State::Rejected,
            },
            Some(ShareState::Deferred) => State::Waiting,
            Some(ShareState::NotHandled | ShareState::Unknown(_)) | None => State::Open,
        }
    }

    /// The row of the ledger. `replaced` is the invoice that replaced it, with its own state where it has a row.
    pub(super) fn row(
        &self,
        (invoice, lot, share): (String, Option<String>, Share),
        fate: &Fate,
        replaced: Option<(&str, Option<State>)>,
    ) -> Row {
        Row {
            invoice,
            lot,
            share,
            state: self.state(fate, replaced.map(|(_, state)| state)),
            money: fate.money(replaced.is_some()),
            rejects: fate.rejects.clone(),
            refusals: fate.refusals,
            returned_on: fate.returned_on,
            invoice_date: fate.invoice_date.or(self.sent_on),
            payer: fate.payer.clone(),
            replaced_by: replaced.map(|(by, _)| by.to_owned()),
            too_late_on: self.too_late_on,
            operator: self.operator.clone(),
            setting: self.setting.clone(),
        }
    }
}

impl Fate {
    /// One more thing that came back.
    fn take_in(&mut self, event: &Event) {
        let mut taken = event.taken;
        match event.state {
            // Money that comes back negative is taken back from what was paid before.
            ShareState::Paid if event.paid < 0 => {
                let back = event.paid.saturating_neg();
                if self.last.is_none() {
                    // The payment itself is in no file at hand.
                    self.asked = event.asked;
                    self.paid = self.asked;
                    self.unseen = self.asked;
                    self.last = Some(ShareState::Paid);
                }
                // A debt that stands with it is the same money.
                taken = taken.max(back);
            }
            ShareState::Paid => {
                self.asked = event.asked;
                self.paid = self.paid.saturating_add(event.paid);
                self.last = Some(ShareState::Paid);
                // Of a share that is paid in whole, a reject is of the other share; what refused it before stays told.
                if self.paid < self.asked && !event.rejects.is_empty() {
                    self.rejects.clone_from(&event.rejects);
                } else if self.refusals == 0 {
                    self.rejects.clear();
                }
            }
            // No refusal takes money back: what is paid in whole stays so, as where the same invoice was sent twice.
            ShareState::Rejected if self.is_settled(event.asked) => {
                self.refusals = self.refusals.saturating_add(1);
                self.rejects.clone_from(&event.rejects);
            }
            ShareState::Rejected => {
                self.asked = event.asked;
                self.last = Some(ShareState::Rejected);
                self.refusals = self.refusals.saturating_add(1);
                self.rejects.clone_from(&event.rejects);
            }
            ShareState::Deferred => {
                self.asked = event.asked;
                self.last = Some(ShareState::Deferred);
                self.rejects.clone_from(&event.rejects);
            }
            // This payer does not handle the share, or says something that no description gives: another return may.
            ShareState::NotHandled | ShareState::Unknown(_) => self.asked = self.asked.max(event.asked),
        }
        self.take_back(taken);
        self.returned_on = event.day.max(self.returned_on);
        self.invoice_date = event.invoice_date.or(self.invoice_date);
        self.payer = event.payer.clone().or_else(|| self.payer.take());
    }

    /// Whether all that was asked for is paid, and nothing of it was taken back.
    fn is_settled(&self, asked: i64) -> bool {
        self.last == Some(ShareState::Paid)
            && self.paid > 0
            && self.paid >= self.asked.max(asked)
            && self.deducted == 0
    }

    /// Money is taken back: from what was paid, and what goes beyond is a debt of something else.
    fn take_back(&mut self, cents: i64) {
        let here = cents.min(self.paid.max(0));
        self.paid = self.paid.saturating_sub(here);
        self.deducted = self.deducted.saturating_add(here);
        self.excess = self.excess.saturating_add(cents.saturating_sub(here));
    }

    fn money(&self, replaced: bool) -> Money {
        let mut money = Money {
            asked: self.asked,
            paid: self.paid,
            deducted: self.deducted,
            ..Money::default()
        };
        let rest = money.balance();
        match self.last {
            Some(ShareState::Paid) => money.short = rest,
            Some(ShareState::Rejected) if replaced => money.replaced = rest,
            Some(ShareState::Rejected) => money.rejected = rest,
            Some(ShareState::Deferred) => money.deferred = rest,
            Some(ShareState::NotHandled | ShareState::Unknown(_)) | None => money.open = rest,
        }
        money
    }
}
