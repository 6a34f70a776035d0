//! Records and their fields.

use super::{FieldSpec, Fields, Input, Kind, Misplaced, Privacy, RecordSpec, Slot, Value};
use crate::model::Fault;

/// An object of the document. [`super::record!`] makes it from a declaration.
pub trait Record: Sized {
    /// What describes it.
    const SPEC: &'static RecordSpec;
    /// The fields that were read so far.
    type Draft: Default;

    /// Reads the field with this name.
    fn take<S: Input>(draft: &mut Self::Draft, key: &str, source: S) -> Result<(), S::Error>;

    /// The record, once its last field is read.
    fn finish(draft: Self::Draft) -> Result<Self, Misplaced>;

    /// Writes its fields, in order; those that say nothing are left out.
    fn write<F: Fields>(&self, fields: &mut F) -> Result<(), F::Error>;
}

/// A value as a field of a record. `Form` says how it is written, where a type is not always written in one way.
pub trait Field<Form>: Sized {
    /// What it holds.
    const KIND: Kind;
    /// Whether it must be there.
    const REQUIRED: bool;
    /// Whom it may tell of.
    const PRIVACY: Privacy;
    /// The fields that stand in the record in place of this one.
    const SPREAD: Option<&'static [FieldSpec]> = None;
    /// What was read so far.
    type Slot: Default;

    /// Whether a key of the document is this field.
    fn knows(names: &[&str], key: &str) -> bool {
        names.contains(&key)
    }

    /// Reads it under this key.
    fn take<S: Input>(slot: &mut Self::Slot, key: &str, source: S) -> Result<(), S::Error>;

    /// The value, once the record is read.
    fn finish(slot: Self::Slot, names: &'static [&'static str]) -> Result<Self, Misplaced>;

    /// Writes it, if it says something.
    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error>;
}

/// The usual form: one field with the value in it.
#[derive(Debug)]
pub struct Plain;

impl<T: Value> Field<Plain> for T {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = T::REQUIRED;
    const PRIVACY: Privacy = T::PRIVACY;
    type Slot = Slot<T>;

    fn take<S: Input>(slot: &mut Slot<T>, _: &str, source: S) -> Result<(), S::Error> {
        slot.fill(source, T::read)
    }

    fn finish(slot: Slot<T>, names: &'static [&'static str]) -> Result<Self, Misplaced> {
        match slot.said() {
            Some(value) => Ok(value),
            None => T::absent().ok_or_else(|| Misplaced::field(names, Fault::Missing)),
        }
    }

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        match names.first() {
            Some(name) if self.is_said() => fields.field(name, self),
            _ => Ok(()),
        }
    }
}
