//! What a snapshot says of itself.

use std::str::FromStr;
use tierspayant::core::model::{Date, Moment, Period, Person, Scheme, Source};

/// A snapshot without its lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) source: Source,
    pub(crate) observed: Option<Moment>,
    pub(crate) updated: Option<Date>,
    pub(crate) horizon: Option<Period>,
    pub(crate) scheme: Scheme,
    /// Who it is about, where that is not the key of the tables and nothing else.
    pub(crate) stated: Option<Box<Person>>,
    pub(crate) lists: Lists,
}

impl Head {
    /// A snapshot of which only the source and the moment are known.
    pub(crate) fn new(source: Source, observed: Option<Moment>) -> Self {
        Head {
            source,
            observed,
            updated: None,
            horizon: None,
            scheme: Scheme::default(),
            stated: None,
            lists: Lists::default(),
        }
    }
}

/// One of the lists that a snapshot may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum List {
    /// Periods of base rights.
    Coverage = 1,
    /// Coverage codes.
    Codes = 2,
    /// Exemptions.
    Exemptions = 4,
    /// Accidents and occupational diseases.
    Accidents = 8,
    /// Complementary contracts.
    Contracts = 16,
}

impl List {
    /// Every list.
    pub const ALL: &'static [List] = &[
        List::Coverage,
        List::Codes,
        List::Exemptions,
        List::Accidents,
        List::Contracts,
    ];

    /// The name of its table.
    pub const fn as_str(self) -> &'static str {
        match self {
            List::Coverage => "coverage",
            List::Codes => "codes",
            List::Exemptions => "exemptions",
            List::Accidents => "accidents",
            List::Contracts => "contracts",
        }
    }
}

impl FromStr for List {
    type Err = tierspayant::core::model::UnknownWord;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let expected = &["coverage", "codes", "exemptions", "accidents", "contracts"];
        let mut lists = List::ALL.iter().copied();
        lists
            .find(|list| list.as_str() == name)
            .ok_or(tierspayant::core::model::UnknownWord { expected })
    }
}

/// A set of lists: those that were part of an answer even where they are empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lists(u8);

impl Lists {
    /// This set and one more.
    #[must_use]
    pub const fn with(self, list: List) -> Self {
        Lists(self.0 | list as u8)
    }

    /// This set and another.
    #[must_use]
    pub(crate) const fn and(self, other: Lists) -> Self {
        Lists(self.0 | other.0)
    }

    /// Whether a list is in the set.
    pub const fn has(self, list: List) -> bool {
        self.0 & list as u8 != 0
    }
}
