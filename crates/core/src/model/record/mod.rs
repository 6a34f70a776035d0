//! Records of the document: each is declared once, and read, written and described from that declaration.
//!
//! [`crate::record!`] declares a struct as rules read it, with the name, the meaning and the form of each field in JSON. What
//! holds the document is behind two traits: [`Input`] (JSON text, values of another language) and [`Output`] (JSON, the
//! bytes of a digest, a row of columns). Nothing here knows of any of them.

mod declare;
mod field;
mod form;
mod slot;
mod spec;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod tree;
mod value;
mod written;

pub use crate::record;
pub use field::{Field, Plain, Record};
pub use form::{Bounds, FromTo, OrNothing, Spread};
pub use slot::{Misplaced, PathStep, Slot};
pub use spec::{FieldSpec, Kind, Privacy, RecordSpec, Word, WordList, told};
#[doc(hidden)]
pub use value::texts;
pub use value::{Fields, Input, Output, Value};
pub use written::{Listed, OrEmpty, OrNull, Words, WordsOrNull};
