//! The batch answers as the check does, whatever form the tables have, and a bad row fails alone.

mod cases;
mod columns;
mod expected;
mod random;
mod refused;
mod rows;
mod streams;
