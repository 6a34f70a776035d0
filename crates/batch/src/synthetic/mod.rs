//! Synthetic tables of any size: people, their rights, claims, and rejects, with errors at rates that the user sets.
//!
//! They serve to try, to measure and to teach. They never pretend to be statistics of reality.

mod lines;
mod people;
mod rejects;

pub use lines::lines;
pub use people::rights;
pub use rejects::rejects;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{Field, Schema};
use std::sync::Arc;
use tierspayant::core::model::Date;

/// What is made, and how often things go wrong. The same recipe always makes the same tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// Any number: another one makes other tables.
    pub seed: u64,
    /// How many people there are.
    pub people: u32,
    /// How many lines are billed.
    pub lines: u64,
    /// The first day of care.
    pub first: Date,
    /// Over how many days care is given.
    pub days: u32,
    /// How many lines a batch has.
    pub rows: usize,
    /// On how many days the rights of a person were read.
    pub readings: u32,
    /// How often what happens.
    pub rates: Rates,
}

macro_rules! rates {
    ($($(#[$meta:meta])* $name:ident = $default:literal),+ $(,)?) => {
        /// How often what happens, each from 0 to 1.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Rates { $($(#[$meta])* pub $name: f64),+ }

        impl Default for Rates {
            fn default() -> Self {
                Rates { $($name: $default),+ }
            }
        }

        impl Rates {
            /// The names, in order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// Sets a rate by its name; `false` when there is none of that name.
            pub fn set(&mut self, name: &str, rate: f64) -> bool {
                match name {
                    $(stringify!($name) => self.$name = rate,)+
                    _ => return false,
                }
                true
            }

            /// A rate by its name.
            pub fn get(&self, name: &str) -> Option<f64> {
                match name {
                    $(stringify!($name) => Some(self.$name),)+
                    _ => None,
                }
            }
        }
    };
}

rates! {
    /// People with an ALD.
    ald = 0.18,
    /// People with a CSS.
    css = 0.10,
    /// People in a maternity period at some time.
    maternity = 0.03,
    /// ALD that end while care is given.
    ald_ends = 0.06,
    /// ALD still under instruction.
    ald_pending = 0.01,
    /// CSS that end while care is given.
    css_ends = 0.10,
    /// Base rights that end while care is given.
    rights_end = 0.01,
    /// People whose rights were last read before the first day of care.
    read_before = 0.10,
    /// Lines of people without ALD that claim one, typed by hand.
    forced = 0.01,
    /// Lines related to an ALD that claim nothing.
    missed = 0.04,
    /// Lines of people with an ALD whose relation to it was not said.
    relation_unknown = 0.03,
    /// Claims of people with a CSS that carry another contract type.
    wrong_type = 0.02,
    /// Claims for which the rights were read at the counter, on the day of the care.
    asked_at_counter = 0.0,
    /// Rows with a cell that cannot be read.
    bad_cells = 0.001,
    /// Lines rejected for a reason that has nothing to do with rights.
    other_rejects = 0.003,
    /// Lines that should be rejected and are paid all the same.
    forgiven = 0.15,
}

impl Default for Recipe {
    fn default() -> Self {
        Recipe {
            seed: 1,
            people: 2_000,
            lines: 50_000,
            // 2025-11-01.
            first: Date::from_unix_days(20_393).unwrap_or_else(|_| some_day()),
            days: 365,
            rows: 65_536,
            readings: 1,
            rates: Rates::default(),
        }
    }
}

fn some_day() -> Date {
    // The first day of the range of the type always is one.
    "1970-01-01".parse().unwrap_or_else(|_| some_day())
}

/// Random choices that depend on a number and a purpose only, never on what was chosen before.
#[derive(Clone, Copy)]
pub(crate) struct Chance {
    seed: u64,
    number: u64,
}

impl Chance {
    pub(crate) const fn new(seed: u64, number: u64) -> Self {
        Chance { seed, number }
    }

    /// 64 random bits (splitmix64).
    pub(crate) const fn bits(self, purpose: u64) -> u64 {
        let mut z = self
            .seed
            .wrapping_mul(0xd6e8_feb8_6659_fd93)
            .wrapping_add(self.number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
            .wrapping_add(purpose.wrapping_mul(0xa076_1d64_78bd_642f));
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Whether something that happens at this rate happens.
    pub(crate) fn happens(self, purpose: u64, rate: f64) -> bool {
        let part = u32::try_from(self.bits(purpose) >> 32).unwrap_or(u32::MAX);
        f64::from(part) < rate * 4_294_967_296.0
    }

    /// A number below a limit.
    pub(crate) fn below(self, purpose: u64, limit: u64) -> u64 {
        self.bits(purpose).checked_rem(limit).unwrap_or(0)
    }

    /// A number of days below a limit.
    pub(crate) fn days(self, purpose: u64, limit: u32) -> i32 {
        i32::try_from(self.below(purpose, u64::from(limit))).unwrap_or(0)
    }
}

/// A batch of columns of one length.
pub(crate) fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let fields: Vec<Field> = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let schema = Arc::new(Schema::new(fields));
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::clone(&schema), arrays).unwrap_or_else(|_| RecordBatch::new_empty(schema))
}
