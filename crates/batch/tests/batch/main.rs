//! The batch answers as the check does, whatever form the tables have, and a bad row fails alone.

#[cfg(test)]
mod alike;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod expected;
#[cfg(test)]
mod flat;
#[cfg(test)]
mod people;
#[cfg(test)]
mod random;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod shared;
#[cfg(test)]
mod streams;
#[cfg(test)]
mod triage;
#[cfg(test)]
mod words_on_record;
