//! The laws that always hold, on generated dossiers: one file per law, numbered as the laws are.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

mod common;
mod law_01_deterministic;
mod law_02_order;
mod law_03_undetermined_shrinks;
mod law_04_less_right;
mod law_05_timeline;
mod law_06_what_if;
mod law_07_horizon;
mod law_09_explained;
mod law_10_bad_input;
mod law_11_advice;
mod law_11_cases;
mod law_12_doubt;
mod law_12_fields;
mod law_13_people;
mod law_14_features;
