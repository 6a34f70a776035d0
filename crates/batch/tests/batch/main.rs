//! The batch answers as the check does, whatever form the tables have, and a bad row fails alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what is wrong by failing"
)]

mod cases;
mod columns;
mod expected;
mod random;
mod refused;
mod rows;
mod streams;
