//! Keys and labels of rejects that are public, by class and by date.

use tierspayant_core::decision::RejectClass;
use tierspayant_core::model::{Date, Period, Position};
use tierspayant_core::tables::Reference;

/// One key or label of a reject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownReject {
    /// The class that the library gives it.
    pub class: RejectClass,
    /// The anomaly key, `NNNN-NNN`.
    pub key: Option<Box<str>>,
    /// The label as it is sent.
    pub label: Option<Box<str>>,
    /// What a source says of a key whose label it does not quote.
    pub meaning: Option<Box<str>>,
    /// The days of return for which it is known.
    pub validity: Period,
    /// Where it comes from.
    pub reference: Reference,
}

/// Every key and label that is public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejects {
    entries: Vec<KnownReject>,
}

impl Rejects {
    pub(crate) const fn new(entries: Vec<KnownReject>) -> Self {
        Rejects { entries }
    }

    /// Every entry, in the order of the file.
    pub fn entries(&self) -> &[KnownReject] {
        &self.entries
    }

    /// The entries of a class that are known for a day.
    pub fn of_class(&self, class: RejectClass, day: Date) -> impl Iterator<Item = &KnownReject> {
        self.entries
            .iter()
            .filter(move |one| one.class == class && one.validity.position(day) == Position::Within)
    }
}
