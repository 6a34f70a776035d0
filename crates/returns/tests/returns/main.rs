//! Returns over a whole year, as a shop has them.
#![cfg(feature = "test-files")]

#[cfg(test)]
mod year;
