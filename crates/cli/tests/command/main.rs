//! The built command, from outside: what it prints, where, and its exit status.
#[cfg(all(test, feature = "batch"))]
mod batch;
#[cfg(test)]
mod malformed;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod run;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod triage;
#[cfg(test)]
mod usage;
