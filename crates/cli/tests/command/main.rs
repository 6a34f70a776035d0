//! The built command, from outside: what it prints, where, and its exit status.
#[cfg(feature = "batch")]
#[cfg(test)]
mod batch;
#[cfg(test)]
mod malformed;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod returns;
#[cfg(test)]
mod run;
#[cfg(test)]
mod serve;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod triage;
#[cfg(test)]
mod usage;
