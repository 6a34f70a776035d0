//! Which habit makes rejects: rates by month, cause, share, payer, operator or setting, each with what it is a rate of, an interval, and what keeps
//! it from coming back.
//!
//! A rate without its exposure says nothing: an operator who sends most has most rejects. The exposure is the number of shares that were sent; the
//! interval is Wilson's, at 95 %. A group stands out where its interval lies wholly above the rate of all the others together. Operators and settings
//! are opaque codes of the caller, and a table of operators is for the team's own training, not for a ranking of people.

use crate::report::{Cell, Followed};
use crate::words::words;
use std::collections::BTreeMap;
use tierspayant_core::model::Date;
use tierspayant_core::triage::Prevention;

words! {
    /// What rows are grouped by.
    By {
        /// The month of the invoice.
        Month = "month",
        /// The most probable cause of the reject.
        Cause = "cause",
        /// The share.
        Share = "share",
        /// The payer.
        Payer = "payer",
        /// Who made the invoice, as an opaque code.
        Operator = "operator",
        /// The setting of the software, as an opaque code.
        Setting = "setting",
    }
}

/// The rate of rejects of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// The group; nothing where a row does not say it.
    pub group: Option<String>,
    /// How many shares could have been refused.
    pub exposure: usize,
    /// How many were refused, at least once.
    pub rejected: usize,
    /// What the refused ones asked for, in cents.
    pub rejected_cents: i64,
    /// How many of them the check would have blocked or doubted before sending, with what was known then.
    pub caught: usize,
    /// Refused, of the exposure.
    pub rate: f64,
    /// The interval of that rate at 95 %.
    pub interval: (f64, f64),
    /// Whether the interval lies wholly above the rate of the others.
    pub stands_out: bool,
    /// What keeps most of the group's rejects from coming back, where a habit makes them.
    pub prevention: Option<Prevention>,
}

/// The columns of a rate, in their order.
pub const RATE_COLUMNS: [&str; 11] = [
    "period",
    "group",
    "exposure",
    "rejected",
    "rejected_cents",
    "caught",
    "rate_per_thousand",
    "low_per_thousand",
    "high_per_thousand",
    "stands_out",
    "prevention",
];

impl Rate {
    /// The rate, value by value, in the order of [`RATE_COLUMNS`]; `period` is `before` or `after` where two are compared.
    pub fn cells(&self, period: Option<&str>) -> Vec<Cell> {
        let text = |text: Option<&str>| text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()));
        let count = |count: usize| Cell::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let thousand = |rate: f64| Cell::Text(format!("{:.1}", rate * 1000.0));
        vec![
            text(period),
            text(self.group.as_deref()),
            count(self.exposure),
            count(self.rejected),
            Cell::Number(self.rejected_cents),
            count(self.caught),
            thousand(self.rate),
            thousand(self.interval.0),
            thousand(self.interval.1),
            Cell::Yes(self.stands_out),
            text(self.prevention.map(Prevention::as_str)),
        ]
    }
}

/// The rates of some rows, the highest first.
pub fn rates<'r>(rows: impl IntoIterator<Item = &'r Followed>, by: By) -> Vec<Rate> {
    let rows: Vec<&Followed> = rows.into_iter().collect();
    let refused = rows.iter().filter(|one| one.was_refused()).count();
    let mut groups: BTreeMap<Option<String>, Vec<&Followed>> = BTreeMap::new();
    for row in &rows {
        if by != By::Cause || row.was_refused() {
            groups.entry(group(row, by)).or_default().push(row);
        }
    }
    let mut rates: Vec<Rate> = groups
        .into_iter()
        .map(|(group, members)| {
            // Each share could have been refused for any cause.
            let exposure = if by == By::Cause {
                rows.len()
            } else {
                members.len()
            };
            let rejected = members.iter().filter(|one| one.was_refused()).count();
            let others = (
                rows.len().saturating_sub(exposure),
                refused.saturating_sub(rejected),
            );
            let interval = wilson(rejected, exposure);
            let above = others.0 > 0 && interval.0 > share(others.1, others.0);
            let caught = |one: &&&Followed| one.was_refused() && one.was_caught();
            Rate {
                group,
                exposure,
                rejected,
                rejected_cents: (members.iter().filter(|one| one.was_refused()))
                    .fold(0, |sum: i64, one| sum.saturating_add(one.row.money.asked)),
                caught: members.iter().filter(caught).count(),
                rate: share(rejected, exposure),
                interval,
                stands_out: by != By::Cause && above,
                prevention: most(&members),
            }
        })
        .collect();
    rates.sort_by(|one, two| {
        two.rate
            .total_cmp(&one.rate)
            .then_with(|| one.group.cmp(&two.group))
    });
    rates
}

/// The rates before a day and from it on. A row without a day is in neither. Both are counted with the same edition of the rules, so that only the
/// habit changed.
pub fn before_and_after(rows: &[Followed], by: By, day: Date) -> (Vec<Rate>, Vec<Rate>) {
    let side = |after: bool| {
        rows.iter()
            .filter(move |one| one.row.invoice_date.is_some_and(|on| (on >= day) == after))
    };
    (rates(side(false), by), rates(side(true), by))
}

fn group(row: &Followed, by: By) -> Option<String> {
    match by {
        By::Month => row
            .row
            .invoice_date
            .map(|day| day.to_string().chars().take(7).collect()),
        By::Cause => row.cause.map(|cause| cause.to_string()),
        By::Share => Some(row.row.share.to_string()),
        By::Payer => row.row.payer.clone(),
        By::Operator => row.row.operator.clone(),
        By::Setting => row.row.setting.clone(),
    }
}

/// What prevents most of the group's rejects.
fn most(members: &[&Followed]) -> Option<Prevention> {
    let mut counts: BTreeMap<&str, (usize, Prevention)> = BTreeMap::new();
    let refused = members.iter().filter(|one| one.was_refused());
    for prevention in refused.filter_map(|one| Prevention::of(one.cause?, one.origin)) {
        counts.entry(prevention.as_str()).or_insert((0, prevention)).0 += 1;
    }
    counts
        .values()
        .max_by_key(|(count, _)| *count)
        .map(|(_, one)| *one)
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        float(part) / float(whole)
    }
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Wilson's interval of a rate at 95 %.
pub fn wilson(part: usize, whole: usize) -> (f64, f64) {
    const Z: f64 = 1.959_963_984_540_054;
    if whole == 0 {
        return (0.0, 1.0);
    }
    let (rate, count) = (share(part, whole), float(whole));
    let spread = Z * Z / count;
    let middle = (rate + spread / 2.0) / (1.0 + spread);
    let half = Z / (1.0 + spread) * (rate * (1.0 - rate) / count + spread / (4.0 * count)).sqrt();
    // The ends are exact where nothing or everything was refused, whatever rounding says.
    let low = if part == 0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if part >= whole {
        1.0
    } else {
        (middle + half).min(1.0)
    };
    (low, high)
}

#[cfg(test)]
#[path = "prevention_tests.rs"]
mod tests;
