//! What a file says of its own content, compared with what was read.

use super::layout::{control, head};
use crate::fields::Fields;
use crate::model::{Check, CheckResult, ReturnedInvoice, ShareState};
use tierspayant_core::model::Share;

/// The counts so far, and what came of the comparisons.
#[derive(Default)]
pub(super) struct Checks {
    entities: u64,
    invoices: u64,
    lots: u64,
    paid_cents: i64,
    asked_cents: i64,
    /// Debts that stand with no invoice.
    taken_cents: i64,
    amo_lines: Tally,
    amc_lines: Tally,
    control_counts: Tally,
    control_sums: Tally,
    end_records: Tally,
    end_lots: Tally,
    end_sum: Tally,
}

/// How often something was compared, and how often it was not the same.
#[derive(Default)]
struct Tally {
    times: u64,
    failed: bool,
}

impl Tally {
    fn compare(&mut self, same: bool) {
        self.times = self.times.saturating_add(1);
        self.failed |= !same;
    }

    /// Compares what the file says with everything that it may mean; what it does not say is not compared.
    fn any(&mut self, said: Option<i64>, meanings: &[i64]) {
        if let Some(said) = said.filter(|said| *said != 0) {
            self.compare(meanings.contains(&said));
        }
    }

    fn check(&self, what: &'static str) -> Check {
        let result = match (self.times, self.failed) {
            (0, _) => CheckResult::NotPossible,
            (_, true) => CheckResult::Failed,
            (_, false) => CheckResult::Passed,
        };
        Check {
            what,
            result,
            times: self.times,
        }
    }
}

impl Checks {
    pub(super) fn entity(&mut self) {
        self.entities = self.entities.saturating_add(1);
    }

    pub(super) fn invoice(&mut self) {
        self.invoices = self.invoices.saturating_add(1);
    }

    pub(super) fn lot(&mut self) {
        self.lots = self.lots.saturating_add(1);
    }

    /// A debt that stands with no invoice was taken from the payment.
    pub(super) const fn taken(&mut self, cents: i64) {
        self.taken_cents = self.taken_cents.saturating_add(cents);
    }

    /// An invoice is whole: what its shares say was paid is what its lines add up to.
    pub(super) fn closed(&mut self, invoice: &ReturnedInvoice) {
        for share in &invoice.shares {
            self.asked_cents = self.asked_cents.saturating_add(share.asked_cents);
            self.paid_cents = self
                .paid_cents
                .saturating_add(share.paid_cents.unwrap_or_default());
            if invoice.lines.is_empty() || share.state != ShareState::Paid {
                continue;
            }
            let amount = |line: &crate::model::ReturnedLine| match share.share {
                Share::Amo => line.amo_cents,
                Share::Amc => line.amc_cents,
            };
            let sum = invoice
                .lines
                .iter()
                .filter_map(amount)
                .fold(0_i64, i64::saturating_add);
            let tally = match share.share {
                Share::Amo => &mut self.amo_lines,
                Share::Amc => &mut self.amc_lines,
            };
            tally.compare(share.paid_cents.unwrap_or_default() == sum);
        }
    }

    /// A level is closed. Whether invoices or entities are counted, and what is summed, is not public: each meaning is tried.
    pub(super) fn control(&mut self, fields: &Fields<'_>) {
        if !fields.is_filled(control::CLOSED) {
            return;
        }
        let counts = [self.invoices, self.entities, self.lots].map(signed);
        self.control_counts.any(fields.number(control::COUNT), &counts);
        let sums = [self.paid_cents, self.asked_cents];
        self.control_sums.any(fields.number(control::SUM), &sums);
    }

    /// The last block.
    pub(super) fn end(&mut self, fields: &Fields<'_>, blocks: u64) {
        let entities = self.entities.saturating_add(2);
        let records = [blocks, entities, self.entities].map(signed);
        self.end_records.any(fields.number(head::RECORDS), &records);
        self.end_lots.any(fields.number(head::LOTS), &[signed(self.lots)]);
        let sums = [
            self.paid_cents,
            self.asked_cents,
            self.paid_cents.saturating_sub(self.taken_cents),
        ];
        self.end_sum.any(fields.amount(head::SUM, head::SUM_SIGN), &sums);
    }

    /// Every comparison.
    pub(super) fn list(&self) -> Vec<Check> {
        vec![
            self.amo_lines.check("AMO share paid against the act lines"),
            self.amc_lines.check("AMC share paid against the act lines"),
            self.control_counts.check("counts of the levels"),
            self.control_sums.check("sums of the levels"),
            self.end_records.check("records of the file"),
            self.end_lots.check("lots of the file"),
            self.end_sum.check("sum of the file"),
        ]
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
