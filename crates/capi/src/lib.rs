//! The C library: the same answers as in Rust, behind functions that a C compiler can call.
//!
//! This crate only translates. It checks everything that comes from C (pointers, lengths, sizes, integers, text),
//! calls the facade, and lets nothing out but integers, pointers and views. Its contract is the first page of
//! `bindings/c/README.md`; its header is `include/tierspayant.h`, generated from the comments here.
//!
//! * [`guard`](mod@guard): the one function through which every export goes.
//! * `arg`: the only place where a pointer from C is read or written.
//! * `handle`: the only place where an object is given to C or taken back.
//! * `memory`: the allocator, whose reserve lets a call end when the system has no memory left.

mod arg;
mod check;
mod codepage;
mod dossier;
mod engine;
mod error;
mod flat;
mod fpu;
mod guard;
mod handle;
mod layout;
mod memory;
mod options;
mod panicked;
mod reading;
mod result;
mod text;
mod timeline;
mod triage;
mod version;
mod what_if;
mod words;

#[cfg(feature = "forced-panic")]
mod forced;
#[cfg(test)]
mod growth_tests;
#[cfg(test)]
mod tests;
