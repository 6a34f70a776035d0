//! The money of a share: every cent that was asked for is somewhere.

/// Amounts in cents. What was asked is what was paid, refused, deferred, taken back, left short, not answered and asked for again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Money {
    /// Asked for.
    pub asked: i64,
    /// Paid, and not taken back.
    pub paid: i64,
    /// Refused.
    pub rejected: i64,
    /// The payer works on it.
    pub deferred: i64,
    /// Paid once, and taken back.
    pub deducted: i64,
    /// Left unpaid by a payment, with or without a reject that says why; negative where more was paid than asked.
    pub short: i64,
    /// Not answered yet.
    pub open: i64,
    /// Refused, and asked for again under a new number: it is asked for twice, and lost nowhere.
    pub replaced: i64,
}

impl Money {
    /// What is asked for and nowhere found: always zero.
    pub const fn balance(&self) -> i64 {
        let found = self
            .paid
            .saturating_add(self.rejected)
            .saturating_add(self.deferred)
            .saturating_add(self.deducted)
            .saturating_add(self.short)
            .saturating_add(self.open)
            .saturating_add(self.replaced);
        self.asked.saturating_sub(found)
    }

    /// What is not paid, taken back amounts included.
    pub const fn unpaid(&self) -> i64 {
        self.asked.saturating_sub(self.paid)
    }

    /// The sum of both.
    #[must_use]
    pub const fn plus(&self, other: &Money) -> Money {
        Money {
            asked: self.asked.saturating_add(other.asked),
            paid: self.paid.saturating_add(other.paid),
            rejected: self.rejected.saturating_add(other.rejected),
            deferred: self.deferred.saturating_add(other.deferred),
            deducted: self.deducted.saturating_add(other.deducted),
            short: self.short.saturating_add(other.short),
            open: self.open.saturating_add(other.open),
            replaced: self.replaced.saturating_add(other.replaced),
        }
    }
}
