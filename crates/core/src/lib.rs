//! The pure core of tierspayant: what a dossier is, what the sources prove, and what follows.
//!
//! No I/O, no clock, no unsafe code, no panic. Data flows one way:
//! [`model`] → `evidence` → `rules` → `decision`.
#![forbid(unsafe_code)]

pub mod decision;
pub mod evidence;
pub mod model;
mod rules;
pub mod tables;
pub mod timeline;
pub mod triage;
pub mod whatif;
