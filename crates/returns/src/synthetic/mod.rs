//! A made-up pharmacy over a year: what it sent, what it knew of the rights and when, and what came back, with the money of all of it counted apart.
//!
//! It serves to try, to test and to teach, and never pretends to be a statistic of reality. The same recipe always makes the same files. People and
//! their numbers are invented; the numbers have the form of a NIR so that tests can show that none comes out again.
//!
//! | file | what it holds |
//! |---|---|
//! | `claims.jsonl` | a dossier for each invoice, with the rights as they were read before the care |
//! | `rights.jsonl` | the rights of each person as they were read at the end of the year |
//! | `sent.csv` | the list of what was sent: amounts, days, invoices that replace others, invoices given up, operators and settings |
//! | `shop.csv` | the lines of the shop, as its software exports them: `;`, Windows-1252, French days and euros |
//! | `coverage.csv`, `exemptions.csv` | the rights in tables, as they were read on several days |
//! | `returns/AAAA-MM-JJ.ret` | what the fund sent back each week, in NOEMIE |
//! | `returns/mutuelles-AAAA-MM.csv` | what the complementary insurers sent back each month, in a list |
//!
//! ```
//! use tierspayant_returns::synthetic::{Recipe, year};
//!
//! let year = year(&Recipe { invoices: 50, ..Recipe::starting("2025-11-01".parse()?) });
//! assert!(year.files.iter().any(|file| file.name == "sent.csv"));
//! # Ok::<(), tierspayant_core::model::DateError>(())
//! ```

mod files;
mod invoice;
mod people;
mod tables;

use tierspayant_core::model::Date;

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Any number: another one makes another year.
    pub seed: u64,
    /// How many invoices are sent for the first time.
    pub invoices: u32,
    /// How many people they are for.
    pub people: u32,
    /// The first day of care.
    pub first: Date,
    /// Over how many days care is given.
    pub days: u16,
}

impl Recipe {
    /// A year of a small pharmacy: 2 000 invoices for 300 people.
    pub const fn starting(first: Date) -> Self {
        Recipe {
            seed: 1,
            invoices: 2_000,
            people: 300,
            first,
            days: 365,
        }
    }
}

/// A file of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with a folder where it has one.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The files.
    pub files: Vec<File>,
    /// The money, counted while the files were made and from nothing else.
    pub totals: Totals,
}

/// The money of a year, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Asked for, over all invoices that were sent, new numbers included.
    pub asked: i64,
    /// Paid and not taken back.
    pub paid: i64,
    /// Refused, and not asked for again under a new number.
    pub rejected: i64,
    /// Still being handled.
    pub deferred: i64,
    /// Paid and taken back.
    pub deducted: i64,
    /// Left short by a payment.
    pub short: i64,
    /// Without any return.
    pub open: i64,
    /// Refused, and asked for again under a new number.
    pub replaced: i64,
    /// Taken from payments for invoices of the years before.
    pub elsewhere: i64,
    /// What came in: payments less what was taken back.
    pub cash: i64,
}

/// Makes a year.
pub fn year(recipe: &Recipe) -> Year {
    let mut totals = Totals::default();
    let invoices = invoice::all(recipe, &mut totals);
    let mut files = vec![
        tables::claims(&invoices),
        tables::rights(recipe),
        tables::sent(&invoices),
        tables::shop(&invoices),
        tables::coverage(recipe, &invoices),
        tables::exemptions(recipe, &invoices),
    ];
    files.extend(files::returns(recipe, &invoices, &mut totals));
    Year { files, totals }
}

/// Random choices that depend on a number and a purpose only, never on what was chosen before.
#[derive(Clone, Copy)]
struct Chance {
    seed: u64,
    number: u64,
}

impl Chance {
    const fn new(seed: u64, number: u64) -> Self {
        Chance { seed, number }
    }

    /// A number below a limit (splitmix64).
    fn below(self, purpose: u64, limit: u64) -> u64 {
        let mut z = self
            .seed
            .wrapping_mul(0xd6e8_feb8_6659_fd93)
            .wrapping_add(self.number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
            .wrapping_add(purpose.wrapping_mul(0xa076_1d64_78bd_642f));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).checked_rem(limit).unwrap_or(0)
    }

    /// Whether something that happens so many times in a thousand happens.
    fn in_a_thousand(self, purpose: u64, rate: u64) -> bool {
        self.below(purpose, 1000) < rate
    }

    /// A number of days below a limit.
    fn days(self, purpose: u64, limit: u16) -> i32 {
        i32::try_from(self.below(purpose, u64::from(limit.max(1)))).unwrap_or(0)
    }
}

/// A day so many days later.
fn later(day: Date, days: i32) -> Date {
    day.plus_days(days).unwrap_or(day)
}
